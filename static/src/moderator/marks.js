// What is said of an idea among the themes: how sure its place is, what is to be looked at, what says the same. Pure.

/** From this on a place is called sure, as on the server, where the room is asked about it no more than to be checked; and likely. */
const SURE_PERCENT = 80;
const LIKELY_PERCENT = 50;

/** How sure the place of an idea is: "sure", "likely", "unsure", or "" where a person put it or it stands in no theme. */
export function sureness({ theme, placed_by, confidence = 0 }) {
  if (!theme || !["machine", "room"].includes(placed_by)) return "";
  if (confidence >= SURE_PERCENT) return "sure";
  return confidence >= LIKELY_PERCENT ? "likely" : "unsure";
}

/** What one can look for, each with what an idea has to be. */
const LOOKS = {
  "": (idea) => !idea.hidden,
  unsure: (idea) => !idea.hidden && sureness(idea) === "unsure",
  new: (idea) => !idea.hidden && Boolean(idea.new),
  objecting: (idea) => !idea.hidden && Boolean(idea.objects),
  hidden: (idea) => Boolean(idea.hidden),
};

/** Whether an idea belongs to what is looked for: "" (all that are not hidden), "unsure", "new", "objecting" or "hidden". */
export function matches(idea, look) {
  return LOOKS[look](idea);
}

/** How many of the ideas belong to each look: {"": 12, unsure: 3, new: 0, objecting: 1, hidden: 2}. */
export function countsOf(ideas) {
  return Object.fromEntries(Object.keys(LOOKS).map((look) => [look, ideas.filter(LOOKS[look]).length]));
}

/**
 * The ideas of one list with those that say the same as one: it has the others in `same`, in their order. Only what stands in the
 * same list is put together; `same_as` never names a contradiction.
 */
export function folded(ideas) {
  const here = new Set(ideas.map(({ id }) => id));
  const like = new Map();
  for (const idea of ideas) {
    const name = idea.same_as ?? idea.id;
    if (!like.has(name)) like.set(name, []);
    like.get(name).push(idea);
  }
  const first = (name) => (here.has(name) ? name : like.get(name)[0].id);
  return ideas.flatMap((idea) => {
    const name = idea.same_as ?? idea.id;
    if (first(name) !== idea.id) return [];
    const same = like.get(name).filter(({ id }) => id !== idea.id);
    return [same.length ? { ...idea, same } : idea];
  });
}

/** An idea's id with those folded under it. */
export function idsOf({ id, same = [] }) {
  return [id, ...same.map((other) => other.id)];
}
