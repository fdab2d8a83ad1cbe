// A gentle sound one minute before a round's end, and at the end. When it is due is decided by `due`; a browser plays nothing before
// somebody has touched the page, so until then it stays silent without complaining.

import { effect, signal } from "@preact/signals";
import { remaining } from "./clock.js";
import { store } from "./storage.js";

const MINUTE_MS = 60_000;
/** A device that slept through the moment does not ring afterwards. */
const LATE_MS = 5000;
const KEPT = "obrus.chime";
const RANG = "obrus.rang";

/** Struck one after the other, in hertz: a rising third before the end, a falling one at it. */
const NOTES = { minute: [523.25, 659.25], end: [659.25, 523.25, 392] };
const BETWEEN_S = 0.38;
const RINGING_S = 1.6;
const LOUDNESS = 0.18;

/**
 * What has become due since the last look: "minute", "end" or "". `before` and `left` are the milliseconds left then and now; a clock
 * that was set (a round extended, another one begun) counts up and brings nothing.
 */
export function due(before, left) {
  const passed = (mark) => before > mark && left <= mark && mark - left < LATE_MS && before - left < MINUTE_MS;
  if (passed(MINUTE_MS)) return "minute";
  return before > 0 && left === 0 && before < LATE_MS ? "end" : "";
}

/** Whether this device rings. It is remembered, and the same for all its pages; it rings unless somebody said no. */
export const chimes = signal(store.get(KEPT) !== false);
globalThis.addEventListener?.("storage", ({ key }) => key === KEPT && (chimes.value = store.get(KEPT) !== false));

/** Ring on this device, or no longer; turned on, it is heard at once. */
export function setChimes(on) {
  chimes.value = on;
  store.set(KEPT, on);
  if (on) ring("minute");
}

let audio = null;

const player = () => globalThis.AudioContext ?? globalThis.webkitAudioContext;

/** Whether the browser lets this page make a sound: not before somebody has touched it. */
export function mayRing() {
  return Boolean(player()) && navigator.userActivation?.hasBeenActive !== false;
}

/** Play it, if the browser lets this page make a sound yet. */
export function ring(name) {
  // A context made before anybody touched the page would be refused, aloud, in the browser's console.
  if (!mayRing()) return;
  const Audio = player();
  try {
    audio ??= new Audio();
    audio.resume().catch(() => {});
    NOTES[name].forEach((hertz, place) => strike(hertz, audio.currentTime + place * BETWEEN_S));
  } catch {
    audio = null;
  }
}

/** One note of a small bell: a soft beginning, a long end. */
function strike(hertz, at) {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = "sine";
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(LOUDNESS, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + RINGING_S);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + RINGING_S);
}

/** Whether this page is the first on the device that wants to ring now: a board and a console side by side ring once. */
export function isFirst(moment = Date.now()) {
  if (Math.abs(moment - (store.get(RANG) ?? 0)) < LATE_MS) return false;
  store.set(RANG, moment);
  return true;
}

function ringOnce(name) {
  if (mayRing() && isFirst()) ring(name);
}

/** Ring when it is due; `workshop` is the signal of the public view. Gives the way to stop. */
export function ringFor(workshop, play = ringOnce) {
  let before = { round: 0, left: 0 };
  return effect(() => {
    const { phase, round, rounds } = workshop.value ?? {};
    if (phase !== "round") return;
    const { closes_at: closesAt, paused_at: pausedAt } = rounds[round];
    const left = remaining(closesAt, pausedAt);
    const sound = before.round === round ? due(before.left, left) : "";
    before = { round, left };
    if (sound && chimes.peek()) play(sound);
  });
}
