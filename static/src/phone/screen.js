// Which one thing a phone shows now. Pure: views in, a name and its facts out.

/**
 * @param {object|undefined} workshop the public view
 * @param {object|undefined} person one's own view, undefined before joining
 * @returns {{name: "loading"|"join"|"left"|"table"|"wait"|"go"|"stay"|"unseated"|"round"|"sort"|"vote"|"agree"|"harvest"|"closed", table?: string, round?: number, here?: boolean}}
 * `here`: one sat at that table in the round before
 */
export function screenOf(workshop, person) {
  if (!workshop) return { name: "loading" };
  if (workshop.phase === "closed") return { name: "closed" };
  if (!person) return { name: "join" };
  if (workshop.phase === "harvest") return { name: person.tablet ? tabletHarvest(workshop) : harvestScreen(workshop) };
  if (person.status === "left") return { name: "left" };
  if (workshop.phase === "lobby") return person.tablet ? { name: "table", table: person.table } : { name: "wait" };
  const { round } = workshop;
  const table = person.table ?? "";
  if (!table || !workshop.tables[table]) return { name: "unseated", round };
  if (workshop.phase === "round") return { name: "round", table, round };
  if (person.host_of === table) return { name: "stay", table, round };
  const here = workshop.rounds[round - 1]?.status === "closed" && person.seats[round - 1] === table;
  return { name: "go", table, round, ...(here && { here }) };
}

/** The one thing to do in the harvest: what the moderator opened last in the order of the work. */
function harvestScreen({ sorting, voting, agreement }) {
  if (agreement?.open) return "agree";
  if (voting?.open) return "vote";
  if (sorting) return "sort";
  return voting && !voting.hidden ? "vote" : "harvest";
}

/** A tablet sorts for those who have no phone; a vote and an answer are each person's own. */
function tabletHarvest({ sorting }) {
  return sorting ? "sort" : "harvest";
}

/** The question a table talks about: at stations the table's, in a classic café the round's; each where the other is missing. */
export function questionOf(workshop, table, round) {
  const [station, held] = [workshop.tables[table]?.question, workshop.rounds[round]?.question];
  return (workshop.format === "stations" ? station || held : held || station) || "";
}

/** The topic shown beside a table's number: its own, else the title of its or the round's area. */
export function topicOf(workshop, table, round) {
  const here = workshop.tables[table] ?? {};
  return here.topic || workshop.areas[here.area ?? workshop.rounds[round]?.area]?.title || "";
}

/**
 * Which round a draft belongs to: the one it was begun in, as long as that round has been held and one sat somewhere then; else
 * the open one. 0 when it can't be sent now.
 */
export function roundOfDraft(draft, workshop, person) {
  const begun = workshop.rounds[draft.round];
  if (draft.text && begun && ["open", "closed"].includes(begun.status) && person.seats[draft.round]) return draft.round;
  return workshop.phase === "round" && person.table ? workshop.round : 0;
}
