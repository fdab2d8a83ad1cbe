// Who is here and where they sit: search, add somebody without a phone, seat by hand, hosts, leaving, erasing.

import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { say } from "../shared/components/Notice.jsx";
import { n, t } from "../shared/strings.js";
import { ask, desk, link, workshop } from "./desk.js";
import { peopleOf, roundsOf, tablesOf } from "./gather.js";
import { askUndoably, remember } from "./undo.js";

/** What is being looked for and typed in; it outlives a look at another place. */
const search = signal("");
const BLANK = { name: "", institution: "", sector: "" };
const newcomer = { open: signal(false), fields: signal(BLANK), refusal: signal(null) };

export function People() {
  const changing = useSignal("");
  const erasing = useSignal("");
  const people = peopleOf(desk.value, search.value);
  const all = Object.keys(desk.value.people).length;
  return (
    <div class="people">
      <Newcomer />
      <section class="panel" aria-labelledby="people">
        <div class="panel-head">
          <h2 id="people">{n("{count} person", "{count} people", all)}</h2>
          {(all > 8 || search.value) && <Field label={t("Search")} type="search" class="search" value={search.value} onInput={(text) => (search.value = text)} />}
        </div>
        <Mixing />
        {all === 0 && <p class="empty">{t("Nobody has joined yet. Open the board: the way in is on it.")}</p>}
        {all > 0 && people.length === 0 && <p class="empty">{t("Nobody is called that.")}</p>}
        {people.length > 0 && <Table people={people} change={(id) => (changing.value = id)} />}
      </section>
      <Sectors />
      <Changing who={changing} erase={(id) => (erasing.value = id)} />
      <Erasing who={erasing} />
    </div>
  );
}

/** The sectors people choose from, for all fields that ask for one. */
function Sectors() {
  return (
    <datalist id="sectors">
      {workshop.value.sectors.map((sector) => (
        <option key={sector} value={sector} />
      ))}
    </datalist>
  );
}

/** Name, institution and sector as fields; `fields` and `refusal` are signals. */
function Details({ fields, refusal }) {
  const set = (name) => (text) => {
    fields.value = { ...fields.peek(), [name]: text };
    refusal.value = null;
  };
  const errorOf = (name) => (refusal.value?.field === name ? refusal.value.message : "");
  return (
    <>
      <Field label={t("Name (optional)")} autocomplete="off" value={fields.value.name} error={errorOf("name")} onInput={set("name")} />
      <Field label={t("Institution (optional)")} autocomplete="off" value={fields.value.institution} error={errorOf("institution")} onInput={set("institution")} />
      <Field label={t("Sector (optional)")} autocomplete="off" list="sectors" value={fields.value.sector} error={errorOf("sector")} onInput={set("sector")} />
      {refusal.value && !(refusal.value.field in BLANK) && <p class="field-error">{refusal.value.message}</p>}
    </>
  );
}

/** What the plan of the seats reached, in a sentence. */
function Mixing() {
  const { dealt, deal } = desk.value;
  if (!dealt || deal.repeats === undefined) return null;
  return (
    <p class="quiet">
      {deal.repeats === 0
        ? t("In this plan nobody meets anybody twice.")
        : n("In this plan {count} pair meets again.", "In this plan {count} pairs meet again.", deal.repeats)}
    </p>
  );
}

function Newcomer() {
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

function Table({ people, change }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t("People")}>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{t("No.")}</th>
            <th scope="col">{t("Name")}</th>
            <th scope="col">{t("Institution")}</th>
            <th scope="col">{t("Sector")}</th>
            <th scope="col">{t("Table")}</th>
            <th scope="col">{t("Host")}</th>
            <th scope="col">
              <span class="unseen">{t("More")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Person key={person.id} person={person} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Person({ person, change }) {
  const phone = Boolean(link.presence.value.participants?.[person.id]);
  const present = person.status === "present";
  const called = person.name || `#${person.number}`;
  const leaveOrReturn = () => {
    const [there, back] = present ? ["participant.leave", "participant.return"] : ["participant.return", "participant.leave"];
    const label = present ? t("Undo: {name} has left", { name: called }) : t("Undo: {name} is back", { name: called });
    return askUndoably(there, { participant: person.id }, { label, type: back });
  };
  return (
    <tr class={present ? "" : "gone"}>
      <td>{person.number}</td>
      <th scope="row" dir="auto">
        {person.name || <span class="quiet">{t("no name given")}</span>}
        <span class="quiet person-state">
          <Icon name={phone ? "check" : present ? "away" : "close"} />
          {present ? (phone ? t("phone connected") : person.by_moderator ? t("without a phone") : t("phone asleep or away")) : t("has left")}
        </span>
      </th>
      <td dir="auto">{person.institution}</td>
      <td dir="auto">{person.sector}</td>
      <td>
        <Seat person={person} called={called} />
      </td>
      <td>
        <Host person={person} called={called} />
      </td>
      <td class="person-actions">
        <Button look="plain" onClick={leaveOrReturn} aria-label={present ? t("{name} has left", { name: called }) : t("{name} is back", { name: called })}>
          {present ? t("Has left") : t("Is back")}
        </Button>
        <Button look="plain" icon="edit" label={t("Change the details of {name}", { name: called })} onClick={() => change(person.id)} />
      </td>
    </tr>
  );
}

/** The round whose places are being looked at: the open one, or the next. */
function seatRound() {
  const held = roundsOf(workshop.value).find((round) => round.status === "open" || round.status === "planned");
  return workshop.value.phase === "round" ? workshop.value.round : held?.number;
}

function Seat({ person, called }) {
  const round = seatRound();
  if (!desk.value.dealt || !round || person.status !== "present") return null;
  const sit = async (event) => {
    const was = person.seats[round];
    const seat = { participant: person.id, round };
    const ack = await ask("seat.move", { ...seat, table: event.currentTarget.value });
    if (ack.ok && was) remember(t("Undo seating {name} elsewhere", { name: called }), () => ask("seat.move", { ...seat, table: was }));
  };
  return (
    <select
      class="input"
      aria-label={t("Table of {name} in round {round}", { name: called, round })}
      value={person.seats[round] ?? ""}
      onChange={sit}
    >
      {!person.seats[round] && <option value="">–</option>}
      {tablesOf(workshop.value).map((table) => (
        <option key={table.id} value={table.id}>
          {table.number}
        </option>
      ))}
    </select>
  );
}

function Host({ person, called }) {
  const hosts = desk.value.hosts;
  const hosted = Object.keys(hosts).find((table) => hosts[table] === person.id) ?? "";
  if (person.status !== "present") return null;
  const choose = async (event) => {
    const table = event.currentTarget.value;
    if (hosted) await ask("host.release", { table: hosted });
    if (table) await ask("host.appoint", { table, participant: person.id });
  };
  return (
    <select class="input" aria-label={t("Table that {name} hosts", { name: called })} value={hosted} onChange={choose}>
      <option value="">{t("no")}</option>
      {tablesOf(workshop.value)
        .filter((table) => !hosts[table.id] || table.id === hosted)
        .map((table) => (
          <option key={table.id} value={table.id}>
            {t("Table {number}", { number: table.number })}
          </option>
        ))}
    </select>
  );
}

/** Somebody's details, to be corrected; erasing them is asked about once more. */
function Changing({ who, erase }) {
  const fields = useSignal(BLANK);
  const refusal = useSignal(null);
  const person = desk.value.people[who.value];
  useEffect(() => {
    const { name = "", institution = "", sector = "" } = person ?? {};
    fields.value = { name, institution, sector };
    refusal.value = null;
  }, [who.value]);
  const close = () => (who.value = "");
  const save = async (event) => {
    event.preventDefault();
    const ack = await ask("participant.update", { participant: who.value, ...fields.value }, { quiet: true });
    refusal.value = ack.ok ? null : ack.refusal;
    if (ack.ok) close();
  };
  const goOn = () => {
    erase(who.value);
    close();
  };
  return (
    <Dialog open={Boolean(person)} title={t("Details of number {number}", { number: person?.number ?? "" })} onClose={close}>
      <form class="details" onSubmit={save}>
        <Details fields={fields} refusal={refusal} />
        <div class="dialog-actions">
          <Button look="plain" class="dialog-aside" onClick={goOn}>
            {t("Erase name and institution…")}
          </Button>
          <Button onClick={close}>{t("Cancel")}</Button>
          <Button type="submit" look="main">
            {t("Save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Erasing({ who }) {
  const close = () => (who.value = "");
  const person = desk.value.people[who.value];
  const erase = async () => {
    const ack = await ask("participant.erase", { participant: who.value });
    if (ack.ok) say(t("Name and institution are erased."));
    close();
  };
  return (
    <Dialog
      open={Boolean(person)}
      title={t("Erase name and institution?")}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t("Keep them")}</Button>
          <Button look="danger" onClick={erase}>
            {t("Erase for good")}
          </Button>
        </>
      }
    >
      <p>
        {t("Name and institution of number {number} are erased for good. The ideas stay, without a name.", { number: person?.number ?? "" })}
      </p>
    </Dialog>
  );
}
