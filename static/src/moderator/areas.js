// What belongs to an area of the charter, as the server sees it: nothing of it may be left when the area is to go. Pure.

/** {tables: [number…], rounds: [number…], ideas, themes, articles}: numbers in order, and counts; hidden ideas and articles taken out, too. */
export function belonging(workshop, desk, area) {
  const here = (things) => Object.values(things).filter((thing) => thing.area === area);
  const numbers = (things) => here(things).map((thing) => thing.number).sort((a, b) => a - b);
  const count = (things) => here(things).length;
  return { tables: numbers(workshop.tables), rounds: numbers(workshop.rounds), ideas: count(desk.ideas), themes: count(desk.themes), articles: count(desk.articles) };
}

/** Whether nothing belongs to it. */
export function isFree({ tables, rounds, ideas, themes, articles }) {
  return tables.length + rounds.length + ideas + themes + articles === 0;
}
