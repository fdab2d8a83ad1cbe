// What others see now: a phone at a table or of somebody who waits, and the board, each in a window of its own in which nothing can be
// sent and which nobody counts.

import { useSignal } from "@preact/signals";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { t } from "../shared/strings.js";
import { urls, workshop } from "./desk.js";
import { tablesOf } from "./gather.js";
import { Tool } from "./Tool.jsx";

/** As large as a phone, in CSS pixels, with the strip that says what it is. */
const PHONE = "popup,width=400,height=844";

const EYE = "M3 12c2.500-4 5.500-6 9-6s6.500 2 9 6c-2.500 4-5.500 6-9 6s-6.500-2-9-6zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z";

export function ViewAs() {
  const where = useSignal("");
  return (
    <Tool word={t("Preview")} label={t("Preview: what others see")} title={t("See what others see")} path={EYE}>
      <p>{t("Each opens in a window of its own. You can look at everything there; nothing is sent, and nobody counts you.")}</p>
      <Field as="select" label={t("Whose phone")} value={where.value} onInput={(table) => (where.value = table)}>
        <option value="">{t("Somebody who waits for a place")}</option>
        {tablesOf(workshop.value).map((table) => (
          <option key={table.id} value={table.id}>
            {table.topic ? t("Somebody at table {number}: {topic}", { number: table.number, topic: table.topic }) : t("Somebody at table {number}", { number: table.number })}
          </option>
        ))}
      </Field>
      <div class="ways">
        <Way of={where.value} size={PHONE}>
          <Icon name="person" />
          {t("View as participant")}
        </Way>
        <Way of="board">
          <Icon name="screen" />
          {t("View as board")}
        </Way>
      </div>
    </Tool>
  );
}

/** A link that opens in its window, which has this size where the browser lets a page say so. */
function Way({ of, size = "", children }) {
  const address = of ? `${urls.preview}?of=${encodeURIComponent(of)}` : urls.preview;
  const name = of === "board" ? "obrus-preview-board" : "obrus-preview";
  const follow = (event) => {
    if (size && open(address, name, size)) event.preventDefault();
  };
  return (
    <a class="button" href={address} target={name} onClick={follow}>
      {children}
    </a>
  );
}
