// What a moderator does to seats by hand, in the plan that is being looked at or in what was dealt: each with its way back.

import { computed, signal } from "@preact/signals";
import { say } from "../shared/components/Notice.jsx";
import { t } from "../shared/strings.js";
import { ask, desk, workshop } from "./desk.js";
import { callOf } from "./gather.js";
import { dealtSeats, repick } from "./plan.js";
import { remember } from "./undo.js";

/** Parts of the moderator's view, so that what shows one is not drawn again for every idea that is written. */
export const people = computed(() => desk.value.people);
export const hosts = computed(() => desk.value.hosts);
export const proposal = computed(() => desk.value.proposal);
export const requests = computed(() => desk.value.requests);
export const tables = computed(() => workshop.value.tables);

/** The seats that are shown: of the proposal, or else what was dealt. {ROUND: {ID: TABLE}} */
export const shown = computed(() => proposal.value?.seats ?? dealtSeats(workshop.value, people.value));

/** Who is picked in the plan: [{id, round}], at most two. */
export const picks = signal([]);

/** Pick somebody's place, or no longer. */
export function press(id, round) {
  picks.value = repick(picks.peek(), { id, round });
}

/** Nobody is picked any more. */
export function unpick() {
  picks.value = [];
}

const name = (id) => callOf(desk.peek(), id);
const numberOf = (table) => workshop.peek().tables[table]?.number ?? "";
/** Whether a gesture means the proposal, as a field of the command. */
const where = () => (proposal.peek() ? { proposal: true } : {});

/** Seat one person at a table in a round; gives whether that was done. `real`: in what was dealt, also while a plan is looked at. */
export async function move(participant, round, table, real = false) {
  const was = real ? people.peek()[participant].seats[round] : shown.peek()[round]?.[participant];
  const fields = { participant, round, ...(real ? {} : where()) };
  const ack = await ask("seat.move", { ...fields, table });
  if (!ack.ok || was === table) return ack.ok;
  say(t("{name} sits at table {table} in round {round}.", { name: name(participant), table: numberOf(table), round }));
  if (was) remember(t("Undo seating {name} elsewhere", { name: name(participant) }), () => ask("seat.move", { ...fields, table: was }));
  return true;
}

/** Let two people change places in one round, or without one in all that have not begun; gives whether that was done. */
export async function swap(participant, other, round) {
  const fields = { participant, other, ...(round ? { round } : {}), ...where() };
  const ack = await ask("seat.swap", fields);
  if (!ack.ok) return false;
  const both = { one: name(participant), other: name(other) };
  say(round ? t("{one} and {other} have changed places in round {round}.", { ...both, round }) : t("{one} and {other} have changed places in all rounds to come.", both));
  remember(t("Undo the swap of {one} and {other}", both), () => ask("seat.swap", fields));
  return true;
}

/** Keep somebody's place in every plan, or no longer; gives whether that was done. */
export async function pin(participant, round, on) {
  const table = on ? shown.peek()[round]?.[participant] : people.peek()[participant].pins?.[round];
  const fields = { participant, round, table };
  const [there, back] = [{ ...fields, on }, { ...fields, on: !on }];
  if (!(await ask("seat.pin", there)).ok) return false;
  const said = { name: name(participant), round, table: numberOf(table) };
  say(on ? t("{name} stays at table {table} in round {round}, whatever is planned.", said) : t("{name} may sit anywhere in round {round}.", said));
  remember(on ? t("Undo pinning {name}", said) : t("Undo unpinning {name}", said), () => ask("seat.pin", back));
  return true;
}

/** Ask that people sit apart or together; gives the ack. */
export async function request(kind, participants) {
  const ack = await ask("request.make", { kind, participants }, { quiet: true });
  if (ack.ok) remember(t("Undo the request"), () => ask("request.drop", { request: ack.result.request }));
  return ack;
}

/** Let a request count no more. */
export async function dropRequest(id) {
  const { kind, participants } = requests.peek()[id];
  if ((await ask("request.drop", { request: id })).ok) remember(t("Undo taking the request back"), () => ask("request.make", { kind, participants }));
}

/** Make somebody a table's host, in place of whom it had. Gives whether that was done. */
export async function appoint(table, participant) {
  const before = hosts.peek()[table];
  if (!(await ask("host.appoint", { table, participant })).ok) return false;
  say(t("{name} hosts table {table}.", { name: name(participant), table: numberOf(table) }));
  const back = before ? () => ask("host.appoint", { table, participant: before }) : () => ask("host.release", { table });
  remember(t("Undo making {name} a host", { name: name(participant) }), back);
  return true;
}

/** Let a table's host move on like everybody. */
export async function release(table) {
  const before = hosts.peek()[table];
  if (!(await ask("host.release", { table })).ok) return;
  say(t("Table {table} has no host now. That is no obstacle: whoever sits there can sum up.", { table: numberOf(table) }));
  remember(t("Undo releasing {name}", { name: name(before) }), () => ask("host.appoint", { table, participant: before }));
}
