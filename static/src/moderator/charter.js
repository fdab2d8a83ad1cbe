// What moderators do to the charter's articles, each with its way back.

import { say } from "../shared/components/Notice.jsx";
import { t } from "../shared/strings.js";
import { ask, desk, workshop } from "./desk.js";
import { articlesOf } from "./gather.js";
import { askUndoably, remember } from "./undo.js";
import { beginningOf } from "./wording.js";

const article = (id) => desk.peek().articles[id];
const called = (id) => beginningOf(article(id)?.text ?? "");

/** Write an article's sentence, having seen `after` wordings; gives the ack, a refusal being the caller's to show. */
export async function reword(id, text, after) {
  const before = article(id).text;
  const label = t("Undo rewording “{article}”", { article: called(id) });
  const ack = await ask("article.reword", { article: id, text, after }, { quiet: true });
  if (ack.ok) remember(label, () => ask("article.reword", { article: id, text: before, after: after + 1 }));
  return ack;
}

/** Put an article one place up (-1) or down (1) in its area; gives whether it is there. */
export async function shift(id, by) {
  const order = articlesOf(desk.peek(), article(id).area).filter(({ dropped }) => !dropped).map((each) => each.id);
  const at = order.indexOf(id);
  const to = at + by;
  if (to < 0 || to >= order.length) return false;
  const place = (before) => ({ article: id, ...(before ? { before } : {}) });
  const next = by < 0 ? order[to] : order[to + 1];
  const ack = await askUndoably("article.move", place(next), { label: t("Undo moving “{article}”", { article: called(id) }), type: "article.move", fields: place(order[at + 1]) });
  return ack.ok;
}

/** Make one article of two; taking it back leaves what others wrote meanwhile. Gives the refusal. */
export async function merge(id, into, text) {
  const label = t("Undo merging “{article}”", { article: called(id) });
  const ack = await ask("article.merge", { article: id, into, text }, { quiet: true });
  if (!ack.ok) return ack.refusal;
  say(t("Two articles are one now."));
  remember(label, () => unmerge(id));
  return null;
}

/** Undo that an article was merged into another, whoever did it. */
export async function unmerge(id) {
  const ack = await ask("article.unmerge", { article: id });
  if (ack.ok) say(t("They are two articles again. What was reworded since reads as it did."));
}

/** Make two articles of one; taking it back leaves what others wrote meanwhile. Gives the refusal. */
export async function split(id, text, rest, ideas) {
  const label = t("Undo splitting “{article}”", { article: called(id) });
  const ack = await ask("article.split", { article: id, text, rest, ideas }, { quiet: true });
  if (!ack.ok) return ack.refusal;
  say(t("One article is two now."));
  remember(label, () => unsplit(ack.result.article));
  return null;
}

/** Undo that an article was split from another, whoever did it. */
export async function unsplit(id) {
  const ack = await ask("article.unsplit", { article: id });
  if (ack.ok) say(t("They are one article again. If one was reworded since, it says the words of both."));
}

/** Write an article of one's own; gives the refusal. */
export async function add(area, text, ideas) {
  const ack = await ask("article.add", { area, text, ideas }, { quiet: true });
  if (!ack.ok) return ack.refusal;
  say(t("The article is in the charter."));
  remember(t("Undo adding “{article}”", { article: beginningOf(text) }), () => ask("article.drop", { article: ack.result.article }));
  return null;
}

/** Put ideas behind an article, or with `on` false take them away. */
export async function link(id, ideas, on) {
  const label = on ? t("Undo putting an idea behind “{article}”", { article: called(id) }) : t("Undo leaving an idea out of “{article}”", { article: called(id) });
  return askUndoably("article.link", { article: id, ideas, on }, { label, type: "article.link", fields: { article: id, ideas, on: !on } });
}

/** Say that an idea that is offered does not belong behind an article. It is not offered again, so there is no way back but `link`. */
export async function decline(id, idea) {
  const ack = await ask("article.link", { article: id, ideas: [idea], on: false });
  if (ack.ok) say(t("The idea is not behind this article. You can still put it there with the other ideas."));
}

/** Leave an article out of the charter, or take it back in. */
export async function leaveOut(id, on) {
  const [there, back] = on ? ["article.drop", "article.restore"] : ["article.restore", "article.drop"];
  const label = on ? t("Undo leaving the article out") : t("Undo taking the article in");
  const ack = await askUndoably(there, { article: id }, { label, type: back });
  if (ack.ok) say(on ? t("The article is left out. You can take it back in.") : t("The article is in the charter again."));
}

/** Show an article large on the board, or (without one) what the board always shows. */
export async function showLarge(id) {
  const ack = await ask("board.show", id ? { article: id } : {});
  if (ack.ok) say(id ? t("The board shows this article large.") : t("The board shows everything again."));
}

/** Hide the words of an answer, or show them again. */
export async function hideWords(id, number, on) {
  const label = on ? t("Undo hiding the words of a reservation") : t("Undo showing the words of a reservation");
  return askUndoably("reservation.hide", { article: id, number, on }, { label, type: "reservation.hide", fields: { article: id, number, on: !on } });
}

/** Let everybody with the code read the results, up to and including a day, or without an end; gives the refusal. */
export async function shareResults(until = "") {
  const { results, results_until: before = "" } = workshop.peek();
  const ack = await ask("results.share", { until }, { quiet: true });
  if (!ack.ok) return ack.refusal;
  say(t("Everybody with the code can read the results now."));
  remember(t("Undo sharing the results"), () => ask("results.share", results ? { until: before } : { on: false }));
  return null;
}

/** Put articles to the room: these, or without a list all. */
export async function putToRoom(articles) {
  const ack = await ask("agreement.open", articles ? { articles } : {});
  if (ack.ok) say(ack.result.articles ? t("Phones show it now. Answers come in under “Agreement”.") : t("Nothing has changed since it was put; the room is answering."));
  return ack.ok;
}
