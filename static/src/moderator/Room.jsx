// The tables as they talk: who sits there, what is on each tablecloth, what to hide, and paper to type in.

import { signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { say } from "../shared/components/Notice.jsx";
import { now, tick } from "../shared/clock.js";
import { list, n, number, t } from "../shared/strings.js";
import { cloth as clothLook } from "../shared/tables.js";
import { Approving } from "./Approving.jsx";
import { ask, connected, desk, workshop } from "./desk.js";
import { Editable } from "./Editable.jsx";
import { callOf, clothOf, droppedOf, roundsOf, seatsOf, silentMinutes, tablesOf } from "./gather.js";
import { askUndoably, remember } from "./undo.js";

/** A table that has written nothing for so long, while a round is open, is marked as silent. */
const SILENT_MINUTES = 5;
const SHOWN_FIRST = 12;
/** So long after the last movement of the pointer among a table's ideas, new ones still wait. */
const HELD_MS = 6000;

export function Room() {
  const blanking = useSignal("");
  const { phase, round } = workshop.value;
  const seats = seatsOf(workshop.value, desk.value, round ?? roundsOf(workshop.value).at(-1).number);
  return (
    <div class="room">
      <Approving />
      <Paper />
      <div class="tables">
        {tablesOf(workshop.value).map((table) => (
          <TableNow key={table.id} table={table} people={phase === "round" || phase === "move" ? seats[table.id] : null} blank={(id) => (blanking.value = id)} />
        ))}
      </div>
      <Blanking which={blanking} />
    </div>
  );
}

/** While the pointer moves among a table's ideas, new ones wait, so that nobody hides what has just slid under it. */
function TableNow({ table, people, blank }) {
  const all = useSignal(false);
  const read = useSignal(null);
  const ideas = clothOf(desk.value, table.id);
  const still = read.value ? ideas.filter((idea) => idea.number <= read.value) : ideas;
  const shown = all.value ? still : still.slice(0, SHOWN_FIRST);
  const timer = useRef(0);
  const hold = () => {
    read.value ??= ideas[0]?.number ?? null;
    clearTimeout(timer.current);
    timer.current = setTimeout(release, HELD_MS);
  };
  const holdForKeys = (event) => event.target.matches(":focus-visible") && hold();
  const release = () => (read.value = null);
  const host = desk.value.hosts[table.id];
  return (
    <section class={`panel table-now ${clothLook(table.number)}`} aria-labelledby={`now-${table.id}`}>
      <div class="cloth-hem" aria-hidden="true" />
      <h2 id={`now-${table.id}`}>
        {t("Table {number}", { number: table.number })} <span class="quiet">{table.topic}</span>
        {table.closed && <span class="quiet"> · {t("closed")}</span>}
      </h2>
      <p class="quiet">
        {people && <>{n("{count} person", "{count} people", people.length)} · </>}
        {n("{count} idea", "{count} ideas", ideas.length)}
        {still.length < ideas.length && <> · {n("{count} new", "{count} new", ideas.length - still.length)}</>}
        {host && <> · {t("Host: {name}", { name: callOf(desk.value, host) })}</>}
      </p>
      <Facts table={table} ideas={ideas} people={people} />
      {people?.length > 0 && (
        <p class="names quiet" dir="auto">
          {people.map((person) => person.name || `#${person.number}`).join(", ")}
        </p>
      )}
      <Handover table={table} />
      {ideas.length === 0 && <p class="empty">{t("Nothing on this tablecloth yet.")}</p>}
      <ul class="table-ideas" onPointerMove={hold} onPointerLeave={release} onFocusCapture={holdForKeys} onBlurCapture={release}>
        {shown.map((idea) => (
          <IdeaRow key={idea.id} idea={idea} blank={blank} />
        ))}
      </ul>
      {still.length > shown.length && (
        <Button look="plain" onClick={() => (all.value = true)}>
          {n("Show {count} older idea", "Show {count} older ideas", still.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

/** What a moderator may want to walk over for: a table that has been silent for long, phones that have dropped off. */
function Facts({ table, ideas, people }) {
  const { phase, round, rounds } = workshop.value;
  if (phase !== "round" || !people?.length) return null;
  const silent = silentMinutes(ideas, rounds[round], Math.max(tick.value, now()), SILENT_MINUTES);
  const dropped = droppedOf(people, connected.value).map((person) => person.name || `#${person.number}`);
  return (
    <>
      {silent > 0 && (
        <p class="silent">
          <Icon name="speech" />
          {n("Nothing written for {count} minute", "Nothing written for {count} minutes", silent)}
        </p>
      )}
      {dropped.length > 0 && (
        <details class="dropped" key={table.id}>
          <summary>{n("{count} phone asleep or away", "{count} phones asleep or away", dropped.length)}</summary>
          <p dir="auto">{list(dropped)}</p>
        </details>
      )}
    </>
  );
}

/** What the table tells those who come next, as its host, its tablet or a moderator wrote it; to be put right here. */
function Handover({ table }) {
  const written = desk.value.handovers[table.id];
  const { phase } = workshop.value;
  if (!written && (phase === "harvest" || phase === "closed")) return null;
  const save = async (text) => {
    const before = written?.text ?? "";
    const ack = await ask("handover.write", { table: table.id, text }, { quiet: true });
    if (ack.ok) remember(t("Undo changing the summary of table {number}", { number: table.number }), () => ask("handover.write", { table: table.id, text: before }));
    return ack;
  };
  const by = written && { host: t("by the host"), table: t("by the table"), moderator: t("by a moderator") }[written.by];
  return (
    <details class="handover">
      <summary>{written ? t("Summary for those who come next, after round {round}", { round: written.round }) : t("No summary for those who come next yet")}</summary>
      <Editable name={`handover/${table.id}`} as="textarea" rows={4} label={t("Summary of table {number}", { number: table.number })} hint={by ?? ""} value={written?.text ?? ""} save={save} />
    </details>
  );
}

function IdeaRow({ idea, blank }) {
  const author = idea.author ? callOf(desk.value, idea.author) : t("from paper");
  const toggle = async () => {
    const { number: which } = idea;
    const [there, back] = idea.hidden ? ["idea.restore", "idea.hide"] : ["idea.hide", "idea.restore"];
    const label = idea.hidden ? t("Undo showing idea {number}", { number: which }) : t("Undo hiding idea {number}", { number: which });
    const ack = await askUndoably(there, { idea: idea.id }, { label, type: back });
    if (ack.ok) say(idea.hidden ? t("Idea {number} is shown again.", { number: idea.number }) : t("Idea {number} is hidden. Only its author still sees it.", { number: idea.number }));
  };
  return (
    <li class={`table-idea ${idea.hidden ? "idea-hidden" : ""}`}>
      <IdeaText text={idea.text} />
      <div class="idea-foot quiet">
        <span class="idea-facts">
          {t("No. {number}", { number: idea.number })} · {t("round {round}", { round: idea.round })} · <bdi>{author}</bdi>
          {idea.support > 0 && <> · {n("{count} support", "{count} supports", idea.support)}</>}
          {idea.late && <> · {t("came in late")}</>}
          {(idea.hidden || idea.waiting_since) && (
            <>
              {" · "}
              <strong>{idea.hidden ? t("hidden") : t("waits for you")}</strong>
            </>
          )}
        </span>
        <Button look="plain" icon={idea.hidden ? "back" : "hidden"} onClick={toggle} aria-label={idea.hidden ? t("Show again: idea {number}", { number: idea.number }) : t("Hide idea {number}", { number: idea.number })}>
          {idea.hidden ? t("Show again") : t("Hide")}
        </Button>
        {idea.hidden && (
          <Button look="plain" onClick={() => blank(idea.id)} aria-label={t("Erase idea {number} for good", { number: idea.number })}>
            {t("Erase")}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What is being typed in; it outlives a look at another place. `round` 0 is the last one that has begun. */
const paper = { open: signal(false), table: signal(""), round: signal(0), text: signal(""), error: signal("") };

/** The round that is open, else the last one held, else the first: where a paper sheet most likely comes from. */
function lastBegun() {
  const begun = roundsOf(workshop.value).filter((round) => round.status === "open" || round.status === "closed");
  return begun.at(-1)?.number ?? 1;
}

/** Paper sheets, typed in quickly: table and round once, then a line for each idea. */
function Paper() {
  const tables = tablesOf(workshop.value);
  const rounds = roundsOf(workshop.value);
  const { open, table, round, text, error } = paper;
  const chosen = table.value in workshop.value.tables ? table.value : tables[0].id;
  const held = round.value || lastBegun();
  const add = async (event) => {
    event.preventDefault();
    const sent = text.peek();
    const ack = await ask("idea.post", { text: sent, table: chosen, round: held }, { quiet: true });
    error.value = ack.ok ? "" : ack.refusal.message;
    if (!ack.ok) return;
    say(t("Idea {number} is on the tablecloth.", { number: ack.result.idea.slice(1) }));
    if (text.peek() === sent) text.value = "";
  };
  const type = (typed) => {
    text.value = typed;
    error.value = "";
  };
  return (
    <details class="panel paper" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t("Type in ideas from paper")}</summary>
      <form class="paper-form" onSubmit={add}>
        <label class="field field-short">
          <span class="field-label">{t("Table")}</span>
          <select class="input" value={chosen} onChange={(event) => (table.value = event.currentTarget.value)}>
            {tables.map((each) => (
              <option key={each.id} value={each.id}>
                {number(each.number)}
              </option>
            ))}
          </select>
        </label>
        <label class="field field-short">
          <span class="field-label">{t("Round")}</span>
          <select class="input" value={String(held)} onChange={(event) => (round.value = Number(event.currentTarget.value))}>
            {rounds.map((each) => (
              <option key={each.number} value={String(each.number)}>
                {number(each.number)}
              </option>
            ))}
          </select>
        </label>
        <Field label={t("Idea")} class="field-long" value={text.value} error={error.value} onInput={type} enterKeyHint="enter" autocomplete="off" />
        <Button type="submit" look="main">
          {t("Add")}
        </Button>
      </form>
      <p class="quiet">{t("Press Enter after each idea; table and round stay as they are.")}</p>
    </details>
  );
}

function Blanking({ which }) {
  const idea = desk.value.ideas[which.value];
  const close = () => (which.value = "");
  const blank = async () => {
    const ack = await ask("idea.blank", { idea: which.value });
    if (ack.ok) say(t("The idea's text is erased."));
    close();
  };
  return (
    <Dialog
      open={Boolean(idea)}
      title={t("Erase this idea for good?")}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t("Keep it hidden")}</Button>
          <Button look="danger" onClick={blank}>
            {t("Erase for good")}
          </Button>
        </>
      }
    >
      <IdeaText text={idea?.text ?? ""} as="blockquote" />
      <p>{t("Its text is erased from the recording too, and from titles, articles and hand-overs that quote it. This can't be undone.")}</p>
    </Dialog>
  );
}
