// What the server computes for a while: seats, themes, articles. One at a time, whichever button began it.

import { signal } from "@preact/signals";
import { say } from "../shared/components/Notice.jsx";
import { n, t } from "../shared/strings.js";
import { ask, desk } from "./desk.js";

/** Computing seats or themes for a full room may take this long, in ms. */
export const PATIENT = { patience: 60000 };

/** The step that is on its way, {name, since} with `since` in ms of this device's clock, or null. */
export const working = signal(null);

/** Run a step by itself; while one is on its way, nothing is begun. Gives what `run` gives, or undefined. */
export async function alone(name, run) {
  if (working.peek()) return undefined;
  working.value = { name, since: Date.now() };
  try {
    return await run();
  } finally {
    working.value = null;
  }
}

/** Plan everybody's places; `go` shows a place of the console. */
export async function deal(go) {
  const ack = await ask("seats.deal", {}, PATIENT);
  if (!ack.ok) return;
  say(t("Seats are dealt."));
  go("people");
}

/** Plan everybody's places without anybody but moderators seeing it; `go` shows a place of the console. */
export async function look(go) {
  if ((await ask("seats.propose", {}, PATIENT)).ok) go("people");
}

/** Deal the seats of the plan that is being looked at, as it stands. */
export async function use() {
  const { number } = desk.peek().proposal;
  if ((await ask("seats.deal", { proposal: number }, PATIENT)).ok) say(t("Seats are dealt as planned."));
}

/** Throw the plan away that is being looked at. */
export async function discard() {
  if ((await ask("seats.discard")).ok) say(t("The plan is thrown away. Nobody's place has changed; pins and requests stay."));
}

/** Begin a round, which seats whoever has no place yet. */
export async function openRound(round, go) {
  if ((await ask("round.open", { round }, PATIENT)).ok) go("room");
}

/** Let the machine group what nobody has grouped: in one area, or without one in all. */
export async function suggest(fields = {}) {
  const ack = await ask("themes.suggest", fields, PATIENT);
  if (!ack.ok) return;
  const { themes } = ack.result;
  say(themes ? n("{count} theme suggested", "{count} themes suggested", themes) : t("No new theme; ideas have come into the themes you keep."));
}

/** Draft articles from all themes. */
export async function draft() {
  const ack = await ask("charter.draft", {}, PATIENT);
  if (ack.ok) say(n("{count} article drafted", "{count} articles drafted", ack.result.articles));
}
