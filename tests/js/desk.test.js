// The console's single keys, and what moderators did last.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KEYS, deedOf } from "../../static/src/moderator/keys.js";
import { news, told, wayBackOf } from "../../static/src/moderator/steps.js";

const pressed = (key, more = {}) => ({ key, target: { closest: () => null }, ...more });
const now = { on: true, dialog: false };

test("each key does one thing, whether shift is down or not", () => {
  assert.deepEqual(
    ["n", "N", "1", "5", "u", "/", "d", "?", "x"].map((key) => deedOf(pressed(key), now)),
    ["next", "next", "prepare", "charter", "undo", "search", "theme", "help", ""],
  );
  assert.equal(new Set(Object.values(KEYS)).size, Object.keys(KEYS).length);
});

test("a key does nothing while somebody writes, chooses, holds it down, means the browser, or has switched it off", () => {
  const writing = { target: { closest: (selector) => selector.includes("textarea") } };
  const others = [writing, { ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }, { isComposing: true }, { defaultPrevented: true }];
  assert.deepEqual(others.map((more) => deedOf(pressed("n", more), now)), others.map(() => ""));
  assert.equal(deedOf(pressed("?"), { on: false, dialog: false }), "");
  assert.equal(deedOf(pressed("n"), { on: true, dialog: true }), "");
});

const step = (seq, command, type = "table.closed", of = { table: "T1" }) => ({ seq, command, type, of, at: seq, count: 1 });

test("a console knows its own steps, hears of others', and of nobody's not at all", () => {
  const steps = told([step(9, "bbbb-1"), step(8, "simulated-1"), step(7, "aaaa-2"), step(6, "furnish-X-0"), step(5, "bbbb-0")], "aaaa");
  assert.deepEqual(
    steps.map(({ seq, own }) => [seq, own]),
    [[9, false], [7, true], [5, false]],
  );
  assert.deepEqual(news(steps, 5).map(({ seq }) => seq), [9]);
});

test("a step is taken back by the command that undoes it, as long as it still stands", () => {
  const workshop = { phase: "round", areas: { values: {} }, tables: { T1: { closed: true }, T2: {} }, rounds: { 1: { status: "open", paused_at: 5 } } };
  const desk = { hosts: { T2: "P1" }, ideas: { I1: { hidden: true } }, articles: { A1: {} }, themes: {}, messages: { N1: {}, N2: { withdrawn_at: 7 } } };
  const back = (type, of) => wayBackOf(step(1, "x", type, of), workshop, desk);
  assert.deepEqual(back("table.closed", { table: "T1" }), { type: "table.reopen", fields: { table: "T1" } });
  assert.deepEqual(back("idea.hidden", { idea: "I1" }), { type: "idea.restore", fields: { idea: "I1" } });
  assert.deepEqual(back("round.paused", { round: 1 }), { type: "round.resume", fields: {} });
  assert.deepEqual(back("host.appointed", { table: "T2", participant: "P1" }), { type: "host.release", fields: { table: "T2" } });
  assert.deepEqual(back("theme.merged", { theme: "M1" }), { type: "theme.restore", fields: { theme: "M1" } });
  assert.deepEqual(back("message.sent", { message: "N1" }), { type: "message.withdraw", fields: { message: "N1" } });
  assert.deepEqual(back("area.dropped", { area: "rules" }), { type: "area.restore", fields: { area: "rules" } });
  const over = [["area.dropped", { area: "values" }], ["message.sent", { message: "N2" }], ["table.closed", { table: "T2" }], ["article.dropped", { article: "A1" }], ["host.appointed", { table: "T2", participant: "P2" }], ["round.closed", { round: 1 }], ["idea.hidden", { idea: "I9" }]];
  assert.deepEqual(over.map(([type, of]) => back(type, of)), over.map(() => null));
});
