// The board's views as the pictures need them. Pure.

const entries = new WeakMap();

/** [id, idea], for an idea that has not changed the very same pair as before: of 2,000 ideas few change from one look to the next. */
function entryOf(id, idea) {
  const kept = entries.get(idea) ?? [id, idea];
  entries.set(idea, kept);
  return kept;
}

const written = ([, a], [, b]) => a.at - b.at || a.number - b.number;

/**
 * Ideas by `key`, each group newest first. Views hold ideas nearly in the order of writing, so that sorting is one pass over them.
 * What says the same within a group is one idea, the first, with `same`: how often it was said, and the support of all together.
 */
function groupBy(key, ideas) {
  const groups = new Map();
  for (const entry of Object.keys(ideas).map((id) => entryOf(id, ideas[id])).sort(written)) {
    const [id, idea] = entry;
    const name = key(idea);
    if (!groups.has(name)) groups.set(name, { said: [], places: new Map() });
    const { said, places } = groups.get(name);
    const place = places.get(idea.same_as ?? id);
    if (place === undefined) {
      places.set(idea.same_as ?? id, said.push(entry) - 1);
    } else {
      const [first, held] = said[place];
      said[place] = [first, { ...held, same: (held.same ?? 1) + 1, support: held.support + idea.support }];
    }
  }
  return new Map([...groups].map(([name, { said }]) => [name, said.reverse()]));
}

/** How many ideas a group of [id, idea] stands for. */
export const countOf = (group) => group.reduce((sum, [, idea]) => sum + (idea.same ?? 1), 0);

/** The tables with their ideas, newest first: [{id, number, topic, question, ideas: [[id, idea]…]}] in the order of numbers. Closed ones are left out. */
export function tablesOf(workshop, board) {
  const ideas = groupBy((idea) => idea.table, board.ideas);
  return Object.entries(workshop.tables)
    .filter(([id, table]) => !table.closed || board.tables[id]?.seats.length > 0)
    .sort(([, a], [, b]) => a.number - b.number)
    .map(([id, table]) => ({
      id,
      ...table,
      topic: table.topic || workshop.areas[table.area]?.title || "",
      seats: board.tables[id]?.seats ?? [],
      ideas: ideas.get(id) ?? [],
    }));
}

/**
 * Who is here: [{sector, count}] in at most `rows` rows, the many first. The last row, with the sector "", is everybody else: who
 * gave no sector, and the smallest sectors where there are too many.
 */
export function sectorsOf(people, rows = 12) {
  const named = Object.entries(people.sectors)
    .map(([sector, count]) => ({ sector, count }))
    .sort((a, b) => b.count - a.count || a.sector.localeCompare(b.sector));
  const sum = (some) => some.reduce((total, { count }) => total + count, 0);
  const full = named.length > rows || (named.length === rows && people.present > sum(named));
  const shown = full ? named.slice(0, rows - 1) : named;
  const rest = people.present - sum(shown);
  return rest > 0 ? [...shown, { sector: "", count: rest }] : shown;
}

/** The article or theme that the moderator shows large: {article} or {theme}, each [id, thing] as in `harvestOf`, or null. */
export function spotlightOf(workshop, areas) {
  const { article, theme } = workshop.spotlight ?? {};
  const at = (area) => ({ area: area.title });
  for (const area of areas) {
    const lit = area.articles.find(([id]) => id === article);
    if (lit) return { ...at(area), article: lit };
    const large = area.themes.find(({ id }) => id === theme);
    if (large) return { ...at(area), theme: large };
  }
  return null;
}

/**
 * The harvest by area: [{id, title, themes: [{id, title, support, ideas: [[id, idea]…]}], loose, articles: [[id, article]…]}], areas
 * with nothing of that left out. Themes with more dots, where the room may see them, then with more ideas come first; `loose` is how many ideas of the area are in no theme yet; articles
 * are in the charter's order.
 */
export function harvestOf(workshop, board) {
  const ideas = groupBy((idea) => (idea.theme in board.themes ? idea.theme : ` ${idea.area}`), board.ideas);
  const themes = Object.entries(board.themes).map(([id, theme]) => {
    const own = ideas.get(id) ?? [];
    return { id, ...theme, ideas: own, support: own.reduce((sum, [, idea]) => sum + idea.support, 0) };
  });
  return Object.entries(workshop.areas)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, area]) => ({
      id,
      title: area.title,
      themes: themes
        .filter((theme) => theme.area === id && theme.ideas.length > 0)
        .sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0) || countOf(b.ideas) - countOf(a.ideas) || a.order - b.order),
      loose: countOf(ideas.get(` ${id}`) ?? []),
      articles: Object.entries(board.articles)
        .filter(([, article]) => article.area === id)
        .sort(([, a], [, b]) => a.order - b.order),
    }))
    .filter(({ themes, loose, articles }) => themes.length + loose + articles.length > 0);
}
