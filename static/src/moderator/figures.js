// What seats come to, counted as the planner counts (facilitation/seating/score.py), so that a plan changed by hand has its figures,
// too. Pure. What is the least possible only the planner knows.

/** Everybody's way through the rounds, {ID: {ROUND: TABLE}}: what was dealt, and over it what a plan says for those who are here. */
function routes(people, seats) {
  const ways = Object.fromEntries(Object.entries(people).map(([id, person]) => [id, { ...person.seats }]));
  for (const [round, seated] of Object.entries(seats)) {
    for (const [id, table] of Object.entries(seated)) if (people[id]?.status === "present") ways[id][round] = table;
  }
  return ways;
}

/** Who sits together: for each round, each table's people, [[id…]…]. */
function groupsOf(ways) {
  const groups = new Map();
  for (const [id, way] of Object.entries(ways)) {
    for (const [round, table] of Object.entries(way)) {
      const key = `${round} ${table}`;
      if (!groups.has(key)) groups.set(key, { round, ids: [] });
      groups.get(key).ids.push(id);
    }
  }
  return [...groups.values()];
}

/** Pairs who sit together by request, by the `key` of two ids; being together goes on from one to the next. */
function matesOf(requests, key) {
  const company = new Map();
  for (const { kind, participants } of Object.values(requests)) {
    if (kind !== "together") continue;
    const united = new Set(participants.flatMap((id) => [...(company.get(id) ?? [id])]));
    for (const id of united) company.set(id, united);
  }
  const mates = new Set();
  for (const [id, united] of company) for (const other of united) if (other !== id) mates.add(key(id, other));
  return mates;
}

const choose2 = (count) => (count * (count - 1)) / 2;

function tally(labels) {
  const counts = new Map();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** By how many seats the tables of one round miss an even spread of sectors: each its share, rounded down or up. */
function unevenIn(tables, sector) {
  const totals = tally(tables.flat().map(sector));
  const people = tables.flat().length;
  let off = 0;
  for (const ids of tables) {
    const counts = tally(ids.map(sector));
    for (const [label, total] of totals) {
      const share = (total * ids.length) / people;
      const count = counts.get(label) ?? 0;
      off += Math.max(0, Math.floor(share) - count, count - Math.ceil(share));
    }
  }
  return off;
}

/**
 * The figures of seats {ROUND: {ID: TABLE}} beside what was before: {repeats, pairs_again, most_meetings, sector_off, clashes}. Those
 * who sit together by request may meet as often as they like.
 */
export function figuresOf(people, requests, seats) {
  const place = new Map(Object.keys(people).map((id, at) => [id, at]));
  const key = (one, other) => {
    const [a, b] = [place.get(one), place.get(other)];
    return a < b ? a * place.size + b : b * place.size + a;
  };
  const groups = groupsOf(routes(people, seats));
  const mates = matesOf(requests, key);
  const met = new Map();
  let clashes = 0;
  for (const { ids } of groups) {
    for (const [at, one] of ids.entries()) for (const other of ids.slice(at + 1)) met.set(key(one, other), (met.get(key(one, other)) ?? 0) + 1);
    const institutions = tally(ids.map((id) => people[id].institution.toLocaleLowerCase()).filter(Boolean));
    for (const count of institutions.values()) clashes += choose2(count);
  }
  const meetings = [...met].filter(([pair]) => !mates.has(pair)).map(([, times]) => times);
  const again = meetings.filter((times) => times > 1);
  const rounds = new Set(groups.map(({ round }) => round));
  const tablesOf = (round) => groups.filter((group) => group.round === round).map(({ ids }) => ids);
  return {
    repeats: again.reduce((sum, times) => sum + choose2(times), 0),
    pairs_again: again.length,
    most_meetings: meetings.reduce((most, times) => Math.max(most, times), 0),
    sector_off: [...rounds].reduce((sum, round) => sum + unevenIn(tablesOf(round), (id) => people[id].sector), 0),
    clashes,
  };
}
