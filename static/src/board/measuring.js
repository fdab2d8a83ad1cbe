// Measures many boxes in one go: first all reading, then all writing, so that the browser lays the page out once and not once a box.

const waiting = new Map();
let due = false;

/** Before the next frame, `read()` is called, and then `write` with what it gave. A newer measure of the same box takes its place. */
export function measure(box, read, write) {
  waiting.set(box, { read, write });
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    const measures = [...waiting.values()];
    waiting.clear();
    const results = measures.map(({ read }) => read());
    measures.forEach(({ write }, index) => write(results[index]));
  });
}
