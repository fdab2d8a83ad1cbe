// The talk: question, clock, the tablecloth and the box to write in.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Countdown } from "../shared/components/Countdown.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { ahead } from "../shared/clock.js";
import { n, t, typeset } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Cloth } from "./Cloth.jsx";
import { Composer } from "./Composer.jsx";
import { Handover } from "./Handover.jsx";
import { Idea } from "./Idea.jsx";
import { prepare } from "./later.jsx";
import { questionOf, topicOf } from "./screen.js";
import { layOut } from "./tablecloth.js";
import { cloth, outbox, person, workshop } from "./visit.js";

export function Round({ table, round }) {
  const { number } = workshop.value.tables[table];
  const held = workshop.value.rounds[round];
  const topic = topicOf(workshop.value, table, round);
  const asked = questionOf(workshop.value, table, round) || topic;
  const ideas = layOut(cloth.value, person.value, outbox.value.items.value, table, ahead());
  const end = useRef(null);
  const news = useNews(end, ideas, table);
  useEffect(prepare, []);
  // The box is in the flow of the page, so its end is where the newest idea stands just above it.
  const showNewest = () => scrollTo(0, document.documentElement.scrollHeight);

  return (
    <>
      <main class="page round">
        <div class="now">
          <Cloth number={number} class="swatch-small" />
          <p class="now-table">
            <strong>{t("Table {number}", { number })}</strong> <span class="now-topic" lang={tongueOf(workshop.value, topic)}>
              {topic}
            </span>
          </p>
          {held.closes_at && <Countdown closesAt={held.closes_at} pausedAt={held.paused_at} announce class="now-clock" />}
        </div>
        <h1 lang={tongueOf(workshop.value, asked)}>{typeset(asked) || t("Round {round}", { round })}</h1>
        <Hosting table={table} />
        <Handover table={table} />
        <Ideas ideas={ideas} round={round} />
        <div ref={end} class="ideas-end" />
      </main>
      <Composer onSent={() => requestAnimationFrame(showNewest)}>
        {news > 0 && (
          <Button class="news" icon="down" onClick={showNewest}>
            {n("{count} new idea", "{count} new ideas", news)}
          </Button>
        )}
      </Composer>
    </>
  );
}

function Hosting({ table }) {
  const host = cloth.value?.host;
  if (person.value.tablet) return null;
  if (person.value.host_of === table) {
    return (
      <p class="hosting">
        <Icon name="home" />
        {t("You host this table: say hello, and sum up what is here so far.")}
      </p>
    );
  }
  return host ? <p class="hosting">{t("Your host: {name}", { name: host })}</p> : null;
}

/** Take an idea into the box, to add to it or to object. */
function answer(idea) {
  const { draft, write } = outbox.value;
  const { text, round } = draft.value;
  write({ text, round: round || workshop.value.round, about: { idea: idea.id, text: idea.text, objects: false } });
  document.querySelector(".composer textarea")?.focus();
}

/** The ideas under the number of the round they were written in, oldest first: the newest lies next to the box. */
function Ideas({ ideas, round }) {
  if (ideas.length === 0) {
    return <p class="empty">{t("The tablecloth is still empty. What was the first thing somebody said?")}</p>;
  }
  const others = ideas.some((idea) => !idea.mine);
  const rounds = [...new Set(ideas.map((idea) => idea.round))].sort((a, b) => a - b);
  const sections = rounds.map((each) => (
    <section key={each} class="written" aria-labelledby={`written-${each}`}>
      <h2 id={`written-${each}`}>{each === round ? t("This round") : t("From round {round}", { round: each })}</h2>
      <ul class="ideas">
        {ideas
          .filter((idea) => idea.round === each)
          .map((idea) => (
            <Idea key={idea.key} idea={idea} onAnswer={answer} />
          ))}
      </ul>
    </section>
  ));
  return (
    <>
      {others && !person.value.tablet && (
        <p class="how">
          <Icon name="hand" />
          {t("Raise a hand for what you support.")}
        </p>
      )}
      {sections}
    </>
  );
}

/** The part of the screen that the box to write in does not cover. */
const UNCOVERED = { rootMargin: "0px 0px -112px 0px" };

/**
 * How many of the others' ideas came in below what is on the screen. Nothing is scrolled by itself: what one reads stays where it
 * is, and a button says that there is more.
 */
function useNews(end, ideas, table) {
  const seen = useSignal(new Set());
  const ids = ideas.filter((idea) => !idea.mine).map((idea) => idea.id);
  const noticeAll = () => (seen.value = new Set(ids));
  const latest = useRef(noticeAll);
  latest.current = noticeAll;
  // What lies on the cloth when one sits down is no news.
  useEffect(() => latest.current(), [table]);
  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry.isIntersecting) latest.current();
    }, UNCOVERED);
    watcher.observe(end.current);
    return () => watcher.disconnect();
    // Watching anew gives an answer at once: what came in while the end was in sight is seen already.
  }, [table, ids.length]);
  return ids.filter((id) => !seen.value.has(id)).length;
}
