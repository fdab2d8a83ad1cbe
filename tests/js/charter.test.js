import assert from "node:assert/strict";
import { test } from "node:test";
import { answersOf, charterOf, stageOf } from "../../static/src/moderator/agreement.js";
import { undrafted } from "../../static/src/moderator/gather.js";
import { beginningOf, goOn, halves, standing, typed } from "../../static/src/moderator/wording.js";

const wording = (text, at = 1) => ({ text, at, by: "moderator" });
const article = (text, more = {}) => ({ text, area: "values", order: 1, ideas: [], wordings: [wording(text)], ...more });
const areas = { values: { title: "Values", order: 2 }, aim: { title: "Aim", order: 1 } };
const figures = (agree, live_with, reservation, of) => ({ agree, live_with, reservation, of });

test("a draft is nobody's loss: what others wrote since it was begun is told apart from one's own words coming back", () => {
  const before = article("We trust.");
  const draft = typed(before, null, "We trust each other.");
  assert.deepEqual(draft, { after: 1, beside: undefined, text: "We trust each other." });
  const mine = { ...before, text: draft.text, wordings: [...before.wordings, wording(draft.text, 2)] };
  const theirs = { ...before, text: "Trust!", wordings: [...before.wordings, wording("Trust!", 2)] };
  const told = [
    [before, null],
    [before, draft],
    [before, { ...draft, text: " We trust. " }],
    [before, { ...draft, sent: true }],
    [mine, { ...draft, sent: true }],
    [theirs, draft],
    [{ ...theirs, wordings: [...mine.wordings, wording("Trust!", 3)] }, { ...draft, sent: true }],
    [theirs, goOn(theirs, draft)],
  ].map(([...each]) => standing(...each));
  assert.deepEqual(told, ["saved", "draft", "saved", "sent", "saved", "meanwhile", "saved", "draft"]);
});

test("whoever goes on after reading the other version keeps it beside, however much is typed", () => {
  const theirs = article("Trust!", { wordings: [wording("We trust."), wording("Trust!")] });
  const on = goOn(theirs, { text: "We trust each other.", after: 1 });
  assert.deepEqual(typed(theirs, on, "We trust!"), { after: 2, beside: "Trust!", text: "We trust!" });
});

test("an article is cut after its first sentence; one sentence is left whole", () => {
  assert.deepEqual(halves("We answer. In two days."), ["We answer.", "In two days."]);
  assert.deepEqual(halves("Pytamy „po co?”  I słuchamy."), ["Pytamy „po co?”", "I słuchamy."]);
  assert.deepEqual(halves("We answer in 2.5 days."), ["We answer in 2.5 days.", ""]);
});

test("the beginning of a text is short, and no character of it is cut in two", () => {
  assert.equal(beginningOf("  One\n two "), "One two");
  assert.equal(beginningOf("👩‍🌾 grows herbs", 3), "👩‍🌾…");
  assert.equal(beginningOf("a b c d", 4), "a b…");
});

test("the charter has its articles by area and order, without those left out", () => {
  const articles = { A1: article("Second"), A2: article("First", { area: "aim" }), A3: article("Gone", { dropped: true }) };
  assert.deepEqual(
    charterOf({ areas }, { articles }).map(({ id, areaTitle }) => [id, areaTitle]),
    [["A2", "Aim"], ["A1", "Values"]],
  );
});

test("open reservations stand first and apart from what was said to an earlier wording", () => {
  const said = (answer, put, at) => ({ answer, reason: "why", at, put });
  const articles = {
    A1: article("One", { put: 1, put_wording: 1, agreement: figures(2, 1, 0, 5), reservations: { 3: said("live_with", 1, 9) } }),
    A2: article("Two", { order: 2, put: 2, put_wording: 1, agreement: figures(1, 0, 1, 5), reservations: { 1: said("reservation", 1, 5), 2: said("reservation", 2, 8) } }),
    A3: article("Three", { order: 3 }),
  };
  articles.A2.wordings.push(wording("Two, again"));
  const workshop = { areas, agreement: { open: true, articles: ["A2"] } };
  const told = answersOf(workshop, { articles }).map(({ id, asked, outdated, answered, of, open, comments, earlier }) => [id, asked, outdated, answered, of, open, comments, earlier]);
  assert.deepEqual(told, [
    ["A2", true, true, 2, 5, [{ number: 2, ...said("reservation", 2, 8) }], [], [{ number: 1, ...said("reservation", 1, 5) }]],
    ["A1", false, false, 3, 5, [], [{ number: 3, ...said("live_with", 1, 9) }], []],
    ["A3", false, false, 0, 0, [], [], []],
  ]);
});

test("a charter goes to the room, then back to people; without an article there is nothing to put", () => {
  const fresh = { articles: { A1: article("One") } };
  const put = { articles: { A1: article("One", { put: 1 }) } };
  const stages = [
    [{ areas }, { articles: { A1: article("One", { dropped: true }) } }],
    [{ areas }, fresh],
    [{ areas, agreement: { open: true, articles: ["A1"] } }, put],
    [{ areas }, put],
    [{ areas, results: true }, put],
  ].map(([...views]) => stageOf(...views));
  assert.deepEqual(stages, ["", "put", "settle", "share", "end"]);
});

test("ideas that came later are counted for a new draft only where no person has written the article", () => {
  const idea = (number, theme) => ({ number, text: "idea", table: "T1", round: 1, support: 0, at: number, area: "values", theme });
  const desk = {
    themes: { M1: { title: "One", area: "values", order: 1 }, M2: { title: "Two", area: "values", order: 2 } },
    ideas: { I1: idea(1, "M1"), I2: idea(2, "M2") },
    articles: { A1: article("One", { theme: "M1", reworded: true }), A2: article("Two", { theme: "M2", reworded: false }) },
  };
  assert.deepEqual(undrafted({ areas }, desk), { late: 1, without: { aim: 0, values: 0 } });
});
