// Keeps what has not changed the very same object, so that only what has changed is drawn again. Pure.

const isPlain = (value) => typeof value === "object" && value !== null;

/**
 * `next`, built as far as possible from the parts of `previous`: equal parts are `previous`'s own, and if all are, so is the whole.
 * Both are plain data without cycles.
 */
export function steady(previous, next) {
  if (previous === next || !isPlain(previous) || !isPlain(next) || Array.isArray(previous) !== Array.isArray(next)) return next;
  const keys = Object.keys(next);
  let same = keys.length === Object.keys(previous).length;
  const result = Array.isArray(next) ? [] : {};
  for (const key of keys) {
    result[key] = steady(previous[key], next[key]);
    same = same && key in previous && result[key] === previous[key];
  }
  return same ? previous : result;
}
