"""What the browser tests share: a workshop, and screens in browsers of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.cafe import Cafe, found
from tests.browser.people import PATIENCE_MS, PHONE
from tests.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture
def cafe(house: Served) -> Cafe:
    return found(house)


@pytest.fixture
def screen(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`screen(link, size)` opens a page in a browser of its own, with a touch screen if `touch`; a fault in
    any script fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(
        link: str,
        size: Any = PHONE,
        language: str = "en",
        scheme: Any = "light",
        touch: bool = False,
    ) -> Page:
        context = browser.new_context(viewport=size, locale=language, color_scheme=scheme, has_touch=touch)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: _refused_by_policy(said.text) and faults.append(said.text))
        page.goto(link)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def _refused_by_policy(text: str) -> bool:
    return "Content Security Policy" in text
