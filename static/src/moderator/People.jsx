// Who is here, who is expected and where they sit: the plan of the seats, requests, hosts, and a row for everybody.

import { computed, signal, useComputed, useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { n, number, t } from "../shared/strings.js";
import { Changing, Erasing } from "./Correcting.jsx";
import { connected, desk, workshop } from "./desk.js";
import { countsOf, found, roundsOf, tablesOf } from "./gather.js";
import { Hosts } from "./Hosts.jsx";
import { cameIn } from "./plan.js";
import { Plan } from "./Plan.jsx";
import { Requests } from "./Requests.jsx";
import { Newcomer, Roster } from "./Roster.jsx";
import { hosts, move, people } from "./seating.js";
import { askUndoably } from "./undo.js";

/** So many rows at first, and more with each press: five hundred with a choice of tables each would be slow to draw. */
const ROWS = 60;

/** What is being looked for; it outlives a look at another place. */
const search = signal("");
const status = signal("");
const dealt = computed(() => desk.value.dealt);
const sectors = computed(() => workshop.value.sectors);

export function People() {
  const changing = useSignal("");
  const erasing = useSignal("");
  return (
    <div class="people">
      <Plan />
      <Everybody change={(id) => (changing.value = id)} />
      <Newcomer />
      <Roster />
      <Hosts />
      <Requests />
      <Sectors />
      <Changing who={changing} erase={(id) => (erasing.value = id)} />
      <Erasing who={erasing} />
    </div>
  );
}

function Everybody({ change }) {
  const rows = useSignal(ROWS);
  const all = Object.keys(people.value).length;
  const fitting = found(people.value, search.value).filter((person) => !status.value || person.status === status.value);
  const left = fitting.length - rows.value;
  return (
    <section class="panel" aria-labelledby="people">
      <div class="panel-head">
        <h2 id="people">{n("{count} person", "{count} people", all)}</h2>
        <Statuses />
        {(all > 8 || search.value) && <Field label={t("Search")} type="search" class="search" value={search.value} onInput={(text) => (search.value = text)} />}
      </div>
      {all === 0 && <p class="empty">{t("Nobody has joined yet. Open the board: the way in is on it.")}</p>}
      {all > 0 && fitting.length === 0 && <p class="empty">{t("Nobody is called that.")}</p>}
      {fitting.length > 0 && <Table people={fitting.slice(0, rows.value)} change={change} />}
      {left > 0 && <Button onClick={() => (rows.value += 4 * ROWS)}>{n("Show {count} more person", "Show {count} more people", Math.min(left, 4 * ROWS))}</Button>}
    </section>
  );
}

/** Whom to show, where there are people who are not here. */
function Statuses() {
  const { present, expected, left } = countsOf(people.value);
  if (!expected && !left) return null;
  const choices = { "": t("Everybody"), present: t("Here: {count}", { count: number(present) }), expected: t("Expected: {count}", { count: number(expected) }), left: t("Have left: {count}", { count: number(left) }) };
  return (
    <div class="areas" role="group" aria-label={t("Show")}>
      {Object.entries(choices).map(([name, label]) => (
        <Button key={name} aria-pressed={status.value === name ? "true" : "false"} onClick={() => (status.value = name)}>
          {label}
        </Button>
      ))}
    </div>
  );
}

/** The sectors people choose from, for all fields that ask for one. */
function Sectors() {
  return (
    <datalist id="sectors">
      {sectors.value.map((sector) => (
        <option key={sector} value={sector} />
      ))}
    </datalist>
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
            <th scope="col">
              <span class="unseen">{t("More")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Person key={person.id} id={person.id} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Person({ id, change }) {
  const told = useComputed(() => people.value[id]).value;
  if (!told) return null;
  const person = { id, ...told };
  const called = person.name || `#${person.number}`;
  return (
    <tr class={person.status === "present" ? "" : "gone"}>
      <td>{person.number}</td>
      <th scope="row" dir="auto">
        {person.name || <span class="quiet">{t("no name given")}</span>}
        <State person={person} />
      </th>
      <td dir="auto">{person.institution}</td>
      <td dir="auto">{person.sector}</td>
      <td>
        <Seat person={person} called={called} />
      </td>
      <td class="person-actions">
        <Coming person={person} called={called} />
        <Button look="plain" icon="edit" label={t("Change the details of {name}", { name: called })} onClick={() => change(id)} />
      </td>
    </tr>
  );
}

/** Whether somebody is here, with which phone, since when, and as which table's host. */
function State({ person }) {
  const phone = useComputed(() => Boolean(connected.value[person.id])).value;
  const host = useComputed(() => Object.keys(hosts.value).find((table) => hosts.value[table] === person.id)).value;
  const came = useComputed(() => cameIn(workshop.value, people.value[person.id] ?? person)).value;
  const present = person.status === "present";
  const unseen = { left: t("has left"), expected: t("expected, not here yet") }[person.status];
  const here = phone ? t("phone connected") : person.by_moderator && !person.phone ? t("without a phone") : t("phone asleep or away");
  return (
    <>
      <span class="quiet person-state">
        <Icon name={present ? (phone ? "check" : "away") : person.status === "expected" ? "wait" : "close"} />
        {unseen ?? here}
      </span>
      {host && present && <span class="quiet person-state">{t("hosts table {number}", { number: workshop.value.tables[host]?.number ?? "" })}</span>}
      {came > 0 && present && <span class="quiet person-state">{t("came in round {round}", { round: came })}</span>}
    </>
  );
}

/** Leaving, coming back, being here at last; each can be taken back. */
function Coming({ person, called }) {
  const name = { name: called };
  const { words, aloud, undo, ways } = {
    present: { words: t("Mark as left"), aloud: t("Mark as left: {name}", name), undo: t("Undo: {name} has left", name), ways: ["participant.leave", "participant.return"] },
    left: { words: t("Is back"), aloud: t("{name} is back", name), undo: t("Undo: {name} is back", name), ways: ["participant.return", "participant.leave"] },
    expected: { words: t("Is here"), aloud: t("{name} is here", name), undo: t("Undo: {name} is here", name), ways: ["participant.return", "participant.leave"] },
  }[person.status];
  return (
    <Button look="plain" onClick={() => askUndoably(ways[0], { participant: person.id }, { label: undo, type: ways[1] })} aria-label={aloud}>
      {words}
    </Button>
  );
}

/** The round whose places are being looked at: the open one, or the next. */
function seatRound() {
  const held = roundsOf(workshop.value).find((round) => round.status === "open" || round.status === "planned");
  return workshop.value.phase === "round" ? workshop.value.round : held?.number;
}

function Seat({ person, called }) {
  const round = useComputed(seatRound).value;
  if (!dealt.value || !round || person.status !== "present") return null;
  const seat = person.seats[round] ?? "";
  const route = roundsOf(workshop.value).map((held) => workshop.value.tables[person.seats[held.number]]?.number ?? "–");
  return (
    <>
      <select class="input" aria-label={t("Table of {name} in round {round}", { name: called, round })} value={seat} onChange={(event) => move(person.id, round, event.currentTarget.value, true)}>
        {!seat && <option value="">–</option>}
        {tablesOf(workshop.value)
          .filter((table) => !table.closed || table.id === seat)
          .map((table) => (
            <option key={table.id} value={table.id}>
              {table.number}
            </option>
          ))}
      </select>
      <span class="quiet route">
        <span class="unseen">{t("Tables from round to round:")}</span> {route.join(" · ")}
      </span>
    </>
  );
}
