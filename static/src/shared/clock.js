// The server's time on a device whose own clock may be wrong, and one tick a second for whatever shows time.

import { signal } from "@preact/signals";

const SAMPLES = 12;

/**
 * How far the server's clock is ahead of the device's, from the last few (server now, device now) pairs.
 * A message is never early, only late, so the largest difference is the one least falsified by the network.
 * @param {number[]} differences server ms minus device ms, oldest first
 */
export function offsetOf(differences) {
  return differences.length ? Math.max(...differences) : 0;
}

/** Milliseconds left until `closesAt`, never below 0. */
export function remainingAt(closesAt, now) {
  return Math.max(0, closesAt - now);
}

/** "12:05", "0:00", "75:00": minutes and seconds, a begun second counted as whole. */
export function clockText(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

let differences = [];

/** Take the server's `now` (ms) out of a frame that has just arrived. */
export function sync(serverNow) {
  differences = [...differences, serverNow - Date.now()].slice(-SAMPLES);
}

/** Milliseconds by which the server's clock is ahead of this device's. */
export function ahead() {
  return offsetOf(differences);
}

/** The server's time in ms since the epoch, as well as this device can know it. */
export function now() {
  return Date.now() + ahead();
}

/** The server's time, renewed every second while the page is open: read it in whatever shows a clock. */
export const tick = signal(Date.now());

let timer = 0;

/** Start ticking; called once by start.jsx. Ticks fall on the server's whole seconds, so all screens change together. */
export function startTicking() {
  clearTimeout(timer);
  tick.value = now();
  timer = setTimeout(startTicking, 1000 - (now() % 1000) + 5);
}

/**
 * Milliseconds left until `closesAt` by the server's clock; a component that calls it is drawn again every second. While a round is
 * paused (`pausedAt`), what was left then.
 */
export function remaining(closesAt, pausedAt = 0) {
  return remainingAt(closesAt, pausedAt || Math.max(tick.value, now()));
}
