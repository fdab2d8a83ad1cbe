// A tablet that stays at a table, seen as somebody who hosts that table in every round and writes in its name. Pure.

/**
 * What a person's view would be for the table itself, undefined until both views are there.
 * @param {object|undefined} workshop the public view
 * @param {object|undefined} cloth the table's view
 * @param {string} table
 */
export function tabletOf(workshop, cloth, table) {
  if (!workshop?.tables[table] || !cloth) return undefined;
  const seats = Object.fromEntries(Object.keys(workshop.rounds).map((round) => [round, table]));
  const ideas = Object.fromEntries(Object.entries(cloth.ideas).filter(([, idea]) => idea.by_table));
  return { status: "present", tablet: true, name: "", institution: "", sector: "", table, seats, ideas, supported: {}, host_of: table };
}
