"""`python -m tests.lighthouse.interactive`: how long a phone takes until it can be used, seen in Chromium.

Lighthouse computes what a slow phone would take; here one is slowed down: its slow 4G, a processor four times
slower, nothing in the cache. Times are from the moment the address is asked for. Worth something on a quiet
machine only."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from tests.browser.cafe import Cafe, found
from tests.browser.people import PHONE
from tests.conftest import servers
from tests.live.screens import Screen
from tools import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

PROMISED_MS: Final = 1_000
BYTES_A_SECOND: Final = 1.6 * 1024 * 1024 / 8
SLOW_4G: Final = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": BYTES_A_SECOND,
    "uploadThroughput": BYTES_A_SECOND * 750 / 1600,
}
"""Lighthouse's: 150 ms there and back, 1.6 Mbit/s to the phone."""
SLOWER: Final = 4

# When the form or the seat was first painted, and when a key had been answered on the screen.
WATCH: Final = """(() => {
  window.seen = {};
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => (seen[name] ??= performance.now())));
  new MutationObserver(() => {
    if (document.querySelector("form.join input")) painted("form");
    if (document.querySelector(".phone-wait")) painted("seat");
  }).observe(document, {childList: true, subtree: true, attributes: true, attributeFilter: ["class"]});
  addEventListener("input", () => painted("answered"), true);
})()"""
TOLD: Final = """() => ({
  ...seen, first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime
})"""
ROWS: Final = {
    "first": "something to read is painted",
    "form": "the form to join is painted",
    "answered": "its field has answered a key",
    "seat": "who comes back sees the own seat",
}


def main() -> int:
    """Prints the median and the worst of each row of ROWS; status 1 where the field answers too late."""
    parser = argparse.ArgumentParser(prog="python -m tests.lighthouse.interactive", description=__doc__)
    parser.add_argument("--loads", type=int, default=5, help="of each kind")
    loads = parser.parse_args().loads
    browser = chromium.find()
    if browser is None:
        print("this needs a Chromium", file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as folder,
        servers(Path(folder)) as start,
        sync_playwright() as playwright,
    ):
        cafe = found(start())
        opened = playwright.chromium.launch(executable_path=browser, args=list(chromium.FLAGS))
        strangers = [loaded(opened, cafe.phone_link, "answered") for _ in range(loads)]
        back = [loaded(opened, f"{cafe.phone_link}?key={seat(cafe)}", "seat") for _ in range(loads)]
        opened.close()
    took = {name: [each[name] for each in (back if name == "seat" else strangers)] for name in ROWS}
    print(f"| until, of {loads} loads | median, ms | worst, ms |\n| --- | --- | --- |")
    for name, words in ROWS.items():
        print(f"| {words} | {median(took[name]):.0f} | {max(took[name]):.0f} |")
    return int(median(took["answered"]) > PROMISED_MS)


def seat(cafe: Cafe) -> str:
    """The token of somebody who has joined before."""
    phone = Screen(cafe.served.url, cafe.code)
    phone.do("participant.join", name="Ola")
    phone.close()
    return phone.token


def loaded(browser: Browser, address: str, last: str) -> dict[str, float]:
    """The moments of one load on a phone that has never been here, until the `last` of them."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    slow(context.new_cdp_session(page))
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    if last == "answered":
        write(page)
    page.wait_for_function("(last) => last in window.seen", arg=last)
    told: dict[str, float] = page.evaluate(TOLD)
    context.close()
    return told


def write(page: Page) -> None:
    """One key into the first field, as soon as it is there."""
    page.locator("form.join input").first.focus()
    page.keyboard.type("A")


def slow(session: CDPSession) -> None:
    """A slow phone in a slow network."""
    settings: dict[str, dict[str, Any]] = {
        "Network.enable": {},
        "Network.setCacheDisabled": {"cacheDisabled": True},
        "Network.emulateNetworkConditions": SLOW_4G,
        "Emulation.setCPUThrottlingRate": {"rate": SLOWER},
    }
    for name, value in settings.items():
        session.send(name, value)


if __name__ == "__main__":
    sys.exit(main())
