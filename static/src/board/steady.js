// Keeps what has not changed the very same object, so that only what has changed is drawn again. Pure.

const isPlain = (value) => typeof value === "object" && value !== null;

/**
 * `next`, built as far as possible from the parts of `previous`: equal parts are `previous`'s own, and if all are, so is the whole.
 * Both are plain data without cycles.
 */
export function steady(previous, next) {
  if (previous === next || !isPlain(previous) || !isPlain(next) || Array.isArray(previous) !== Array.isArray(next)) return next;
  if (Array.isArray(next)) return steadyList(previous, next);
  const keys = Object.keys(next);
  let same = keys.length === Object.keys(previous).length;
  const result = {};
  for (const key of keys) {
    result[key] = steady(previous[key], next[key]);
    same = same && key in previous && result[key] === previous[key];
  }
  return same ? previous : result;
}

/** The same for lists: a wall's are long, and mostly made of the very same entries. */
function steadyList(previous, next) {
  let same = next.length === previous.length;
  const result = next.map((entry, index) => {
    const kept = entry === previous[index] ? entry : steady(previous[index], entry);
    same = same && kept === previous[index];
    return kept;
  });
  return same ? previous : result;
}
