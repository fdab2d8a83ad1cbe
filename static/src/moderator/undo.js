// The way back: what was done last on this console, and how to undo it. One list for all places of the console.

import { signal } from "@preact/signals";
import { ask } from "./desk.js";

const KEPT = 30;

/** What can be taken back, the last one last: [{label, run}]. */
export const undos = signal([]);

/** Remember how to take back what has just been done; `label` says it in full, such as "Undo hiding idea 7". */
export function remember(label, run) {
  undos.value = [...undos.peek(), { label, run }].slice(-KEPT);
}

/** Take the last step back. */
export async function undo() {
  const last = undos.peek().at(-1);
  undos.value = undos.peek().slice(0, -1);
  await last?.run();
}

/** Give a command that another one takes back; gives the ack. `undoing` is {label, type, fields}. */
export async function askUndoably(type, fields, undoing) {
  const ack = await ask(type, fields);
  if (ack.ok) remember(undoing.label, () => ask(undoing.type, undoing.fields ?? fields));
  return ack;
}
