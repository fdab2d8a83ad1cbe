// What the server tells after the workshop, in the order people read it. Pure.

/**
 * {areas: [{id, title, articles: [{id, text, ideas, mine}]}], ideas, mine}: areas, articles and ideas in their order; an idea is
 * {id, number, text, tableNumber, round, support, own, supported}; `mine` of an article says that an idea of one's own is behind it,
 * `mine` of all counts the ideas one wrote or supported.
 */
export function resultsOf({ areas, articles, ideas, tables, own = [], supported = [] }) {
  const [written, backed] = [new Set(own), new Set(supported)];
  const laid = new Map(
    Object.entries(ideas)
      .sort(([, a], [, b]) => a.number - b.number)
      .map(([id, idea]) => [id, { ...idea, id, tableNumber: tables[idea.table]?.number ?? "", own: written.has(id), supported: backed.has(id) }]),
  );
  const here = (area) =>
    Object.entries(articles)
      .filter(([, article]) => article.area === area)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id, article]) => {
        const behind = article.ideas.map((idea) => laid.get(idea)).filter(Boolean);
        return { id, text: article.text, ideas: behind, mine: behind.some((idea) => idea.own) };
      });
  const all = [...laid.values()];
  return {
    areas: Object.entries(areas)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id, { title }]) => ({ id, title, articles: here(id) })),
    ideas: all,
    mine: all.filter((idea) => idea.own || idea.supported).length,
  };
}
