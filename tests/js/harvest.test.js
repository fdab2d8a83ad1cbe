import assert from "node:assert/strict";
import { test } from "node:test";
import { wayBack } from "../../static/src/moderator/back.js";
import { answersOf, arrivalsOf, phonesOf, resultsOf, sortable, votersOf } from "../../static/src/moderator/harvest.js";
import { countsOf, folded, idsOf, matches, sureness } from "../../static/src/moderator/marks.js";
import { stepOf } from "../../static/src/moderator/step.js";
import { sectorsOf, tableVoices } from "../../static/src/moderator/voices.js";

const idea = (number, more = {}) => ({ id: `I${number}`, number, text: `idea ${number}`, table: "T1", round: 1, support: 0, at: number, area: "values", ...more });
const desk = (more = {}) => ({ people: {}, ideas: {}, themes: {}, articles: {}, hosts: {}, ...more });

test("how sure a place is has three words, and none where a person put the idea or it has no place", () => {
  const placed = (confidence, placed_by = "machine") => sureness({ theme: "M1", placed_by, confidence });
  assert.deepEqual([placed(100), placed(80), placed(79), placed(50), placed(49), placed(undefined), placed(90, "room")], ["sure", "sure", "likely", "likely", "unsure", "unsure", "sure"]);
  assert.deepEqual([placed(0, "moderator"), sureness({ theme: "M1" }), sureness({ placed_by: "machine", confidence: 10 })], ["", "", ""]);
});

test("one can look for what is on a guess, new, objecting or hidden; hidden ideas are found nowhere else", () => {
  const ideas = [
    idea(1),
    idea(2, { theme: "M1", placed_by: "machine", confidence: 20, new: true }),
    idea(3, { objects: true, builds_on: "I1" }),
    idea(4, { hidden: true, new: true, theme: "M1", placed_by: "machine" }),
  ];
  assert.deepEqual(countsOf(ideas), { "": 3, unsure: 1, new: 1, objecting: 1, hidden: 1 });
  assert.deepEqual(ideas.filter((each) => matches(each, "hidden")).map(({ id }) => id), ["I4"]);
});

test("what says the same in one list is one idea with the others under it, whichever is there", () => {
  const list = [idea(5, { same_as: "I1" }), idea(2), idea(1), idea(7, { same_as: "I6" }), idea(8, { same_as: "I6" })];
  const shown = folded(list);
  assert.deepEqual(shown.map(idsOf), [["I2"], ["I1", "I5"], ["I7", "I8"]]);
  assert.equal(shown[0].same, undefined);
});

test("undoing a move puts back what is still there and counts what somebody else has moved since", () => {
  const now = { ideas: { I1: { theme: "M2" }, I2: { theme: "M3" }, I3: { theme: "M2" }, I4: { theme: "M2" } }, themes: { M1: {}, M2: {}, M3: {} } };
  const before = [["I1", "M1"], ["I2", "M1"], ["I3", ""], ["I4", "M9"], ["I5", "M1"]];
  assert.deepEqual(wayBack(before, "M2", now), { moves: [["M1", ["I1"]], ["", ["I3"]]], stay: 3 });
});

test("sectors are told apart from the most to the fewest, the rest together; few people are not told apart", () => {
  assert.deepEqual(sectorsOf({ people: 2 }), []);
  assert.deepEqual(sectorsOf({ people: 4, sectors: {} }), []);
  assert.deepEqual(sectorsOf({ people: 4, sectors: { police: 1, culture: 2 } }), [
    { sector: "culture", people: 2 },
    { sector: "police", people: 1 },
    { sector: "", people: 1 },
  ]);
  const many = sectorsOf({ people: 9, sectors: { a: 3, b: 2, c: 2, d: 1, e: 1 } });
  assert.deepEqual(many.map(({ sector, people }) => `${sector}${people}`), ["a3", "b2", "c2", "2"]);
});

test("tables say round by round how many were heard; tables where nobody wrote are left out", () => {
  const workshop = { tables: { T2: { number: 2, topic: "Rules" }, T1: { number: 1, topic: "" }, T3: { number: 3, topic: "" } } };
  const voices = { tables: { T2: { 2: { people: 1 }, 1: { people: 4 } }, T1: { 1: { people: 2 } } }, themes: {} };
  assert.deepEqual(tableVoices(workshop, desk({ voices })), [
    { id: "T1", number: 1, topic: "", rounds: [{ round: "1", heard: { people: 2 } }] },
    { id: "T2", number: 2, topic: "Rules", rounds: [{ round: "1", heard: { people: 4 } }, { round: "2", heard: { people: 1 } }] },
  ]);
});

test("answers, voters and phones are counted, never told", () => {
  const people = {
    P1: { status: "present", answered: 4, voted: true },
    P2: { status: "present", by_moderator: true },
    P3: { status: "present", by_moderator: true, phone: true, answered: 1 },
    P4: { status: "left", voted: true },
  };
  const held = desk({ people });
  assert.deepEqual([answersOf(held), votersOf(held), phonesOf(held)], [{ answers: 5, people: 2 }, 2, 2]);
});

test("results stand from the most dots to none, with all that was said against a theme", () => {
  const themes = {
    M1: { title: "Trust", area: "values", order: 1 },
    M2: { title: "Time", area: "values", order: 2, dots: 4, objections: [{ reason: "Who pays?" }] },
    M3: { title: "Calls", area: "aim", order: 3, dots: 9 },
  };
  assert.deepEqual(resultsOf(desk({ themes }), "values"), [
    { id: "M2", title: "Time", dots: 4, share: 1, objections: [{ reason: "Who pays?" }] },
    { id: "M1", title: "Trust", dots: 0, share: 0, objections: [] },
  ]);
});

test("arrivals are the new ideas of an area that have a place, the latest first", () => {
  const themes = { M1: { area: "values" }, M2: { area: "aim" } };
  const ideas = { I1: idea(1, { new: true, theme: "M1" }), I2: idea(2, { new: true, theme: "M1" }), I3: idea(3, { new: true, theme: "M2" }), I4: idea(4, { theme: "M1" }), I5: idea(5, { new: true, theme: "M1", hidden: true }) };
  assert.deepEqual(arrivalsOf(desk({ themes, ideas }), "values").map(({ id }) => id), ["I2", "I1"]);
});

test("after the first themes the room is asked, then the charter is drafted; without phones it is drafted at once", () => {
  const workshop = { phase: "harvest", round: 1, rounds: { 1: { number: 1, status: "closed" } } };
  const themes = { M1: { title: "Trust", area: "values", order: 1, kept: false } };
  const person = (more = {}) => ({ status: "present", ...more });
  const room = desk({ themes, ideas: { I1: idea(1, { theme: "M1", placed_by: "machine" }) }, people: { P1: person(), P2: person() } });
  const answered = { ...room, people: { P1: person({ answered: 3 }), P2: person() } };
  const paper = { ...room, people: { P1: person({ by_moderator: true }), P2: person({ by_moderator: true }) } };
  const placed = { ...room, ideas: { I1: idea(1, { theme: "M1", placed_by: "moderator" }) } };
  assert.deepEqual(stepOf(workshop, room), { next: "sort", others: ["draft", "vote", "suggest", "end"], round: 1 });
  assert.deepEqual(stepOf({ ...workshop, sorting: { areas: ["values"] } }, room), { next: "sorted", others: ["draft"], round: 1 });
  assert.deepEqual(stepOf(workshop, answered), { next: "draft", others: ["sort", "vote", "suggest", "end"], round: 1 });
  assert.deepEqual(stepOf({ ...workshop, voting: { open: true, dots: 3, areas: ["values"] } }, answered), { next: "voted", others: ["draft"], round: 1 });
  assert.deepEqual(stepOf({ ...workshop, voting: { open: false, dots: 3, areas: ["values"] } }, answered).others, ["sort", "suggest", "end"]);
  assert.deepEqual([stepOf(workshop, paper).next, sortable(paper)], ["draft", false]);
  assert.deepEqual([stepOf(workshop, placed).next, sortable(placed)], ["draft", false]);
});
