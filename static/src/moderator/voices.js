// Voice balance: how many people and sectors were heard, for pictures and words. Nobody is named. Pure.

/** More sectors than this are not told apart in one picture. */
const TOLD_APART = 4;

/**
 * The sectors of one HEARD, most people first, with "" for whoever is left: [{sector, people}]; empty where the few are not told
 * apart.
 */
export function sectorsOf(heard) {
  if (!heard?.sectors) return [];
  const named = Object.entries(heard.sectors)
    .map(([sector, people]) => ({ sector, people }))
    .sort((a, b) => b.people - a.people || a.sector.localeCompare(b.sector));
  const shown = named.length > TOLD_APART ? named.slice(0, TOLD_APART - 1) : named;
  const rest = heard.people - shown.reduce((sum, { people }) => sum + people, 0);
  return rest > 0 && shown.length ? [...shown, { sector: "", people: rest }] : shown;
}

/** Tables by number, each with what was heard in every round that anybody wrote in: [{id, number, topic, rounds: [{round, heard}]}]. */
export function tableVoices(workshop, desk) {
  const held = desk.voices?.tables ?? {};
  return Object.entries(workshop.tables)
    .filter(([id]) => id in held)
    .sort(([, a], [, b]) => a.number - b.number)
    .map(([id, { number, topic }]) => ({
      id,
      number,
      topic,
      rounds: Object.entries(held[id])
        .sort(([a], [b]) => a - b)
        .map(([round, heard]) => ({ round, heard })),
    }));
}
