// The tables as they talk: who sits there, what is on each tablecloth, what to hide, and paper to type in.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { say } from "../shared/components/Notice.jsx";
import { now, tick } from "../shared/clock.js";
import { n, number, t } from "../shared/strings.js";
import { cloth as clothLook } from "../shared/tables.js";
import { ask, desk, workshop } from "./desk.js";
import { callOf, clothOf, roundsOf, seatsOf, tablesOf } from "./gather.js";

/** A table that has written nothing for so long, while a round is open, is marked as silent. */
const SILENT_MS = 5 * 60_000;
const SHOWN_FIRST = 12;

export function Room() {
  const blanking = useSignal("");
  const { phase, round } = workshop.value;
  const seats = seatsOf(workshop.value, desk.value, round ?? roundsOf(workshop.value).at(-1).number);
  return (
    <div class="room">
      <Paper />
      <div class="tables">
        {tablesOf(workshop.value).map((table) => (
          <TableNow key={table.id} table={table} people={phase === "round" || phase === "move" ? seats[table.id] : []} blank={(id) => (blanking.value = id)} />
        ))}
      </div>
      <Blanking which={blanking} />
    </div>
  );
}

function TableNow({ table, people, blank }) {
  const all = useSignal(false);
  const ideas = clothOf(desk.value, table.id);
  const shown = all.value ? ideas : ideas.slice(0, SHOWN_FIRST);
  const host = desk.value.hosts[table.id];
  return (
    <section class={`panel table-now ${clothLook(table.number)}`} aria-labelledby={`now-${table.id}`}>
      <div class="cloth-hem" aria-hidden="true" />
      <h2 id={`now-${table.id}`}>
        {t("Table {number}", { number: table.number })} <span class="quiet">{table.topic}</span>
      </h2>
      <p class="quiet">
        {n("{count} person", "{count} people", people.length)} · {n("{count} idea", "{count} ideas", ideas.length)}
        {host && <> · {t("Host: {name}", { name: callOf(desk.value, host) })}</>}
      </p>
      <Silent ideas={ideas} people={people} />
      {people.length > 0 && (
        <p class="names quiet" dir="auto">
          {people.map((person) => person.name || `#${person.number}`).join(", ")}
        </p>
      )}
      {ideas.length === 0 && <p class="empty">{t("Nothing on this tablecloth yet.")}</p>}
      <ul class="table-ideas">
        {shown.map((idea) => (
          <IdeaRow key={idea.id} idea={idea} blank={blank} />
        ))}
      </ul>
      {ideas.length > shown.length && (
        <Button look="plain" onClick={() => (all.value = true)}>
          {n("Show {count} older idea", "Show {count} older ideas", ideas.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

/** Whether a table with people has been silent for long, in words. */
function Silent({ ideas, people }) {
  const { phase, round, rounds } = workshop.value;
  if (phase !== "round" || people.length === 0) return null;
  const moment = Math.max(tick.value, now());
  const newest = ideas.filter((idea) => idea.round === round).reduce((last, idea) => Math.max(last, idea.at), rounds[round].opened_at);
  const minutes = Math.floor((moment - newest) / 60_000);
  if (moment - newest < SILENT_MS) return null;
  return (
    <p class="silent">
      <Icon name="speech" />
      {n("Nothing written for {count} minute", "Nothing written for {count} minutes", minutes)}
    </p>
  );
}

function IdeaRow({ idea, blank }) {
  const author = idea.author ? callOf(desk.value, idea.author) : t("from paper");
  const toggle = async () => {
    const ack = await ask(idea.hidden ? "idea.restore" : "idea.hide", { idea: idea.id });
    if (ack.ok) say(idea.hidden ? t("Idea {number} is shown again.", { number: idea.number }) : t("Idea {number} is hidden. Only its author still sees it.", { number: idea.number }));
  };
  return (
    <li class={`table-idea ${idea.hidden ? "idea-hidden" : ""}`}>
      <IdeaText text={idea.text} />
      <div class="idea-foot quiet">
        <span>
          {t("No. {number}", { number: idea.number })} · {t("round {round}", { round: idea.round })} · <bdi>{author}</bdi>
          {idea.support > 0 && <> · {n("{count} support", "{count} supports", idea.support)}</>}
          {idea.late && <> · {t("came in late")}</>}
        </span>
        {idea.hidden && <strong>{t("Hidden")}</strong>}
        <Button look="plain" icon={idea.hidden ? "back" : "hidden"} onClick={toggle} aria-label={idea.hidden ? t("Show idea {number} again", { number: idea.number }) : t("Hide idea {number}", { number: idea.number })}>
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

/** Paper sheets, typed in quickly: table and round once, then a line for each idea. */
function Paper() {
  const tables = tablesOf(workshop.value);
  const rounds = roundsOf(workshop.value);
  const table = useSignal(tables[0].id);
  const round = useSignal(0);
  const text = useSignal("");
  const error = useSignal("");
  const held = round.value || workshop.value.round || rounds.at(-1).number;
  const add = async (event) => {
    event.preventDefault();
    const chosen = table.value in workshop.value.tables ? table.value : tables[0].id;
    const ack = await ask("idea.post", { text: text.value, table: chosen, round: held }, { quiet: true });
    error.value = ack.ok ? "" : ack.refusal.message;
    if (!ack.ok) return;
    say(t("Idea {number} is on the tablecloth.", { number: ack.result.idea.slice(1) }));
    text.value = "";
  };
  return (
    <details class="panel paper">
      <summary>{t("Type in ideas from paper")}</summary>
      <form class="paper-form" onSubmit={add}>
        <label class="field field-short">
          <span class="field-label">{t("Table")}</span>
          <select class="input" value={table.value} onChange={(event) => (table.value = event.currentTarget.value)}>
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
        <Field label={t("Idea")} class="field-long" maxLength={500} value={text.value} error={error.value} onInput={(typed) => (text.value = typed)} enterKeyHint="enter" autocomplete="off" />
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
      <p>{t("Its text is erased from the recording too. This can't be undone.")}</p>
    </Dialog>
  );
}
