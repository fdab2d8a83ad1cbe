// A plan of seats as a moderator reads it: what it reached, who sits where, which requests it keeps. Pure.

/** The numbers of the rounds that a plan {ROUND: {ID: TABLE}} is about, in order. */
export function roundsIn(seats) {
  return Object.keys(seats).map(Number).sort((a, b) => a - b);
}

/** What was dealt for the rounds that are not over, in the shape of a plan; people who are here only. */
export function dealtSeats(workshop, people) {
  const going = Object.values(workshop.rounds).filter((round) => round.status === "open" || round.status === "planned");
  const seats = Object.fromEntries(going.map(({ number }) => [number, {}]));
  for (const [id, person] of Object.entries(people)) {
    if (person.status !== "present") continue;
    for (const [round, table] of Object.entries(person.seats)) if (round in seats) seats[round][id] = table;
  }
  return seats;
}

/**
 * One round of a plan: [{id, number, topic, closed, chairs, people: [id…]}], tables and people by number. A closed table stands there only
 * if somebody sits at it.
 */
export function tablesIn(workshop, people, seated) {
  const at = new Map(Object.keys(workshop.tables).map((table) => [table, []]));
  for (const [id, table] of Object.entries(seated)) if (people[id]?.status === "present") at.get(table)?.push(id);
  for (const ids of at.values()) ids.sort((a, b) => people[a].number - people[b].number);
  return Object.entries(workshop.tables)
    .map(([id, table]) => ({ id, ...table, people: at.get(id) }))
    .filter((table) => !table.closed || table.people.length > 0)
    .sort((a, b) => a.number - b.number);
}

/**
 * What a plan reached, as names of sentences with their numbers: [{name, count}]. `figures` are those of figures.js, `bound` the fewest
 * repeats there can be, where that is known. What nobody asked about is not spoken of: sectors where nobody has one, and so on.
 * @param {{sectors: boolean, institutions: boolean}} room what the people here told
 */
export function reached(figures, bound, { sectors, institutions }) {
  const said = meetings(figures, bound);
  if (sectors) said.push({ name: figures.sector_off ? "sectors_off" : "sectors_even", count: figures.sector_off });
  if (institutions) said.push({ name: figures.clashes ? "colleagues_together" : "colleagues_apart", count: figures.clashes });
  return said;
}

function meetings({ repeats, pairs_again: pairs, most_meetings: most }, bound) {
  if (!repeats) return [{ name: "nobody_twice", count: 0 }];
  const said = [{ name: most > 2 ? "pairs_again" : "pairs_twice", count: pairs }];
  if (repeats <= bound) said.push({ name: "fewer_impossible", count: 0 });
  else if (bound) said.push({ name: most > 2 ? "fewer_repeats_impossible" : "fewer_than_impossible", count: bound });
  return said;
}

/** The planner's bound on repeats, where its report is about these very seats: it says nothing of a plan changed by hand since. */
export function boundOf(report, figures) {
  return report?.repeats === figures.repeats && report.clashes === figures.clashes ? report.bound : undefined;
}

/** How many people would sit elsewhere in some round than phones show now. */
export function movedPeople(people, seats) {
  const differs = (id, person) => Object.entries(seats).some(([round, seated]) => seated[id] && person.seats[round] && seated[id] !== person.seats[round]);
  return Object.entries(people).filter(([id, person]) => person.status === "present" && differs(id, person)).length;
}

/** The rounds of a plan in which a request {kind, participants} is not kept. Who has no seat there is not counted. */
export function brokenIn({ kind, participants }, seats) {
  return roundsIn(seats).filter((round) => {
    const tables = participants.map((id) => seats[round][id]).filter(Boolean);
    const different = new Set(tables).size;
    return kind === "apart" ? different < tables.length : different > 1;
  });
}

/**
 * Requests that can't be kept all at once: [[R1, R2]…], each an "apart" and a "together" that hold two people in common. Being together
 * goes on from one to the next: A with B and B with C puts A with C.
 */
export function opposed(requests) {
  const listed = Object.entries(requests);
  const company = new Map();
  const leader = (id) => (company.has(id) && company.get(id) !== id ? leader(company.get(id)) : id);
  const together = listed.filter(([, request]) => request.kind === "together");
  for (const [, { participants }] of together) for (const id of participants) company.set(leader(id), leader(participants[0]));
  const clashes = [];
  for (const [apart, { kind, participants }] of listed) {
    if (kind !== "apart") continue;
    const seen = new Set();
    const doubled = participants.map(leader).find((id) => seen.size === seen.add(id).size);
    if (doubled === undefined) continue;
    const [close] = together.find(([, request]) => leader(request.participants[0]) === doubled) ?? [];
    if (close) clashes.push([apart, close]);
  }
  return clashes;
}

/** The round in which somebody came who was not here for the first one, or 0: the first with a seat. */
export function cameIn(workshop, person) {
  const begun = Object.values(workshop.rounds).filter((round) => round.opened_at).map((round) => round.number).sort((a, b) => a - b);
  const first = roundsIn(person.seats)[0];
  return begun.length && first > begun[0] ? first : 0;
}

/**
 * What the picked people can do: `picks` is [{id, round}] with at most two of one round. {move, swap}: whether one may be moved, whether
 * two may change places; hosts stay.
 */
export function possible(picks, hosts) {
  const hosting = picks.some(({ id }) => Object.values(hosts).includes(id));
  return { move: picks.length === 1 && !hosting, swap: picks.length === 2 && !hosting };
}

/** The picks after somebody was pressed: another one joins, the same one goes, a third or one of another round begins anew. */
export function repick(picks, pressed) {
  const others = picks.filter(({ id }) => id !== pressed.id);
  if (others.length < picks.length && picks.some(({ id, round }) => id === pressed.id && round === pressed.round)) return others;
  return others.length === 1 && others[0].round === pressed.round ? [...others, pressed] : [pressed];
}

/**
 * Where somebody who is carried would land: {other} to change places with, {table} to move to, or null. `from` and `over` are
 * {id, round, table}, `over.id` empty beside people. One stays within the round, and hosts stay where they are.
 */
export function landing(from, over, hosts) {
  const stays = (id) => Object.values(hosts).includes(id);
  if (!over || over.round !== from.round || over.table === from.table || stays(from.id)) return null;
  return over.id && !stays(over.id) ? { other: over.id } : { table: over.table };
}
