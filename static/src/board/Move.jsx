import { t } from "../shared/strings.js";
import { Rotating } from "./Rotating.jsx";
import { TableHead, Tables, usePages } from "./Tables.jsx";
import { WayIn } from "./WayIn.jsx";
import { tables, workshop } from "./wall.js";

/** So many tables at once have room for nearly all their people's names. */
const AT_ONCE = 12;

/** Who goes where: one instruction, then every table with its people. */
export function Move() {
  const { page, place } = usePages(tables.value, AT_ONCE);
  return (
    <main class="picture">
      <div class="head">
        <h1>{t("Please find your table")}</h1>
        <p class="head-side">{t("Round {round} is next", { round: workshop.value.round })}</p>
        {place}
        <WayIn large />
      </div>
      <Tables tables={page}>
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
