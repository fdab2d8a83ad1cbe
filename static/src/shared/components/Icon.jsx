// The house's own icons: 24 × 24, drawn with one stroke in the colour of the text around them.

const SHAPES = {
  add: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  back: "M9 7l-5 5 5 5M4 12h10a6 6 0 0 1 6 6",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  down: "M12 5v14M6 13l6 6 6-6",
  up: "M12 19V5M6 11l6-6 6 6",
  forward: "M5 12h14M13 6l6 6-6 6",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 3",
  hand: "M8 13V6.5a1.5 1.5 0 0 1 3 0V11V4.5a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8a6 6 0 0 1-6 6.5c-3 0-4.500-1.500-6-4.500l-1.300-2.600a1.400 1.400 0 0 1 2.400-1.400L8 13z",
  people: "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.300M18 14.500c2 .8 3.200 2.700 3.500 5.500",
  person: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 21c.5-4.500 3.500-7 7.500-7s7 2.500 7.500 7",
  table: "M3 8h18l-2.500 5H5.500zM7 13l-1.500 7M17 13l1.500 7",
  wait: "M7 4h10M7 20h10M8 4c0 5 8 6 8 12v4M16 4c0 5-8 6-8 12v4",
  away: "M4 18h12a4 4 0 0 0 1-7.900A6 6 0 0 0 7 8.500M3 3l18 18",
  warning: "M12 4l9 16H3zM12 10v4M12 17h.01",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8h.01",
  screen: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  speech: "M4 5h16v11H10l-4 4v-4H4z",
  hidden: "M3 12c2.500-4 5.500-6 9-6s6.500 2 9 6c-2.500 4-5.500 6-9 6s-6.500-2-9-6zM4 20L20 4",
  search: "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L20 20",
  save: "M12 4v11M7 10l5 5 5-5M4 20h16",
  play: "M7 4.500v15l12-7.500z",
  stop: "M6 6h12v12H6z",
  merge: "M6 4c0 6 6 5 6 10v6M18 4c0 6-6 5-6 10M9 17l3 3 3-3",
  contrast: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 7h5M12 11h8M12 15h7",
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
