// A plan of seats laid out by table or by person: every place is a button to pick.

import { useComputed } from "@preact/signals";
import { Icon } from "../shared/components/Icon.jsx";
import { n, t } from "../shared/strings.js";
import { cloth } from "../shared/tables.js";
import { carried, carryFrom } from "./carry.js";
import { workshop } from "./desk.js";
import { callOf } from "./gather.js";
import { roundsIn, tablesIn } from "./plan.js";
import { hosts, people, picks, press, shown, tables } from "./seating.js";

/** The head of both tables: what a row is, then the rounds. */
function Head({ of, numbers }) {
  return (
    <thead>
      <tr>
        <th scope="col">{of}</th>
        {numbers.map((round) => (
          <th key={round} scope="col">
            {t("Round {round}", { round })}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function ByTable() {
  const numbers = roundsIn(shown.value);
  const laid = numbers.map((round) => tablesIn(workshop.value, people.value, shown.value[round]));
  const every = Object.entries(tables.value)
    .map(([id, table]) => ({ id, ...table }))
    .filter(({ id }) => laid.some((round) => round.some((table) => table.id === id)))
    .sort((a, b) => a.number - b.number);
  return (
    <table class="grid plan-grid">
      <Head of={t("Table")} numbers={numbers} />
      <tbody>
        {every.map((table) => (
          <tr key={table.id} class={cloth(table.number)}>
            <th scope="row">
              {t("Table {number}", { number: table.number })}
              <span class="quiet plan-topic">{table.topic}</span>
            </th>
            {numbers.map((round, place) => (
              <Cell key={round} round={round} table={laid[place].find(({ id }) => id === table.id)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ round, table }) {
  const aimed = useComputed(() => carried.value?.round === round && carried.value.goal?.table === table?.id && Boolean(table));
  const seated = table?.people ?? [];
  const over = table?.chairs && seated.length > table.chairs;
  return (
    <td data-seats={table && `${round} ${table.id}`} class={aimed.value ? "cell-over" : ""}>
      <ul class="chips">
        {seated.map((id) => (
          <li key={id}>
            <Chip id={id} round={round} />
          </li>
        ))}
      </ul>
      <span class={over ? "plan-over" : "quiet"}>{over ? n("{count} person, but {chairs} chairs", "{count} people, but {chairs} chairs", seated.length, { chairs: table.chairs }) : seated.length}</span>
    </td>
  );
}

/** Somebody's place in a round, to be picked. */
function Chip({ id, round, text }) {
  const person = people.value[id];
  const aimed = useComputed(() => carried.value?.round === round && carried.value.goal?.other === id);
  const called = person.name || `#${person.number}`;
  const pinned = person.pins?.[round] !== undefined;
  const host = Object.values(hosts.value).includes(id);
  const on = picks.value.some((pick) => pick.id === id && pick.round === round);
  const said = [called, host && t("host"), pinned && t("pinned")].filter(Boolean);
  return (
    <button
      type="button"
      id={`chip-${id}-${round}`}
      class={`chip ${pinned ? "chip-pinned" : ""} ${host ? "chip-host" : ""} ${aimed.value ? "chip-over" : ""}`}
      aria-pressed={on ? "true" : "false"}
      aria-label={text ? t("{name} in round {round}: {place}", { name: said.join(", "), round, place: text }) : said.join(", ")}
      title={[person.name, person.institution, person.sector].filter(Boolean).join(" · ")}
      data-person={id}
      onPointerDown={(event) => !text && carryFrom(event, id, round)}
      onClick={() => press(id, round)}
    >
      {host && <Icon name="home" />}
      {pinned && <Icon name="check" />}
      <bdi>{text ?? called}</bdi>
    </button>
  );
}

export function ByPerson() {
  const numbers = roundsIn(shown.value);
  const here = Object.keys(people.value)
    .filter((id) => people.value[id].status === "present")
    .sort((a, b) => people.value[a].number - people.value[b].number);
  return (
    <table class="grid plan-grid">
      <Head of={t("Name")} numbers={numbers} />
      <tbody>
        {here.map((id) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              {people.value[id].name || `#${people.value[id].number}`}
            </th>
            {numbers.map((round) => {
              const table = shown.value[round][id];
              return <td key={round}>{table && <Chip id={id} round={round} text={t("Table {number}", { number: tables.value[table]?.number ?? "" })} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who is being carried, beside the pointer. */
export function Carried() {
  if (!carried.value) return null;
  const { id, x, y } = carried.value;
  return (
    <div class="ghost" aria-hidden="true" style={{ transform: `translate(${x + 12}px, ${y + 12}px)` }}>
      <bdi>{callOf({ people: people.value }, id)}</bdi>
    </div>
  );
}
