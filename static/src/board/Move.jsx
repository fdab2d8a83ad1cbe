import { t } from "../shared/strings.js";
import { Rotating } from "./Rotating.jsx";
import { TableHead, Tables } from "./Tables.jsx";
import { WayIn } from "./WayIn.jsx";
import { tables, workshop } from "./wall.js";

/** Who goes where: one instruction, then every table with its people. */
export function Move() {
  return (
    <main class="picture">
      <div class="head">
        <h1>{t("Please find your table")}</h1>
        <p class="head-side">{t("Round {round} is next", { round: workshop.value.round })}</p>
        <WayIn large />
      </div>
      <Tables tables={tables.value}>
        {(table) => (
          <>
            <TableHead table={table} name={t("Table {number}", { number: table.number })} />
            <Rotating items={table.seats.map((seat, place) => [place, seat])} delay={table.number * 400} class="seats">
              {([place, seat]) => <li key={place}>{seat}</li>}
            </Rotating>
          </>
        )}
      </Tables>
    </main>
  );
}
