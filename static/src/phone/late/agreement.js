// The agreement as one person sees it: the articles that are put to the room, one's own answers, what is on its way. Pure.

const open = (item) => item.state === "waiting" || item.state === "sending" || item.state === "done";

/** The answers there are, in the order in which they are offered. */
export const ANSWERS = ["agree", "live_with", "reservation"];

/**
 * The articles put to the room, by area and order: [{id, put, text, area, answer, reason, again}]. `answer` is "" where one has not
 * answered what is put now; `again` says that one had answered an earlier wording.
 * @param {object} workshop the public view, with `articles` and `agreement`
 * @param {object} person one's own view
 * @param {object[]} items the outbox's items
 */
export function questions(workshop, person, items) {
  const { agreement, articles = {}, areas } = workshop;
  const areaOrder = ({ area }) => areas[area]?.order ?? 0;
  return (agreement?.articles ?? [])
    .filter((id) => id in articles)
    .map((id) => ({ id, ...articles[id] }))
    .sort((a, b) => areaOrder(a) - areaOrder(b) || a.order - b.order)
    .map(({ id, text, area, put }) => ({ id, put, text, area: areas[area]?.title ?? "", ...answerTo(id, put, person, items) }));
}

function answerTo(article, put, person, items) {
  const said = items.findLast((item) => item.type === "article.answer" && item.fields.article === article && open(item));
  if (said) return { answer: said.fields.answer, reason: said.fields.reason ?? "", again: false };
  const known = person.answers?.[article];
  const current = known && known.put === put;
  return { answer: current ? known.answer : "", reason: current ? (known.reason ?? "") : "", again: Boolean(known) && !current };
}

/** The place in the list to look at first: the first without an answer, or the first of all. */
export function firstOpen(list) {
  return Math.max(0, list.findIndex(({ answer }) => !answer));
}
