// One article on the console: its wording, its place, what stands behind it, and what is offered to it.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { say } from "../shared/components/Notice.jsx";
import { n, t, time } from "../shared/strings.js";
import { decline, leaveOut, link, reword, shift, showLarge, unsplit } from "./charter.js";
import { desk, workshop } from "./desk.js";
import { Merge, PutBehind, Split } from "./Reshape.jsx";
import { Wording } from "./Wording.jsx";
import { beginningOf } from "./wording.js";

export function Article({ article, kind, first, last }) {
  const open = useSignal("");
  const row = useRef(null);
  const theme = desk.value.themes[article.theme]?.title;
  const close = () => (open.value = "");
  const name = beginningOf(article.text);
  const lit = workshop.value.spotlight?.article === article.id;
  const from = desk.value.articles[article.split_from];
  const origin = from && !from.dropped ? from : null;
  const move = (by, edge) => async (event) => {
    const button = event.currentTarget;
    if (edge || !(await shift(article.id, by))) return;
    // Whoever moves it by keyboard goes on with the same button, wherever it is now.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <li class={`article ${lit ? "article-lit" : ""}`} ref={row}>
      <Wording
        article={article}
        label={theme ? t("Article from the theme “{title}”", { title: theme }) : t("Article")}
        hint={kind === "values" ? t("A value's name, a colon, and what it means in practice.") : ""}
      />
      <div class="article-head">
        <p class="quiet">{historyOf(article.wordings.at(-1), article.wordings.length === 1)}</p>
        <div class="row-actions">
          <Button look="plain" icon="up" label={t("Move “{article}” up", { article: name })} aria-disabled={first ? "true" : undefined} onClick={move(-1, first)} />
          <Button look="plain" icon="down" label={t("Move “{article}” down", { article: name })} aria-disabled={last ? "true" : undefined} onClick={move(1, last)} />
          <Button look="plain" icon="screen" aria-pressed={lit ? "true" : "false"} onClick={() => showLarge(lit ? "" : article.id)}>
            {t("Large on the board")}
          </Button>
          <Button look="plain" icon="merge" onClick={() => (open.value = "merge")}>
            {t("Merge…")}
          </Button>
          <Button look="plain" onClick={() => (open.value = "split")}>
            {t("Split…")}
          </Button>
          {origin && (
            <Button look="plain" icon="back" onClick={() => unsplit(article.id)} aria-label={t("Join again with “{article}”", { article: beginningOf(origin.text) })}>
              {t("Join again")}
            </Button>
          )}
          <Button look="plain" icon="close" onClick={() => leaveOut(article.id, true)}>
            {t("Leave it out")}
          </Button>
        </div>
      </div>
      <Offered article={article} />
      <div class="article-foot">
        <details>
          <summary>{n("{count} idea behind it", "{count} ideas behind it", article.ideas.length)}</summary>
          <ul class="behind">
            {article.ideas.map((id) => (
              <Behind key={id} idea={desk.value.ideas[id]}>
                <Button look="plain" onClick={() => link(article.id, [id], false)} aria-label={t("Not here: idea {number}", { number: desk.value.ideas[id]?.number })}>
                  {t("Not here")}
                </Button>
              </Behind>
            ))}
          </ul>
          <Button look="plain" icon="add" onClick={() => (open.value = "behind")}>
            {t("Put other ideas behind it…")}
          </Button>
        </details>
        {article.wordings.length > 1 && <History article={article} />}
      </div>
      <Merge open={open.value === "merge"} article={article} onClose={close} />
      <Split open={open.value === "split"} article={article} onClose={close} />
      <PutBehind open={open.value === "behind"} article={article} onClose={close} />
    </li>
  );
}

/** How a wording came to be; `first` of its article or not. */
function historyOf({ by, at }, first) {
  const said = {
    draft: () => t("draft from the theme"),
    moderator: () => (first ? t("written at {time}", { time: time(at) }) : t("reworded at {time}", { time: time(at) })),
    merged: () => t("merged from two at {time}", { time: time(at) }),
    split: () => t("split from another at {time}", { time: time(at) }),
  };
  return (said[by] ?? said.moderator)();
}

function History({ article }) {
  const earlier = article.wordings.slice(0, -1);
  const again = async (text) => {
    const ack = await reword(article.id, text, article.wordings.length);
    if (!ack.ok) say(ack.refusal.message, "problem");
  };
  return (
    <details>
      <summary>{n("{count} earlier wording", "{count} earlier wordings", earlier.length)}</summary>
      <ol class="behind">
        {earlier.map((wording, at) => (
          <li key={wording.at + at} class="left-out">
            <p>
              <IdeaText text={wording.text} as="span" /> <span class="quiet">{historyOf(wording, at === 0)}</span>
            </p>
            {wording.text !== article.text && (
              <Button look="plain" icon="back" onClick={() => again(wording.text)} aria-label={t("Use this again: “{text}”", { text: beginningOf(wording.text) })}>
                {t("Use this again")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Ideas that came into the theme after a person wrote the article: offered, never put in by themselves. */
function Offered({ article }) {
  const ideas = desk.value.offered?.[article.id] ?? [];
  if (!ideas.length) return null;
  return (
    <div class="offered" role="group" aria-label={t("Ideas that came later")}>
      <p>{n("{count} idea came into its theme after you wrote this. Does it belong behind the article?", "{count} ideas came into its theme after you wrote this. Do they belong behind the article?", ideas.length)}</p>
      <ul class="behind">
        {ideas.map((id) => (
          <Behind key={id} idea={desk.value.ideas[id]}>
            <Button icon="check" onClick={() => link(article.id, [id], true)} aria-label={t("Put it behind: idea {number}", { number: desk.value.ideas[id]?.number })}>
              {t("Put it behind")}
            </Button>
            <Button look="plain" onClick={() => decline(article.id, id)} aria-label={t("Not here: idea {number}", { number: desk.value.ideas[id]?.number })}>
              {t("Not here")}
            </Button>
          </Behind>
        ))}
      </ul>
    </div>
  );
}

/** An idea with where it comes from: table, round, support and sector, never who. */
export function Behind({ idea, children }) {
  if (!idea) return null;
  return (
    <li class="left-out">
      <p>
        <IdeaText text={idea.text} as="span" /> <Origin idea={idea} />
      </p>
      {children && <div class="row-actions">{children}</div>}
    </li>
  );
}

export function Origin({ idea }) {
  const table = workshop.value.tables[idea.table]?.number;
  const sector = desk.value.people[idea.author]?.sector;
  return (
    <span class="quiet">
      {t("No. {number}, table {table}, round {round}", { number: idea.number, table, round: idea.round })}
      {sector && <> · {sector}</>}
      {idea.support > 0 && <> · {n("{count} support", "{count} supports", idea.support)}</>}
    </span>
  );
}
