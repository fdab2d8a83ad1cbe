// Each table's host: choosing one, replacing one, letting one move on. What that changes is said before it is done.

import { signal, useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { list, n, number, t } from "../shared/strings.js";
import { Chooser } from "./Chooser.jsx";
import { desk, workshop } from "./desk.js";
import { callOf, roundsOf, tablesOf } from "./gather.js";
import { appoint, hosts, people, release } from "./seating.js";

const open = signal(false);

export function Hosts() {
  const choosing = useSignal("");
  const standing = tablesOf(workshop.value).filter((table) => !table.closed);
  const count = Object.keys(hosts.value).length;
  return (
    <details class="panel hosts" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{count ? n("Hosts: {count} of {tables} tables", "Hosts: {count} of {tables} tables", count, { tables: number(standing.length) }) : t("Hosts")}</summary>
      <p class="quiet">{t("A host stays at the table, welcomes those who come and sums up. A table without one is no obstacle.")}</p>
      <ul class="rows">
        {standing.map((table) => (
          <Hosted key={table.id} table={table} choose={() => (choosing.value = table.id)} />
        ))}
      </ul>
      <Choosing table={choosing.value} close={() => (choosing.value = "")} />
    </details>
  );
}

function Hosted({ table, choose }) {
  const host = hosts.value[table.id];
  const at = { number: table.number };
  return (
    <li class="row host">
      <p class="host-words">
        <strong>{t("Table {number}", at)}</strong> <span class="quiet">{table.topic}</span>
        <br />
        <span dir="auto">{host ? t("Host: {name}", { name: callOf(desk.value, host) }) : t("no host")}</span>
      </p>
      <Button onClick={choose} aria-label={host ? t("Replace the host of table {number}", at) : t("Choose a host for table {number}", at)}>
        {host ? t("Replace…") : t("Choose…")}
      </Button>
      {host && (
        <Button look="plain" onClick={() => release(table.id)} aria-label={t("Let move on: the host of table {number}", at)}>
          {t("Let move on")}
        </Button>
      )}
    </li>
  );
}

/** First who, then what it changes, then yes. */
function Choosing({ table, close }) {
  const chosen = useSignal("");
  const { number: which = "" } = workshop.value.tables[table] ?? {};
  const name = callOf(desk.value, chosen.value);
  const leave = () => {
    chosen.value = "";
    close();
  };
  const yes = async () => {
    const [where, who] = [table, chosen.value];
    leave();
    await appoint(where, who);
  };
  return (
    <Dialog
      open={table in workshop.value.tables}
      title={t("A host for table {number}", { number: which })}
      onClose={leave}
      actions={
        <>
          {chosen.value && <Button onClick={() => (chosen.value = "")}>{t("Somebody else")}</Button>}
          <Button onClick={leave}>{t("Cancel")}</Button>
          {chosen.value && (
            <Button look="main" onClick={yes}>
              {t("Make {name} the host", { name })}
            </Button>
          )}
        </>
      }
    >
      {chosen.value ? <Consequences table={table} chosen={chosen.value} /> : <Chooser label={t("Who?")} without={Object.values(hosts.value)} choose={(id) => (chosen.value = id)} />}
    </Dialog>
  );
}

function Consequences({ table, chosen }) {
  const name = callOf(desk.value, chosen);
  const { number: which } = workshop.value.tables[table];
  const before = hosts.value[table];
  const coming = roundsOf(workshop.value).filter((round) => round.status === "planned");
  const rounds = list(coming.map((round) => number(round.number)));
  const going = workshop.value.phase === "round" && people.value[chosen].seats[workshop.value.round];
  return (
    <ul class="reached">
      {coming.length > 0 && <li>{n("{name} stays at table {table} in round {rounds}.", "{name} stays at table {table} in rounds {rounds}.", coming.length, { name, table: which, rounds })}</li>}
      {going && going !== table && <li>{t("In the round that is going on {name} stays at table {table}.", { name, table: workshop.value.tables[going]?.number ?? "" })}</li>}
      {before && <li>{t("{name}, the host so far, gets new places for the rounds to come.", { name: callOf(desk.value, before) })}</li>}
      <li>{t("Everybody else keeps their places.")}</li>
    </ul>
  );
}
