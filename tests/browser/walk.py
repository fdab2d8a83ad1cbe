"""A walk past every page: what axe-core says of it in both languages, in light and dark, on a desktop and on
320 pixels, whether it is wider than the screen, and what a screen reader is told, beside what was kept.

Each page is open once in each language. Each phase is seen in two ways, between them both languages, both
colours and both sizes; from phase to phase they are others, so that after four a page was seen in all eight.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from playwright.sync_api import expect

from tests.browser.axe import audit
from tests.browser.cafe import Cafe
from tests.browser.people import LAPTOP, PATIENCE_MS, PROJECTOR, SMALL_PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

GOLDEN = Path(__file__).parent / "golden"
RENEW = "RENEW_GOLDEN"
LANGUAGES = ("en", "pl")


class Look(NamedTuple):
    """One way to look at a page."""

    scheme: str
    size: dict[str, int]


LOOKS: tuple[dict[str, Look], ...] = (
    {"en": Look("light", LAPTOP), "pl": Look("dark", SMALL_PHONE)},
    {"en": Look("dark", SMALL_PHONE), "pl": Look("light", LAPTOP)},
    {"en": Look("light", SMALL_PHONE), "pl": Look("dark", LAPTOP)},
    {"en": Look("dark", LAPTOP), "pl": Look("light", SMALL_PHONE)},
)
# A board is as large as its wall.
ON_THE_WALL: tuple[dict[str, Look], ...] = (
    {"en": Look("light", PROJECTOR), "pl": Look("dark", PROJECTOR)},
    {"en": Look("dark", PROJECTOR), "pl": Look("light", PROJECTOR)},
)


class Walk:
    """Pages by name, each in both languages, and what was wrong with them where."""

    def __init__(self, screen: Callable[..., Page], cafe: Cafe) -> None:
        self.screen = screen
        self.cafe = cafe
        self.pages: dict[str, dict[str, Page]] = {}
        self.seen: Counter[str] = Counter()
        self.wrong: dict[str, list[Any]] = {}

    def open(self, name: str, link: str) -> dict[str, Page]:
        """Opens the page in both languages."""
        self.pages[name] = {
            language: self.screen(link, LAPTOP if name != "board" else PROJECTOR, language)
            for language in LANGUAGES
        }
        return self.pages[name]

    def everywhere(self, name: str, act: Callable[[Page], None]) -> None:
        """The same is done on the page in each language."""
        for page in self.pages[name].values():
            act(page)

    def see(self, phase: str, untold: Collection[str] = (), **shows: str) -> None:
        """Looks at these pages (name → what has to be there first) in every way, and compares what a screen
        reader is told with what is kept, but for those that are `untold`: they change by themselves."""
        for name, selector in shows.items():
            ways = ON_THE_WALL if name == "board" else LOOKS
            looks = ways[self.seen[name] % len(ways)]
            self.seen[name] += 1
            for language, page in self.pages[name].items():
                page.locator(selector).first.wait_for()
                look = looks[language]
                if wrong := self._looked(page, look):
                    where = f"{name}, {phase}, {language} {look.scheme} {look.size['width']}"
                    self.wrong[where] = wrong
            if name not in untold:
                self._told(name, phase)

    def _looked(self, page: Page, look: Look) -> list[Any]:
        # With reduced motion colours change at once, and no time goes by in waiting for them.
        page.emulate_media(color_scheme=look.scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page.set_viewport_size(look.size)  # type: ignore[arg-type]
        wrong: list[Any] = [*audit(page)]
        width = page.evaluate("document.documentElement.scrollWidth")
        return [*wrong, f"{width} px wide"] if width > look.size["width"] else wrong

    def _told(self, page_name: str, phase: str) -> None:
        """Compares the accessibility tree with what is kept, for as long as it may still be changing."""
        name = f"{page_name}-{re.sub(r'[^a-z]+', '-', phase)}"
        kept, page = GOLDEN / f"{name}.yaml", self.pages[page_name]["en"]
        page.set_viewport_size(PROJECTOR if page_name == "board" else LAPTOP)  # type: ignore[arg-type]
        # What is said for a few seconds only has gone.
        expect(page.locator(".notice")).to_have_count(0)
        if os.environ.get(RENEW):
            page.wait_for_timeout(1000)
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(self._tree(page), "utf-8")
        expected = kept.read_text("utf-8")
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while (told := self._tree(page)) != expected and time.monotonic() < deadline:
            page.wait_for_timeout(200)
        if told != expected:
            self.wrong[f"{name}.yaml (to renew: python -m tests.browser.golden)"] = _differences(
                expected, told
            )

    def _tree(self, page: Page) -> str:
        """Without what is another in every run: the workshop's code, keys and addresses, clocks and days."""
        told = page.locator("body").aria_snapshot()
        for pattern, stand_in in (
            (re.escape(self.cafe.served.url.removeprefix("http://")), "ADDRESS"),
            (self.cafe.code, "CODE"),
            (r"(?:[0-9a-z-]+\.)+[0-9a-z-]+:\d+(?=/)", "ADDRESS"),
            (r"key=[\w.~-]+", "key=KEY"),
            (r"\d+:\d\d(?:\s[AP]M)?", "0:00"),
            (r"\d{4}-\d\d-\d\d", "DAY"),
        ):
            told = re.sub(pattern, stand_in, told)
        return told.rstrip() + "\n"


def _differences(kept: str, told: str) -> list[str]:
    before, now = kept.splitlines(), told.splitlines()
    gone = [f"- {line}" for line in before if line not in now]
    return [*gone, *(f"+ {line}" for line in now if line not in before)] or [
        "the same lines in another order"
    ]
