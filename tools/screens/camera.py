"""Screens of every kind in one Chromium, and pictures of them as WebP, small enough for a repository."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Page, expect, sync_playwright

from tools import chromium

SIZES: dict[str, Any] = {
    "phone": {"width": 390, "height": 844},
    "board": {"width": 1280, "height": 720},
    "console": {"width": 1280, "height": 800},
    "tablet": {"width": 1024, "height": 768},
    "paper": {"width": 820, "height": 1160},
}
QUALITY = {"phone": 60, "board": 38, "console": 38, "tablet": 45, "paper": 40}
PATIENCE_MS = 30_000

AT_REST = """() => Promise.allSettled(document.getAnimations()
  .filter((motion) => motion.effect.getComputedTiming().endTime !== Infinity)
  .map((motion) => motion.finished)).then(() => document.fonts.ready).then(() => true)"""


class Camera:
    """A context: one Chromium, a profile for each screen. `taken` are the pictures so far."""

    def __init__(self, folder: Path, language: str) -> None:
        self.taken: set[Path] = set()
        self._folder = folder
        self._language = language

    def __enter__(self) -> Self:
        path = chromium.find()
        if path is None:
            raise SystemExit("no Chromium on this machine: `make test` tries to fetch one")
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()

    def open(self, kind: str, link: str) -> Page:
        """A screen of a kind that is a key of SIZES, showing this address."""
        context = self._browser.new_context(
            viewport=SIZES[kind],
            locale=self._language,
            color_scheme="light",
            reduced_motion="reduce",
            has_touch=kind in ("phone", "tablet"),
        )
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.goto(link)
        return page

    def take(self, page: Page, kind: str, name: str, *, dark: bool = False, settle_ms: int = 600) -> None:
        """LANGUAGE-KIND-NAME-light.webp, and the same dark, from the page's top and with no pointer on it.
        What moves and news that goes by itself is waited for; `settle_ms` is for what comes by itself, such
        as a board's next step."""
        page.mouse.move(0, 0)
        page.wait_for_timeout(settle_ms)
        expect(page.locator(".notice")).to_have_count(0, timeout=PATIENCE_MS)
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        for scheme in ("light", "dark") if dark else ("light",):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(AT_REST)
            self._shoot(page, kind, f"{self._language}-{kind}-{name}-{scheme}.webp")
        page.emulate_media(color_scheme="light", reduced_motion="reduce")

    def _shoot(self, page: Page, kind: str, name: str) -> None:
        line = page.context.new_cdp_session(page)
        asked = {"format": "webp", "quality": QUALITY[kind]}
        shot = line.send("Page.captureScreenshot", asked)
        line.detach()
        path = self._folder / name
        path.write_bytes(base64.b64decode(shot["data"]))
        self.taken.add(path)
