// Dragging ideas with mouse or finger, by pointer events. What is under the pointer names the theme in `data-theme-drop`.
// Dragging is never the only way: every idea can be picked and moved by buttons too.

import { signal } from "@preact/signals";

const BEGIN_PX = 6;
const EDGE_PX = 56;
const SCROLL_PX = 10;

/** What is being dragged: {ids, x, y, over} or null; `over` is the theme under the pointer, null where there is none. */
export const dragging = signal(null);

/**
 * Begin on pointerdown over an idea; `drop(ids, theme)` is called when it is let go over a theme. A finger drags by the handle only,
 * so that the page can still be scrolled; a mouse drags the whole idea. Near an edge the page, or the list under the pointer,
 * scrolls for as long as the pointer stays there.
 */
export function dragFrom(event, ids, drop) {
  if (event.button !== 0 || dragging.peek() || event.target.closest("button, input, a, select")) return;
  if (event.pointerType !== "mouse" && !event.target.closest("[data-handle]")) return;
  const { pointerId } = event;
  const start = { x: event.clientX, y: event.clientY };
  let frame = 0;
  const at = (x, y) => (dragging.value = { ids, x, y, over: themeAt(x, y) });
  const scroll = () => {
    const { x, y } = dragging.peek();
    if (scrollAtEdge(x, y)) at(x, y);
    frame = requestAnimationFrame(scroll);
  };
  const follow = (moved) => {
    if (moved.pointerId !== pointerId) return;
    if (!dragging.peek() && Math.hypot(moved.clientX - start.x, moved.clientY - start.y) < BEGIN_PX) return;
    moved.preventDefault();
    at(moved.clientX, moved.clientY);
    frame ||= requestAnimationFrame(scroll);
  };
  const finish = (released) => {
    if (released.pointerId !== pointerId) return;
    const held = dragging.peek();
    stop();
    if (!held) return;
    swallowClick();
    if (released.type === "pointerup" && held.over !== null) drop(ids, held.over);
  };
  const escape = (key) => key.key === "Escape" && stop();
  const listeners = { pointermove: follow, pointerup: finish, pointercancel: finish, keydown: escape };
  function stop() {
    cancelAnimationFrame(frame);
    dragging.value = null;
    for (const [name, listener] of Object.entries(listeners)) removeEventListener(name, listener);
  }
  for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener, { passive: false });
}

/** Letting go over the idea one took hold of would count as a click, and pick it. */
function swallowClick() {
  const swallow = (click) => click.preventDefault();
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
}

function themeAt(x, y) {
  const target = document.elementFromPoint(x, y)?.closest("[data-theme-drop]");
  return target ? target.dataset.themeDrop : null;
}

/** Scroll what lies under the pointer if that is near an edge of it; gives whether anything scrolled. */
function scrollAtEdge(x, y) {
  const pane = document.elementFromPoint(x, y)?.closest("[data-scrolls]");
  if (pane && pane.scrollHeight > pane.clientHeight) {
    const { top, bottom } = pane.getBoundingClientRect();
    if (scrollBox(pane, y, top, Math.min(bottom, innerHeight))) return true;
  }
  const bar = document.querySelector("[data-bar]")?.getBoundingClientRect().bottom ?? 0;
  return scrollBox(document.scrollingElement, y, Math.max(0, bar), innerHeight);
}

function scrollBox(box, y, top, bottom) {
  const before = box.scrollTop;
  if (y < top + EDGE_PX) box.scrollTop -= SCROLL_PX;
  else if (y > bottom - EDGE_PX) box.scrollTop += SCROLL_PX;
  return box.scrollTop !== before;
}
