// What moderators did last: which steps were this console's, and what takes one back. Pure; Steps.jsx says them.

/** Steps of simulated people in a rehearsal, and of its furnishing, are nobody's at a console. */
const NOBODYS = /^(simulated|furnish)-/;

/**
 * The steps worth telling, as the server has them, each with `own`: whether it was taken at this console.
 * @param {object[]} steps the newest first
 * @param {string} mine how the ids of this console's commands begin
 */
export function told(steps, mine) {
  return steps.filter((step) => !NOBODYS.test(step.command)).map((step) => ({ ...step, own: step.command.startsWith(mine) }));
}

/** The steps that others have taken since `seq`, the newest first. */
export function news(steps, seq) {
  return steps.filter((step) => step.seq > seq && !step.own);
}

/**
 * The command that takes a step back, {type, fields}, or null where there is none or things have moved on since. What this console
 * remembers of its own steps (undo.js) goes further; this goes for everybody's.
 */
export function wayBackOf({ type, of }, workshop, desk) {
  const table = workshop.tables[of.table];
  const round = workshop.rounds[of.round];
  const idea = desk.ideas[of.idea];
  const article = desk.articles[of.article];
  const message = desk.messages?.[of.message];
  const half = Object.keys(desk.articles).findLast((id) => desk.articles[id].split_from === of.article && of.article);
  const ways = {
    "table.closed": table?.closed && ["table.reopen", { table: of.table }],
    "table.reopened": table && !table.closed && ["table.close", { table: of.table }],
    "area.dropped": of.area && !workshop.areas[of.area] && ["area.restore", { area: of.area }],
    "host.appointed": desk.hosts[of.table] === of.participant && ["host.release", { table: of.table }],
    "idea.hidden": idea?.hidden && ["idea.restore", { idea: of.idea }],
    "idea.restored": idea && !idea.hidden && ["idea.hide", { idea: of.idea }],
    "article.dropped": article?.dropped && ["article.restore", { article: of.article }],
    "article.restored": article && !article.dropped && ["article.drop", { article: of.article }],
    "article.merged": article?.merged_into && ["article.unmerge", { article: of.article }],
    "article.split": half && ["article.unsplit", { article: half }],
    "theme.merged": !desk.themes[of.theme] && ["theme.restore", { theme: of.theme }],
    "theme.emptied": !desk.themes[of.theme] && ["theme.restore", { theme: of.theme }],
    "round.paused": round?.paused_at && ["round.resume", {}],
    "round.resumed": round?.status === "open" && !round.paused_at && ["round.pause", {}],
    "seats.proposed": desk.proposal && ["seats.discard", {}],
    "sorting.opened": workshop.sorting && ["sorting.close", {}],
    "voting.opened": workshop.voting?.open && ["voting.close", {}],
    "results.shared": workshop.results && ["results.share", { on: false }],
    "message.sent": message && !message.withdrawn_at && ["message.withdraw", { message: of.message }],
    "workshop.closed": workshop.phase === "closed" && ["workshop.reopen", {}],
  };
  const [command, fields] = ways[type] || [];
  return command ? { type: command, fields } : null;
}
