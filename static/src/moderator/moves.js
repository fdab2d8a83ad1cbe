// Moving ideas between themes: what is picked, carrying it out, and the way back.

import { signal } from "@preact/signals";
import { say } from "../shared/components/Notice.jsx";
import { n, t } from "../shared/strings.js";
import { ask, desk } from "./desk.js";
import { remember } from "./undo.js";

/** Ids of the picked ideas. */
export const picked = signal(new Set());

/** Pick an idea, or no longer. */
export function pick(id, on) {
  const next = new Set(picked.peek());
  if (on) next.add(id);
  else next.delete(id);
  picked.value = next;
}

/** Nothing is picked any more. */
export function unpick() {
  picked.value = new Set();
}

/** The ideas a gesture on one of them means: all the picked ones if it is among them, otherwise itself. */
export function meant(id) {
  return picked.peek().has(id) ? [...picked.peek()] : [id];
}

/** Put ideas into a theme ("" is among the unassigned), one command each, in order; gives whether all arrived. */
async function place(ideas, theme) {
  for (const idea of ideas) {
    const ack = await ask("idea.place", { idea, ...(theme ? { theme } : {}) });
    if (!ack.ok) return false;
  }
  return true;
}

/** Where ideas are: [[idea, theme or ""], …]. */
function whereabouts(ideas) {
  return ideas.map((idea) => [idea, desk.peek().ideas[idea]?.theme ?? ""]);
}

async function putBack(before) {
  for (const [idea, was] of before) if (was in desk.peek().themes || !was) await place([idea], was);
}

/** Move ideas to a theme, say so, and remember the way back; gives whether they are there. */
export async function move(ideas, theme) {
  const before = whereabouts(ideas).filter(([, was]) => was !== theme);
  if (!before.length || !(await place(before.map(([idea]) => idea), theme))) return !before.length;
  unpick();
  const title = desk.peek().themes[theme]?.title;
  const count = before.length;
  say(title ? n("{count} idea moved to “{title}”", "{count} ideas moved to “{title}”", count, { title }) : n("{count} idea taken out of its theme", "{count} ideas taken out of their themes", count));
  remember(n("Undo moving {count} idea", "Undo moving {count} ideas", count), () => putBack(before));
  return true;
}

/** Make a theme of these ideas, which may be none. Gives the refusal, or null. */
export async function make(area, title, ideas) {
  const before = whereabouts(ideas);
  const ack = await ask("theme.make", { area, title, ideas }, { quiet: true });
  if (!ack.ok) return ack.refusal;
  unpick();
  say(t("Theme “{title}” is made.", { title }));
  remember(t("Undo making “{title}”", { title }), async () => {
    if ((await ask("theme.empty", { theme: ack.result.theme })).ok) await putBack(before.filter(([, was]) => was));
  });
  return null;
}

/** Merge a theme into another, and give whether that was done; taking it back makes a theme of the same title and ideas again. */
export async function merge(theme, into) {
  const again = remaking(theme);
  if (!(await ask("theme.merge", { theme, into })).ok) return false;
  say(t("“{title}” is merged into “{into}”.", { title: again.title, into: desk.peek().themes[into]?.title ?? "" }));
  remember(t("Undo merging “{title}”", { title: again.title }), again.run);
  return true;
}

/** Dissolve a theme, and give whether that was done; taking it back makes a theme of the same title and ideas again. */
export async function empty(theme) {
  const again = remaking(theme);
  if (!(await ask("theme.empty", { theme })).ok) return false;
  say(t("“{title}” is dissolved; its ideas are in no theme.", { title: again.title }));
  remember(t("Undo dissolving “{title}”", { title: again.title }), again.run);
  return true;
}

function remaking(theme) {
  const { title, area } = desk.peek().themes[theme];
  const ideas = Object.keys(desk.peek().ideas).filter((idea) => desk.peek().ideas[idea].theme === theme);
  const run = () => ask("theme.make", { area, title, ideas: ideas.filter((idea) => idea in desk.peek().ideas) });
  return { title, run };
}
