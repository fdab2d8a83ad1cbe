// After the workshop, behind the same code: the charter, the ideas behind it, and one's own among them.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../shared/components/Button.jsx";
import { Icon } from "../../shared/components/Icon.jsx";
import { IdeaText } from "../../shared/components/IdeaText.jsx";
import { page } from "../../shared/page.js";
import { date, n, t, typeset } from "../../shared/strings.js";
import { inLanguage, tongueOf } from "../../shared/translations.js";
import { openSeat } from "../seat.js";
import { store } from "../../shared/storage.js";
import { resultsOf } from "./results.js";

export function Results() {
  const told = useSignal(null);
  const problem = useSignal("");
  const onlyMine = useSignal(false);
  const load = async () => {
    problem.value = "";
    try {
      const seat = openSeat({ code: page.code, store }).token() || page.token;
      const answer = await fetch(page.urls.results ?? `/api/workshops/${page.code}/results`, {
        headers: { "Accept-Language": page.language, ...(seat ? { Authorization: `Bearer ${seat}` } : {}) },
      });
      const body = await answer.json();
      if (answer.ok) told.value = inLanguage(body);
      else problem.value = body.detail ?? body.title ?? "";
    } catch {
      problem.value = t("The results could not be fetched. Is the server still running, and the phone in its network?");
    }
  };
  useEffect(() => void load(), []);
  if (!told.value) {
    return (
      <main class="page page-calm">
        <h1>{problem.value ? t("The results are not here") : t("One moment")}</h1>
        {problem.value && (
          <>
            <p>{problem.value}</p>
            <Button onClick={load}>{t("Try again")}</Button>
          </>
        )}
      </main>
    );
  }
  const { areas, mine, ideas } = resultsOf(told.value);
  const until = told.value.results_until;
  return (
    <main class="page results">
      <h1>{t("What came of it")}</h1>
      {until && <p class="writing-hint">{t("Open to everybody with the code until {day}.", { day: date(Date.parse(until)) })}</p>}
      <nav class="choices-foot" aria-label={t("Downloads")}>
        {page.urls["charter.docx"] && (
          <a class="button" href={page.urls["charter.docx"]}>
            <Icon name="save" />
            {t("The charter as a Word file")}
          </a>
        )}
        {page.urls["charter.html"] && (
          <a class="button" href={page.urls["charter.html"]}>
            {t("The charter to read and print")}
          </a>
        )}
      </nav>
      {mine > 0 && (
        <label class="for-table">
          <input type="checkbox" checked={onlyMine.value} onChange={(event) => (onlyMine.value = event.currentTarget.checked)} />
          {n("Only what I wrote or supported ({count} idea)", "Only what I wrote or supported ({count} ideas)", mine)}
        </label>
      )}
      {areas.map((area) => (
        <section key={area.id} class="written" aria-labelledby={`area-${area.id}`}>
          <h2 id={`area-${area.id}`} lang={tongueOf(told.value, area.title)}>
            {typeset(area.title)}
          </h2>
          {area.articles.filter((article) => !onlyMine.value || article.mine).map((article) => (
            <details key={article.id} class="idea">
              <summary>
                <IdeaText text={article.text} as="span" lang={tongueOf(told.value, article.text)} />
                <span class="idea-note">
                  {n("{count} idea behind it", "{count} ideas behind it", article.ideas.length)}
                  {article.mine && ` · ${t("yours among them")}`}
                </span>
              </summary>
              <List ideas={article.ideas} />
            </details>
          ))}
          {area.articles.length === 0 && <p class="empty">{t("No article stands here.")}</p>}
        </section>
      ))}
      <section class="written" aria-labelledby="all">
        <h2 id="all">{n("The idea as it was written ({count})", "All ideas as they were written ({count})", ideas.length)}</h2>
        <List ideas={ideas.filter((idea) => !onlyMine.value || idea.own || idea.supported)} />
      </section>
    </main>
  );
}

function List({ ideas }) {
  return (
    <ul class="ideas">
      {ideas.map((idea) => (
        <li key={idea.id} class={`idea ${idea.own ? "idea-mine" : ""}`}>
          <IdeaText text={idea.text} />
          <p class="idea-note">
            {t("No. {number}, table {table}, round {round}", { number: idea.number, table: idea.tableNumber, round: idea.round })}
            {idea.support > 0 && ` · ${n("{count} person supports it", "{count} people support it", idea.support)}`}
            {idea.own && ` · ${t("yours")}`}
            {idea.supported && ` · ${t("you supported it")}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
