// What becomes of an article that two people reword at once: how a draft stands against what the charter says by now. Pure.
//
// A draft is {text, after, beside?, sent?, refusal?}: what somebody is typing, how many wordings the article had when they began,
// the others' version they chose to look at while going on, and whether it is saved already and only the views have not caught up.

/** The draft after a keystroke. */
export function typed(article, draft, text) {
  return { after: draft?.after ?? article.wordings.length, beside: draft?.beside, text };
}

/**
 * How a draft stands: "saved" (there is nothing to keep), "draft", "sent" (on disk, not in the views yet), or "meanwhile": somebody
 * else has reworded the article since it was begun.
 */
export function standing(article, draft) {
  if (!draft || draft.text.trim() === article.text) return "saved";
  const more = article.wordings.length > draft.after;
  if (draft.sent) return more ? "saved" : "sent";
  return more ? "meanwhile" : "draft";
}

/** The draft of somebody who has seen the others' version and goes on with their own, the other beside it. */
export function goOn(article, draft) {
  return { text: draft.text, after: article.wordings.length, beside: article.text };
}

/** A text cut in two where its first sentence ends; the rest is empty where there is only one. */
export function halves(text) {
  const end = /[.!?…]["”»)]*\s+(?=\S)/u.exec(text);
  return end ? [text.slice(0, end.index + end[0].trimEnd().length), text.slice(end.index + end[0].length)] : [text, ""];
}

/** So much of a text that it can be told from others, for labels. */
export function beginningOf(text, length = 40) {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  return letters.length <= length ? letters.join("") : `${letters.slice(0, length).join("").trimEnd()}…`;
}
