// What comes next in a workshop: the one big button of the console. Pure.

import { stageOf } from "./agreement.js";
import { answersOf, sortable } from "./harvest.js";
import { opposed } from "./plan.js";

/**
 * The next step and the quiet ones beside it, from the public and the moderator's view.
 *
 * `next` is one of "wait" (nobody is here), "deal", "use" (the plan that is being looked at), "open", "close", "resume", "suggest", "sort"
 * (let the room sort), "sorted" (enough of it), "voted" (close the vote), "draft", "put" (the charter to the room), "settle" (close the answers), "share" (the
 * results), "download", "end", "reopen"; `others` names steps that are possible as well: "look" (plan, and look at it first), "discard"
 * (that plan), "open", "again" (deal anew), "extend", "pause", "close", "skip", "harvest", "suggest", "sort", "vote" (show how to let the room vote), "draft",
 * "share", "download", "end", "reopen".
 * @returns {{next: string, others: string[], round?: number}}
 */
export function stepOf(workshop, desk) {
  const { phase, round, rounds } = workshop;
  const drafted = Object.keys(desk.articles).length > 0;
  if (phase === "closed") return drafted ? { next: "download", others: ["reopen"] } : { next: "reopen", others: [] };
  if (phase === "lobby" && !presentOf(desk)) return { next: "wait", others: ["open"], round };
  if (phase === "lobby") return desk.proposal ? { next: "use", others: ["look", "discard"], round } : { next: "deal", others: ["look"], round };
  if (phase === "move" && desk.proposal) return { next: "use", others: ["look", "discard", "open"], round };
  if (phase === "move") {
    const begun = Object.values(rounds).some((held) => held.status === "closed");
    return { next: "open", others: begun ? ["look", "again", "skip", "harvest"] : ["look", "again"], round };
  }
  if (phase === "round" && rounds[round].paused_at) return { next: "resume", others: ["extend", "close"], round };
  if (phase === "round") return { next: "close", others: ["extend", "pause"], round };
  return harvestStep(workshop, desk, drafted && stageOf(workshop, desk));
}

/** Once there are articles: the room answers them, the results are shared, the workshop is closed; each can be passed over. */
function charterStep(stage, more, round) {
  const others = { put: ["share", "end"], settle: ["download"], share: ["download", "end"], end: ["download"] }[stage];
  return { next: stage, others: [...more, ...others], round };
}

/** Themes are there: where phones can help, the room is asked first; whoever has no need of that goes on at once. A vote can come before the charter. */
function themesStep(desk, voting, more, round) {
  const both = answersOf(desk).answers ? ["draft", "sort"] : ["sort", "draft"];
  const [next, ...other] = sortable(desk) ? both : ["draft"];
  return { next, others: [...other, ...(voting ? [] : ["vote"]), "suggest", ...more, "end"], round };
}

function harvestStep({ round, rounds, sorting, voting }, desk, stage) {
  const left = Object.values(rounds).some((held) => held.status === "planned");
  const more = left ? ["open"] : [];
  if (voting?.open && stage !== "settle") return { next: "voted", others: stage ? [] : ["draft"], round };
  if (sorting) return { next: "sorted", others: stage ? [] : ["draft"], round };
  if (stage) return charterStep(stage, more, round);
  if (Object.keys(desk.themes).length) return themesStep(desk, voting, more, round);
  if (Object.keys(desk.ideas).length) return { next: "suggest", others: [...more, "end"], round };
  return { next: "end", others: more, round };
}

/** How many people are here. */
export function presentOf(desk) {
  return Object.values(desk.people).filter((person) => person.status === "present").length;
}

/**
 * What is still missing before a workshop can begin, as names: "tables" (all are closed), "topics", "questions", "areas", "network"
 * (phones can't reach the address of the way in), "board" (none is open), "people", "chairs" (fewer than people), "requests" (that
 * contradict one another), "seats", "institution" (its details for the privacy notice). A table without a host lacks nothing.
 * @param {{join?: string, boards?: number, unsaid?: boolean}} place the address of the way in, how many boards are open, and whether the
 * institution's details have gaps; unknown, none of these is missing
 */
export function missingOf(workshop, desk, { join = "", boards, unsaid = false } = {}) {
  const tables = Object.values(workshop.tables).filter((table) => !table.closed);
  const stations = workshop.format === "stations";
  const missing = [];
  if (!tables.length) missing.push("tables");
  if (stations && tables.some((table) => !table.topic)) missing.push("topics");
  const asked = (thing) => Boolean(thing.question);
  const questions = tables.every(asked) || Object.values(workshop.rounds).every(asked);
  if (!questions) missing.push("questions");
  if (untouched(workshop).length) missing.push("areas");
  if (isOnThisComputer(join)) missing.push("network");
  if (boards === 0) missing.push("board");
  if (!presentOf(desk)) missing.push("people");
  if (chairsOf(workshop) < presentOf(desk)) missing.push("chairs");
  if (opposed(desk.requests ?? {}).length) missing.push("requests");
  if (presentOf(desk) && !desk.dealt) missing.push("seats");
  if (unsaid) missing.push("institution");
  return missing;
}

/** Whether an address leads each device to itself, as "localhost" does. */
function isOnThisComputer(address) {
  return /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])([:/]|$)/i.test(address);
}

/** How many people the open tables have chairs for; without end where one of them has as many as needed. */
export function chairsOf(workshop) {
  const open = Object.values(workshop.tables).filter((table) => !table.closed);
  return open.reduce((sum, table) => sum + (table.chairs || Infinity), 0);
}

/** Titles of the areas that no table and no round is about, in their order. Where no table and no round names an area, none. */
export function untouched(workshop) {
  const about = new Set([...Object.values(workshop.tables), ...Object.values(workshop.rounds)].map((thing) => thing.area).filter(Boolean));
  if (!about.size) return [];
  const areas = Object.entries(workshop.areas).filter(([id]) => !about.has(id));
  return areas.sort(([, a], [, b]) => a.order - b.order).map(([, area]) => area.title);
}
