"""What a table hands over, in a real browser: its host and its tablet write, newcomers read, add and object,
and a pause stops every clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.cafe import Cafe
from tests.browser.people import PHONE, PROJECTOR, SMALL_PHONE, join

if TYPE_CHECKING:
    from playwright.sync_api import Page

TABLET = {"width": 1024, "height": 768}


def seated(cafe: Cafe, host: str, guest: str) -> None:
    """Round 1 with both at table 1, the first as its host."""
    cafe.do("seats.deal")
    cafe.do("host.appoint", table="T1", participant=host)
    cafe.do("seat.move", participant=guest, table="T1", round=1)
    cafe.do("round.open")


def test_a_host_sums_up_and_a_newcomer_reads_adds_and_objects(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    host = join(screen(cafe.phone_link, SMALL_PHONE), "Hanna")
    guest = join(screen(cafe.phone_link, PHONE), "Gosia")
    seated(cafe, "P1", "P2")
    host.get_by_role("textbox", name="Your idea").fill("We call back within a day")
    host.get_by_role("button", name="Add", exact=True).click()
    guest.get_by_role("button", name="I support this").click()
    host.get_by_role("button", name="Sum up").click()
    sheet = host.get_by_role("textbox", name="In two or three sentences")
    assert sheet.input_value() == "– We call back within a day"
    sheet.fill("Speed matters most to us.")
    host.get_by_role("button", name="Save", exact=True).click()

    handed = guest.get_by_role("region", name="What this table has so far")
    handed.get_by_text("Speed matters most to us.").wait_for()
    guest.get_by_role("button", name="Add to this idea or object to it").click()
    guest.get_by_role("button", name="Object to it", exact=True).click()
    guest.get_by_role("textbox", name="Your idea").fill("A day is too short for a court")
    guest.get_by_role("button", name="Add", exact=True).click()
    host.get_by_text("Objects to: We call back within a day").wait_for()

    host.get_by_label("For the table").check()
    host.get_by_role("textbox", name="Your idea").fill("Mr Lis says: answer letters, too")
    host.get_by_role("button", name="Add", exact=True).click()
    guest.get_by_text("Mr Lis says").wait_for()
    posted = [event for event in cafe.happened() if event["type"] == "idea.posted"]
    assert [
        (e["author"], e.get("objects", False), e.get("by_table", False)) for e in map(defaults, posted)
    ] == [
        ("P1", False, False),
        ("P2", True, False),
        ("", False, True),
    ]


def defaults(event: dict[str, object]) -> dict[str, object]:
    """An event as it is read: a field that is left out has its default."""
    return {"author": "", **event}


def test_the_tablet_of_a_table_stays_and_writes_for_those_without_a_phone(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    tablet = screen(cafe.tablet_link("T1"), TABLET)
    tablet.get_by_role("heading", name="Table 1").wait_for()
    guest = join(screen(cafe.phone_link, PHONE), "Gosia")
    cafe.do("seats.deal")
    cafe.do("seat.move", participant="P1", table="T1", round=1)
    cafe.do("round.open")
    tablet.get_by_role("textbox", name="Your idea").fill("Lifts that work")
    tablet.get_by_role("button", name="Add", exact=True).click()
    tablet.locator(".idea-mine", has_text="Lifts that work").filter(has_text="saved").wait_for()
    guest.get_by_text("Lifts that work").wait_for()
    cafe.do("round.close")
    tablet.get_by_role("heading", name="Table 1").wait_for()
    tablet.get_by_role("button", name="Sum up").click()
    tablet.get_by_role("button", name="Save", exact=True).click()
    tablet.get_by_role("button", name="Change the summary").wait_for()
    assert [e["by"] for e in cafe.happened() if e["type"] == "handover.written"] == ["table"]


def test_a_pause_stops_the_clock_on_every_screen_and_going_on_starts_it(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    phone = join(screen(cafe.phone_link, PHONE), "Ola")
    wall = screen(cafe.board_link, PROJECTOR)
    cafe.do("round.open")
    cafe.do("round.pause")
    clocks = [page.get_by_role("timer") for page in (phone, wall)]
    for clock in clocks:
        clock.filter(has_text="paused").wait_for()
    stood = [re.findall(r"\d+:\d\d", clock.inner_text()) for clock in clocks]
    assert stood[0] == stood[1] != []
    cafe.do("round.resume")
    for clock in clocks:
        clock.filter(has_not_text="paused").filter(has_not_text=stood[0][0]).wait_for()
