// The vote as one person sees it: areas with their themes, one's own dots, what is still on its way. Pure.

const open = (item) => item.state === "waiting" || item.state === "sending" || item.state === "done";

/** The last word of this person about a theme that the server's view may not hold yet. */
function pending(items, type, theme) {
  return items.findLast((item) => item.type === type && item.fields.theme === theme && open(item))?.fields;
}

/**
 * The areas that are voted on, in their order: [{id, title, left, themes: [{id, title, examples, own, objection, dots, objections}]}].
 * `own` are one's dots, `left` those still to spend in the area, `objection` one's reason or "". `dots` and `objections` are the
 * room's, undefined while they are hidden.
 * @param {object} workshop the public view, with `voting` and `themes`
 * @param {object} person one's own view
 * @param {object[]} items the outbox's items
 */
export function ballot(workshop, person, items) {
  const { voting, themes = {}, areas } = workshop;
  const ordered = [...voting.areas].sort((a, b) => areas[a].order - areas[b].order);
  return ordered.map((area) => {
    const here = Object.entries(themes)
      .filter(([, theme]) => theme.area === area)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id, theme]) => ({ ...theme, id, own: dotsOn(id, person, items), objection: objectionTo(id, person, items) }));
    const spent = here.reduce((sum, theme) => sum + theme.own, 0);
    return { id: area, title: areas[area].title, left: Math.max(0, voting.dots - spent), themes: here };
  });
}

function dotsOn(theme, person, items) {
  return pending(items, "theme.vote", theme)?.dots ?? person.dots?.[theme] ?? 0;
}

function objectionTo(theme, person, items) {
  const said = pending(items, "theme.object", theme);
  if (said) return said.on ? said.reason : "";
  return person.objected?.[theme] ?? "";
}
