// Carrying somebody to another place in the plan with the mouse. Fingers and keys press two people or choose a table instead.

import { signal } from "@preact/signals";
import { landing } from "./plan.js";
import { hosts, move, swap, unpick } from "./seating.js";

const BEGIN_PX = 6;

/** Who is being carried: {id, round, x, y, goal} or null; `goal` is what letting go would do, as `landing` says. */
export const carried = signal(null);

/** What lies under the pointer in the plan: the person, if any, and the table, with the round. */
function under(x, y) {
  const cell = document.elementFromPoint(x, y)?.closest("[data-seats]");
  if (!cell) return null;
  const [round, table] = cell.dataset.seats.split(" ");
  const chip = document.elementFromPoint(x, y).closest("[data-person]");
  return { round: Number(round), table, id: chip?.dataset.person ?? "" };
}

/** Begin on pointerdown over a person's place. */
export function carryFrom(event, id, round) {
  if (event.button !== 0 || event.pointerType !== "mouse" || carried.peek()) return;
  const start = { x: event.clientX, y: event.clientY };
  const from = { ...under(start.x, start.y), id, round };
  const follow = ({ clientX: x, clientY: y }) => {
    if (!carried.peek() && Math.hypot(x - start.x, y - start.y) < BEGIN_PX) return;
    carried.value = { id, round, x, y, goal: landing(from, under(x, y), hosts.peek()) };
  };
  const finish = (released) => {
    const goal = carried.peek()?.goal;
    const was = carried.peek();
    stop();
    if (!was) return;
    swallowClick();
    if (released.type !== "pointerup" || !goal) return;
    unpick();
    if (goal.other) swap(id, goal.other, round);
    else move(id, round, goal.table);
  };
  const escape = (key) => key.key === "Escape" && stop();
  const listeners = { pointermove: follow, pointerup: finish, pointercancel: finish, keydown: escape };
  function stop() {
    carried.value = null;
    for (const [name, listener] of Object.entries(listeners)) removeEventListener(name, listener);
  }
  for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener);
}

/** Letting go over a button would count as a click on it. */
function swallowClick() {
  const swallow = (click) => {
    click.preventDefault();
    click.stopPropagation();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
}
