// People who come onto the list by a moderator's hand: one without a phone, or many from a spreadsheet.

import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { say } from "../shared/components/Notice.jsx";
import { page } from "../shared/page.js";
import { list, n, t } from "../shared/strings.js";
import { BLANK, Details } from "./Details.jsx";
import { ask, urls } from "./desk.js";
import { rosterOf, textOf } from "./roster.js";

const SHOWN = 3;
const newcomer = { open: signal(false), fields: signal(BLANK), refusal: signal(null) };
const roster = { open: signal(false), text: signal(""), expected: signal(true), problem: signal(""), sending: signal(false) };

export function Newcomer() {
  const { open, fields, refusal } = newcomer;
  const add = async (event) => {
    event.preventDefault();
    const ack = await ask("participant.join", fields.value, { quiet: true });
    refusal.value = ack.ok ? null : ack.refusal;
    if (!ack.ok) return;
    say(t("Added as number {number}.", { number: ack.result.participant.slice(1) }));
    fields.value = BLANK;
  };
  return (
    <details class="panel newcomer" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t("Add somebody without a phone")}</summary>
      <form class="newcomer-form" onSubmit={add}>
        <Details fields={fields} refusal={refusal} />
        <Button type="submit" look="main">
          {t("Add")}
        </Button>
      </form>
    </details>
  );
}

/** Send the list; gives what became of it, or a reason in words. */
async function send(text, expected) {
  const address = `${urls.api}/participants.csv?${new URLSearchParams({ expected: expected ? "1" : "0", lang: page.language })}`;
  try {
    const answer = await fetch(address, { method: "POST", headers: { Authorization: `Bearer ${page.token}`, "Content-Type": "text/csv" }, body: text });
    const told = await answer.json();
    return answer.ok ? { told } : { problem: told.detail };
  } catch {
    return { problem: t("There is no connection to the server just now. Try again in a moment.") };
  }
}

export function Roster() {
  const { open, text, expected, problem, sending } = roster;
  const file = useRef(null);
  const read = text.value.trim() ? rosterOf(text.value) : { people: [], ignored: [] };
  const write = (typed) => {
    text.value = typed;
    problem.value = "";
  };
  const take = async (event) => {
    const [chosen] = event.currentTarget.files;
    if (chosen) write(textOf(new Uint8Array(await chosen.arrayBuffer())));
  };
  const add = async (event) => {
    event.preventDefault();
    if (sending.peek()) return;
    sending.value = true;
    const { told, problem: reason = "" } = await send(text.peek(), expected.peek());
    sending.value = false;
    problem.value = reason;
    if (!told) return;
    say(n("{count} person added", "{count} people added", told.added));
    if (told.known) say(n("{count} was on the list already", "{count} were on the list already", told.known));
    text.value = "";
    file.current.value = "";
  };
  return (
    <details class="panel roster" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t("Add a list of people")}</summary>
      <form class="roster-form" onSubmit={add}>
        <label class="field">
          <span class="field-label">{t("A file (CSV)")}</span>
          <input ref={file} class="input" type="file" accept=".csv,.txt,text/csv,text/plain" onChange={take} />
        </label>
        <Field
          as="textarea"
          rows={5}
          label={t("Or paste it here")}
          hint={t("The first line names the columns: name, institution, sector. In Excel: File, Save as, CSV.")}
          error={problem.value || (read ? "" : t("The first line names none of these columns: name, institution, sector."))}
          value={text.value}
          onInput={write}
        />
        <fieldset class="choice">
          <legend>{t("These people")}</legend>
          <label class="check-label">
            <input type="radio" name="expected" checked={expected.value} onChange={() => (expected.value = true)} />
            {t("are expected: seated when they are here")}
          </label>
          <label class="check-label">
            <input type="radio" name="expected" checked={!expected.value} onChange={() => (expected.value = false)} />
            {t("are here, without a phone so far")}
          </label>
        </fieldset>
        <p class="quiet">{t("Whoever joins with a phone by the same name is that person.")}</p>
        {read?.people.length > 0 && <Preview read={read} />}
        <Button type="submit" look="main" disabled={!read?.people.length || sending.value}>
          {read?.people.length ? n("Add {count} person", "Add {count} people", read.people.length) : t("Add")}
        </Button>
      </form>
    </details>
  );
}

function Preview({ read }) {
  const { people, ignored } = read;
  return (
    <div class="roster-preview">
      <p>
        <strong>{n("{count} person on this list", "{count} people on this list", people.length)}</strong>
      </p>
      <ul class="quiet">
        {people.slice(0, SHOWN).map((person, at) => (
          <li key={at} dir="auto">
            {[person.name || t("no name given"), person.institution, person.sector].filter(Boolean).join(" · ")}
          </li>
        ))}
        {people.length > SHOWN && <li>{n("and {count} more", "and {count} more", people.length - SHOWN)}</li>}
      </ul>
      {ignored.length > 0 && <p class="quiet">{n("The column {columns} is left out.", "The columns {columns} are left out.", ignored.length, { columns: list(ignored) })}</p>}
    </div>
  );
}
