// What comes next in a workshop: the one big button of the console. Pure.

import { stageOf } from "./agreement.js";
import { answersOf, sortable } from "./harvest.js";

/**
 * The next step and the quiet ones beside it, from the public and the moderator's view.
 *
 * `next` is one of "wait" (nobody is here), "deal", "open", "close", "suggest", "sort" (let the room sort), "sorted" (enough of it), "draft",
 * "put" (the charter to the room), "settle" (close the answers), "share" (the results), "download", "end", "reopen"; `others` names steps that are possible as well: "open", "again" (deal
 * anew), "extend", "skip", "harvest", "suggest", "sort", "draft", "share", "download", "end", "reopen".
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
  return harvestStep(workshop, desk, drafted && stageOf(workshop, desk));
}

/** Once there are articles: the room answers them, the results are shared, the workshop is closed; each can be passed over. */
function charterStep(stage, more, round) {
  const others = { put: ["share", "download", "end"], settle: ["download"], share: ["download", "end"], end: ["download"] }[stage];
  return { next: stage, others: [...more, ...others], round };
}

/** Themes are there: where phones can help, the room is asked first; whoever has no need of that goes on at once. */
function themesStep(desk, more, round) {
  const both = answersOf(desk).answers ? ["draft", "sort"] : ["sort", "draft"];
  const [next, ...other] = sortable(desk) ? both : ["draft"];
  return { next, others: [...other, "suggest", ...more, "end"], round };
}

function harvestStep({ round, rounds, sorting }, desk, stage) {
  const left = Object.values(rounds).some((held) => held.status === "planned");
  const more = left ? ["open"] : [];
  if (sorting) return { next: "sorted", others: stage ? [] : ["draft"], round };
  if (stage) return charterStep(stage, more, round);
  if (Object.keys(desk.themes).length) return themesStep(desk, more, round);
  if (Object.keys(desk.ideas).length) return { next: "suggest", others: [...more, "end"], round };
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
