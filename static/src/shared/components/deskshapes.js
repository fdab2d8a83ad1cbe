// Icons of the board and the console only: no phone loads them.

import { SHAPES } from "./Icon.jsx";

Object.assign(SHAPES, {
  up: "M12 19V5M6 11l6-6 6 6",
  forward: "M5 12h14M13 6l6 6-6 6",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 3",
  people: "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.300M18 14.500c2 .8 3.200 2.700 3.500 5.500",
  screen: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  play: "M7 4.500v15l12-7.500z",
  stop: "M6 6h12v12H6z",
  merge: "M6 4c0 6 6 5 6 10v6M18 4c0 6-6 5-6 10M9 17l3 3 3-3",
  contrast: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 7h5M12 11h8M12 15h7",
});
