// Moving ideas between themes: what is picked, carrying it out, and the way back.

import { signal } from "@preact/signals";
import { say } from "../shared/components/Notice.jsx";
import { n, t } from "../shared/strings.js";
import { wayBack } from "./back.js";
import { ask, desk } from "./desk.js";
import { offerAlong, withdraw } from "./similar.js";
import { remember } from "./undo.js";

/** Ids of the picked ideas. */
export const picked = signal(new Set());

/** Pick ideas, or no longer. */
export function pick(ids, on) {
  const next = new Set(picked.peek());
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  picked.value = next;
}

/** Nothing is picked any more. */
export function unpick() {
  picked.value = new Set();
}

/** The ideas a gesture on some of them means: all the picked ones if the first is among them, otherwise themselves. */
export function meant(ids) {
  return picked.peek().has(ids[0]) ? [...picked.peek()] : ids;
}

/** Put ideas into a theme ("" is among the unassigned) in one step; gives whether that was done. */
async function place(ideas, theme) {
  return (await ask("ideas.place", { ideas, ...(theme ? { theme } : {}) })).ok;
}

/** Where ideas are: [[idea, theme or ""], …]. */
function whereabouts(ideas) {
  return ideas.map((idea) => [idea, desk.peek().ideas[idea]?.theme ?? ""]);
}

/** Put ideas back where they were, as far as they are still where they were put; what is not possible any more is said. */
async function putBack(before, now) {
  const { moves, stay } = wayBack(before, now, desk.peek());
  for (const [theme, ideas] of moves) await place(ideas, theme);
  if (stay) say(n("{count} idea stays where it is: somebody has changed things since.", "{count} ideas stay where they are: somebody has changed things since.", stay));
}

/** Move ideas to a theme, say so, and remember the way back; gives whether they are there. */
export async function move(ideas, theme) {
  const before = whereabouts(ideas).filter(([, was]) => was !== theme);
  if (!before.length || !(await place(before.map(([idea]) => idea), theme))) return !before.length;
  unpick();
  const title = desk.peek().themes[theme]?.title;
  const count = before.length;
  say(title ? n("{count} idea moved to “{title}”", "{count} ideas moved to “{title}”", count, { title }) : n("{count} idea taken out of its theme", "{count} ideas taken out of their themes", count));
  remember(n("Undo moving {count} idea", "Undo moving {count} ideas", count), () => putBack(before, theme));
  if (theme) offerAlong(before[0][0], theme);
  else withdraw();
  return true;
}

/** Leave new ideas where they were placed, for good: those named, or all of an area. Taking it back puts them among those in no theme. */
export async function accept(arrivals, area = "") {
  const before = arrivals.map(({ id, theme }) => [id, theme]);
  const one = arrivals[0];
  const ack = area ? await ask("arrivals.accept", { area }) : await ask("ideas.place", { ideas: [one.id], theme: one.theme });
  if (!ack.ok) return false;
  const count = before.length;
  say(n("{count} new idea stays where it is", "{count} new ideas stay where they are", count));
  remember(n("Undo accepting {count} new idea: it goes to “In no theme yet”", "Undo accepting {count} new ideas: they go to “In no theme yet”", count), () => takeOut(before));
  return true;
}

async function takeOut(before) {
  const { ideas } = desk.peek();
  const there = before.filter(([id, theme]) => ideas[id]?.theme === theme).map(([id]) => id);
  if (there.length) await place(there, "");
  const stay = before.length - there.length;
  if (stay) say(n("{count} idea stays where it is: somebody has changed things since.", "{count} ideas stay where they are: somebody has changed things since.", stay));
}

/** Make a theme of these ideas, which may be none. Gives the refusal, or null. */
export async function make(area, title, ideas) {
  const before = whereabouts(ideas);
  const ack = await ask("theme.make", { area, title, ideas }, { quiet: true });
  if (!ack.ok) return ack.refusal;
  unpick();
  const { theme } = ack.result;
  say(t("Theme “{title}” is made.", { title }));
  remember(t("Undo making “{title}”", { title }), () => unmake(theme, before));
  if (ideas.length) offerAlong(ideas[0], theme);
  return null;
}

/** What others have put into the theme meanwhile keeps it there. */
async function unmake(theme, before) {
  const own = new Set(before.map(([id]) => id));
  const inside = Object.entries(desk.peek().ideas).filter(([, idea]) => idea.theme === theme);
  const back = before.filter(([, was]) => was);
  if (inside.every(([id]) => own.has(id))) {
    if (!(theme in desk.peek().themes)) return changed();
    await putBack(back, theme);
    await ask("theme.empty", { theme });
    return undefined;
  }
  await putBack(before, theme);
  say(t("The theme stays: somebody has put ideas into it since."));
  return undefined;
}

function changed() {
  say(t("That can’t be taken back any more: somebody has changed it since."));
}

/** Give a theme another title, and remember the way back; gives the ack. */
export async function rename(theme, title) {
  const before = desk.peek().themes[theme]?.title ?? "";
  const ack = await ask("theme.name", { theme, title }, { quiet: true });
  if (!ack.ok) return ack;
  remember(t("Undo renaming “{title}”", { title: before }), () => (desk.peek().themes[theme]?.title === title ? ask("theme.name", { theme, title: before }) : changed()));
  return ack;
}

/** Merge a theme into another, and give whether that was done; taking it back brings the theme with its ideas and votes. */
export async function merge(theme, into) {
  const { title } = desk.peek().themes[theme];
  if (!(await ask("theme.merge", { theme, into })).ok) return false;
  withdraw();
  say(t("“{title}” is merged into “{into}”.", { title, into: desk.peek().themes[into]?.title ?? "" }));
  remember(t("Undo merging “{title}”", { title }), () => restore(theme));
  return true;
}

/** Dissolve a theme, and give whether that was done; taking it back brings the theme with its ideas and votes. */
export async function empty(theme) {
  const { title } = desk.peek().themes[theme];
  if (!(await ask("theme.empty", { theme })).ok) return false;
  withdraw();
  say(t("“{title}” is dissolved; its ideas are in no theme.", { title }));
  remember(t("Undo dissolving “{title}”", { title }), () => restore(theme));
  return true;
}

/** Bring a theme back; another moderator may have been faster. */
async function restore(theme) {
  const ack = await ask("theme.restore", { theme }, { quiet: true });
  if (!ack.ok) say(ack.refusal.code === "unknown_theme" ? t("That can’t be taken back any more: somebody has changed it since.") : ack.refusal.message, "problem");
}
