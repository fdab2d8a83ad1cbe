import { cloth } from "../shared/tables.js";

/** A table as a piece of its tablecloth with its number on it, so that people find it by the look too. Decorative. */
export function Cloth({ number, class: extra = "" }) {
  return (
    <div class={`swatch ${cloth(number)} ${extra}`} aria-hidden="true">
      <div class="cloth-hem" />
      <span class="swatch-number">{number}</span>
    </div>
  );
}
