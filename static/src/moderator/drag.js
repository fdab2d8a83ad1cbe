// Dragging ideas with mouse or finger, by pointer events. What is under the pointer names the theme in `data-theme`.
// Dragging is never the only way: every idea can be picked and moved by buttons too.

import { signal } from "@preact/signals";

const BEGIN_PX = 6;
const EDGE_PX = 60;

/** What is being dragged: {id, x, y, over} or null; `over` is the theme under the pointer, null where there is none. */
export const dragging = signal(null);

/**
 * Begin on pointerdown over an idea; `drop(id, theme)` is called when it is let go over a theme. A finger drags by the handle only,
 * so that the page can still be scrolled; a mouse drags the whole idea.
 */
export function dragFrom(event, id, drop) {
  if (event.button !== 0 || event.target.closest("button, input, a, select")) return;
  if (event.pointerType !== "mouse" && !event.target.closest("[data-handle]")) return;
  const start = { x: event.clientX, y: event.clientY };
  const follow = (moved) => {
    const far = Math.hypot(moved.clientX - start.x, moved.clientY - start.y);
    if (!dragging.peek() && far < BEGIN_PX) return;
    moved.preventDefault();
    scrollAtEdge(moved.clientY);
    dragging.value = { id, x: moved.clientX, y: moved.clientY, over: themeAt(moved) };
  };
  const finish = (released) => {
    const held = dragging.peek();
    stop();
    if (held && released.type === "pointerup" && held.over !== null) drop(id, held.over);
  };
  const escape = (key) => key.key === "Escape" && stop();
  function stop() {
    dragging.value = null;
    removeEventListener("pointermove", follow);
    removeEventListener("pointerup", finish);
    removeEventListener("pointercancel", finish);
    removeEventListener("keydown", escape);
  }
  addEventListener("pointermove", follow, { passive: false });
  addEventListener("pointerup", finish);
  addEventListener("pointercancel", finish);
  addEventListener("keydown", escape);
}

function themeAt({ clientX, clientY }) {
  const target = document.elementFromPoint(clientX, clientY)?.closest("[data-theme-drop]");
  return target ? target.dataset.themeDrop : null;
}

function scrollAtEdge(y) {
  if (y < EDGE_PX) scrollBy(0, -12);
  else if (y > innerHeight - EDGE_PX) scrollBy(0, 12);
}
