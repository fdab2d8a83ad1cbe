"""The people of a browser test: each has a context, as each has a device in the room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.conftest import Served

# Nothing is slower for it that comes at all; a processor shared with other tests makes a page slow.
PATIENCE_MS = 45_000
expect.set_options(timeout=PATIENCE_MS)
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 640}
LAPTOP = {"width": 1280, "height": 800}
PROJECTOR = {"width": 1920, "height": 1080}


@dataclass
class Room:
    """A browser, a server, and every error a page of theirs has reported."""

    browser: Browser
    served: Served
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str, size: dict[str, int], locale: str = "en-GB") -> Page:
        """A page on a device of its own; what it complains about is kept."""
        context = self.browser.new_context(viewport=size, locale=locale, accept_downloads=True)
        context.set_default_timeout(PATIENCE_MS)
        context.on("page", self._listen)
        page = context.new_page()
        page.goto(address)
        return page

    def _listen(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def moderator(self, title: str, *, tables: int, rounds: int, locale: str = "en-GB") -> tuple[Page, str]:
        """A moderator who has created a workshop on the start page; the console, and the workshop's code."""
        page = self.open(f"{self.served.url}/?key={self.served.key}", LAPTOP, locale)
        page.locator("input[name=scenario][value=pzk]").check()
        page.locator("#title").fill(title)
        page.locator("details:has(#tables) summary").click()
        page.locator("#tables").fill(str(tables))
        page.locator("#rounds").fill(str(rounds))
        page.locator("form.new-form button[type=submit]").click()
        code = page.locator(".ways-in .code").inner_text()
        return page, re.sub(r"\W", "", code)

    def phone(self, code: str, name: str = "", locale: str = "en-GB") -> Page:
        """A phone whose owner has joined."""
        page = self.open(f"{self.served.url}/w/{code}", PHONE, locale)
        page.locator("form.join input").first.fill(name)
        page.locator("form.join button[type=submit]").click()
        expect(page.locator("form.join")).to_have_count(0)
        return page

    def leave(self) -> None:
        """Everybody goes home."""
        for context in self.browser.contexts:
            context.close()


@contextmanager
def room(browser: Browser, served: Served) -> Iterator[Room]:
    """A room; empty again afterwards. Fails if any page complained."""
    held = Room(browser, served)
    try:
        yield held
    finally:
        held.leave()
    assert held.complaints == []


def step(console: Page, label: str) -> None:
    """Press the console's big button when it says this."""
    console.locator(".step-next", has_text=label).click()


def says(console: Page, label: str) -> None:
    """Wait until the console's big button says this and may be pressed."""
    expect(console.locator(".step-next:not([aria-disabled])")).to_have_text(label)


def join(phone: Page, name: str = "") -> Page:
    """Fill in the form as its reader does, and wait to be welcomed."""
    if name:
        phone.get_by_label("Name").fill(name)
    phone.get_by_role("button", name="Join").click()
    phone.get_by_role("heading", name="Welcome").wait_for()
    return phone


def write(phone: Page, text: str) -> None:
    """Write an idea and wait until the phone says that it is saved."""
    phone.locator("textarea").first.fill(text)
    phone.locator("form.composer button[type=submit]").click()
    mine = phone.locator(".idea", has_text=text)
    expect(mine).to_contain_text("saved")


def table_of(phone: Page) -> str:
    """The number of the table the phone sends its owner to."""
    heading = phone.get_by_role("heading", name=re.compile(r"(Go to|Stay at) table \d+"))
    heading.wait_for()
    return heading.inner_text().split()[-1]
