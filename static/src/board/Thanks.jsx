import { list, n, t } from "../shared/strings.js";
import { WayIn } from "./WayIn.jsx";
import { board, workshop } from "./wall.js";

/** The end: thanks, and what came together. */
export function Thanks() {
  const { people, ideas, themes } = board.value;
  const counts = [
    [people.present, n("{count} person", "{count} people", people.present)],
    [Object.keys(ideas).length, n("{count} idea", "{count} ideas", Object.keys(ideas).length)],
    [Object.keys(themes).length, n("{count} theme", "{count} themes", Object.keys(themes).length)],
  ];
  const came = counts.filter(([count]) => count > 0).map(([, words]) => words);
  return (
    <main class="plain">
      <h1>{t("Thank you for this table")}</h1>
      {came.length > 0 && <p class="plain-large">{list(came)}</p>}
      {workshop.value.results ? (
        <>
          <p>{t("The charter, all ideas and your own are on your phone, under the same code.")}</p>
          <WayIn large />
        </>
      ) : (
        <p>{t("Everybody finds their own ideas on their phone.")}</p>
      )}
    </main>
  );
}
