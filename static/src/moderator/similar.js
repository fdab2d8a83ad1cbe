// "Take similar ideas along?": an offer after an idea was moved by hand. Never in the way, gone with the next move.

import { signal } from "@preact/signals";
import { desk, link } from "./desk.js";

/** What is offered: {theme, ideas: [ids], taken: Set} or null. */
export const offer = signal(null);

let asked = 0;

/** Look for ideas like this one that may come along into the theme; what comes back too late is not offered. */
export async function offerAlong(idea, theme) {
  withdraw();
  const mine = ++asked;
  const reply = await link.request("similar", { idea });
  if (mine !== asked || !reply?.ok) return;
  const { ideas, themes } = desk.peek();
  const found = reply.ideas.filter((id) => ideas[id] && ideas[id].theme !== theme);
  if (found.length && theme in themes) offer.value = { theme, ideas: found, taken: new Set(found) };
}

/** Take one of them along, or not. */
export function take(id, on) {
  const taken = new Set(offer.peek().taken);
  if (on) taken.add(id);
  else taken.delete(id);
  offer.value = { ...offer.peek(), taken };
}

/** Nothing is offered any more. */
export function withdraw() {
  asked += 1;
  offer.value = null;
}
