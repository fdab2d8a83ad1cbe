// The house's own icons: 24 × 24, drawn with one stroke in the colour of the text around them.

/** What phones have; deskshapes.js adds to it. */
export const SHAPES = {
  add: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  back: "M9 7l-5 5 5 5M4 12h10a6 6 0 0 1 6 6",
  down: "M12 5v14M6 13l6 6 6-6",
  hand: "M8 13V6.5a1.5 1.5 0 0 1 3 0V11V4.5a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8a6 6 0 0 1-6 6.5c-3 0-4.500-1.500-6-4.500l-1.300-2.600a1.400 1.400 0 0 1 2.400-1.400L8 13z",
  person: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 21c.5-4.500 3.500-7 7.500-7s7 2.500 7.500 7",
  wait: "M7 4h10M7 20h10M8 4c0 5 8 6 8 12v4M16 4c0 5-8 6-8 12v4",
  away: "M4 18h12a4 4 0 0 0 1-7.900A6 6 0 0 0 7 8.500M3 3l18 18",
  warning: "M12 4l9 16H3zM12 10v4M12 17h.01",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8h.01",
  speech: "M4 5h16v11H10l-4 4v-4H4z",
  hidden: "M3 12c2.500-4 5.500-6 9-6s6.500 2 9 6c-2.500 4-5.500 6-9 6s-6.500-2-9-6zM4 20L20 4",
  save: "M12 4v11M7 10l5 5 5-5M4 20h16",
  home: "M4 11l8-7 8 7M6 10v10h12V10",
};

/**
 * One icon, by name, or by its `path` where only one page that no phone loads has it. Decorative: the words beside it, or the
 * button's label, say what it means.
 */
export function Icon({ name, path = SHAPES[name], class: extra = "" }) {
  return (
    <svg class={`icon ${extra}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
