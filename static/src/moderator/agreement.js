// Where the charter stands with the room: what is put to it, how it was answered, and what comes next. Pure.

import { areasOf, articlesOf } from "./gather.js";

/** The articles of the charter, by area and order: [{id, ...article, areaTitle}]. */
export function charterOf(workshop, desk) {
  return areasOf(workshop).flatMap((area) =>
    articlesOf(desk, area.id)
      .filter((article) => !article.dropped)
      .map((article) => ({ ...article, areaTitle: area.title })),
  );
}

/**
 * The same with their answers. `asked`: people can answer it now; `outdated`: it reads otherwise than what was put last; `answered`
 * of `of` people have; `open` are the reservations to the last put, `comments` what others said to it, `earlier` what was said to
 * earlier ones, each [{number, answer, reason, at, put, hidden?}], the newest first. Articles with open reservations come first.
 */
export function answersOf(workshop, desk) {
  const asked = new Set(workshop.agreement?.articles ?? []);
  const found = charterOf(workshop, desk).map((article) => ({ ...article, ...saidTo(article), asked: asked.has(article.id) }));
  return [...found.filter((article) => article.open.length), ...found.filter((article) => !article.open.length)];
}

function saidTo(article) {
  const said = Object.entries(article.reservations ?? {})
    .map(([number, answer]) => ({ number: Number(number), ...answer }))
    .sort((a, b) => b.at - a.at);
  const now = said.filter(({ put }) => put === article.put);
  const figures = article.agreement ?? { agree: 0, live_with: 0, reservation: 0, of: 0 };
  return {
    open: now.filter(({ answer }) => answer === "reservation"),
    comments: now.filter(({ answer }) => answer !== "reservation"),
    earlier: said.filter(({ put }) => put !== article.put),
    answered: figures.agree + figures.live_with + figures.reservation,
    of: figures.of,
    outdated: Boolean(article.put) && article.put_wording !== article.wordings.length,
  };
}

/**
 * What comes next for a drafted charter: "put" (to the room), "settle" (people answer), "share" (the results), "end", or "" where
 * there is no article.
 */
export function stageOf(workshop, desk) {
  const articles = charterOf(workshop, desk);
  if (!articles.length) return "";
  if (workshop.agreement?.open) return "settle";
  if (!articles.some((article) => article.put)) return "put";
  return workshop.results ? "end" : "share";
}
