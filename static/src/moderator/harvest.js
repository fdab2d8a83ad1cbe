// What the room does in the harvest, as the console tells it: answers while it sorts, dots, objections. Pure.

/** Who takes part while the room sorts: {answers, people}, all answers so far and how many people gave any. */
export function answersOf(desk) {
  const given = Object.values(desk.people).map((person) => person.answered ?? 0);
  return { answers: given.reduce((sum, count) => sum + count, 0), people: given.filter(Boolean).length };
}

/** How many people have dots somewhere. */
export function votersOf(desk) {
  return Object.values(desk.people).filter((person) => person.voted).length;
}

/** How many people who are here have a phone: whoever was only put on the list has none. */
export function phonesOf(desk) {
  return Object.values(desk.people).filter((person) => person.status === "present" && (!person.by_moderator || person.phone)).length;
}

/** An area's themes as they were voted, the most dots first: [{id, title, dots, share, objections}], `share` of the most dots, 0 to 1. */
export function resultsOf(desk, area) {
  const themes = Object.entries(desk.themes)
    .filter(([, theme]) => theme.area === area)
    .sort(([, a], [, b]) => (b.dots ?? 0) - (a.dots ?? 0) || a.order - b.order);
  const most = Math.max(1, ...themes.map(([, theme]) => theme.dots ?? 0));
  return themes.map(([id, { title, dots = 0, objections = [] }]) => ({ id, title, dots, share: dots / most, objections }));
}

/** The ideas of an area that were placed by themselves and nobody has accepted, the latest first: [{id, ...idea}]. */
export function arrivalsOf(desk, area) {
  return Object.entries(desk.ideas)
    .filter(([, idea]) => idea.new && !idea.hidden && desk.themes[idea.theme]?.area === area)
    .map(([id, idea]) => ({ id, ...idea }))
    .sort((a, b) => b.number - a.number);
}

/** Whether a harvest is at the point where the room should be asked to sort: there are phones, and ideas that no moderator placed. */
export function sortable(desk) {
  const free = Object.values(desk.ideas).some((idea) => !idea.hidden && idea.placed_by !== "moderator");
  return free && phonesOf(desk) > 1;
}
