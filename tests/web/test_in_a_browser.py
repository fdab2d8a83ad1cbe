"""Start and error pages in a real browser: forms work without a script, and everybody can use them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
PHONE = {"width": 390, "height": 844}


def objections(page: Page) -> list[str]:
    """What axe-core objects to, or can't decide."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        f"""async () => {{
            const {{violations, incomplete}} = await axe.run(document, {{runOnly: {json.dumps(STANDARDS)}}});
            return [...violations, ...incomplete].map((each) => each.id + ": " + each.nodes[0].html);
        }}"""
    )
    assert isinstance(found, list)
    return found


def test_a_moderator_signs_in_creates_a_workshop_and_signs_out_without_javascript(
    browser: Browser, house: Served
):
    page = browser.new_context(java_script_enabled=False, locale="pl-PL").new_page()
    page.goto(house.url)
    page.locator("summary").click()
    page.locator("#key").fill(house.key)
    page.locator(".key-form button").click()
    page.locator("#title").fill("Bez skryptu")
    page.locator(".new-form button").click()
    assert "Panel potrzebuje JavaScriptu" in page.locator("noscript, [role=alert]").first.inner_text()
    page.goto(house.url)
    assert "Bez skryptu" in page.locator(".workshop-title").all_inner_texts()
    page.locator(".signing-out button").click()
    assert page.locator(".workshop-title").count() == 0


def test_a_person_without_javascript_finds_the_workshop_by_its_code_and_is_told_what_to_do(
    browser: Browser, house: Served
):
    moderator = browser.new_context(locale="en-GB").new_page()
    moderator.goto(f"{house.url}/?key={house.key}")
    moderator.locator(".new-form button").click()
    code = moderator.url.split("/")[-2]
    page = browser.new_context(java_script_enabled=False, locale="en-GB", viewport=PHONE).new_page()
    page.goto(house.url)
    page.locator("#code").fill("wrong")
    page.keyboard.press("Enter")
    assert "There is no workshop with this code." in page.locator("#code-error").inner_text()
    page.locator("#code").fill(f"{code[:4]} {code[4:]}".lower())
    page.keyboard.press("Enter")
    page.wait_for_url(f"{house.url}/w/{code}")
    assert "This page needs JavaScript" in page.locator("main").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_start_and_error_pages_are_open_to_everybody(browser: Browser, house: Served, scheme: str):
    complaints: list[str] = []
    context = browser.new_context(locale="pl-PL", viewport=PHONE, color_scheme=scheme)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
    found = {}
    for path in (
        *("/", "/enter?code=nope", "/w/NOPE", "/nowhere", "/guide", "/privacy", "/accessibility"),
        *(f"/?key={house.key}", "/institution", "/?key=wrong"),
    ):
        page.goto(house.url + path)
        for summary in page.locator("details:not([open]) > summary").all():
            summary.click()
        found[path] = objections(page)
        widths = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
        assert (path, widths[0] <= widths[1]) == (path, True)
    assert {path: each for path, each in found.items() if each} == {}
    assert complaints == []
