// Voice balance: how many people and sectors were heard, as a small band and in words. Nobody is named.

import { n, t } from "../shared/strings.js";
import { desk, workshop } from "./desk.js";
import { groupsOf } from "./gather.js";
import { sectorsOf, tableVoices } from "./voices.js";

/** One HEARD: a band with a piece for each sector, and the same in words. Nothing where nobody wrote anything under a name of one's own. */
export function Heard({ heard }) {
  if (!heard) return null;
  const sectors = sectorsOf(heard);
  return (
    <div class="heard">
      <div class="heard-band" aria-hidden="true">
        {(sectors.length ? sectors : [{ sector: "", people: heard.people }]).map(({ sector, people }, index) => (
          <span key={sector} class={sector ? `heard-${index}` : "heard-rest"} style={{ "--people": people }} />
        ))}
      </div>
      <p class="quiet">{heardWords(heard.people, sectors)}</p>
    </div>
  );
}

function heardWords(people, sectors) {
  if (!sectors.length) return n("{count} person heard", "{count} people heard", people);
  const each = sectors.map(({ sector, people: count }) => (sector ? t("{sector} {people}", { sector, people: count }) : t("others {people}", { people: count })));
  return n("{count} person heard: {sectors}", "{count} people heard: {sectors}", people, { sectors: each.join(", ") });
}

/** Who was heard: by theme of the area, by table and round. */
export function Voices({ area }) {
  const { themes } = groupsOf(workshop.value, desk.value, area);
  const tables = tableVoices(workshop.value, desk.value);
  const byTheme = desk.value.voices?.themes ?? {};
  return (
    <div class="voices">
      <p>{t("How many different people wrote something here, and from which sectors. Nobody is named; fewer than three people are not told apart.")}</p>
      <div class="voices-columns">
        <section aria-labelledby="voices-themes">
          <h2 id="voices-themes">{t("In the themes of this area")}</h2>
          {themes.length === 0 && <p class="empty">{t("This area has no theme yet.")}</p>}
          <ul class="voices-list">
            {themes.map((theme) => (
              <li key={theme.id}>
                <span>{theme.title}</span>
                {theme.id in byTheme ? <Heard heard={byTheme[theme.id]} /> : <p class="quiet">{t("nobody heard yet")}</p>}
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="voices-tables">
          <h2 id="voices-tables">{t("At the tables")}</h2>
          {tables.length === 0 && <p class="empty">{t("Nobody has written anything yet.")}</p>}
          <ul class="voices-list">
            {tables.map((table) => (
              <li key={table.id}>
                <span>{table.topic ? t("Table {number}: {topic}", table) : t("Table {number}", table)}</span>
                <dl class="voices-rounds">
                  {table.rounds.map(({ round, heard }) => (
                    <div key={round}>
                      <dt class="quiet">{t("Round {round}", { round })}</dt>
                      <dd>
                        <Heard heard={heard} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
