// How the board paces itself: what is shown now of more than fits. Pure; Rotating.jsx measures and draws.

/**
 * The order in which a box is filled: the first `pinned` items always (the newest), then the others from `start` on, round and
 * round. Whatever does not fit is simply not seen this time.
 */
export function turned(items, start, pinned = 0) {
  const [fixed, others] = [items.slice(0, pinned), items.slice(pinned)];
  if (others.length === 0) return fixed;
  const from = start % others.length;
  return [...fixed, ...others.slice(from), ...others.slice(0, from)];
}

/**
 * Where the next turn starts, after `seen` of `count` items were in sight: after the last one seen, or at the beginning again when all
 * were. A box too small for any moves on by one, so that nothing is stuck.
 */
export function nextStart(start, seen, count, pinned = 0) {
  const others = count - pinned;
  const passed = seen - pinned;
  if (others <= 0 || passed >= others) return 0;
  return (start + Math.max(1, passed)) % others;
}

/** Whole lines of a text in `room` px, at most `most`, so that no line is cut through; one line is always shown. */
export function wholeLines(room, lineHeight, most) {
  return Math.max(1, Math.min(most, Math.floor((room + 0.5) / lineHeight)));
}

/**
 * Columns for `count` cards in a box `width` by `height` so that cards come nearest to `ratio` (width by height) and few places
 * stay empty.
 */
export function columnsFor(count, width, height, ratio = 1.7) {
  let best = 1;
  let least = Infinity;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const shape = Math.abs(Math.log(width / columns / (height / rows) / ratio));
    const cost = shape + (2 * (columns * rows - count)) / count;
    if (cost < least) [best, least] = [columns, cost];
  }
  return best;
}

/** `items` in pages of at most `size`, as even as possible, so that no last page is nearly empty. */
export function pagesOf(items, size) {
  const count = Math.ceil(items.length / size);
  const each = Math.ceil(items.length / count);
  return Array.from({ length: count || 0 }, (_, page) => items.slice(page * each, (page + 1) * each));
}
