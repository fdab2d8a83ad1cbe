import assert from "node:assert/strict";
import { test } from "node:test";
import { belonging, isFree } from "../../static/src/moderator/areas.js";
import { articlesOf, countsOf, droppedOf, groupsOf, peopleOf, seatsOf, silentMinutes, undrafted, waitingOf } from "../../static/src/moderator/gather.js";
import { chairsOf, missingOf, stepOf, untouched } from "../../static/src/moderator/step.js";

const round = (status, number = 1) => ({ number, status, minutes: 20, question: "" });
const person = (number, more = {}) => ({ number, name: "", institution: "", sector: "", status: "present", seats: {}, ...more });

function workshop(phase, more = {}) {
  return {
    phase,
    format: "stations",
    round: 1,
    rounds: { 1: round("planned"), 2: round("planned", 2) },
    tables: { T1: { number: 1, topic: "Values", question: "What matters?" }, T2: { number: 2, topic: "Rules", question: "Who calls?" } },
    areas: { values: { title: "Values", order: 2 }, aim: { title: "Aim", order: 1 } },
    ...more,
  };
}

function desk(more = {}) {
  return { people: { P1: person(1) }, ideas: {}, themes: {}, articles: {}, hosts: {}, dealt: true, ...more };
}

const idea = (number, more = {}) => ({ number, text: `idea ${number}`, table: "T1", round: 1, support: 0, at: number, area: "values", ...more });

test("the next step leads through the whole workshop", () => {
  const over = { rounds: { 1: round("closed") } };
  const themes = { M1: { title: "Trust", area: "values", order: 1, kept: false } };
  const articles = { A1: { text: "We trust.", area: "values", order: 1, ideas: ["I1"] } };
  const asked = { A1: { ...articles.A1, put: 1 } };
  const ideas = { I1: idea(1) };
  const path = [
    [workshop("lobby"), desk({ people: {} })],
    [workshop("lobby"), desk()],
    [workshop("move"), desk()],
    [workshop("round"), desk()],
    [workshop("harvest", over), desk({ ideas })],
    [workshop("harvest", over), desk({ ideas, themes })],
    [workshop("harvest", over), desk({ ideas, themes, articles })],
    [workshop("harvest", { ...over, agreement: { open: true, articles: ["A1"] } }), desk({ ideas, themes, articles: asked })],
    [workshop("harvest", over), desk({ ideas, themes, articles: asked })],
    [workshop("harvest", { ...over, results: true }), desk({ ideas, themes, articles: asked })],
    [workshop("closed", over), desk({ ideas, themes, articles })],
  ].map(([...views]) => stepOf(...views).next);
  assert.deepEqual(path, ["wait", "deal", "open", "close", "suggest", "draft", "put", "settle", "share", "end", "download"]);
});

test("quiet steps stand beside the next one only where they make sense", () => {
  const begun = { rounds: { 1: round("closed"), 2: round("planned", 2) }, round: 2 };
  const over = { rounds: { 1: round("closed") } };
  const themes = { M1: { title: "Trust", area: "values", order: 1, kept: false } };
  const articles = { A1: { text: "We trust.", area: "values", order: 1, ideas: ["I1"] } };
  const others = [
    [workshop("lobby"), desk({ people: {} })],
    [workshop("lobby"), desk()],
    [workshop("move"), desk()],
    [workshop("move", begun), desk()],
    [workshop("round"), desk()],
    [workshop("harvest", begun), desk({ themes })],
    [workshop("harvest", over), desk({ themes, articles })],
    [workshop("closed", over), desk({ articles })],
    [workshop("closed", over), desk()],
  ].map(([...views]) => stepOf(...views).others);
  assert.deepEqual(others, [["open"], ["look"], ["look", "again"], ["look", "again", "skip", "harvest"], ["extend", "pause"], ["vote", "suggest", "open", "end"], ["share", "end"], ["reopen"], []]);
});

test("an area that no table and no round is about is named; where nothing names an area, none is", () => {
  const tables = { T1: { number: 1, area: "values" } };
  assert.deepEqual(untouched(workshop("lobby", { tables })), ["Aim"]);
  assert.deepEqual(untouched(workshop("lobby", { tables, rounds: { 1: { ...round("planned"), area: "aim" } } })), []);
  assert.deepEqual(untouched(workshop("lobby")), []);
  assert.deepEqual(missingOf(workshop("lobby", { tables: { T1: { number: 1, topic: "Values", question: "What?", area: "values" } } }), desk()), ["areas"]);
});

test("an area is free while no table, round, idea, theme or article belongs to it, seen or not", () => {
  const held = workshop("lobby", { tables: { T5: { number: 5, area: "values", closed: true }, T2: { number: 2, area: "values" } }, rounds: { 1: { ...round("planned"), area: "values" } } });
  const full = desk({ ideas: { I1: idea(1, { hidden: true }) }, themes: { M1: { area: "values" } }, articles: { A1: { area: "values", dropped: true }, A2: { area: "values" } } });
  const found = belonging(held, full, "values");
  assert.deepEqual(found, { tables: [2, 5], rounds: [1], ideas: 1, themes: 1, articles: 2 });
  const nothing = { tables: [], rounds: [], ideas: 0, themes: 0, articles: 0 };
  assert.deepEqual(belonging(held, full, "aim"), nothing);
  const each = Object.entries(found).map(([name, some]) => isFree({ ...nothing, [name]: some }));
  assert.deepEqual([isFree(nothing), ...each], [true, false, false, false, false, false]);
});

test("a harvest with rounds left offers to open one; one without ideas offers the end only", () => {
  assert.deepEqual(stepOf(workshop("harvest"), desk({ ideas: { I1: idea(1) } })), { next: "suggest", others: ["open", "end"], round: 1 });
  assert.deepEqual(stepOf(workshop("harvest", { rounds: { 1: round("closed") }, round: undefined }), desk()), { next: "end", others: [], round: undefined });
});

test("somebody who left does not count as being here", () => {
  const gone = desk({ people: { P1: person(1, { status: "left" }) } });
  assert.equal(stepOf(workshop("lobby"), gone).next, "wait");
  assert.deepEqual(missingOf(workshop("lobby"), gone), ["people"]);
});

test("what is missing is named, and nothing when all is there", () => {
  const bare = workshop("lobby", { tables: { T1: { number: 1, topic: "", question: "" } } });
  assert.deepEqual(missingOf(bare, desk({ dealt: false })), ["topics", "questions", "seats"]);
  assert.deepEqual(missingOf(workshop("lobby"), desk()), []);
  assert.deepEqual(missingOf(workshop("lobby"), desk(), { unsaid: true }), ["institution"]);
});

test("every visible idea of an area stands once: in its theme, or loose, or waits to be let through", () => {
  const held = desk({
    themes: { M1: { title: "Trust", area: "values", order: 1, kept: true } },
    ideas: {
      I1: idea(1, { theme: "M1" }),
      I2: idea(2, { theme: "M1", support: 3 }),
      I3: idea(3),
      I4: idea(4, { hidden: true }),
      I5: idea(5, { area: undefined }),
      I6: idea(6, { area: "aim", theme: "M1" }),
      I8: idea(8, { waiting_since: 20, hidden: true }),
      I9: idea(9, { waiting_since: 20 }),
      I7: idea(7, { theme: "M1", waiting_since: 30 }),
    },
  });
  assert.deepEqual(waitingOf(held).map(({ id }) => id), ["I7", "I9"]);
  const ids = ({ themes, loose }) => [themes.map((theme) => theme.ideas.map((each) => each.id)), loose.map((each) => each.id)];
  assert.deepEqual(ids(groupsOf(workshop("harvest"), held, "values")), [[["I2", "I1", "I6"]], ["I3"]]);
  assert.deepEqual(ids(groupsOf(workshop("harvest"), held, "aim")), [[], ["I5"]]);
});

test("people are found by name, institution, sector or number, whatever the case", () => {
  const held = desk({ people: { P1: person(1, { name: "Łucja" }), P2: person(2, { institution: "MOPS" }), P3: person(3) } });
  assert.deepEqual(peopleOf(held, "łuc").map(({ id }) => id), ["P1"]);
  assert.deepEqual(peopleOf(held, "mops").map(({ id }) => id), ["P2"]);
  assert.deepEqual(peopleOf(held, "#3").map(({ id }) => id), ["P3"]);
  assert.equal(peopleOf(held).length, 3);
});

test("seats hold everybody who is here, at tables that are there", () => {
  const people = {
    P1: person(1, { seats: { 1: "T1" } }),
    P2: person(2, { seats: { 1: "T1" }, status: "left" }),
    P3: person(3, { seats: { 1: "T9" } }),
  };
  const seats = seatsOf(workshop("round"), desk({ people }), 1);
  assert.deepEqual(Object.entries(seats).map(([table, seated]) => [table, seated.map(({ id }) => id)]), [["T1", ["P1"]], ["T2", []]]);
});

test("dropped articles come last; late ideas and themes without an article are counted", () => {
  const held = desk({
    themes: { M1: { title: "Trust", area: "values", order: 1 }, M2: { title: "Time", area: "values", order: 2 } },
    ideas: { I1: idea(1, { theme: "M1" }), I2: idea(2, { theme: "M1" }), I3: idea(3, { theme: "M2" }) },
    articles: {
      A1: { area: "values", order: 1, theme: "M1", ideas: ["I1"], dropped: true },
      A2: { area: "values", order: 2, ideas: [] },
    },
  });
  assert.deepEqual(articlesOf(held, "values").map(({ id }) => id), ["A2", "A1"]);
  assert.deepEqual(undrafted(workshop("harvest"), held), { late: 1, without: { aim: 0, values: 1 } });
});

test("a plan that is being looked at is what is to be decided, a paused clock what is to go on", () => {
  const looked = desk({ proposal: { number: 1, seats: {}, report: {}, moves: 0 } });
  const paused = workshop("round", { rounds: { 1: { ...round("open"), paused_at: 5 } } });
  assert.deepEqual(
    [stepOf(workshop("lobby"), looked), stepOf(workshop("move"), looked), stepOf(workshop("round"), looked), stepOf(paused, desk())],
    [
      { next: "use", others: ["look", "discard"], round: 1 },
      { next: "use", others: ["look", "discard", "open"], round: 1 },
      { next: "close", others: ["extend", "pause"], round: 1 },
      { next: "resume", others: ["extend", "close"], round: 1 },
    ],
  );
});

test("fewer chairs than people and requests that contradict are missing; a host, and what a closed table lacks, is not", () => {
  const told = { number: 1, topic: "Values", question: "What?" };
  const people = { P1: person(1), P2: person(2), P3: person(3), P4: person(4, { status: "expected" }) };
  const counted = workshop("lobby", { tables: { T1: { ...told, chairs: 2 }, T2: { number: 2, topic: "", question: "", closed: true } } });
  const requests = { R1: { kind: "apart", participants: ["P1", "P2"] }, R2: { kind: "together", participants: ["P2", "P1"] } };
  assert.deepEqual(missingOf(counted, desk({ people, requests, dealt: false })), ["chairs", "requests", "seats"]);
  assert.deepEqual(missingOf(workshop("lobby", { tables: { T1: { ...told, chairs: 3 } } }), desk({ people })), []);
  assert.deepEqual([chairsOf(counted), chairsOf(workshop("lobby"))], [2, Infinity]);
});

test("people are counted by what they are: here, expected, gone", () => {
  assert.deepEqual(countsOf({ P1: person(1), P2: person(2, { status: "expected" }), P3: person(3) }), { present: 2, expected: 1, left: 0 });
});

test("who came with a phone and is not connected has dropped off, who never had one has not", () => {
  const people = [
    { id: "P1", ...person(1) },
    { id: "P2", ...person(2) },
    { id: "P3", ...person(3, { by_moderator: true }) },
    { id: "P4", ...person(4, { by_moderator: true, phone: true }) },
  ];
  assert.deepEqual(droppedOf(people, { P1: true }).map(({ id }) => id), ["P2", "P4"]);
});

test("a table is silent from five minutes on, counted from its last idea of this round; while the clock stands no silence grows", () => {
  const minute = 60_000;
  const held = { number: 2, opened_at: 10 * minute };
  const ideas = [idea(1, { round: 1, at: 9 * minute }), idea(2, { round: 2, at: 12 * minute })];
  assert.deepEqual(
    [silentMinutes([], held, 15 * minute, 5), silentMinutes(ideas, held, 16 * minute, 5), silentMinutes(ideas, held, 18 * minute, 5), silentMinutes(ideas, { ...held, paused_at: 13 * minute }, 30 * minute, 5)],
    [5, 0, 6, 0],
  );
});

test("what only the place lacks is said with it: a network that phones are in, a board, an open table", () => {
  const lacking = (join, boards) => missingOf(workshop("lobby"), desk(), { join, boards });
  assert.deepEqual(lacking("http://127.0.0.1:8080/w/X", 1), ["network"]);
  assert.deepEqual(lacking("http://localhost/w/X", 1), ["network"]);
  assert.deepEqual(lacking("http://[::1]:8080/w/X", 0), ["network", "board"]);
  assert.deepEqual(lacking("http://192.168.1.7:8080/w/X", 2), []);
  assert.deepEqual(lacking("https://localhost.example.org/w/X", undefined), []);
  assert.deepEqual(missingOf(workshop("lobby", { tables: { T1: { number: 1, topic: "Values", question: "?", closed: true } } }), desk()), ["tables", "chairs"]);
});
