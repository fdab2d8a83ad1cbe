"""Paper out of a real browser: a page for each sheet, all of them A4, and nothing cut or wider."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.browser.axe import audit
from tests.browser.cafe import Cafe, found
from tests.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

A4_POINTS = (595, 842)
LONG = "Zażółć gęślą jaźń, czyli bardzo długi temat, który ktoś napisał jako całe zdanie z wtrąceniami "
WIDE = "W" * 80
BOXES = ".sheet, .face, .ticket, .stop, .heading-words, .idea, .ways-in li, .clocks, .signed"

CUT = """boxes => [...document.querySelectorAll(boxes)].filter((box) =>
    box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1
).map((box) => `${box.className}: ${box.innerText.slice(0, 40)}`)"""
"""Boxes that do not hold all of what is in them. A clamped line is no such box: it ends in an ellipsis."""

NOT_ON_ITS_SHEET = """() => [...document.querySelectorAll(".sheet")].flatMap((sheet) => {
    const edge = sheet.getBoundingClientRect();
    return [...sheet.querySelectorAll("*")].filter((each) => {
        const box = each.getBoundingClientRect();
        return box.left < edge.left - 1 || box.right > edge.right + 1;
    }).map((each) => `${each.tagName} ${each.className}`);
})"""


THE_FIRST_ONLY = "() => document.querySelectorAll('.sheet + .sheet').forEach((sheet) => sheet.remove())"
"""One sheet is as the others, and is looked at in a moment."""


def pages_of(page: Page) -> list[tuple[int, int]]:
    """The size of every page that comes out of the printer, in points."""
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/Type\s*/Page\b[^s].*?/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf, flags=re.DOTALL)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def crowd(cafe: Cafe, people: int, name: str) -> None:
    cafe.do("participant.join", name=name, institution=f"{name} {name}"[:120], sector="oświata")
    for number in range(2, people + 1):
        cafe.do("participant.join", name=f"Osoba {number}")


def printing(browser: Browser, cafe: Cafe, kind: str) -> Page:
    """The sheets of a kind as the printer gets them, the poster with a Wi-Fi as long as they get."""
    page = browser.new_context(viewport={"width": 1000, "height": 800}).new_page()
    page.goto(cafe.console_link)
    page.goto(f"{cafe.phone_link}/print/{kind}?wifi={WIDE[:32]}&password={WIDE[:63]}")
    page.emulate_media(media="print")
    return page


def test_every_sheet_is_one_page_of_a4_with_everything_on_it(browser: Browser, house: Served):
    cafe = found(house, language="pl")
    crowd(cafe, 17, "Łucja Świętopełk-Żółkiewska")
    cafe.do("seats.deal")
    wanted = {"poster": 1, "cards": 4, "hosts": 4, "tickets": 3, "forms": 16, "participants": 2}
    for kind, sheets in wanted.items():
        page = printing(browser, cafe, kind)
        assert (kind, pages_of(page)) == (kind, [A4_POINTS] * sheets)
        assert (kind, page.evaluate(CUT, BOXES), page.evaluate(NOT_ON_ITS_SHEET)) == (kind, [], [])
        page.emulate_media(media="screen")
        page.evaluate(THE_FIRST_ONLY)
        assert (kind, audit(page)) == (kind, [])


def test_long_words_many_tables_and_many_rounds_stay_on_their_sheets(browser: Browser, house: Served):
    minutes = [20, 15, 12, 10, 9, 8, 7, 6]
    cafe = found(house, language="pl", title=(LONG * 3)[:200], tables=12, rounds=8, minutes=minutes)
    cafe.do("table.edit", table="T1", topic=(LONG * 3)[:200], question=(LONG * 5)[:400])
    cafe.do("table.edit", table="T2", topic=WIDE, question=WIDE * 3)
    crowd(cafe, 9, WIDE)
    cafe.do("seats.deal")
    wanted = {"poster": 1, "cards": 12, "hosts": 12, "tickets": 2, "forms": 96, "participants": 1}
    for kind, sheets in wanted.items():
        page = printing(browser, cafe, kind)
        assert (kind, pages_of(page)) == (kind, [A4_POINTS] * sheets)
        assert (kind, page.evaluate(CUT, BOXES), page.evaluate(NOT_ON_ITS_SHEET)) == (kind, [], [])


def test_the_moderators_guide_is_at_most_four_sheets_with_all_its_pictures(browser: Browser, house: Served):
    for language in ("pl", "en"):
        page = browser.new_context(locale=language, color_scheme="dark").new_page()
        page.goto(f"{house.url}/guide")
        assert page.evaluate("() => [...document.images].every((each) => each.naturalWidth > 0)")
        assert (language, audit(page)) == (language, [])
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        sheets = pages_of(page)
        assert (language, set(sheets), len(sheets) <= 4) == (language, {A4_POINTS}, True)


def test_a_moderator_opens_a_kind_from_the_list_and_the_print_dialog_from_there(browser: Browser, cafe: Cafe):
    page = browser.new_context(locale="en").new_page()
    page.add_init_script("window.print = () => { document.title = 'printing'; };")
    page.goto(cafe.console_link)
    page.goto(f"{cafe.phone_link}/print")
    assert audit(page) == []
    page.get_by_label("Name of the Wi-Fi network").fill("Sala")
    page.get_by_label("Password of the Wi-Fi network").fill("kawa i ciasto")
    page.get_by_role("button", name="Open the poster").click()
    assert page.locator(".wifi dd").all_inner_texts() == ["Sala", "kawa i ciasto"]
    assert audit(page) == []
    page.get_by_role("button", name="Print").click()
    assert page.title() == "printing"
