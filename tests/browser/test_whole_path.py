"""The whole path of a workshop on real pages, with a moderator, a board and three phones at once."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.people import PROJECTOR, Room, room, step, table_of, write

PEOPLE = ("Ala", "Bartek", "Celina")


def test_from_the_start_page_to_the_charter(browser, house, tmp_path: Path) -> None:
    with room(browser, house) as held:
        console, code = held.moderator("Our charter", tables=2, rounds=2)
        board = open_board(held, console)
        phones = {name: held.phone(code, name) for name in PEOPLE}
        expect(console.locator(".connection")).to_contain_text("3 people here · 3 phones connected")

        step(console, "Deal the seats")
        first = {name: table_of(phone) for name, phone in phones.items()}
        expect(board.get_by_text("Ala")).to_be_visible()
        step(console, "Start round 1")
        for name, phone in phones.items():
            write(phone, f"{name} wants one front door")
            expect(board.get_by_text(f"{name} wants one front door")).to_be_visible()
        everybody_reads_the_own_table_only(phones, first, "wants one front door")

        support_each_other(phones, first)
        hide(console, "Celina wants one front door")
        expect(board.get_by_text("Celina wants one front door")).to_have_count(0)
        expect(phones["Celina"].locator(".idea", has_text="Celina wants")).to_contain_text("only you see it")

        step(console, "Close round 1")
        second = {name: table_of(phone) for name, phone in phones.items()}
        assert all(first[name] != second[name] for name in PEOPLE), "a station was visited twice"
        step(console, "Start round 2")
        for name, phone in phones.items():
            write(phone, f"{name} promises to call back")
        everybody_reads_the_own_table_only(phones, second, "promises to call back")
        step(console, "Close round 2")
        expect(phones["Ala"].get_by_role("heading", name="Thank you")).to_be_visible()

        group_and_draft(console)
        # The board turns its pages in its own time; the first one is the charter's.
        expect(board.get_by_text("From the draft of the charter").first).to_be_visible()
        charter = download(console, tmp_path)
        assert "Celina wants one front door" not in charter
        assert "We answer every call." in charter
        said = [f"{name} promises to call back" for name in PEOPLE]
        said += ["Ala wants one front door", "Bartek wants one front door"]
        annex = charter[charter.index("# ", charter.index("We answer every call.")) :]
        assert [annex.count(text) for text in said] == [1] * 5
        assert "Traceback" not in held.served.written()


def open_board(held: Room, console):
    """The board as the moderator opens it: a click on the link. Then on a device of its own, since a browser
    hardly draws the page of a window that lies behind another."""
    link = console.locator("a.button", has_text="Open the board")
    with console.context.expect_page() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", name="Come in and take a seat")).to_be_visible()
    opened.value.close()
    return held.open(held.served.url + link.get_attribute("href"), PROJECTOR)


def everybody_reads_the_own_table_only(phones, tables: dict[str, str], words: str) -> None:
    """A phone shows what was written at its table in this round, and nothing from another."""
    for name, phone in phones.items():
        here = {f"{other} {words}" for other in tables if tables[other] == tables[name]}
        for text in here:
            expect(phone.get_by_text(text)).to_be_visible()
        shown = set(re.findall(rf"\w+ {words}", phone.locator("main").inner_text()))
        assert shown == here, name


def support_each_other(phones, tables: dict[str, str]) -> None:
    """Whoever shares a table supports the other's idea; the author sees it."""
    one, other = next((a, b) for a in PEOPLE for b in PEOPLE if a < b and tables[a] == tables[b])
    idea = phones[one].locator(".idea", has_text=f"{other} wants")
    idea.get_by_role("button", name="I support this").click()
    expect(phones[other].locator(".idea", has_text=f"{other} wants")).to_contain_text("1 person supports it")


def hide(console, text: str) -> None:
    """The moderator takes an idea off the screens."""
    console.goto(re.sub(r"#.*|$", "#room", console.url, count=1))
    console.locator(".table-idea", has_text=text).get_by_role("button", name="Hide idea").click()
    expect(console.locator(".table-idea", has_text=text)).to_contain_text("hidden")


def group_and_draft(console) -> None:
    """Themes: one by the machine, one by mouse, one by keyboard alone; then a reworded article."""
    step(console, "Suggest themes")
    expect(console.get_by_text(re.compile(r"\d themes? suggested"))).to_be_visible()
    values = console.get_by_role("button", name=re.compile("Values"))
    values.click()
    expect(values).to_have_attribute("aria-pressed", "true")
    themes = console.locator(".theme-more")
    for left in range(themes.count(), 0, -1):
        themes.first.locator("summary").click()
        themes.first.get_by_role("button", name="Dissolve the theme").click()
        expect(themes).to_have_count(left - 1)
    by_keyboard(console, "Being there")
    by_mouse(console)
    console.locator(".step").get_by_role("button", name="Draft the charter").click()
    article = console.locator("li.article", has_text="Being there").locator("textarea")
    article.fill("Being there: We answer every call.")
    article.blur()
    expect(console.locator("li.article", has_text="Being there")).to_contain_text("reworded")


def by_keyboard(console, title: str) -> None:
    """The first loose idea goes into a new theme without a mouse; the focus goes on to the next idea."""
    loose = console.locator('[data-theme-drop=""] .sortable')
    left = loose.count()
    console.locator("[id^=group-]").first.focus()
    console.keyboard.press("Tab")
    console.keyboard.press("Space")
    console.keyboard.press("Tab")
    console.keyboard.press("Enter")
    dialog = console.get_by_role("dialog")
    dialog.get_by_label("A new theme").focus()
    console.keyboard.type(title)
    console.keyboard.press("Enter")
    expect(console.get_by_label("Theme", exact=True)).to_have_value(title)
    expect(dialog).to_have_count(0)
    expect(loose).to_have_count(left - 1)
    expect(loose.first.get_by_role("checkbox")).to_be_focused()


def by_mouse(console) -> None:
    """The next loose idea is dragged onto the theme."""
    theme = console.locator("[data-theme-drop^=M]").first
    loose = console.locator('[data-theme-drop=""] .sortable')
    before = theme.locator(".sortable").count()
    left = loose.count()
    assert left, "no idea is left to drag"
    loose.first.scroll_into_view_if_needed()
    start, goal = loose.first.bounding_box(), theme.bounding_box()
    console.mouse.move(start["x"] + 60, start["y"] + start["height"] - 8)
    console.mouse.down()
    console.mouse.move(goal["x"] + goal["width"] / 2, goal["y"] + 20, steps=8)
    console.mouse.up()
    expect(theme.locator(".sortable")).to_have_count(before + 1)
    expect(loose).to_have_count(left - 1)


def download(console, folder: Path) -> str:
    """The charter as Markdown, as the browser saves it."""
    console.get_by_role("link", name="Papers").click()
    with console.expect_download() as started:
        console.get_by_role("link", name="The charter: Markdown").click()
    started.value.save_as(folder / "charter.md")
    return (folder / "charter.md").read_text("utf-8")
