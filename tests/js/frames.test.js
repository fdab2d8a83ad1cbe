import assert from "node:assert/strict";
import { test } from "node:test";
import { receive, since } from "../../static/src/shared/frames.js";

const held = { public: { seq: 16, view: { phase: "lobby", title: "A" } } };

test("a snapshot takes the place of whatever was held, even of something newer", () => {
  const { channels, ask } = receive(held, "snapshot", { channel: "public", seq: 3, view: { phase: "move" } });
  assert.deepEqual(channels, { public: { seq: 3, view: { phase: "move" } } });
  assert.equal(ask, "");
});

test("a patch that fits is merged", () => {
  const frame = { channel: "public", after: 16, seq: 21, patch: { phase: "round", title: null } };
  assert.deepEqual(receive(held, "patch", frame), {
    channels: { public: { seq: 21, view: { phase: "round" } } },
    ask: "",
  });
});

test("a patch that is already there changes nothing", () => {
  const frame = { channel: "public", after: 10, seq: 16, patch: { phase: "closed" } };
  const { channels, ask } = receive(held, "patch", frame);
  assert.equal(channels, held);
  assert.equal(ask, "");
});

test("a patch behind a gap, or for a channel that is not held, asks for the whole view", () => {
  const gap = { channel: "public", after: 18, seq: 19, patch: { phase: "closed" } };
  assert.deepEqual(receive(held, "patch", gap), { channels: held, ask: "public" });
  const unknown = { channel: "table/T1", after: 0, seq: 1, patch: {} };
  assert.deepEqual(receive(held, "patch", unknown), { channels: held, ask: "table/T1" });
});

test("a channel that is left is forgotten, so that nobody goes on reading another table", () => {
  const both = { ...held, "table/T1": { seq: 4, view: { ideas: {} } } };
  assert.deepEqual(receive(both, "leave", { channel: "table/T1" }), { channels: held, ask: "" });
});

test("since names the seq of every channel held", () => {
  assert.deepEqual(since({ ...held, "person/P1": { seq: 9, view: {} } }), { public: 16, "person/P1": 9 });
});
