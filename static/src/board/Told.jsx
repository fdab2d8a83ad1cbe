// What everybody is told on the wall, above its foot: the moderator's message, and where phones go when the laptop has moved.

import { t, typeset } from "../shared/strings.js";
import { WayIn } from "./WayIn.jsx";
import { addressIsNew, board, joinAddress, workshop } from "./wall.js";

/** The code is shown here where the picture above does not show it already. */
export function Told() {
  const message = board.value?.message;
  const table = workshop.value?.tables[message?.table];
  return (
    <div role="status">
      {addressIsNew.value && (
        <div class="told">
          {["harvest", "closed"].includes(workshop.value?.phase) && <WayIn />}
          <p>
            {t("The address has changed: phones scan again.")} <strong class="told-address">{joinAddress.value}</strong>
          </p>
        </div>
      )}
      {message && (
        <div class="told">
          <p dir="auto">
            {table && <strong>{t("Table {number}", { number: table.number })}: </strong>}
            {typeset(message.text)}
          </p>
        </div>
      )}
    </div>
  );
}
