// The tables as they are set up: topic, question, chairs, open or closed, and the tablet that may stay at each.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { n, number, t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { ask, desk, workshop, written } from "./desk.js";
import { Editable } from "./Editable.jsx";
import { areasOf, tablesOf } from "./gather.js";
import { presentOf } from "./step.js";
import { Tablet } from "./Tablet.jsx";
import { reword } from "./Translations.jsx";
import { askUndoably, remember } from "./undo.js";

export function Tables() {
  const tables = tablesOf(written.value);
  const adding = useSignal(false);
  const tablet = useSignal("");
  const used = new Set(Object.values(desk.value.ideas).map((idea) => idea.table));
  const between = workshop.value.phase !== "round";
  const people = presentOf(desk.value);
  const open = tables.filter((table) => !table.closed).length;
  const add = async () => {
    adding.value = true;
    await ask("table.add");
    adding.value = false;
  };
  return (
    <section class="panel" aria-labelledby="tables">
      <h2 id="tables">{n("{count} table", "{count} tables", tables.length)}</h2>
      <p class="quiet">
        {t("Four to six people at a table talk best.")} {people > 0 && n("{count} person is here: {each} to a table.", "{count} people are here: {each} to a table.", people, { each: number(Math.round((10 * people) / open) / 10) })}
      </p>
      <ul class="rows">
        {tables.map((table) => (
          <TableRow key={table.id} table={table} between={between} removable={between && tables.length > 1 && !used.has(table.id)} tablet={() => (tablet.value = table.id)} />
        ))}
      </ul>
      <Button icon="add" disabled={adding.value || !between} onClick={add}>
        {t("Add a table")}
      </Button>
      <p class="quiet">{between ? t("Nobody is seated at a closed table in the rounds to come; its ideas stay. Without a number, a table has as many chairs as are needed.") : t("Tables can be added, closed and removed between rounds.")}</p>
      <Tablet which={tablet} />
    </section>
  );
}

/** An empty field means as many as are needed. The server's own bound is 200. */
async function saveChairs(change, text) {
  const chairs = /^\d{0,4}$/.test(text) ? Number(text) : -1;
  const ack = await change({ chairs });
  if (ack.ok || ack.refusal.code !== "invalid_value") return ack;
  return { ok: false, refusal: { ...ack.refusal, message: t("Write a whole number up to 200, or nothing for as many as are needed.") } };
}

function TableRow({ table, removable, between, tablet }) {
  const change = (fields) => ask("table.edit", { table: table.id, ...fields }, { quiet: true });
  const areas = areasOf(workshop.value);
  const label = t("Remove table {number}", { number: table.number });
  const remove = async () => {
    const { topic, question, area = "" } = table;
    const chairs = table.chairs ?? 0;
    if ((await ask("table.drop", { table: table.id })).ok) remember(t("Undo removing table {number}", { number: table.number }), () => ask("table.add", { topic, question, area, chairs }));
  };
  const at = { number: table.number };
  const close = () =>
    table.closed
      ? askUndoably("table.reopen", { table: table.id }, { label: t("Undo opening table {number}", at), type: "table.close" })
      : askUndoably("table.close", { table: table.id }, { label: t("Undo closing table {number}", at), type: "table.reopen" });
  return (
    <li class={`row ${table.closed ? "row-closed" : ""}`}>
      <p class="row-name">
        {t("Table {number}", { number: table.number })} {table.closed && <span class="quiet">{t("closed")}</span>}
      </p>
      <Editable name={`table/${table.id}/topic`} wraps label={t("Topic")} class="field-medium" value={table.topic} lang={tongueOf(written.value, table.topic)} save={(topic) => reword(table.topic, topic, () => change({ topic }))} />
      <Editable name={`table/${table.id}/question`} wraps label={t("Question")} class="field-long" placeholder={t("the round's question")} value={table.question} lang={tongueOf(written.value, table.question)} save={(question) => reword(table.question, question, () => change({ question }))} />
      <label class="field field-medium">
        <span class="field-label">{t("Area of the charter")}</span>
        <select class="input" value={table.area ?? ""} onChange={(event) => ask("table.edit", { table: table.id, area: event.currentTarget.value })}>
          <option value="">{t("the round's area")}</option>
          {areas.map((area) => (
            <option key={area.id} value={area.id} lang={tongueOf(workshop.value, area.title)}>
              {area.title}
            </option>
          ))}
        </select>
      </label>
      <Editable
        name={`table/${table.id}/chairs`}
        label={t("Chairs")}
        class="field-short"
        inputMode="numeric"
        placeholder={t("any")}
        value={table.chairs ? String(table.chairs) : ""}
        save={(text) => saveChairs(change, text)}
      />
      <div class="row-actions">
        <Button onClick={tablet} aria-label={t("Tablet for table {number}", at)}>
          {t("Tablet…")}
        </Button>
        {between && (
          <Button onClick={close} aria-label={table.closed ? t("Open again: table {number}", at) : t("Close table {number}", at)}>
            {table.closed ? t("Open again") : t("Close table")}
          </Button>
        )}
        {removable && <Button look="plain" icon="close" label={label} onClick={remove} />}
      </div>
    </li>
  );
}
