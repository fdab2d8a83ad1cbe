// Who is here and where they sit: search, add somebody without a phone, seat by hand, hosts, leaving, erasing.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { say } from "../shared/components/Notice.jsx";
import { n, t } from "../shared/strings.js";
import { ask, desk, link, workshop } from "./desk.js";
import { peopleOf, roundsOf, tablesOf } from "./gather.js";

export function People() {
  const search = useSignal("");
  const erasing = useSignal("");
  const people = peopleOf(desk.value, search.value);
  const all = Object.keys(desk.value.people).length;
  return (
    <div class="people">
      <Newcomer />
      <section class="panel" aria-labelledby="people">
        <div class="panel-head">
          <h2 id="people">{n("{count} person", "{count} people", all)}</h2>
          {all > 8 && <Field label={t("Search")} type="search" class="field-medium" value={search.value} onInput={(text) => (search.value = text)} />}
        </div>
        <Mixing />
        {all === 0 && <p class="empty">{t("Nobody has joined yet. Open the board: the way in is on it.")}</p>}
        {all > 0 && people.length === 0 && <p class="empty">{t("Nobody is called that.")}</p>}
        {people.length > 0 && <Table people={people} erase={(id) => (erasing.value = id)} />}
      </section>
      <Erasing who={erasing} />
    </div>
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
  const blank = { name: "", institution: "", sector: "" };
  const fields = useSignal(blank);
  const error = useSignal(null);
  const set = (name) => (text) => (fields.value = { ...fields.value, [name]: text });
  const add = async (event) => {
    event.preventDefault();
    const ack = await ask("participant.join", fields.value, { quiet: true });
    error.value = ack.ok ? null : ack.refusal;
    if (!ack.ok) return;
    say(t("Added as number {number}.", { number: ack.result.participant.slice(1) }));
    fields.value = blank;
  };
  const errorOf = (name) => (error.value?.field === name ? error.value.message : "");
  return (
    <details class="panel newcomer">
      <summary>{t("Add somebody without a phone")}</summary>
      <form class="newcomer-form" onSubmit={add}>
        <Field label={t("Name (optional)")} maxLength={80} value={fields.value.name} error={errorOf("name")} onInput={set("name")} />
        <Field label={t("Institution (optional)")} maxLength={120} value={fields.value.institution} error={errorOf("institution")} onInput={set("institution")} />
        <Field label={t("Sector (optional)")} maxLength={60} list="sectors" value={fields.value.sector} error={errorOf("sector")} onInput={set("sector")} />
        <datalist id="sectors">
          {workshop.value.sectors.map((sector) => (
            <option key={sector} value={sector} />
          ))}
        </datalist>
        <Button type="submit" look="main">
          {t("Add")}
        </Button>
      </form>
      {error.value && !error.value.field && <p class="field-error">{error.value.message}</p>}
    </details>
  );
}

function Table({ people, erase }) {
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
            <Person key={person.id} person={person} erase={erase} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Person({ person, erase }) {
  const phone = Boolean(link.presence.value.participants?.[person.id]);
  const present = person.status === "present";
  const called = person.name || `#${person.number}`;
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
        <Button onClick={() => ask(present ? "participant.leave" : "participant.return", { participant: person.id })}>
          {present ? t("Has left") : t("Is back")}
        </Button>
        <Button look="plain" label={t("Erase name and institution of {name}", { name: called })} icon="hidden" onClick={() => erase(person.id)} />
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
  return (
    <select
      class="input"
      aria-label={t("Table of {name} in round {round}", { name: called, round })}
      value={person.seats[round] ?? ""}
      onChange={(event) => ask("seat.move", { participant: person.id, table: event.currentTarget.value, round })}
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
