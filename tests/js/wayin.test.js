import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "@preact/signals";
import { wayInOf } from "../../static/src/shared/wayin.js";

const urls = { join: "http://192.168.1.5:8000/w/ABCD", qr: "/w/ABCD/qr.svg" };
const shown = ({ join, qr, fresh }) => [join.value, qr.value, fresh.value];

test("once the laptop has another address, words and picture lead there, on the same port; that it is new is said for ten minutes", () => {
  const moved = signal(null);
  const wayIn = wayInOf(moved, urls);
  assert.deepEqual(shown(wayIn), [urls.join, urls.qr, false]);
  const at = Date.now() - 60_000;
  moved.value = { host: "10.0.0.7", at };
  assert.deepEqual(shown(wayIn), ["http://10.0.0.7:8000/w/ABCD", `/w/ABCD/qr.svg?moved=${at}`, true]);
  moved.value = { host: "10.0.0.7", at: Date.now() - 660_000 };
  assert.equal(wayIn.fresh.value, false);
  moved.value = null;
  assert.deepEqual(shown(wayIn), [urls.join, urls.qr, false]);
});
