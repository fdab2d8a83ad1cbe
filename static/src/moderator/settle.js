// A button whose meaning changes under the finger: for a moment it takes no press, so that nobody does by a double click, or by
// pressing just when another moderator was faster, what they have not read. Pure.

/** How long a new meaning takes no press, in ms: longer than a double click, shorter than reading the words. */
export const SETTLE_MS = 700;

/** `left(meaning)`: milliseconds until a button that means this may be pressed; 0 for the first meaning and for one that stays. */
export function createSettling(clock = () => performance.now()) {
  let known;
  let until = 0;
  return {
    left(meaning) {
      if (known !== undefined && meaning !== known) until = clock() + SETTLE_MS;
      known = meaning;
      return Math.max(0, until - clock());
    },
  };
}
