import assert from "node:assert/strict";
import { test } from "node:test";
import { merge } from "../../static/src/shared/merge.js";

// Appendix A of RFC 7396: target, patch, result.
const APPENDIX_A = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [["a", "b"], ["c", "d"], ["c", "d"]],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

test("every example of RFC 7396 comes out as the RFC says", () => {
  for (const [target, patch, result] of APPENDIX_A) assert.deepEqual(merge(target, patch), result);
});

test("what a patch does not touch is the same object as before, and the target stays as it was", () => {
  const before = { ideas: { I1: { text: "a" }, I2: { text: "b" } }, people: { P1: {} } };
  const copy = structuredClone(before);
  const after = merge(before, { ideas: { I2: { text: "c" } } });
  assert.deepEqual(after, { ideas: { I1: { text: "a" }, I2: { text: "c" } }, people: { P1: {} } });
  assert.equal(after.ideas.I1, before.ideas.I1);
  assert.equal(after.people, before.people);
  assert.deepEqual(before, copy);
});

test("a key named like a part of every object is a key like any other", () => {
  const after = merge({}, JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"a": 1}}'));
  assert.equal({}.polluted, undefined);
  assert.deepEqual(after.constructor, { a: 1 });
});
