import assert from "node:assert/strict";
import { test } from "node:test";
import { clockText, offsetOf, remainingAt } from "../../static/src/shared/clock.js";

test("the least delayed message tells how far the server's clock is ahead", () => {
  assert.equal(offsetOf([]), 0);
  assert.equal(offsetOf([4000 - 900, 4000 - 12, 4000 - 230]), 3988);
  assert.equal(offsetOf([-60_050, -60_003]), -60_003);
});

test("time left never goes below nothing", () => {
  assert.equal(remainingAt(10_000, 4000), 6000);
  assert.equal(remainingAt(10_000, 10_001), 0);
});

test("a clock shows minutes and seconds, a begun second as a whole one", () => {
  assert.deepEqual([0, 1, 1000, 59_001, 725_000, 4_500_000].map(clockText), ["0:00", "0:01", "0:01", "1:00", "12:05", "75:00"]);
});
