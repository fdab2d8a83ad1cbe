// The console's views, put in the order people read them in. Pure.

const byNumber = (a, b) => a.number - b.number;

/** [{id, ...thing}] of a map keyed by id. */
function listed(things) {
  return Object.entries(things).map(([id, thing]) => ({ id, ...thing }));
}

/** Areas in their order. */
export function areasOf(workshop) {
  return listed(workshop.areas).sort((a, b) => a.order - b.order);
}

/** Tables by number. */
export function tablesOf(workshop) {
  return listed(workshop.tables).sort(byNumber);
}

/** Rounds by number. */
export function roundsOf(workshop) {
  return listed(workshop.rounds).sort(byNumber);
}

/** People by number; with `search`, those whose name, institution, sector or number has it. */
export function peopleOf(desk, search = "") {
  return found(desk.people, search);
}

/** The same of the people alone, {ID: person}. */
export function found(people, search = "") {
  const wanted = search.trim().toLocaleLowerCase();
  const has = (person) =>
    [person.name, person.institution, person.sector, `#${person.number}`].some((text) => text.toLocaleLowerCase().includes(wanted));
  return listed(people)
    .filter((person) => !wanted || has(person))
    .sort(byNumber);
}

/** How many people have each status, {present, expected, left}. */
export function countsOf(people) {
  const counts = { present: 0, expected: 0, left: 0 };
  for (const person of Object.values(people)) counts[person.status] += 1;
  return counts;
}

/**
 * Who of these people has dropped off: has a phone, as far as one knows, which is not connected now. `connected` is {ID: true}.
 */
export function droppedOf(people, connected) {
  return people.filter((person) => (!person.by_moderator || person.phone) && !connected[person.id]);
}

/** For how many whole minutes a table has been silent in the open round, if those are at least `least`; else 0. */
export function silentMinutes(ideas, round, moment, least) {
  const ended = round.paused_at || moment;
  const newest = ideas.filter((idea) => idea.round === round.number).reduce((last, idea) => Math.max(last, idea.at), round.opened_at);
  const minutes = Math.floor((ended - newest) / 60_000);
  return minutes >= least ? minutes : 0;
}

/** What a person is called on the console: the name, or "#7". */
export function callOf(desk, id) {
  const person = desk.people[id];
  return person ? person.name || `#${person.number}` : "";
}

/**
 * Who sits where in a round: {TABLE: [person…]}, every table present, people by number. Those who left are nowhere.
 */
export function seatsOf(workshop, desk, round) {
  const seats = Object.fromEntries(Object.keys(workshop.tables).map((table) => [table, []]));
  for (const person of peopleOf(desk)) {
    const table = person.seats[round];
    if (person.status === "present" && table in seats) seats[table].push(person);
  }
  return seats;
}

/** The ideas of a table, newest first. */
export function clothOf(desk, table) {
  return listed(desk.ideas)
    .filter((idea) => idea.table === table)
    .sort((a, b) => b.number - a.number);
}

/** The ideas that wait until a moderator lets them through, the first first. */
export function waitingOf(desk) {
  return listed(desk.ideas)
    .filter((idea) => idea.waiting_since && !idea.hidden)
    .sort(byNumber);
}

/**
 * One area's order: {themes: [{id, title, kept, ideas}], loose: [idea…]}. Hidden ideas are in neither, unless `hidden` says so; those that wait in none.
 * Themes in the order they were made, ideas by support, then age. An idea in a theme of another area stands there; one whose area
 * is unknown is loose in the first area.
 */
export function groupsOf(workshop, desk, area, { hidden = false } = {}) {
  const first = areasOf(workshop)[0]?.id;
  const shown = listed(desk.ideas)
    .filter((idea) => (hidden || !idea.hidden) && !idea.waiting_since)
    .sort((a, b) => b.support - a.support || a.number - b.number);
  const themes = listed(desk.themes)
    .filter((theme) => theme.area === area)
    .sort((a, b) => a.order - b.order)
    .map((theme) => ({ ...theme, ideas: shown.filter((idea) => idea.theme === theme.id) }));
  const home = (idea) => (idea.area in workshop.areas ? idea.area : first);
  const loose = shown.filter((idea) => !(idea.theme in desk.themes) && home(idea) === area);
  return { themes, loose };
}

/** An area's articles in their order, dropped ones last. */
export function articlesOf(desk, area) {
  return listed(desk.articles)
    .filter((article) => article.area === area)
    .sort((a, b) => Number(Boolean(a.dropped)) - Number(Boolean(b.dropped)) || a.order - b.order);
}

/**
 * What a new draft would bring: how many ideas have come into a theme since its article was drafted, and by area how many themes
 * have no article at all. Articles that were left out count as there; to those a person wrote ideas are offered, never drafted.
 */
export function undrafted(workshop, desk) {
  const behind = new Map(listed(desk.articles).map((article) => [article.theme, new Set(article.ideas)]));
  const written = new Set(listed(desk.articles).filter((article) => article.reworded).map((article) => article.theme));
  const without = {};
  let late = 0;
  for (const area of areasOf(workshop)) {
    const themes = groupsOf(workshop, desk, area.id).themes.filter((theme) => theme.ideas.length > 0);
    without[area.id] = themes.filter((theme) => !behind.has(theme.id)).length;
    late += themes.flatMap((theme) => theme.ideas.filter((idea) => behind.get(theme.id)?.has(idea.id) === false && !written.has(theme.id))).length;
  }
  return { late, without };
}
