import assert from "node:assert/strict";
import { test } from "node:test";
import { countOf, harvestOf, sectorsOf, spotlightOf, tablesOf } from "../../static/src/board/gather.js";
import { columnsFor, nextStart, pagesOf, turned, wholeLines } from "../../static/src/board/pace.js";
import { steady } from "../../static/src/board/steady.js";

test("a box is filled from its turn on, round and round, with the newest always first", () => {
  assert.deepEqual(turned(["new", "a", "b", "c"], 0, 1), ["new", "a", "b", "c"]);
  assert.deepEqual(turned(["new", "a", "b", "c"], 2, 1), ["new", "c", "a", "b"]);
  assert.deepEqual(turned(["new"], 5, 1), ["new"]);
  assert.deepEqual(turned(["a", "b", "c"], 1), ["b", "c", "a"]);
  assert.deepEqual(turned([], 3), []);
});

test("every item has its turn, whatever number of them fits", () => {
  for (const count of [2, 5, 17, 40]) {
    for (const fits of [1, 2, 3, 7]) {
      const items = Array.from({ length: count }, (_, index) => index);
      const shown = new Set();
      for (let start = 0, turn = 0; turn < count; turn++) {
        turned(items, start, 1).slice(0, fits).forEach((item) => shown.add(item));
        start = nextStart(start, fits, count, 1);
      }
      const expected = fits === 1 ? [0] : items;
      assert.deepEqual([...shown].sort((a, b) => a - b), expected, `${fits} of ${count}`);
    }
  }
});

test("what fits whole does not move", () => {
  assert.equal(nextStart(0, 4, 4), 0);
  assert.equal(nextStart(2, 5, 3, 1), 0);
  assert.equal(nextStart(0, 0, 0), 0);
});

test("a text too long for its box has whole lines only, at least one and at most as many as it may", () => {
  assert.deepEqual([-10, 0, 39, 79, 80, 139, 400].map((room) => wholeLines(room, 40, 4)), [1, 1, 1, 1, 2, 3, 4]);
});

test("tables stand in the columns that suit the wall", () => {
  assert.deepEqual([1, 4, 6, 8, 12, 20].map((count) => columnsFor(count, 1850, 840)), [1, 2, 3, 4, 4, 5]);
  assert.deepEqual([4, 6, 8, 20].map((count) => columnsFor(count, 990, 620)), [2, 2, 3, 4]);
});

test("pages are as even as possible", () => {
  assert.deepEqual(pagesOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9), [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]]);
  assert.deepEqual(pagesOf([1, 2], 9), [[1, 2]]);
  assert.deepEqual(pagesOf([], 9), []);
});

test("who is here: the many first, who said nothing last, and never more rows than fit", () => {
  const people = { present: 9, sectors: { sport: 2, health: 4, culture: 2 } };
  assert.deepEqual(sectorsOf(people), [
    { sector: "health", count: 4 },
    { sector: "culture", count: 2 },
    { sector: "sport", count: 2 },
    { sector: "", count: 1 },
  ]);
  assert.deepEqual(sectorsOf(people, 3), [
    { sector: "health", count: 4 },
    { sector: "culture", count: 2 },
    { sector: "", count: 3 },
  ]);
  assert.deepEqual(sectorsOf({ present: 2, sectors: { sport: 2 } }, 1), [{ sector: "sport", count: 2 }]);
  assert.deepEqual(sectorsOf({ present: 0, sectors: {} }), []);
});

const workshop = {
  areas: { zasady: { title: "Rules", order: 2 }, wartosci: { title: "Values", order: 1 }, empty: { title: "Empty", order: 3 } },
  tables: { T10: { number: 10, topic: "Ten", question: "" }, T2: { number: 2, topic: "", question: "", area: "wartosci" } },
};
const I1 = { text: "a", table: "T2", at: 1, number: 1, support: 1, area: "wartosci", theme: "M1" };
const I2 = { text: "b", table: "T2", at: 2, number: 2, support: 0, area: "wartosci", theme: "M2" };
const I3 = { text: "c", table: "T10", at: 3, number: 3, support: 2, area: "wartosci", theme: "M2" };
const I4 = { text: "d", table: "T10", at: 4, number: 4, support: 5, area: "zasady" };
const M1 = { title: "Trust", area: "wartosci", order: 1 };
const M2 = { title: "Courage", area: "wartosci", order: 2 };
const M3 = { title: "Without an idea", area: "zasady", order: 3 };
const A1 = { text: "We listen.", area: "wartosci", order: 2, ideas: ["I1"], theme: "M1" };
const A2 = { text: "We dare.", area: "wartosci", order: 1, ideas: ["I2", "I3"], theme: "M2" };
const A3 = { text: "We meet.", area: "empty", order: 1, ideas: [] };
const articles = { A1, A2, A3 };
const board = { ideas: { I1, I2, I3, I4 }, themes: { M1, M2, M3 }, articles, tables: { T2: { people: 2, seats: ["Ala", "#7"] } } };

test("tables come by number with their newest idea first", () => {
  assert.deepEqual(tablesOf(workshop, board), [
    { id: "T2", number: 2, topic: "Values", question: "", area: "wartosci", seats: ["Ala", "#7"], ideas: [["I2", I2], ["I1", I1]] },
    { id: "T10", number: 10, topic: "Ten", question: "", seats: [], ideas: [["I4", I4], ["I3", I3]] },
  ]);
});

test("the harvest shows areas in their order, fuller themes first, counts what is in no theme, and has the articles in theirs", () => {
  assert.deepEqual(harvestOf(workshop, board), [
    {
      id: "wartosci",
      title: "Values",
      themes: [
        { id: "M2", ...M2, ideas: [["I3", I3], ["I2", I2]], support: 2 },
        { id: "M1", ...M1, ideas: [["I1", I1]], support: 1 },
      ],
      loose: 0,
      articles: [["A2", A2], ["A1", A1]],
    },
    { id: "zasady", title: "Rules", themes: [], loose: 1, articles: [] },
    { id: "empty", title: "Empty", themes: [], loose: 0, articles: [["A3", A3]] },
  ]);
});

test("what has not changed stays the very same object, so that it is not drawn again", () => {
  const before = [{ id: "T1", ideas: [["I1", { text: "a" }]] }, { id: "T2", ideas: [] }];
  const after = steady(before, [{ id: "T1", ideas: [["I1", { text: "a" }]] }, { id: "T2", ideas: [["I2", { text: "b" }]] }]);
  assert.deepEqual(after, [{ id: "T1", ideas: [["I1", { text: "a" }]] }, { id: "T2", ideas: [["I2", { text: "b" }]] }]);
  assert.equal(after[0], before[0]);
  assert.equal(steady(before, structuredClone(before)), before);
  assert.deepEqual(steady({ a: 1, b: 2 }, { a: 1 }), { a: 1 });
  assert.deepEqual(steady([1, 2], { 0: 1, 1: 2 }), { 0: 1, 1: 2 });
  assert.deepEqual(steady({ a: undefined }, { b: undefined }), { b: undefined });
  assert.deepEqual(steady([1, 2], [1]), [1]);
});

test("an idea nobody has touched is the very same entry at each look, so that a wall of 2,000 is compared in no time", () => {
  const [touched, untouched] = [{ table: "T1", at: 1, number: 1, support: 0 }, { table: "T1", at: 2, number: 2, support: 0 }];
  const workshop = { areas: {}, tables: { T1: { number: 1 } } };
  const look = (ideas) => tablesOf(workshop, { ideas, tables: {} })[0].ideas;
  const before = look({ I1: touched, I2: untouched });
  const after = look({ I1: { ...touched, support: 1 }, I2: untouched });
  assert.deepEqual(after.map((entry) => before.includes(entry)), [true, false]);
});

test("what says the same is one idea with a count, in its own group only", () => {
  const said = (number, extra) => ({ text: `${number}`, table: "T1", area: "a", at: number, number, support: 1, ...extra });
  const ideas = { I1: said(1), I2: said(2, { same_as: "I1" }), I3: said(3, { table: "T2", same_as: "I1" }), I4: said(4), I5: said(5, { same_as: "I1" }) };
  const workshop = { areas: {}, tables: { T1: { number: 1 }, T2: { number: 2 } } };
  const [first, second] = tablesOf(workshop, { ideas, tables: {} }).map((table) => table.ideas);
  assert.deepEqual(first.map(([id, idea]) => [id, idea.same, idea.support]), [["I4", undefined, 1], ["I1", 3, 3]]);
  assert.deepEqual(second.map(([id, idea]) => [id, idea.same]), [["I3", undefined]]);
  assert.deepEqual([countOf(first), countOf(second)], [4, 1]);
});

test("a closed table is on the wall only as long as somebody is to sit there", () => {
  const workshop = { areas: {}, tables: { T1: { number: 1, closed: true }, T2: { number: 2, closed: true }, T3: { number: 3 } } };
  const board = { ideas: {}, tables: { T1: { seats: ["Ola"] }, T2: { seats: [] } } };
  assert.deepEqual(tablesOf(workshop, board).map(({ id }) => id), ["T1", "T3"]);
});

test("one thing is large while the moderator points at it, and nothing when it is gone", () => {
  const areas = [{ title: "Values", articles: [["A1", { text: "We trust." }]], themes: [{ id: "M1", title: "Trust" }] }];
  const lit = (spotlight) => spotlightOf({ spotlight }, areas);
  assert.deepEqual(lit({ article: "A1" }), { area: "Values", article: ["A1", { text: "We trust." }] });
  assert.deepEqual(lit({ theme: "M1" }), { area: "Values", theme: { id: "M1", title: "Trust" } });
  assert.deepEqual([lit({ theme: "M9" }), lit({}), lit(undefined)], [null, null, null]);
});

test("themes with more dots come first where the room may see them", () => {
  const theme = (order, dots) => ({ title: `${order}`, area: "a", order, ...dots });
  const idea = (number, name) => ({ text: "x", area: "a", at: number, number, support: 0, theme: name });
  const board = { ideas: { I1: idea(1, "M1"), I2: idea(2, "M1"), I3: idea(3, "M2") }, articles: {}, themes: { M1: theme(1, {}), M2: theme(2, {}) } };
  const workshop = { areas: { a: { title: "Values", order: 1 } } };
  const order = (themes) => harvestOf(workshop, { ...board, themes })[0].themes.map(({ id }) => id);
  assert.deepEqual(order(board.themes), ["M1", "M2"]);
  assert.deepEqual(order({ M1: theme(1, { dots: 1 }), M2: theme(2, { dots: 5 }) }), ["M2", "M1"]);
});
