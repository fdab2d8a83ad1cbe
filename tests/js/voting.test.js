import assert from "node:assert/strict";
import { test } from "node:test";
import { screenOf } from "../../static/src/phone/screen.js";
import { ballot } from "../../static/src/phone/late/voting.js";

const workshop = {
  phase: "harvest",
  areas: { b: { title: "Rules", order: 2 }, a: { title: "Values", order: 1 } },
  voting: { areas: ["b", "a"], dots: 3, open: true, hidden: true, named: false },
  themes: {
    M2: { title: "Trust", area: "a", order: 2, examples: ["We keep our word"] },
    M1: { title: "Respect", area: "a", order: 1, examples: [] },
    M3: { title: "Minutes", area: "b", order: 3, examples: [] },
  },
};
const person = { status: "present", dots: { M1: 2, M3: 1 }, objected: { M3: "Too much paper" } };
const item = (type, fields, state = "waiting") => ({ id: `${type} ${fields.theme}`, type, fields, state });
const seen = (areas) => areas.map(({ id, left, themes }) => [id, left, themes.map((theme) => [theme.id, theme.own, theme.objection])]);

test("areas and themes stand in their order, with one's own dots and words", () => {
  assert.deepEqual(seen(ballot(workshop, person, [])), [
    ["a", 1, [["M1", 2, ""], ["M2", 0, ""]]],
    ["b", 2, [["M3", 1, "Too much paper"]]],
  ]);
});

test("what is on its way counts already; what was refused does not", () => {
  const items = [
    item("theme.vote", { theme: "M2", dots: 1 }),
    item("theme.vote", { theme: "M3", dots: 3 }, "refused"),
    item("theme.object", { theme: "M3", reason: "", on: false }, "sending"),
    item("theme.object", { theme: "M1", reason: "Not ours", on: true }, "done"),
  ];
  assert.deepEqual(seen(ballot(workshop, person, items)), [
    ["a", 0, [["M1", 2, "Not ours"], ["M2", 1, ""]]],
    ["b", 2, [["M3", 1, ""]]],
  ]);
});

test("the phone shows the one thing that is on in the harvest", () => {
  const at = (changes) => screenOf({ ...workshop, voting: undefined, ...changes }, person).name;
  const sorting = { areas: ["a"], done: 1, total: 9 };
  assert.equal(at({}), "harvest");
  assert.equal(at({ sorting }), "sort");
  assert.equal(at({ sorting, voting: workshop.voting }), "vote");
  assert.equal(at({ sorting, voting: workshop.voting, agreement: { open: true, articles: [] } }), "agree");
  assert.equal(at({ voting: { ...workshop.voting, open: false } }), "harvest");
  assert.equal(at({ voting: { ...workshop.voting, open: false, hidden: false } }), "vote");
});
