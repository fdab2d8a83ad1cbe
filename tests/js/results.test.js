import assert from "node:assert/strict";
import { test } from "node:test";
import { resultsOf } from "../../static/src/phone/late/results.js";

test("the charter comes back with the ideas behind it, and one's own are marked", () => {
  const told = {
    areas: { b: { title: "Rules", order: 2 }, a: { title: "Values", order: 1 } },
    articles: { A2: { text: "We listen.", area: "a", order: 2, ideas: [] }, A1: { text: "We trust.", area: "a", order: 1, ideas: ["I2", "I9", "I1"] } },
    tables: { T1: { number: 1 } },
    ideas: { I2: { number: 2, text: "trust", table: "T1", round: 1, support: 0 }, I1: { number: 1, text: "faith", table: "T7", round: 2, support: 3 } },
    own: ["I1"],
    supported: ["I2"],
  };
  const { areas, ideas, mine } = resultsOf(told);
  assert.deepEqual(areas.map(({ title, articles }) => [title, articles.map(({ id, ideas: behind, mine: own }) => [id, behind.map((idea) => idea.id), own])]), [
    ["Values", [["A1", ["I2", "I1"], true], ["A2", [], false]]],
    ["Rules", []],
  ]);
  assert.deepEqual(ideas.map(({ id, own, supported, tableNumber }) => [id, own, supported, tableNumber]), [["I1", true, false, ""], ["I2", false, true, 1]]);
  assert.equal(mine, 2);
});

test("to somebody without a seat nothing is marked", () => {
  assert.equal(resultsOf({ areas: {}, articles: {}, tables: {}, ideas: { I1: { number: 1, table: "T1" } } }).mine, 0);
});
