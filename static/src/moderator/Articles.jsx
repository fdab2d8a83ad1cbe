// The charter as it grows: articles by area, reworded where they stand, the ideas behind each, and everything to download.

import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { say } from "../shared/components/Notice.jsx";
import { n, t, time } from "../shared/strings.js";
import { ask, desk, urls, workshop } from "./desk.js";
import { Editable } from "./Editable.jsx";
import { areasOf, articlesOf, undrafted } from "./gather.js";
import { alone, draft, working } from "./jobs.js";
import { askUndoably } from "./undo.js";

export function Articles() {
  const any = Object.keys(desk.value.articles).length > 0;
  return (
    <div class="charter">
      <Downloads />
      <Drafting any={any} />
      {areasOf(workshop.value).map((area) => (
        <AreaArticles key={area.id} area={area} any={any} />
      ))}
    </div>
  );
}

function Downloads() {
  const files = [
    ["charter.docx", t("Charter as a Word file")],
    ["charter.md", t("Charter as Markdown")],
    ["report.md", t("Record of the workshop")],
    ["ideas.csv", t("All ideas as a table (CSV)")],
    ["journal.jsonl", t("Everything that happened (JSON)")],
  ];
  return (
    <section class="panel" aria-labelledby="downloads">
      <h2 id="downloads">{t("To take away")}</h2>
      <div class="downloads">
        <a class="button button-main" href={urls["charter.html"]} target="obrus-charter">
          <Icon name="screen" />
          {t("Read and print the charter")}
        </a>
        {files
          .filter(([name]) => urls[name])
          .map(([name, label]) => (
            <a key={name} class="button" href={urls[name]} download>
              <Icon name="save" />
              {label}
            </a>
          ))}
      </div>
    </section>
  );
}

function Drafting({ any }) {
  const { late } = undrafted(workshop.value, desk.value);
  const themes = Object.keys(desk.value.themes).length;
  const hint = !themes
    ? t("Articles are drafted from themes. Group the ideas first, under “Themes”.")
    : !any
      ? t("Themes become articles in people's own words; you can reword each one.")
      : late
        ? n("{count} idea came into a theme after the draft. Drafting anew adds it; what you have reworded stays.", "{count} ideas came into themes after the draft. Drafting anew adds them; what you have reworded stays.", late)
        : t("The draft is up to date with the themes.");
  return (
    <div class="drafting">
      <p>{hint}</p>
      {any && themes > 0 && (
        <Button aria-disabled={working.value ? "true" : undefined} onClick={() => alone("draft", draft)}>
          {t("Draft anew")}
        </Button>
      )}
    </div>
  );
}

function AreaArticles({ area, any }) {
  const articles = articlesOf(desk.value, area.id);
  const without = undrafted(workshop.value, desk.value).without[area.id];
  if (!any && !articles.length) return null;
  return (
    <section class="panel" aria-labelledby={`articles-${area.id}`}>
      <h2 id={`articles-${area.id}`}>{area.title}</h2>
      {articles.length === 0 && <p class="empty">{t("No article in this area yet.")}</p>}
      <ol class="articles">
        {articles.map((article) => (
          <Article key={article.id} article={article} kind={area.kind} />
        ))}
      </ol>
      {without > 0 && <p class="quiet">{n("{count} theme of this area has no article; its ideas stand in the annex.", "{count} themes of this area have no article; their ideas stand in the annex.", without)}</p>}
    </section>
  );
}

function Article({ article, kind }) {
  const theme = desk.value.themes[article.theme]?.title;
  const toggle = async () => {
    const [there, back] = article.dropped ? ["article.restore", "article.drop"] : ["article.drop", "article.restore"];
    const label = article.dropped ? t("Undo taking the article in") : t("Undo leaving the article out");
    const ack = await askUndoably(there, { article: article.id }, { label, type: back });
    if (ack.ok) say(article.dropped ? t("The article is in the charter again.") : t("The article is left out. You can take it back in."));
  };
  return (
    <li class={`article ${article.dropped ? "article-dropped" : ""}`}>
      <Editable
        name={`article/${article.id}`}
        as="textarea"
        rows={Math.min(8, 1 + Math.ceil(article.text.length / 80))}
        label={theme ? t("Article from the theme “{title}”", { title: theme }) : t("Article")}
        value={article.text}
        disabled={article.dropped}
        hint={kind === "values" ? t("A value's name, a colon, and what it means in practice.") : ""}
        save={(text) => ask("article.reword", { article: article.id, text }, { quiet: true })}
      />
      <p class="quiet">
        {article.reworded ? t("reworded at {time}", { time: time(article.wordings.at(-1).at) }) : t("draft from the theme")}
        {article.dropped && <strong> · {t("left out of the charter")}</strong>}
      </p>
      <div class="article-foot">
        <details>
          <summary>{n("{count} idea behind it", "{count} ideas behind it", article.ideas.length)}</summary>
          <ul class="behind">
            {article.ideas.map((id) => (
              <Behind key={id} idea={desk.value.ideas[id]} />
            ))}
          </ul>
        </details>
        {article.wordings.length > 1 && (
          <details>
            <summary>{n("{count} earlier wording", "{count} earlier wordings", article.wordings.length - 1)}</summary>
            <ol class="behind">
              {article.wordings.slice(0, -1).map((wording) => (
                <li key={wording.at}>
                  <IdeaText text={wording.text} as="span" /> <span class="quiet">{time(wording.at)}</span>
                </li>
              ))}
            </ol>
          </details>
        )}
        <Button look="plain" icon={article.dropped ? "back" : "close"} onClick={toggle}>
          {article.dropped ? t("Take it back in") : t("Leave it out")}
        </Button>
      </div>
    </li>
  );
}

function Behind({ idea }) {
  if (!idea) return null;
  const table = workshop.value.tables[idea.table]?.number;
  return (
    <li>
      <IdeaText text={idea.text} as="span" />{" "}
      <span class="quiet">
        {t("No. {number}, table {table}, round {round}", { number: idea.number, table, round: idea.round })}
        {idea.support > 0 && <> · {n("{count} support", "{count} supports", idea.support)}</>}
      </span>
    </li>
  );
}
