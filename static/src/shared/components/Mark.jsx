// The mark of Obrus: a cup seen from above on a checked tablecloth. shared/mark.svg is the same as a file.

/** The mark, decorative; the name stands beside it in words. */
export function Mark({ class: extra = "" }) {
  return (
    <svg class={`mark ${extra}`} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="cloth" x="1" y="1" width="30" height="30" rx="7" />
      <path class="stripe" d="M6 1h6v30H6zM20 1h6v30h-6z" />
      <path class="stripe" d="M1 6h30v6H1zM1 20h30v6H1z" />
      <path class="saucer" d="M22.500 14h2.500a3 3 0 0 1 0 6h-2.500" stroke-width="2" />
      <circle class="saucer" cx="15" cy="17" r="8.500" stroke-width="2" />
      <circle class="tea" cx="15" cy="17" r="5" />
    </svg>
  );
}
