// Colours as those see them who lack one kind of cone: nothing that stands for something is told by its colour alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { cloth } from "../../static/src/shared/tables.js";

const source = (path) => readFileSync(new URL(`../../static/src/${path}`, import.meta.url), "utf8");
const tokens = source("shared/tokens.css");

/** Machado, Oliveira and Fernandes (2009), table 1, severity 1.0; for linear RGB. */
const SEEN = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
};
/** Apart by less, two colours side by side are taken for one: about five times the least that is noticed, in Oklab. */
const APART = 0.1;

const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const rgb = (hex) => [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
const times = (matrix, [x, y, z]) => [0, 3, 6].map((row) => matrix[row] * x + matrix[row + 1] * y + matrix[row + 2] * z);
const seen = (hex, matrix) => times(matrix, rgb(hex)).map((part) => Math.min(1, Math.max(0, part)));

/** Björn Ottosson's Oklab (2020) of linear RGB: distances in it are about as large as they look. */
function oklab(colour) {
  const cones = times([0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005], colour).map(Math.cbrt);
  return times([0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662, -0.808675766], cones);
}

const apart = (one, other, matrix) => Math.hypot(...oklab(seen(one, matrix)).map((part, at) => part - oklab(seen(other, matrix))[at]));

function scheme(opening) {
  const block = tokens.slice(tokens.indexOf(opening)).match(/\{([^}]*)\}/)[1];
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

const SCHEMES = { light: scheme(":root {"), dark: scheme(':root:not([data-theme="light"]) {') };
const pairs = (things) => things.flatMap((one, at) => things.slice(at + 1).map((other) => [one, other]));

/** Pairs of table colours that somebody takes for one another: "leaf/cherry, deuteranopia, light". */
const confused = Object.entries(SCHEMES).flatMap(([name, colours]) =>
  Object.entries(SEEN).flatMap(([kind, matrix]) =>
    pairs(["cobalt", "cherry", "leaf", "honey"])
      .filter(([one, other]) => apart(colours[one], colours[other], matrix) < APART)
      .map(([one, other]) => ({ one, other, where: `${kind}, ${name}` })),
  ),
);

test("tables beside one another differ by pattern wherever their colours may be taken for one another; each has its number, too", () => {
  const looks = Array.from({ length: 16 }, (_, index) => cloth(index + 1).split(" ").slice(1));
  const alike = (one, other) => one === other || confused.some((pair) => [pair.one, pair.other].every((colour) => [one, other].includes(`cloth-${colour}`)));
  const neighbours = pairs(looks.map((look, index) => ({ look, index }))).filter(([a, b]) => b.index - a.index <= 2);
  const mistaken = neighbours.filter(([a, b]) => alike(a.look[0], b.look[0]) && a.look[1] === b.look[1]);
  assert.deepEqual(mistaken, []);
  assert.equal(new Set(looks.map(String)).size, 16);
});

test("the rows of cups, which alternate between two colours, alternate for everybody", () => {
  for (const [name, colours] of Object.entries(SCHEMES))
    for (const [kind, matrix] of Object.entries(SEEN)) assert.ok(apart(colours.cobalt, colours.cherry, matrix) >= APART, `${kind}, ${name}: ${apart(colours.cobalt, colours.cherry, matrix).toFixed(3)}`);
});

test("the three answers of an agreement have three patterns, and words beside them", () => {
  const css = source("board/board.css");
  const ground = (answer) => css.match(new RegExp(`\\.stand-${answer} \\{\\s*background: ([a-z-]+)\\((\\d+)?`))?.slice(1).join(" ");
  assert.deepEqual(["agree", "live_with", "reservation"].map(ground), ["var ", "repeating-linear-gradient 135", "repeating-linear-gradient 90"]);
});
