import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../static/src/shared/ids.js";
import { readPage } from "../../static/src/shared/page.js";
import { cloth } from "../../static/src/shared/tables.js";

test("a page with a broken or missing element still has every fact", () => {
  const bare = { code: "", role: "guest", token: "", language: "en", urls: {}, strings: "" };
  assert.deepEqual(readPage({ getElementById: () => null }), bare);
  assert.deepEqual(readPage({ getElementById: () => ({ textContent: "{" }) }), bare);
  const said = { textContent: '{"code": "KAWA", "language": "pl"}' };
  assert.deepEqual(readPage({ getElementById: () => said }), { ...bare, code: "KAWA", language: "pl" });
});

test("ids are UUIDs of version 4, and differ", () => {
  const ids = Array.from({ length: 1000 }, newId);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(ids).size, 1000);
});

test("the first sixteen tables have sixteen different cloths, and neighbours differ in both colour and pattern", () => {
  const cloths = Array.from({ length: 16 }, (_, index) => cloth(index + 1));
  assert.equal(new Set(cloths).size, 16);
  for (let index = 1; index < 16; index++) {
    const [before, here] = [cloths[index - 1].split(" "), cloths[index].split(" ")];
    assert.notEqual(before[1], here[1]);
    assert.notEqual(before[2], here[2]);
  }
});
