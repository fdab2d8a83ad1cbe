import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useBeat } from "./beat.js";
import { measure } from "./measuring.js";
import { nextStart, turned, wholeLines } from "./pace.js";

const TURN_MS = 9000;

/**
 * A list in a box that never scrolls: what does not fit has its turn a few seconds later. The first `pinned` items stay; when `items`
 * gets a new first one, the turn begins anew, so that what is fresh is seen at once. `children(item, index)` draws one <li> with a key.
 * `most`: more than can fit into the box, and so the most that is drawn.
 */
export function Rotating({ items, pinned = 0, delay = 0, most = 24, class: extra = "", children }) {
  const box = useRef(null);
  const start = useSignal(0);
  const seen = useRef(0);
  const beat = useBeat(TURN_MS, delay);
  const newest = items[0]?.[0];
  useLayoutEffect(() => {
    start.value = nextStart(start.peek(), seen.current, items.length, pinned);
  }, [beat]);
  useLayoutEffect(() => {
    start.value = 0;
  }, [newest]);
  // The list wraps into columns (or rows); what lies beyond the box is hidden, and was not seen.
  const look = () => {
    const list = box.current;
    // A box that has just been taken away changes its size, too.
    if (!list) return;
    const read = () => {
      const [right, bottom] = [list.clientWidth + 1, list.clientHeight + 1];
      // The first is shown even where it is too tall: something always is.
      const inside = (child) =>
        child.offsetLeft + child.offsetWidth <= right &&
        (child.offsetTop + child.offsetHeight <= bottom || child === list.firstChild);
      return { children: [...list.children].map((child) => [child, inside(child)]), lines: linesOf(list) };
    };
    measure(list, read, ({ children, lines }) => {
      list.style.setProperty("--first-lines", lines);
      for (const [child, fit] of children) child.classList.toggle("beyond", !fit);
      seen.current = children.filter(([, fit]) => fit).length;
    });
  };
  useLayoutEffect(look);
  // A box may get its size only after the first drawing, or another one with the window.
  useEffect(() => {
    const watcher = new ResizeObserver(look);
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  return (
    <ul ref={box} class={`rotating ${extra}`}>
      {turned(items, start.value, pinned).slice(0, most).map(children)}
    </ul>
  );
}

/** How many whole lines of its text the first item may have in this box. */
function linesOf(list) {
  const text = list.firstChild?.querySelector(".idea-text");
  if (!text) return "";
  const [item, style] = [list.firstChild, getComputedStyle(text)];
  const around = item.offsetHeight - text.offsetHeight;
  const room = list.clientHeight - parseFloat(getComputedStyle(list).paddingBottom) - item.offsetTop - around;
  return wholeLines(room, parseFloat(style.lineHeight), Number(style.getPropertyValue("--most-lines")));
}
