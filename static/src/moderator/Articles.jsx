// The charter's place on the console: its articles, the room's agreement, the partners and the papers, one part at a time.

import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { n, t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Agreement } from "./Agreement.jsx";
import { answersOf } from "./agreement.js";
import { Article } from "./Article.jsx";
import { leaveOut, showLarge, unmerge } from "./charter.js";
import { desk, workshop } from "./desk.js";
import { areasOf, articlesOf, undrafted } from "./gather.js";
import { alone, draft, working } from "./jobs.js";
import { Partners } from "./Partners.jsx";
import { Papers } from "./Papers.jsx";
import { AddArticle } from "./Reshape.jsx";
import { beginningOf } from "./wording.js";

const PARTS = { articles: Wordings, agreement: Agreement, partners: Partners, papers: Papers };

/** The part that is shown; the address names it after the place, as in #charter/papers. */
const part = signal("articles");

function follow() {
  const [place, named] = location.hash.replace("#", "").split("/");
  if (place === "charter") part.value = named in PARTS ? named : "articles";
}

export function Articles() {
  useEffect(() => {
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const Part = PARTS[part.value];
  return (
    <div class="charter">
      <Parts />
      <OnTheBoard />
      <Part />
    </div>
  );
}

function Parts() {
  const open = answersOf(workshop.value, desk.value).reduce((sum, article) => sum + article.open.length, 0);
  const partners = Object.values(desk.value.declarations).filter((declaration) => !declaration.withdrawn_at).length;
  const labels = {
    articles: t("Articles"),
    agreement: open ? n("Agreement ({count} reservation)", "Agreement ({count} reservations)", open) : t("Agreement"),
    partners: partners ? t("Partners ({count})", { count: partners }) : t("Partners"),
    papers: t("Papers"),
  };
  return (
    <nav class="parts" aria-label={t("Parts of the charter")}>
      {Object.entries(labels).map(([name, label]) => (
        <a key={name} class="button" href={`#charter/${name}`} aria-current={name === part.value ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** Says what the board shows large, and leads back; always there, so that screen readers know the region. */
function OnTheBoard() {
  const article = desk.value.articles[workshop.value.spotlight?.article];
  return (
    <div role="status" class={article ? "on-board" : ""}>
      {article && (
        <>
          <p>{t("Large on the board: “{article}”", { article: beginningOf(article.text, 70) })}</p>
          <Button onClick={() => showLarge("")}>{t("Back to the whole charter")}</Button>
        </>
      )}
    </div>
  );
}

function Wordings() {
  const any = Object.keys(desk.value.articles).length > 0;
  return (
    <>
      <Drafting any={any} />
      {areasOf(workshop.value).map((area) => (
        <AreaArticles key={area.id} area={area} any={any} />
      ))}
    </>
  );
}

function Drafting({ any }) {
  const { late } = undrafted(workshop.value, desk.value);
  const themes = Object.keys(desk.value.themes).length;
  const hint = !themes
    ? !any && t("Articles are drafted from themes. Group the ideas first, under “Themes”.")
    : !any
      ? t("Themes become articles in people's own words; you can reword each one.")
      : late
        ? n("{count} idea came into a theme after the draft. Drafting anew adds it; what you have reworded stays.", "{count} ideas came into themes after the draft. Drafting anew adds them; what you have reworded stays.", late)
        : t("The draft is up to date with the themes.");
  return (
    <div class="drafting">
      <p>
        {hint} {any && t("What you write is saved when you leave the field; others can reword at the same time.")}
      </p>
      {any && themes > 0 && (
        <Button aria-disabled={working.value ? "true" : undefined} onClick={() => alone("draft", draft)}>
          {t("Draft anew")}
        </Button>
      )}
    </div>
  );
}

function AreaArticles({ area, any }) {
  const adding = useSignal(false);
  const articles = articlesOf(desk.value, area.id);
  const standing = articles.filter((article) => !article.dropped);
  const out = articles.filter((article) => article.dropped);
  const without = undrafted(workshop.value, desk.value).without[area.id];
  if (!any && !articles.length) return null;
  return (
    <section class="panel" aria-labelledby={`articles-${area.id}`}>
      <h2 id={`articles-${area.id}`} lang={tongueOf(workshop.value, area.title)}>
        {area.title}
      </h2>
      {standing.length === 0 && <p class="empty">{t("No article in this area yet.")}</p>}
      <ol class="articles">
        {standing.map((article, at) => (
          <Article key={article.id} article={article} kind={area.kind} first={at === 0} last={at === standing.length - 1} />
        ))}
      </ol>
      {out.length > 0 && <LeftOut articles={out} />}
      {without > 0 && <p class="quiet">{n("{count} theme of this area has no article; its ideas stand in the annex.", "{count} themes of this area have no article; their ideas stand in the annex.", without)}</p>}
      <Button icon="add" onClick={() => (adding.value = true)} aria-label={t("Add an article: {area}", { area: area.title })}>
        {t("Add an article")}
      </Button>
      <AddArticle open={adding.value} area={area} onClose={() => (adding.value = false)} />
    </section>
  );
}

function LeftOut({ articles }) {
  return (
    <details>
      <summary>{n("{count} article is left out of the charter", "{count} articles are left out of the charter", articles.length)}</summary>
      <ul class="behind">
        {articles.map((article) => (
          <li key={article.id} class="left-out">
            <p>
              <span dir="auto">{article.text}</span>
              {article.merged_into && <span class="quiet"> {t("It went into “{article}”.", { article: beginningOf(desk.value.articles[article.merged_into]?.text ?? "") })}</span>}
            </p>
            {article.merged_into ? (
              <Button look="plain" icon="back" onClick={() => unmerge(article.id)} aria-label={t("Separate again: “{article}”", { article: beginningOf(article.text) })}>
                {t("Separate again")}
              </Button>
            ) : (
              <Button look="plain" icon="back" onClick={() => leaveOut(article.id, false)} aria-label={t("Take it back in: “{article}”", { article: beginningOf(article.text) })}>
                {t("Take it back in")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
