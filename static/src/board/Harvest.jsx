import { useMemo } from "preact/hooks";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t, typeset } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Place } from "./Place.jsx";
import { Rotating } from "./Rotating.jsx";
import { Agreement, Doing, Spotlight, Votes } from "./Asking.jsx";
import { Same, Support } from "./Round.jsx";
import { useBeat } from "./beat.js";
import { countOf, spotlightOf } from "./gather.js";
import { columnsFor, pagesOf } from "./pace.js";
import { board, harvest, workshop } from "./wall.js";

const PAGE_MS = 20_000;
const THEMES_AT_ONCE = 9;
const FEW_THEMES = 4;
const ARTICLES_AT_ONCE = 8;
const FEW_ARTICLES = 4;
const FEW_IDEAS = 15;

/** What patterns do we see? Before there is any theme, the ideas themselves; what the moderator points at, alone. */
export function Harvest() {
  const lit = spotlightOf(workshop.value, harvest.value);
  if (lit) return <Spotlight lit={lit} />;
  const articles = harvest.value.flatMap((area) => pagesOf(area.articles, ARTICLES_AT_ONCE).map((articles) => ({ ...area, articles })));
  const themes = harvest.value.flatMap((area) => pagesOf(area.themes, THEMES_AT_ONCE).map((themes) => ({ ...area, articles: [], themes })));
  const pages = [...articles, ...themes];
  if (pages.length === 0) return <Everything />;
  // A draft is shown as soon as it is there.
  return <Pages key={articles.length > 0 ? "draft" : "themes"} pages={pages} />;
}

/** One area at a time: the charter's articles once they are drafted, and the themes as they grow. */
function Pages({ pages }) {
  const beat = useBeat(PAGE_MS);
  const page = pages[beat % pages.length];
  const Picture = page.articles.length > 0 ? Articles : Themes;
  return (
    <main class="picture">
      <div class="head">
        <h1 lang={tongueOf(workshop.value, page.title)}>{typeset(page.title)}</h1>
        <Doing articles={page.articles.length > 0} />
        <Place at={beat % pages.length} of={pages.length} />
      </div>
      <Picture page={page} beat={beat} />
    </main>
  );
}

/** What the charter says about an area, in its own order. */
function Articles({ page, beat }) {
  return (
    <Rotating key={`${page.id}-${beat}`} items={page.articles} class={`talk articles ${page.articles.length <= FEW_ARTICLES ? "articles-few" : ""}`}>
      {([id, article]) => (
        <li key={id} class="said article">
          <IdeaText text={article.text} lang={tongueOf(workshop.value, article.text)} />
          <Agreement figures={article.agreement} />
          {article.ideas.length > 0 && <span class="article-ideas">{n("{count} idea", "{count} ideas", article.ideas.length)}</span>}
        </li>
      )}
    </Rotating>
  );
}

function Themes({ page, beat }) {
  return (
    <>
      <ul key={`${page.id}-${beat}`} class={`themes ${page.themes.length <= FEW_THEMES ? "themes-few" : ""}`} style={{ "--columns": columnsFor(page.themes.length, 16, 8) }}>
        {page.themes.map((theme, index) => (
          <Theme key={theme.id} theme={theme} delay={index * 600} />
        ))}
      </ul>
      {page.loose > 0 && <p class="loose">{n("{count} idea here is in no theme yet", "{count} ideas here are in no theme yet", page.loose)}</p>}
    </>
  );
}

/** A theme with one stitch for every idea in it. */
function Theme({ theme, delay }) {
  return useMemo(() => drawn(theme, delay), [theme, delay]);
}

function drawn(theme, delay) {
  return (
    <li class="theme">
      <h2>{typeset(theme.title)}</h2>
      <p class="stitches" style={{ "--count": countOf(theme.ideas) }}>
        <span class="stitch" aria-hidden="true" />
        <span>{n("{count} idea", "{count} ideas", countOf(theme.ideas))}</span>
        <Support count={theme.support} />
      </p>
      <Votes theme={theme} />
      <Rotating items={theme.ideas} delay={delay} class="talk">
        {([id, idea]) => (
          <li key={id} class="said">
            <IdeaText text={idea.text} />
            <Same count={idea.same} />
          </li>
        )}
      </Rotating>
    </li>
  );
}

function Everything() {
  const ideas = Object.entries(board.value.ideas).sort(([, a], [, b]) => b.support - a.support || b.at - a.at);
  return (
    <main class="picture">
      <div class="head">
        <h1>{t("What patterns do we see?")}</h1>
        <p class="head-side">{n("{count} idea", "{count} ideas", ideas.length)}</p>
      </div>
      <Rotating items={ideas} most={80} class={`talk talk-wide ${ideas.length <= FEW_IDEAS ? "talk-few" : ""}`}>
        {([id, idea]) => (
          <li key={id} class="said">
            <IdeaText text={idea.text} />
            <Support count={idea.support} />
          </li>
        )}
      </Rotating>
    </main>
  );
}
