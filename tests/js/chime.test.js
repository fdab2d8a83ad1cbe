import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "@preact/signals";
import { due, isFirst, ringFor } from "../../static/src/shared/chime.js";
import { now, tick } from "../../static/src/shared/clock.js";

test("it is due once when a minute is left and once at the end", () => {
  const left = [61_400, 60_400, 59_400, 58_400, 30_000, 1400, 400, 0, 0];
  const rung = left.slice(1).map((now, place) => due(left[place], now));
  assert.deepEqual(rung, ["", "minute", "", "", "", "", "end", ""]);
});

test("a clock that was set forward or that went on while the device slept brings nothing", () => {
  assert.deepEqual([due(30_000, 330_000), due(0, 300_000), due(600_000, 20_000), due(600_000, 0)], ["", "", "", ""]);
});

test("a round that has just begun to be looked at does not ring, one that runs out does, a paused one does not", () => {
  const played = [];
  const held = (closesAt, more = {}) => ({ phase: "round", round: 1, rounds: { 1: { closes_at: closesAt, ...more } } });
  const start = now();
  const workshop = signal(held(start + 61_000));
  const stop = ringFor(workshop, (name) => played.push(name));
  tick.value = start + 1500;
  assert.deepEqual(played, ["minute"]);
  workshop.value = held(start + 63_000, { paused_at: start + 1500 });
  tick.value = start + 5000;
  tick.value = start + 90_000;
  stop();
  assert.deepEqual(played, ["minute"]);
});

test("of two pages on one device that want to ring at the same moment only the first does", () => {
  assert.deepEqual([1_000_000, 1_000_200, 1_004_900, 1_060_000].map(isFirst), [true, false, false, true]);
});
