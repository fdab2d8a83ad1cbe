// What the room is asked in the harvest, and what it answers: sorting, dots, agreement, and one thing large while it is talked about.

import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { answeredAll } from "../shared/late/answering.js";
import { n, number, t, typeset } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Rotating } from "./Rotating.jsx";
import { Same, Support } from "./Round.jsx";
import { countOf } from "./gather.js";
import { board, workshop } from "./wall.js";

/** So many dots are drawn beside their number. */
const MOST_DRAWN = 12;
/** So many reasons have room beside a theme; how many there are is said above. */
const AGAINST = 3;
/** Up to so many ideas stand large behind it. */
const FEW = 6;
const ANSWERS = ["agree", "live_with", "reservation"];

/** One line beside the title: what everybody is asked to do now, and how far that is. */
export function Doing({ articles }) {
  const { sorting, voting, agreement } = workshop.value;
  if (agreement?.open) return <Answering progress={board.value.answering} />;
  if (voting?.open) return <p class="head-side doing">{voting.areas.length > 1 ? n("Vote on your phone: {count} dot for each part", "Vote on your phone: {count} dots for each part", voting.dots) : n("Vote on your phone: {count} dot", "Vote on your phone: {count} dots", voting.dots)}</p>;
  if (sorting) return <Sorting done={sorting.done} total={sorting.total} />;
  if (articles) return <p class="head-side">{t("From the draft of the charter")}</p>;
  return voting && !voting.hidden ? <p class="head-side">{t("This is how the room voted")}</p> : null;
}

/** What to do now, and how many people have done it. */
function Answering({ progress }) {
  return (
    <div class="head-side doing">
      <p>{t("Say on your phone where you stand")}</p>
      {progress && (
        <>
          <p class="doing-far">{answeredAll(progress)}</p>
          <div class="sorted" style={{ "--done": progress.of ? progress.all / progress.of : 0 }} aria-hidden="true" />
        </>
      )}
    </div>
  );
}

/** How far the room is with sorting: the wall sorts itself beneath. */
function Sorting({ done, total }) {
  return (
    <div class="head-side doing">
      <p>{t("Sort on your phone: {done} of {total} ideas have found their place", { done: number(done), total: number(total) })}</p>
      <div class="sorted" style={{ "--done": total ? done / total : 0 }} aria-hidden="true" />
    </div>
  );
}

/** The dots of a theme, and how many can't accept it, where the room may see them. */
export function Votes({ theme }) {
  if (theme.dots === undefined) return null;
  const against = theme.objections?.length ?? 0;
  return (
    <p class="votes">
      {theme.dots > 0 && (
        <span class="votes-dots" style={{ "--dots": Math.min(theme.dots, MOST_DRAWN) }} aria-hidden="true" />
      )}
      <span>{n("{count} dot", "{count} dots", theme.dots)}</span>
      {against > 0 && (
        <span class="votes-against">
          <Icon name="warning" />
          {n("{count} can’t accept it", "{count} can’t accept it", against)}
        </span>
      )}
    </p>
  );
}

/** Why some can't accept it, in their own words: while a theme is talked about, a minority's view stands beside it. */
function Against({ objections = [] }) {
  if (!objections.length) return null;
  return (
    <ul class="against">
      {objections.slice(0, AGAINST).map(({ reason, by }, index) => (
        <li key={index}>
          <Icon name="warning" />
          <IdeaText text={by ? t("{name}: {reason}", { name: by, reason }) : reason} as="span" />
        </li>
      ))}
    </ul>
  );
}

/** Where the room stands on an article: a band in three patterns, and the same in words. */
export function Agreement({ figures }) {
  if (!figures) return null;
  const words = {
    agree: n("{count} agrees", "{count} agree", figures.agree),
    live_with: n("{count} can live with it", "{count} can live with it", figures.live_with),
    reservation: n("{count} has a reservation", "{count} have a reservation", figures.reservation),
  };
  return (
    <div class="stand">
      <div class="stand-band" aria-hidden="true">
        {ANSWERS.map((answer) => (
          <span key={answer} class={`stand-${answer}`} style={{ "--share": figures[answer] }} />
        ))}
        <span style={{ "--share": Math.max(0, figures.of - figures.agree - figures.live_with - figures.reservation) }} />
      </div>
      <p class="stand-words">
        {ANSWERS.filter((answer) => figures[answer] > 0).map((answer) => (
          <span key={answer} class={`stand-word stand-word-${answer}`}>
            {words[answer]}
          </span>
        ))}
      </p>
    </div>
  );
}

const SIZES_REM = [4.5, 3.5, 2.75, 2.25, 1.75];

/** The largest size of the text with which everything is on the wall. */
function fit(main) {
  for (const size of SIZES_REM) {
    main.style.setProperty("--spotlight-size", `${size}rem`);
    if (main.scrollHeight <= main.clientHeight) return;
  }
}

/** One article or theme, large, while the room talks about it. */
export function Spotlight({ lit }) {
  const { article, theme } = lit;
  const text = article ? article[1].text : theme.title;
  const picture = useRef(null);
  // Reasons and answers come while it is up: as large as they leave room for.
  useLayoutEffect(() => fit(picture.current));
  const behind = article ? article[1].ideas.map((id) => [id, board.value.ideas[id]]).filter(([, idea]) => idea) : theme.ideas;
  return (
    <main ref={picture} class="picture spotlight">
      <div class="head">
        <h1 class="spotlight-area" lang={tongueOf(workshop.value, lit.area)}>
          {typeset(lit.area)}
        </h1>
        <Doing articles={Boolean(article)} />
      </div>
      <IdeaText text={text} as="blockquote" class="spotlight-text" lang={article && tongueOf(workshop.value, text)} />
      {article && <Agreement figures={article[1].agreement} />}
      {theme && <Votes theme={theme} />}
      {theme && <Against objections={theme.objections} />}
      {behind.length > 0 && <p>{n("{count} idea stands behind it", "{count} ideas stand behind it", countOf(behind))}</p>}
      <Rotating key={article?.[0] ?? theme.id} items={behind} class={`talk talk-wide ${behind.length <= FEW ? "talk-few" : ""}`}>
        {([id, idea]) => (
          <li key={id} class="said">
            <IdeaText text={idea.text} />
            <Same count={idea.same} />
            <Support count={idea.support} />
          </li>
        )}
      </Rotating>
    </main>
  );
}
