import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutbox, queued, verdict } from "../../static/src/shared/outbox.js";
import { openStore } from "../../static/src/shared/storage.js";

/** What localStorage is, in a map. */
function fakeStorage() {
  const map = new Map();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

/** A server that answers by a script of acks, then always ok; remembers what it was sent. */
function fakeServer(script = []) {
  const sent = [];
  const send = async (type, fields, { id }) => {
    sent.push({ type, text: fields.text, id });
    return script.shift() ?? { ok: true, seq: sent.length, result: { idea: `I${sent.length}` } };
  };
  return { sent, send };
}

const refused = (code) => ({ ok: false, refusal: { code, message: code } });
const texts = (items) => items.map((item) => [item.fields.text, item.state]);

/** Until nothing in the outbox waits any more, however busy the machine is; a test that never gets there fails by its assertion. */
async function settled({ items }) {
  const open = () => items.value.some(({ state }) => state === "waiting" || state === "sending");
  for (let turn = 0; open() && turn < 1000; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}

test("ideas are sent one after the other, in the order of writing", async () => {
  const store = openStore(fakeStorage);
  const { sent, send } = fakeServer();
  const outbox = createOutbox({ owner: "obrus.A.P1", send, store });
  for (const text of ["one", "two", "three"]) outbox.put("idea.post", { text, round: 1 });
  await settled(outbox);
  assert.deepEqual(sent.map((each) => each.text), ["one", "two", "three"]);
  assert.deepEqual(texts(outbox.items.value), [["one", "done"], ["two", "done"], ["three", "done"]]);
});

test("an idea without an answer keeps its id, its place and everything behind it until the answer comes", async () => {
  const store = openStore(fakeStorage);
  const { sent, send } = fakeServer([refused("offline"), refused("storage_failed")]);
  const outbox = createOutbox({ owner: "obrus.A.P1", send, store, retryMs: 1 });
  outbox.put("idea.post", { text: "one" });
  outbox.put("idea.post", { text: "two" });
  await settled(outbox);
  assert.deepEqual(sent.map((each) => each.text), ["one", "one", "one", "two"]);
  assert.equal(new Set(sent.slice(0, 3).map((each) => each.id)).size, 1);
});

test("what was not answered is sent by the next page, with the same ids and in the same order", async () => {
  const storage = fakeStorage();
  const deaf = createOutbox({
    owner: "obrus.A.P1",
    send: () => new Promise(() => {}),
    store: openStore(() => storage),
  });
  const ids = ["one", "two"].map((text) => deaf.put("idea.post", { text }));
  deaf.write({ text: "half a sent", round: 2 });

  const { sent, send } = fakeServer();
  const outbox = createOutbox({ owner: "obrus.A.P1", send, store: openStore(() => storage) });
  assert.deepEqual(outbox.draft.value, { text: "half a sent", round: 2 });
  await outbox.flush();
  assert.deepEqual(sent.map((each) => each.id), ids);
  const third = createOutbox({ owner: "obrus.A.P1", send, store: openStore(() => storage) });
  assert.deepEqual(third.items.value, []);
});

test("one person's ideas are never sent by another on the same device", () => {
  const storage = fakeStorage();
  const send = () => new Promise(() => {});
  createOutbox({ owner: "obrus.A.P1", send, store: openStore(() => storage) }).put("idea.post", { text: "mine" });
  const other = createOutbox({ owner: "obrus.A.P12", send, store: openStore(() => storage) });
  assert.deepEqual(other.items.value, []);
});

test("a refused idea keeps its text and the reason, also in the next page, and lets the next one go on", async () => {
  const storage = fakeStorage();
  const { send } = fakeServer([refused("round_closed")]);
  const outbox = createOutbox({ owner: "obrus.A.P1", send, store: openStore(() => storage) });
  const id = outbox.put("idea.post", { text: "late" });
  outbox.put("idea.post", { text: "next" });
  await settled(outbox);
  assert.deepEqual(texts(outbox.items.value), [["late", "refused"], ["next", "done"]]);
  const later = createOutbox({ owner: "obrus.A.P1", send, store: openStore(() => storage) });
  assert.deepEqual(texts(later.items.value), [["late", "refused"]]);
  assert.equal(later.items.value[0].refusal.code, "round_closed");
  later.drop(id);
  assert.deepEqual(later.items.value, []);
});

test("where storage is forbidden, ideas wait in memory", async () => {
  const forbidden = () => {
    throw new Error("SecurityError");
  };
  const store = openStore(forbidden);
  const { sent, send } = fakeServer();
  const outbox = createOutbox({ owner: "obrus.A.P1", send, store });
  outbox.put("idea.post", { text: "one" });
  await settled(outbox);
  assert.equal(store.lasting, false);
  assert.deepEqual(sent.map((each) => each.text), ["one"]);
});

test("a full storage loses nothing while the page is open", () => {
  const full = fakeStorage();
  const store = openStore(() => full);
  full.setItem = () => {
    throw new Error("QuotaExceededError");
  };
  store.set("obrus.A.P1.draft", { text: "half", round: 1 });
  assert.deepEqual(store.get("obrus.A.P1.draft"), { text: "half", round: 1 });
  assert.deepEqual(store.keys("obrus.A."), ["obrus.A.P1.draft"]);
});

test("of support given and taken back while offline, only the last word is sent", () => {
  const given = { id: "a", type: "idea.support", fields: { idea: "I1", on: true }, state: "waiting" };
  const other = { id: "b", type: "idea.support", fields: { idea: "I2", on: true }, state: "waiting" };
  const taken = { id: "c", type: "idea.support", fields: { idea: "I1", on: false }, state: "waiting" };
  assert.deepEqual(queued([given, other], taken), [other, taken]);
  const leaving = { ...given, state: "sending" };
  assert.deepEqual(queued([leaving, other], taken), [leaving, other, taken]);
});

test("two equal ideas are two ideas", () => {
  const one = { id: "a", type: "idea.post", fields: { text: "trust" }, state: "waiting" };
  assert.deepEqual(queued([one], { ...one, id: "b" }), [one, { ...one, id: "b" }]);
});

test("only what passes by itself is tried again", () => {
  assert.equal(verdict({ ok: true, result: {} }), "done");
  for (const code of ["offline", "too_fast", "storage_failed", "stopping"]) assert.equal(verdict(refused(code)), "again");
  for (const code of ["round_closed", "too_long", "not_seated"]) assert.equal(verdict(refused(code)), "refused");
});
