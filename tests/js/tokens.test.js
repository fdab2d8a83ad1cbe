import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../../static/src/shared/tokens.css", import.meta.url), "utf8");

/** The colours set in the block that begins after `opening`. */
function colours(opening) {
  const block = css.slice(css.indexOf(opening)).match(/\{([^}]*)\}/)[1];
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/** Contrast as WCAG 2.1 defines it. */
function contrast(one, other) {
  const luminance = (hex) => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const light = colours(":root {");
const dark = colours(':root:not([data-theme="light"]) {');
const GROUNDS = ["linen", "paper", "cobalt-tint", "cherry-tint", "leaf-tint", "honey-tint"];

for (const [name, scheme] of Object.entries({ light, dark })) {
  test(`${name}: words can be read on every ground, the ones that must be read from afar at 7:1`, () => {
    for (const ground of GROUNDS) {
      for (const ink of ["soft", "cobalt", "cherry", "leaf", "honey"]) {
        const measured = contrast(scheme[ink], scheme[ground]);
        assert.ok(measured >= 4.5, `${ink} on ${ground}: ${measured.toFixed(2)}`);
      }
      assert.ok(contrast(scheme.ink, scheme[ground]) >= 7, `ink on ${ground}`);
    }
    assert.ok(contrast(scheme["on-cobalt"], scheme.cobalt) >= 7);
    assert.ok(contrast(scheme["on-cherry"], scheme.cherry) >= 4.5);
  });

  test(`${name}: the border of a field can be seen`, () => {
    for (const ground of ["linen", "paper"]) assert.ok(contrast(scheme.line, scheme[ground]) >= 3, ground);
  });
}

test("dark by choice is the same dark as dark by the device", () => {
  assert.deepEqual(colours(':root[data-theme="dark"] {'), dark);
});
