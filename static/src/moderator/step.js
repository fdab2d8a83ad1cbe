// What comes next in a workshop: the one big button of the console. Pure.

/**
 * The next step and the quiet ones beside it, from the public and the moderator's view.
 *
 * `next` is one of "wait" (nobody is here), "deal", "open", "close", "suggest", "draft", "download", "end", "reopen"; `others` names
 * steps that are possible as well: "open", "again" (deal anew), "extend", "skip", "harvest", "suggest", "end", "reopen".
 * @returns {{next: string, others: string[], round?: number}}
 */
export function stepOf(workshop, desk) {
  const { phase, round, rounds } = workshop;
  const drafted = Object.keys(desk.articles).length > 0;
  if (phase === "closed") return drafted ? { next: "download", others: ["reopen"] } : { next: "reopen", others: [] };
  if (phase === "lobby") return presentOf(desk) ? { next: "deal", others: [], round } : { next: "wait", others: ["open"], round };
  if (phase === "move") {
    const begun = Object.values(rounds).some((held) => held.status === "closed");
    return { next: "open", others: begun ? ["again", "skip", "harvest"] : ["again"], round };
  }
  if (phase === "round") return { next: "close", others: ["extend"], round };
  return harvestStep(workshop, desk, drafted);
}

function harvestStep({ round, rounds }, { ideas, themes }, drafted) {
  const left = Object.values(rounds).some((held) => held.status === "planned");
  const more = left ? ["open"] : [];
  if (drafted) return { next: "download", others: [...more, "end"], round };
  if (Object.keys(themes).length) return { next: "draft", others: ["suggest", ...more, "end"], round };
  if (Object.keys(ideas).length) return { next: "suggest", others: [...more, "end"], round };
  return { next: "end", others: more, round };
}

/** How many people are here. */
export function presentOf(desk) {
  return Object.values(desk.people).filter((person) => person.status === "present").length;
}

/** What is still missing before a workshop can begin, as names: "topics", "questions", "areas", "people", "seats". */
export function missingOf(workshop, desk) {
  const tables = Object.values(workshop.tables);
  const stations = workshop.format === "stations";
  const missing = [];
  if (stations && tables.some((table) => !table.topic)) missing.push("topics");
  const asked = (thing) => Boolean(thing.question);
  const questions = tables.every(asked) || Object.values(workshop.rounds).every(asked);
  if (!questions) missing.push("questions");
  if (untouched(workshop).length) missing.push("areas");
  if (!presentOf(desk)) missing.push("people");
  else if (!desk.dealt) missing.push("seats");
  return missing;
}

/** Titles of the areas that no table and no round is about, in their order. Where no table and no round names an area, none. */
export function untouched(workshop) {
  const about = new Set([...Object.values(workshop.tables), ...Object.values(workshop.rounds)].map((thing) => thing.area).filter(Boolean));
  if (!about.size) return [];
  const areas = Object.entries(workshop.areas).filter(([id]) => !about.has(id));
  return areas.sort(([, a], [, b]) => a.order - b.order).map(([, area]) => area.title);
}
