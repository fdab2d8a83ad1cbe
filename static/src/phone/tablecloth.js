// What lies on the tablecloth as one person sees it: the table's ideas, one's own among them, and what has not arrived yet.
// Pure: views and the outbox's items in, a list to draw out. Oldest first, so that the newest is next to the box.

/** A waiting command about an idea: the last of its kind. */
function pending(items, type, idea) {
  return items.findLast((item) => item.type === type && item.fields.idea === idea && open(item));
}

const open = (item) => item.state === "waiting" || item.state === "sending";

/**
 * The ideas of a table, as [{key, id, text, round, support, mine, supported, hidden, state}]; state is "saved", or "waiting" while
 * something about it is on its way. `id` is "" for an idea the server has not taken yet.
 * @param {object|undefined} cloth the table's view
 * @param {object} person one's own view
 * @param {object[]} items the outbox's items
 * @param {string} table
 */
export function layOut(cloth, person, items, table) {
  const own = Object.entries(person.ideas).filter(([, idea]) => idea.table === table);
  const known = new Map([...Object.entries(cloth?.ideas ?? {}), ...own]);
  const laid = [...known]
    .sort(([, a], [, b]) => a.at - b.at || a.number - b.number)
    .map(([id, idea]) => arrived(id, idea, person, items))
    .filter((idea) => idea.state !== "leaving");
  return [...laid, ...underWay(items, person, known).filter((idea) => person.seats[idea.round] === table)];
}

/** One's own ideas from every table, for the end of the workshop. */
export function ownIdeas(person, items) {
  const known = new Map(Object.entries(person.ideas));
  const laid = [...known].sort(([, a], [, b]) => a.at - b.at).map(([id, idea]) => arrived(id, idea, person, items));
  return [...laid.filter((idea) => idea.state !== "leaving"), ...underWay(items, person, known)];
}

function arrived(id, idea, person, items) {
  const reworded = pending(items, "idea.reword", id);
  const support = pending(items, "idea.support", id);
  const was = id in person.supported;
  const supported = support ? support.fields.on : was;
  const leaving = items.some((item) => item.type === "idea.withdraw" && item.fields.idea === id && item.state !== "refused");
  return {
    key: id,
    id,
    table: idea.table,
    text: reworded ? reworded.fields.text : idea.text,
    round: idea.round,
    support: idea.support + (supported ? 1 : 0) - (was ? 1 : 0),
    mine: id in person.ideas,
    supported,
    hidden: Boolean(idea.hidden),
    state: leaving ? "leaving" : reworded ? "waiting" : "saved",
  };
}

/** Ideas in the outbox that no view holds yet. */
function underWay(items, person, known) {
  return items
    .filter((item) => item.type === "idea.post" && item.state !== "refused" && !known.has(item.result?.idea))
    .map((item) => ({
      key: item.id,
      id: "",
      table: person.seats[item.fields.round] ?? "",
      text: item.fields.text,
      round: item.fields.round,
      support: 0,
      mine: true,
      supported: false,
      hidden: false,
      state: item.state === "done" ? "saved" : "waiting",
    }));
}

/** Ids of outbox items that have done their work: an idea that its author's view holds now, and any answered wish about one. */
export function finished(items, person) {
  return items
    .filter((item) => item.state === "done")
    .filter((item) => (item.type === "idea.post" ? item.result?.idea in person.ideas : item.type !== "idea.withdraw"))
    .map((item) => item.id);
}
