"""What axe-core finds on a page, and what it can't decide."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A bar that sticks to the screen covers a part of the list that is scrolled under it; axe can't measure the
# contrast of what lies beneath. Nor can it that of a field with nothing in it, and of one figure by itself:
# the numbers of tables stand on their cloth in colours that tests/js/tokens.test.js measures; nor of words in
# a plot, which are the page's own black, or on a bar in colours that tests/rules/test_design.py measures.
EXPLAINED = re.compile("bgOverlap|elmPartiallyObscur|emptyValue|shortTextContent|imgNode")

# Half-way through a change of colours, a contrast is nobody's choice.
AT_REST = """() => Promise.allSettled(document.getAnimations()
  .filter((motion) => motion.effect.getComputedTiming().endTime !== Infinity)
  .map((motion) => motion.finished)).then(() => true)"""

# Only what is wrong or undecided is reported, which halves the time; there are no frames, and no style sheets
# to be fetched.
AUDIT = """async (standards) => {
  const {violations, incomplete} = await axe.run(document, {
    runOnly: standards, resultTypes: ["violations", "incomplete"], iframes: false, preload: false,
  });
  return [violations, incomplete].map((found) => found.flatMap((rule) => rule.nodes.map((node) => ({
    rule: rule.id,
    where: node.target.join(" "),
    why: [...node.any, ...node.all, ...node.none]
      .map((check) => check.data?.messageKey ?? check.message)
      .join("; "),
  }))));
}"""


# The same bar makes a button beneath it look too small; in the middle of the screen it is what it is.
SMALL_STILL = """async (where) => {
  document.querySelector(where).scrollIntoView({block: "center", behavior: "instant"});
  const {violations} = await axe.run(where, {runOnly: {type: "rule", values: ["target-size"]}});
  return violations.length > 0;
}"""


def audit(page: Page) -> list[dict[str, str]]:
    """Everything axe-core objects to, or can't decide, on this page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8") + ";0")
    page.evaluate(AT_REST)
    violations, incomplete = page.evaluate(AUDIT, STANDARDS)
    found = [v for v in violations if v["rule"] != "target-size" or page.evaluate(SMALL_STILL, v["where"])]
    return [*found, *(each for each in incomplete if not EXPLAINED.search(each["why"]))]
