// Who sits where, round by round: a plan to look at before anybody else sees it, or what was dealt; and changing it by hand.

import { computed, signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { list, n, t } from "../shared/strings.js";
import { cloth } from "../shared/tables.js";
import { desk, workshop } from "./desk.js";
import { alone, discard, look, use, working } from "./jobs.js";
import { brokenIn, movedPeople, possible, reached, roundsIn, tablesIn } from "./plan.js";
import { hosts, move, people, picks, pin, press, proposal, requests, shown, swap, tables, unpick } from "./seating.js";

/** "tables" or "people": how the plan is laid out. */
const layout = signal("tables");
const open = signal(false);
const dealt = computed(() => desk.value.dealt);
const report = computed(() => proposal.value?.report ?? desk.value.deal);

export function Plan() {
  if (!proposal.value && !dealt.value) return null;
  return proposal.value ? (
    <section class="panel plan" aria-labelledby="plan">
      <h2 id="plan">{t("A plan to look at")}</h2>
      <p>{t("Phones and board show nothing of it until you use it.")}</p>
      <Reached />
      {workshop.value.phase === "round" && <Deciding />}
      <Laid />
    </section>
  ) : (
    <details class="panel plan" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t("Who sits where, round by round")}</summary>
      <Reached />
      {open.value && roundsIn(shown.value).length > 0 && <Laid />}
    </details>
  );
}

/** While a round is going on, the bar has another step; between rounds these stand there. */
function Deciding() {
  const busy = working.value ? "true" : undefined;
  const run = (name, work) => () => !busy && alone(name, work);
  return (
    <div class="tools">
      <Button look="main" aria-disabled={busy} onClick={run("use", use)}>
        {t("Use this plan")}
      </Button>
      <Button aria-disabled={busy} onClick={run("look", () => look(() => {}))}>
        {t("Plan again")}
      </Button>
      <Button aria-disabled={busy} onClick={run("discard", discard)}>
        {t("Throw the plan away")}
      </Button>
    </div>
  );
}

/** One sentence of what a plan reached. */
function sentence({ name, count }) {
  return {
    uncounted: t("Changed by hand since it was planned."),
    nobody_twice: t("Nobody meets anyone twice."),
    pairs_twice: n("{count} pair meets twice.", "{count} pairs meet twice.", count),
    pairs_again: n("{count} pair meets more than once.", "{count} pairs meet more than once.", count),
    fewer_impossible: t("Fewer is impossible."),
    fewer_than_impossible: n("None at all is impossible.", "Fewer than {count} is impossible.", count),
    sectors_even: t("Every sector is spread evenly over the tables."),
    sectors_off: n("{count} seat is off an even spread of the sectors.", "{count} seats are off an even spread of the sectors.", count),
    colleagues_apart: t("Colleagues sit apart in every round."),
    colleagues_together: n("Two colleagues share a table {count} time.", "Two colleagues share a table {count} times.", count),
  }[name];
}

function Reached() {
  const here = Object.values(people.value).filter((person) => person.status === "present");
  const told = { sectors: here.some((person) => person.sector), institutions: here.some((person) => person.institution) };
  const broken = Object.values(requests.value).filter((request) => brokenIn(request, shown.value).length > 0).length;
  const moved = proposal.value && dealt.value ? movedPeople(people.value, proposal.value.seats) : null;
  return (
    <ul class="reached">
      {reached(report.value ?? {}, told).map((each) => (
        <li key={each.name}>{sentence(each)}</li>
      ))}
      {broken > 0 && <li class="reached-not">{n("{count} request is not kept.", "{count} requests are not kept.", broken)}</li>}
      {moved !== null && <li>{moved ? n("{count} person would sit elsewhere than phones show now.", "{count} people would sit elsewhere than phones show now.", moved) : t("Everybody keeps the places that phones show now.")}</li>}
    </ul>
  );
}

function Laid() {
  const choose = (name) => () => (layout.value = name);
  return (
    <>
      <div class="areas" role="group" aria-label={t("Show the plan")}>
        <Button aria-pressed={layout.value === "tables" ? "true" : "false"} onClick={choose("tables")}>
          {t("By table")}
        </Button>
        <Button aria-pressed={layout.value === "people" ? "true" : "false"} onClick={choose("people")}>
          {t("By person")}
        </Button>
      </div>
      <p class="quiet">{t("Press a person to move or pin that place; press two people of a round to let them change places. Whoever is pinned stays there when you plan again.")}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("The plan")}>
        {layout.value === "tables" ? <ByTable /> : <ByPerson />}
      </div>
      <Picked />
    </>
  );
}

function ByTable() {
  const numbers = roundsIn(shown.value);
  const laid = numbers.map((round) => tablesIn(workshop.value, people.value, shown.value[round]));
  const every = Object.entries(tables.value)
    .map(([id, table]) => ({ id, ...table }))
    .filter(({ id }) => laid.some((round) => round.some((table) => table.id === id)))
    .sort((a, b) => a.number - b.number);
  return (
    <table class="grid plan-grid">
      <thead>
        <tr>
          <th scope="col">{t("Table")}</th>
          {numbers.map((round) => (
            <th key={round} scope="col">
              {t("Round {round}", { round })}
            </th>
          ))}
        </tr>
      </thead>
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
  const seated = table?.people ?? [];
  const over = table?.chairs && seated.length > table.chairs;
  return (
    <td>
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
  const called = person.name || `#${person.number}`;
  const pinned = person.pins?.[round] !== undefined;
  const host = Object.values(hosts.value).includes(id);
  const on = picks.value.some((pick) => pick.id === id && pick.round === round);
  const said = [called, host && t("host"), pinned && t("pinned")].filter(Boolean);
  return (
    <button
      type="button"
      id={`chip-${id}-${round}`}
      class={`chip ${pinned ? "chip-pinned" : ""} ${host ? "chip-host" : ""}`}
      aria-pressed={on ? "true" : "false"}
      aria-label={text ? t("{name} in round {round}: {place}", { name: said.join(", "), round, place: text }) : said.join(", ")}
      title={[person.name, person.institution, person.sector].filter(Boolean).join(" · ")}
      onClick={() => press(id, round)}
    >
      {host && <Icon name="home" />}
      {pinned && <Icon name="check" />}
      <bdi>{text ?? called}</bdi>
    </button>
  );
}

function ByPerson() {
  const numbers = roundsIn(shown.value);
  const here = Object.keys(people.value)
    .filter((id) => people.value[id].status === "present")
    .sort((a, b) => people.value[a].number - people.value[b].number);
  return (
    <table class="grid plan-grid">
      <thead>
        <tr>
          <th scope="col">{t("Name")}</th>
          {numbers.map((round) => (
            <th key={round} scope="col">
              {t("Round {round}", { round })}
            </th>
          ))}
        </tr>
      </thead>
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

/** What can be done with who is picked; stays at the foot of the screen. */
function Picked() {
  const box = useRef(null);
  const [one, other] = picks.value.filter(({ id, round }) => people.value[id]?.status === "present" && shown.value[round]);
  if (!one) return null;
  const { round } = one;
  const free = Object.entries(tables.value).filter(([, table]) => !table.closed);
  const at = shown.value[round][one.id];
  const planned = workshop.value.rounds[round].status === "planned";
  const pinned = people.value[one.id].pins?.[round] !== undefined;
  const can = possible(other ? [one, other] : [one], hosts.value);
  const called = (id) => people.value[id].name || `#${people.value[id].number}`;
  // The pressed button may be gone afterwards; the focus stays in the box.
  const then = async (done) => {
    if (await done) picks.value = [one];
    box.current?.focus();
  };
  const close = () => {
    unpick();
    document.getElementById(`chip-${one.id}-${round}`)?.focus();
  };
  return (
    <div class="picked plan-picked" ref={box} tabIndex={-1} role="group" aria-label={t("What to do with this place")}>
      <strong dir="auto">{other ? list([called(one.id), called(other.id)]) : called(one.id)}</strong>
      <span class="quiet">
        {t("Round {round}", { round })}
        {!other && <> · {t("Table {number}", { number: tables.value[at]?.number ?? "" })}</>}
      </span>
      {can.move && (
        <label class="plan-move">
          {t("Move to table")}
          <select class="input" value={at} onChange={(event) => then(move(one.id, round, event.currentTarget.value))}>
            {free.map(([id, table]) => (
              <option key={id} value={id}>
                {table.number}
              </option>
            ))}
          </select>
        </label>
      )}
      {!other && planned && can.move && <Button onClick={() => then(pin(one.id, round, !pinned))}>{pinned ? t("Unpin") : t("Pin here")}</Button>}
      {can.swap && <Button onClick={() => then(swap(one.id, other.id, round))}>{t("Swap in round {round}", { round })}</Button>}
      {can.swap && planned && <Button onClick={() => then(swap(one.id, other.id))}>{t("Swap in all rounds to come")}</Button>}
      {!can.move && !can.swap && <span>{t("A host stays at the table. To move this person, let somebody else host it.")}</span>}
      <Button look="plain" icon="close" label={t("Cancel")} onClick={close} />
    </div>
  );
}
