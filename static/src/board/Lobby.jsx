import { n, number, t, typeset } from "../shared/strings.js";
import { said, tongueOf } from "../shared/translations.js";
import { WayIn } from "./WayIn.jsx";
import { sectorsOf } from "./gather.js";
import { board, code, joinAddress, workshop } from "./wall.js";

/** The way in, and who has come already: one cup a person, in a row for each sector. */
export function Lobby() {
  const { people } = board.value;
  const { title, purpose } = workshop.value;
  return (
    <main class="lobby">
      <section class="invite" aria-labelledby="invite">
        <h1 id="invite">{t("Come in and take a seat")}</h1>
        <WayIn />
        <p class="invite-address">{joinAddress.value}</p>
        <p class="invite-code">
          <span>{t("Code")}</span> <strong>{code}</strong>
        </p>
      </section>
      <section class="arrivals" aria-labelledby="arrivals">
        <h2 class="arrivals-title" lang={tongueOf(workshop.value, title)}>
          {title}
        </h2>
        {purpose && (
          <p class="purpose" lang={tongueOf(workshop.value, purpose)}>
            {typeset(purpose)}
          </p>
        )}
        <h2 id="arrivals" class="arrivals-count">
          {people.present ? n("{count} person is here", "{count} people are here", people.present) : t("Who will be the first?")}
        </h2>
        <Cups sectors={sectorsOf(people).map(({ sector, count }) => ({ sector: said(workshop.value, sector), count }))} />
      </section>
    </main>
  );
}

function Cups({ sectors }) {
  // A cup is never wider than a tenth of the row, and shrinks where a row needs more of them.
  const most = Math.max(10, ...sectors.map(({ count }) => count));
  return (
    <ul class="sectors" style={{ "--most": most }}>
      {sectors.map(({ sector, count }) => (
        <li key={sector} class={sector ? "" : "sector-unsaid"}>
          <span class="sector-name">{sector || (sectors.length > 1 && t("others"))}</span>
          <strong class="sector-count">{number(count)}</strong>
          <span class="sector-cups" style={{ "--count": count }} aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}
