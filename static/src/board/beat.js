// The board's pulse: what is too much for one look is shown in turns.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Counts up every `milliseconds`, beginning after `delay`, so that boxes side by side do not all change at once. */
export function useBeat(milliseconds, delay = 0) {
  const beat = useSignal(0);
  useEffect(() => {
    let timer = setTimeout(function next() {
      beat.value++;
      timer = setTimeout(next, milliseconds);
    }, milliseconds + delay);
    return () => clearTimeout(timer);
  }, [milliseconds, delay]);
  return beat.value;
}
