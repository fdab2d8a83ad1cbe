// Before the people come: the ways in, a short list of what is missing, tables and rounds.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { list, n, number, t } from "../shared/strings.js";
import { ask, desk, urls, workshop } from "./desk.js";
import { Editable } from "./Editable.jsx";
import { areasOf, roundsOf, tablesOf } from "./gather.js";
import { missingOf, presentOf, untouched } from "./step.js";
import { remember } from "./undo.js";

export function Prepare() {
  return (
    <div class="prepare">
      <WaysIn />
      <Checklist />
      <section class="panel" aria-labelledby="the-workshop">
        <h2 id="the-workshop">{t("The workshop")}</h2>
        <p class="quiet">{t("Here and everywhere on this page: what you write is saved when you leave the field.")}</p>
        <Editable name="title" wraps label={t("Title")} value={workshop.value.title} save={(title) => ask("workshop.edit", { title }, { quiet: true })} />
      </section>
      <Rounds />
      <Tables />
    </div>
  );
}

function WaysIn() {
  return (
    <section class="panel ways-in" aria-labelledby="ways-in">
      <h2 id="ways-in">{t("The way in")}</h2>
      <img class="qr" src={urls.qr} alt={t("QR code of {address}", { address: urls.join })} />
      <div class="ways-in-words">
        <p>{t("People scan this code with their phone's camera, or open this address:")}</p>
        <p class="address">{urls.join}</p>
        <p>
          {t("Code")} <strong class="code">{workshop.value.code}</strong>
        </p>
        <a class="button" href={urls.board} target="obrus-board">
          <Icon name="screen" />
          {t("Open the board for the projector")}
        </a>
        <p class="quiet">{t("Drag the board's window to the projector and press F for the full screen.")}</p>
      </div>
    </section>
  );
}

function Checklist() {
  const missing = missingOf(workshop.value, desk.value);
  const said = {
    topics: t("Some tables have no topic yet."),
    questions: t("Some tables and rounds have no question yet."),
    areas: t("No table and no round is about: {areas}. Choose it at a table below, or add one.", { areas: list(untouched(workshop.value)) }),
    people: t("Nobody has joined yet: open the board and let people scan the code."),
    seats: t("The seats are not dealt yet: do it when most people are here. Latecomers are seated by themselves."),
  };
  return (
    <section class="panel" aria-labelledby="missing">
      <h2 id="missing">{t("Is everything ready?")}</h2>
      {missing.length === 0 ? (
        <p class="check">
          <Icon name="check" />
          {t("Everything is ready.")}
        </p>
      ) : (
        <ul class="checks">
          {missing.map((name) => (
            <li key={name} class="check">
              <Icon name="info" />
              {said[name]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Rounds() {
  const rounds = roundsOf(workshop.value);
  const last = rounds.at(-1);
  const classic = workshop.value.format === "classic";
  return (
    <section class="panel" aria-labelledby="rounds">
      <h2 id="rounds">{t("Rounds")}</h2>
      <ul class="rows">
        {rounds.map((held) => (
          <li key={held.number} class="row">
            <p class="row-name">
              {t("Round {round}", { round: held.number })} <span class="quiet">{statusName(held.status)}</span>
            </p>
            <Editable
              name={`round/${held.number}/minutes`}
              label={t("Minutes")}
              class="field-short"
              inputMode="numeric"
              value={String(held.minutes)}
              disabled={held.status !== "planned"}
              save={(text) => saveMinutes(held.number, text)}
            />
            <Editable
              name={`round/${held.number}/question`}
              wraps
              label={classic ? t("Question") : t("Question (if this round has one of its own)")}
              class="field-long"
              value={held.question}
              save={(question) => ask("round.edit", { round: held.number, question }, { quiet: true })}
            />
          </li>
        ))}
      </ul>
      <div class="row-actions">
        <Button icon="add" onClick={() => ask("round.add", { minutes: last?.minutes ?? 15 })}>
          {t("Add a round")}
        </Button>
        {rounds.length > 1 && last.status === "planned" && (
          <Button onClick={() => ask("round.drop", { round: last.number })}>{t("Remove round {round}", { round: last.number })}</Button>
        )}
      </div>
    </section>
  );
}

/** Asks for whole minutes in words a person understands; the server's own bounds are 1 and 240. */
async function saveMinutes(round, text) {
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  const ack = await ask("round.edit", { round, minutes }, { quiet: true });
  if (ack.ok || ack.refusal.code !== "invalid_value") return ack;
  return { ok: false, refusal: { ...ack.refusal, message: t("Write whole minutes, from 1 to 240.") } };
}

function statusName(status) {
  return { planned: "", open: t("going on"), closed: t("over"), skipped: t("skipped") }[status];
}

function Tables() {
  const tables = tablesOf(workshop.value);
  const adding = useSignal(false);
  const used = new Set(Object.values(desk.value.ideas).map((idea) => idea.table));
  const between = workshop.value.phase !== "round";
  const people = presentOf(desk.value);
  const add = async () => {
    adding.value = true;
    await ask("table.add");
    adding.value = false;
  };
  return (
    <section class="panel" aria-labelledby="tables">
      <h2 id="tables">{n("{count} table", "{count} tables", tables.length)}</h2>
      <p class="quiet">
        {t("Four to six people at a table talk best.")} {people > 0 && n("{count} person is here: {each} to a table.", "{count} people are here: {each} to a table.", people, { each: number(Math.round((10 * people) / tables.length) / 10) })}
      </p>
      <ul class="rows">
        {tables.map((table) => (
          <TableRow key={table.id} table={table} removable={between && tables.length > 1 && !used.has(table.id)} />
        ))}
      </ul>
      <Button icon="add" disabled={adding.value || !between} onClick={add}>
        {t("Add a table")}
      </Button>
      {!between && <p class="quiet">{t("Tables can be added and removed between rounds.")}</p>}
    </section>
  );
}

function TableRow({ table, removable }) {
  const change = (fields) => ask("table.edit", { table: table.id, ...fields }, { quiet: true });
  const areas = areasOf(workshop.value);
  const label = t("Remove table {number}", { number: table.number });
  const remove = async () => {
    const { topic, question, area = "" } = table;
    if ((await ask("table.drop", { table: table.id })).ok) remember(t("Undo removing table {number}", { number: table.number }), () => ask("table.add", { topic, question, area }));
  };
  return (
    <li class="row">
      <p class="row-name">{t("Table {number}", { number: table.number })}</p>
      <Editable name={`table/${table.id}/topic`} wraps label={t("Topic")} class="field-medium" value={table.topic} save={(topic) => change({ topic })} />
      <Editable name={`table/${table.id}/question`} wraps label={t("Question")} class="field-long" value={table.question} save={(question) => change({ question })} />
      <label class="field field-medium">
        <span class="field-label">{t("Area of the charter")}</span>
        <select class="input" value={table.area ?? ""} onChange={(event) => ask("table.edit", { table: table.id, area: event.currentTarget.value })}>
          <option value="">{t("the round's area")}</option>
          {areas.map((area) => (
            <option key={area.id} value={area.id}>
              {area.title}
            </option>
          ))}
        </select>
      </label>
      {removable && (
        <Button look="plain" icon="close" label={label} onClick={remove} />
      )}
    </li>
  );
}
