// What comes next in a workshop: the one big button of the console. Pure.

/**
 * The next step and the quiet ones beside it, from the public and the moderator's view.
 *
 * `next` is one of "wait" (nobody is here), "deal", "open", "close", "suggest", "draft", "download", "reopen"; `others` names
 * steps that are possible as well: "open", "deal", "extend", "skip", "harvest", "suggest", "draft", "end".
 * @returns {{next: string, others: string[], round?: number}}
 */
export function stepOf(workshop, desk) {
  const { phase, round } = workshop;
  const present = Object.values(desk.people).filter((person) => person.status === "present").length;
  if (phase === "closed") return { next: "reopen", others: [] };
  if (phase === "lobby") return present ? { next: "deal", others: ["open"], round } : { next: "wait", others: ["open"], round };
  if (phase === "move") return { next: "open", others: ["deal", "skip", "harvest"], round };
  if (phase === "round") return { next: "close", others: ["extend"], round };
  return harvestStep(workshop, desk);
}

function harvestStep(workshop, desk) {
  const left = Object.values(workshop.rounds).some((held) => held.status === "planned");
  const more = [...(left ? ["open"] : []), "end"];
  const { ideas, themes, articles } = desk;
  if (!Object.keys(themes).length) {
    return Object.keys(ideas).length ? { next: "suggest", others: more, round: workshop.round } : { next: "end", others: more.filter((each) => each !== "end"), round: workshop.round };
  }
  if (!Object.keys(articles).length) return { next: "draft", others: ["suggest", ...more], round: workshop.round };
  return { next: "download", others: ["suggest", "draft", ...more], round: workshop.round };
}

/** What is still missing before a workshop can begin, as names: "people", "topics", "questions", "seats". */
export function missingOf(workshop, desk) {
  const tables = Object.values(workshop.tables);
  const stations = workshop.format === "stations";
  const missing = [];
  if (stations && tables.some((table) => !table.topic)) missing.push("topics");
  const asked = (thing) => Boolean(thing.question);
  const questions = tables.every(asked) || Object.values(workshop.rounds).every(asked);
  if (!questions) missing.push("questions");
  const present = Object.values(desk.people).filter((person) => person.status === "present").length;
  if (!present) missing.push("people");
  else if (!desk.dealt) missing.push("seats");
  return missing;
}
