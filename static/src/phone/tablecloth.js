// What lies on the tablecloth as one person sees it: the table's ideas, one's own among them, and what has not arrived yet.
// Pure: views and the outbox's items in, a list to draw out. Oldest first, so that the newest is next to the box.

/** A waiting command about an idea: the last of its kind. */
function pending(items, type, idea) {
  return items.findLast((item) => item.type === type && item.fields.idea === idea && open(item));
}

const open = (item) => item.state === "waiting" || item.state === "sending";

/**
 * The ideas of a table, as [{key, id, text, round, support, mine, supported, decided, state, objects, about}]; state is "saved", or
 * "waiting" while something about it is on its way; decided is what a moderator makes of one's own: "hidden", "waits" (to be read),
 * "through" (read and let through) or "". `id` is "" for an idea the server has not taken yet; `about` are the words of the
 * idea it takes further or, with `objects`, speaks against.
 * @param {object|undefined} cloth the table's view
 * @param {object} person one's own view
 * @param {object[]} items the outbox's items
 * @param {string} table
 * @param {number} ahead ms by which the server's clock is ahead of this device's
 */
export function layOut(cloth, person, items, table, ahead = 0) {
  const own = Object.entries(person.ideas).filter(([, idea]) => idea.table === table);
  const known = new Map([...Object.entries(cloth?.ideas ?? {}), ...own]);
  const laid = [...known]
    .sort(([, a], [, b]) => a.at - b.at || a.number - b.number)
    .map(([id, idea]) => ({ ...arrived(id, idea, person, items), about: known.get(idea.builds_on)?.text ?? "" }))
    .filter((idea) => idea.state !== "leaving");
  return [...laid, ...underWay(items, person, known, ahead).filter((idea) => person.seats[idea.round] === table)];
}

/** One's own ideas from every table, for the end of the workshop. */
export function ownIdeas(person, items, ahead = 0) {
  const known = new Map(Object.entries(person.ideas));
  const laid = [...known].sort(([, a], [, b]) => a.at - b.at).map(([id, idea]) => arrived(id, idea, person, items));
  return [...laid.filter((idea) => idea.state !== "leaving"), ...underWay(items, person, known, ahead)];
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
    decided: idea.hidden ? "hidden" : idea.waiting ? "waits" : idea.let_through ? "through" : "",
    objects: Boolean(idea.objects),
    about: "",
    state: leaving ? "leaving" : reworded ? "waiting" : "saved",
  };
}

/** How far two clocks, and a message on its way, may be apart. */
const SLACK_MS = 2000;

/**
 * Ideas in the outbox that no view holds yet. The view may hold an idea a moment before the answer that names it arrives: then it is
 * known by its words and by not being older than the sending.
 */
function underWay(items, person, known, ahead) {
  const claimed = new Set(items.map((item) => item.result?.idea));
  const isHere = (item) => {
    if (item.state !== "sending") return known.has(item.result?.idea);
    const since = item.order + ahead - SLACK_MS;
    const match = Object.entries(person.ideas).find(
      ([id, idea]) => !claimed.has(id) && idea.at >= since && words(idea.text) === words(item.fields.text),
    );
    if (match) claimed.add(match[0]);
    return Boolean(match);
  };
  return items
    .filter((item) => item.type === "idea.post" && item.state !== "refused" && !isHere(item))
    .map((item) => ({
      key: item.id,
      id: "",
      table: person.seats[item.fields.round] ?? "",
      text: item.fields.text,
      round: item.fields.round,
      support: 0,
      mine: true,
      supported: false,
      decided: "",
      objects: Boolean(item.fields.objects),
      about: known.get(item.fields.builds_on)?.text ?? "",
      state: item.state === "done" ? "saved" : "waiting",
    }));
}

/** A text as the server keeps it, near enough to know it again. */
const words = (text) => text.normalize("NFC").split(/\s+/).filter(Boolean).join(" ");

/**
 * Ids of outbox items that have done their work: an idea that its author's view holds now (the table's own has no author), and any
 * answered wish about one.
 */
export function finished(items, person) {
  return items
    .filter((item) => item.state === "done")
    .filter((item) => (item.type === "idea.post" && !item.fields.for_table ? item.result?.idea in person.ideas : item.type !== "idea.withdraw"))
    .map((item) => item.id);
}
