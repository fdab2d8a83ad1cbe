// RFC 7396, the only rule by which a view changes in the browser.

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * `target` after the merge patch. Nothing is changed in place, and every part that the patch does not touch is the very same
 * object as before, so that what did not change need not be drawn again.
 */
export function merge(target, patch) {
  if (!isMap(patch)) return patch;
  const result = isMap(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}
