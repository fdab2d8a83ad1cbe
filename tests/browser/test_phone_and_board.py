"""Phones and a board in a real browser against a real server: the way through the phases, what happens to
words when server or network go away.

How a single rule decides stands in tests/js; what everybody can read and use in test_access.py and
test_wall.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.cafe import Cafe, found
from tests.browser.people import LAPTOP, PROJECTOR, SMALL_PHONE, join
from tests.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page


def write(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Your idea").fill(text)
    page.get_by_role("button", name="Add", exact=True).click()


def own(page: Page, text: str, state: str) -> None:
    """Wait until the page shows this idea as one's own in this state: "saved" or "waiting to be sent"."""
    page.locator(".idea-mine", has_text=text).filter(has_text=f"Yours · {state}").wait_for()


def heading(page: Page, text: str | re.Pattern[str]) -> None:
    page.get_by_role("heading", name=text, level=1).wait_for()


def texts(page: Page) -> list[str]:
    """The ideas a phone shows, from top to bottom."""
    return [" ".join(text.split()) for text in page.locator(".idea .idea-text").all_inner_texts()]


def gone(page: Page, text: str) -> None:
    page.get_by_text(text).first.wait_for(state="detached")


def test_two_phones_and_a_board_go_through_a_round(cafe: Cafe, screen: Callable[..., Page]) -> None:
    board = screen(cafe.board_link, PROJECTOR)
    ala, jan = join(screen(cafe.phone_link), "Ala"), join(screen(cafe.phone_link, SMALL_PHONE))
    board.get_by_text("2 people are here").wait_for()

    cafe.do("seats.deal")
    heading(ala, "Go to table 1")
    heading(jan, "Go to table 2")
    board.get_by_role("heading", name="Please find your table").wait_for()
    board.locator(".seats li", has_text="#2").wait_for()
    assert board.locator(".seats li").all_inner_texts() == ["Ala", "#2"]

    cafe.do("round.open")
    write(ala, "A shared calendar")
    own(ala, "A shared calendar", "saved")
    write(jan, "Fewer letters")
    own(jan, "Fewer letters", "saved")
    board.get_by_text("A shared calendar").wait_for()
    board.get_by_text("Fewer letters").wait_for()
    assert (texts(ala), texts(jan)) == (["A shared calendar"], ["Fewer letters"])

    cafe.do("round.close")
    heading(ala, re.compile("Go to table"))
    cafe.do("harvest.open")
    heading(ala, re.compile("Thank you"))
    assert texts(ala) == ["A shared calendar"]
    cafe.do("workshop.close")
    heading(jan, "Thank you for coming")
    board.get_by_text("2 people and 2 ideas").wait_for()


def test_ideas_of_the_table_are_supported_and_ones_own_can_be_changed_and_taken_back(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    phone = join(screen(cafe.phone_link))
    cafe.do("seats.deal")
    cafe.do("round.open")
    paper = cafe.do("idea.post", text="From the paper", table="T1")["idea"]
    hand = phone.get_by_role("button", name="I support this")
    hand.click()
    phone.locator('.support[aria-pressed="true"]', has_text="1").wait_for()

    write(phone, "Minuts on one page")
    own(phone, "Minuts on one page", "saved")
    phone.get_by_role("button", name="Change this idea").click()
    phone.get_by_role("textbox", name="Change this idea").fill("Minutes on one page")
    phone.get_by_role("button", name="Save").click()
    own(phone, "Minutes on one page", "saved")
    assert texts(phone) == ["From the paper", "Minutes on one page"]

    phone.get_by_role("button", name="Take this idea back").click()
    phone.get_by_role("dialog").get_by_role("button", name="Take it back").click()
    gone(phone, "Minutes on one page")
    cafe.do("idea.hide", idea=paper)
    gone(phone, "From the paper")
    phone.get_by_text("The tablecloth is still empty").wait_for()


def test_what_waits_is_at_its_table_and_on_the_board_as_soon_as_one_key_has_let_it_through(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    board, phone = screen(cafe.board_link, PROJECTOR), join(screen(cafe.phone_link))
    console = screen(f"{cafe.console_link}#room", LAPTOP)
    cafe.do("seats.deal")
    cafe.do("round.open")
    switch = console.get_by_role("checkbox", name="New ideas wait until you let them through")
    switch.press("Space")
    expect(switch).to_be_checked()
    for text in ("First", "Second", "Third"):
        write(phone, text)
        own(phone, text, "saved")
    console.get_by_role("link", name="3 ideas wait for you").wait_for()
    console.get_by_role("button", name="Let through: idea 1").press("Enter")
    expect(console.get_by_role("button", name="Let through: idea 2")).to_be_focused()
    board.get_by_text("First").wait_for()
    own(phone, "First", "let through by the moderator")
    own(phone, "Second", "saved, the moderator reads it first")
    assert board.get_by_text(re.compile("Second|Third")).count() == 0
    console.get_by_role("button", name="Let all 2 ideas through").press("Enter")
    board.get_by_text("Third").wait_for()
    console.get_by_role("button", name="Undo letting 2 ideas through").click()
    gone(board, "Third")


def test_a_hidden_idea_leaves_board_and_table_and_its_author_is_told(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    board, phone = screen(cafe.board_link, PROJECTOR), join(screen(cafe.phone_link))
    cafe.do("seats.deal")
    cafe.do("round.open")
    write(phone, "Something rude")
    own(phone, "Something rude", "saved")
    board.get_by_text("Something rude").wait_for()
    cafe.do("idea.hide", idea="I1")
    phone.get_by_text("Hidden by the moderator: only you see it").wait_for()
    gone(board, "Something rude")


def test_what_is_written_while_the_server_is_dead_arrives_once_and_in_order(
    serve: Callable[..., Served], screen: Callable[..., Page]
) -> None:
    served = serve()
    cafe = found(served)
    board, phone = screen(cafe.board_link, PROJECTOR), join(screen(cafe.phone_link))
    cafe.do("seats.deal")
    cafe.do("round.open")
    write(phone, "Before the crash")
    own(phone, "Before the crash", "saved")

    served.kill()
    write(phone, "First while away")
    write(phone, "Second while away")
    own(phone, "Second while away", "waiting to be sent")
    phone.get_by_role("textbox", name="Your idea").fill("half a sent")
    phone.get_by_text("2 ideas are waiting").wait_for()
    board.get_by_text("This board tries again by itself").wait_for()

    serve(port=served.port, sessions=served.sessions)
    own(phone, "First while away", "saved")
    own(phone, "Second while away", "saved")
    board.get_by_text("Second while away").wait_for()
    assert texts(phone) == ["Before the crash", "First while away", "Second while away"]
    assert phone.get_by_role("textbox", name="Your idea").input_value() == "half a sent"


def test_what_is_written_without_a_network_survives_a_closed_page(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    phone = join(screen(cafe.phone_link))
    cafe.do("seats.deal")
    cafe.do("round.open")
    heading(phone, re.compile("bring about together"))
    context = phone.context
    context.set_offline(True)
    write(phone, "Written in the cellar")
    own(phone, "Written in the cellar", "waiting to be sent")
    phone.close()
    context.set_offline(False)

    again = context.new_page()
    again.goto(cafe.phone_link)
    own(again, "Written in the cellar", "saved")
    assert texts(again) == ["Written in the cellar"]


def test_a_half_typed_text_goes_through_the_change_of_rounds_and_a_reload_and_lands_at_its_own_table(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    phone = join(screen(cafe.phone_link))
    cafe.do("seats.deal")
    cafe.do("round.open")
    box = phone.get_by_role("textbox", name="Your idea")
    box.fill("Trust grows in small")
    cafe.do("round.close")
    heading(phone, "Go to table 2")
    phone.reload()
    cafe.do("round.open")
    phone.get_by_text("Begun in round 1: it will be written down at table 1.").wait_for()
    assert box.input_value() == "Trust grows in small"
    write(phone, "Trust grows in small steps")
    phone.get_by_text("Your idea is saved at table 1.").wait_for()
    assert texts(phone) == []


def test_a_refused_idea_comes_back_into_the_box_with_the_reason(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    phone = join(screen(cafe.phone_link))
    cafe.do("seats.deal")
    cafe.do("round.open")
    # A zero-width space looks like nothing to a reader, but not to the button.
    write(phone, "\u200b")
    phone.get_by_text("There is nothing written yet").wait_for()
    box = phone.get_by_role("textbox", name="Your idea")
    assert box.input_value() == "\u200b"
    box.fill("\u200bWords")
    phone.get_by_text("There is nothing written yet").wait_for(state="detached")
    write(phone, "Words")
    own(phone, "Words", "saved")


def test_too_long_a_text_is_not_cut_off_and_cannot_be_sent(cafe: Cafe, screen: Callable[..., Page]) -> None:
    phone = join(screen(cafe.phone_link))
    cafe.do("seats.deal")
    cafe.do("round.open")
    box = phone.get_by_role("textbox", name="Your idea")
    box.fill("ż" * 503)
    phone.get_by_text("3 characters too many").wait_for()
    box.press("Control+Enter")
    assert box.input_value() == "ż" * 503
    assert texts(phone) == []
    box.press("Backspace")
    box.press("Backspace")
    box.press("Backspace")
    phone.get_by_text("0 characters left").wait_for()
    box.press("Control+Enter")
    own(phone, "ż" * 500, "saved")


def test_coming_back_is_the_same_seat_until_somebody_else_takes_the_phone(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    phone = join(screen(cafe.phone_link), "Ala")
    phone.reload()
    heading(phone, "Welcome, Ala")
    phone.get_by_role("button", name="You and your seat: number 1").click()
    phone.get_by_role("button", name="Not you? Join as somebody else").click()
    phone.get_by_role("button", name="Join as somebody else").click()
    join(phone, "Jan")
    phone.get_by_role("button", name="You and your seat: number 2").wait_for()
    phone.reload()
    heading(phone, "Welcome, Jan")


def test_somebody_leaves_comes_back_and_has_the_name_erased(cafe: Cafe, screen: Callable[..., Page]) -> None:
    board, phone = screen(cafe.board_link, PROJECTOR), join(screen(cafe.phone_link), "Ala")
    me = phone.get_by_role("button", name="You and your seat")
    me.click()
    phone.get_by_role("button", name="I am leaving early").click()
    phone.get_by_role("button", name="I am leaving", exact=True).click()
    heading(phone, "You have left the workshop")
    board.get_by_text("Who will be the first?").wait_for()
    phone.get_by_role("button", name="I am back").click()
    heading(phone, "Welcome, Ala")
    me.click()
    phone.get_by_role("button", name="Erase my name and institution").click()
    phone.get_by_role("button", name="Erase", exact=True).click()
    heading(phone, "Welcome")


def test_a_host_is_told_to_stay(cafe: Cafe, screen: Callable[..., Page]) -> None:
    phone = join(screen(cafe.phone_link), "Ala")
    cafe.do("host.appoint", table="T3", participant="P1")
    cafe.do("seats.deal")
    heading(phone, "Stay at table 3")
    cafe.do("round.open")
    phone.get_by_text("You host this table").wait_for()


def test_ideas_of_others_come_in_without_moving_what_one_reads(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    phone = join(screen(cafe.phone_link, SMALL_PHONE))
    cafe.do("seats.deal")
    cafe.do("round.open")
    for number in range(12):
        cafe.do("idea.post", text=f"Idea number {number}", table="T1")
    phone.get_by_text("Idea number 11").wait_for()
    read = phone.get_by_text("Idea number 1", exact=True)
    read.scroll_into_view_if_needed()
    phone.wait_for_timeout(500)
    before = read.bounding_box()
    cafe.do("idea.post", text="One more", table="T1")
    news = phone.get_by_role("button", name=re.compile("new idea"))
    news.wait_for()
    assert read.bounding_box() == before
    news.click()
    news.wait_for(state="detached")
    assert phone.get_by_text("One more").is_visible()


def test_hostile_words_are_only_words(cafe: Cafe, screen: Callable[..., Page]) -> None:
    board, phone = screen(cafe.board_link, PROJECTOR), join(screen(cafe.phone_link, SMALL_PHONE))
    cafe.do("seats.deal")
    cafe.do("round.open")
    markup = "<img src=x onerror=alert(1)><b>bold</b> [a](javascript:alert(1))"
    write(phone, markup)
    own(phone, markup, "saved")
    write(phone, "W" * 500)
    own(phone, "W" * 500, "saved")
    board.get_by_text("W" * 500).wait_for()
    assert phone.evaluate("document.documentElement.scrollWidth") == SMALL_PHONE["width"]
    assert board.evaluate("document.documentElement.scrollWidth") == PROJECTOR["width"]
    assert (
        phone.locator("main img, main b").count(),
        board.locator("main img:not(.qr), main b").count(),
    ) == (0, 0)
