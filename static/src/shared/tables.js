// How a table looks: its tablecloth has a colour and a pattern by the table's number, so that people find it by either alone.

const COLOURS = ["cobalt", "cherry", "leaf", "honey"];
const PATTERNS = ["gingham", "stripes", "dots", "diamonds"];

/** Class names for the cloth of table `number` (1…): colours change fastest; sixteen tables look different from one another. */
export function cloth(number) {
  const index = number - 1;
  const colour = COLOURS[index % COLOURS.length];
  const pattern = PATTERNS[(index + Math.floor(index / COLOURS.length)) % PATTERNS.length];
  return `cloth cloth-${colour} cloth-${pattern}`;
}
