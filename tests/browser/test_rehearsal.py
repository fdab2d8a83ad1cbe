"""A rehearsal as a moderator sees it, from the button to its end; what others see, looked at from the
console; and the single keys. What it may not do to the real workshop: tests/web/test_rehearsal.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.axe import audit
from tests.browser.cafe import Cafe, found
from tests.browser.people import LAPTOP
from tests.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

PEOPLE = 5
# They come in within 40 seconds of theirs, eight times as fast as these.
COMING_MS = 30_000


def console(screen: Callable[..., Page], cafe: Cafe) -> Page:
    page = screen(f"{cafe.console_link}#prepare", LAPTOP)
    expect(page.get_by_role("heading", name="Rehearse")).to_be_visible()
    return page


def test_a_rehearsal_is_run_looked_at_and_thrown_away(screen: Callable[..., Page], house: Served) -> None:
    cafe = found(house, tables=2)
    page = console(screen, cafe)
    page.get_by_label("Simulated people").fill(str(PEOPLE))
    page.get_by_role("button", name="Rehearse with simulated people").click()
    strip = page.get_by_role("region", name="Rehearsal")
    strip.get_by_role("button", name="8×").click()
    expect(strip).to_contain_text(f"{PEOPLE} simulated people take part.", timeout=COMING_MS)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rehearsal: ")
    assert audit(page) == []

    page.get_by_role("button", name="Preview: what others see").click()
    with page.expect_popup() as board:
        page.get_by_role("link", name="View as board").click()
    expect(board.value.get_by_role("complementary", name="Preview")).to_be_visible()
    expect(board.value.locator("#app")).to_contain_text(str(PEOPLE))
    assert audit(board.value) == []
    board.value.close()
    page.keyboard.press("Escape")

    phone = screen(page.url.partition("/moderator")[0])
    expect(phone.get_by_role("complementary", name="Rehearsal")).to_be_visible()
    expect(phone.get_by_role("heading", name="Take a seat")).to_be_visible()

    page.get_by_role("button", name="End and throw away…").click()
    page.get_by_role("button", name="Throw it away").click()
    page.wait_for_url(f"{cafe.phone_link}/moderator#prepare")
    expect(page.get_by_role("heading", name="Rehearse")).to_be_visible()
    assert cafe.views()["moderator"]["people"] == {}
    expect(phone.get_by_role("heading", name="This door is closed")).to_be_visible()


def test_keys_lead_everywhere_until_they_are_switched_off(screen: Callable[..., Page], house: Served) -> None:
    page = console(screen, found(house))
    current = page.locator(".places [aria-current=page]")
    page.keyboard.press("4")
    expect(current).to_have_text("Themes")
    page.keyboard.press("n")
    expect(page.locator(".step-next")).to_be_focused()
    page.keyboard.press("1")
    expect(current).to_have_text("Prepare")
    title = page.get_by_label("Title", exact=True)
    title.fill("Round 2")
    title.press("2")
    expect(current).to_have_text("Prepare")
    title.press("Tab")
    page.locator(".step-next").focus()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(keys).to_be_visible()
    assert audit(page) == []
    keys.get_by_label("Single keys do this on this computer").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    page.keyboard.press("?")
    expect(keys).to_be_hidden()
    expect(current).to_have_text("Prepare")
    page.reload()
    page.locator(".step-next").focus()
    page.keyboard.press("3")
    expect(current).to_have_text("Prepare")
