"""Who sits where, on real screens: a plan that is looked at and used, late people, leavers and a new host,
and a clock that stands still; on every phone, page or socket, on the board and on the console.

How a plan is laid out and what it claims stands in tests/js/seats.test.js.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.cafe import Cafe
from tests.browser.people import LAPTOP, PHONE, PROJECTOR, says, step
from tests.live.screens import Screen

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

OpenScreen = Callable[..., "Page"]
Places = dict[str, str]
NAMES = ("Ala", "Bartek", "Celina")


@pytest.fixture
def socket(cafe: Cafe) -> Iterator[Callable[[str], Screen]]:
    """`socket(name)` joins as a phone without a page; all hang up when the test ends."""
    opened: list[Screen] = []

    def join(name: str) -> Screen:
        phone = Screen(cafe.served.url, cafe.code)
        opened.append(phone)
        phone.do("participant.join", name=name)
        return phone

    yield join
    for phone in opened:
        phone.close()


def console(screen: OpenScreen, cafe: Cafe, place: str, **how: Any) -> Page:
    page = screen(f"{cafe.console_link}#{place}", **{"size": LAPTOP, **how})
    page.locator(".step-next").wait_for()
    return page


def joined(page: Page, name: str) -> Page:
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Join").click()
    page.locator("form.join").wait_for(state="detached")
    return page


def dealt(cafe: Cafe, number: int) -> Places:
    """By name, the number of the table where everybody who is here is to be in a round."""
    views = cafe.views()
    tables = views["public"]["tables"]
    people = views["moderator"]["people"].values()
    return {
        who["name"]: str(tables[who["seats"][str(number)]]["number"])
        for who in people
        if who["status"] == "present"
    }


def on_phones(pages: dict[str, Page], sockets: dict[str, Screen], places: Places) -> Places:
    """Where every phone sends its owner, once all of them have heard; fails if one never says it."""
    shown = {}
    for name, page in pages.items():
        expect(page.get_by_role("heading", level=1)).to_have_text(
            re.compile(rf"^(Go to|Stay at) table {places[name]}$")
        )
        shown[name] = places[name]
    for name, phone in sockets.items():
        phone.wait_for(lambda p, at=f"T{places[name]}": at == whereabouts(p), f"{name} at {places[name]}")
        shown[name] = whereabouts(phone)[1:]
    return shown


def whereabouts(phone: Screen) -> str:
    """The table that a phone without a page is told of."""
    own = next(view for channel, view in phone.views.items() if channel.startswith("person/"))
    return str(own.get("table", ""))


def on_the_board(board: Page, places: Places) -> Places:
    """Where the board sends everybody, once it shows as many people as there are."""
    board.get_by_role("heading", name="Please find your table").wait_for()
    expect(board.locator(".seats li")).to_have_count(len(places))
    for name, table in places.items():
        expect(board.locator(f"[aria-labelledby=table-T{table}] .seats")).to_contain_text(name)
    shown: Places = {}
    for number in set(places.values()):
        names = board.locator(f"[aria-labelledby=table-T{number}] .seats li").all_inner_texts()
        shown |= dict.fromkeys(names, number)
    return shown


def seat_by_seat(cell: Locator) -> list[str]:
    return sorted(cell.locator(".chip").all_inner_texts())


def test_twelve_people_one_late_one_leaving_and_a_new_host_are_sent_to_the_same_tables_by_every_screen(
    cafe: Cafe, screen: OpenScreen, socket: Callable[[str], Screen]
) -> None:
    board = screen(cafe.board_link, PROJECTOR)
    pages = {name: joined(screen(cafe.phone_link, PHONE), name) for name in NAMES}
    sockets = {f"Osoba {number}": socket(f"Osoba {number}") for number in range(4, 13)}
    page = console(screen, cafe, "people")
    expect(page.locator(".connection")).to_contain_text("12 people here")

    page.get_by_role("button", name="Look at the plan first").click()
    plan = page.locator(".plan-grid")
    expect(plan.locator(".chip")).to_have_count(48)
    expect(pages["Ala"].get_by_role("heading", name="Welcome, Ala")).to_be_visible()
    planned = {
        name: str(table)
        for table in range(1, 5)
        for name in seat_by_seat(plan.locator("tbody tr").nth(table - 1).locator("td").first)
    }
    step(page, "Use this plan")
    says(page, "Start round 1")
    assert dealt(cafe, 1) == planned

    def agree(number: int) -> Places:
        places = dealt(cafe, number)
        assert on_phones(pages, sockets, places) == places
        assert on_the_board(board, places) == places
        return places

    agree(1)
    step(page, "Start round 1")
    step(page, "Close round 1")
    agree(2)
    step(page, "Start round 2")
    pages["Dana, late"] = joined(screen(cafe.phone_link, PHONE), "Dana, late")
    late = dealt(cafe, 2)["Dana, late"]
    expect(pages["Dana, late"].locator(".now-table strong")).to_have_text(f"Table {late}")
    page.get_by_role("link", name="People").click()
    row = page.locator("tr", has_text="Dana, late")
    expect(row).to_contain_text("came in round 2")
    page.get_by_role("button", name="Mark as left: Osoba 12").click()
    sockets.pop("Osoba 12")
    expect(page.locator("tr.gone")).to_contain_text("Osoba 12")
    cafe.do("host.appoint", table="T3", participant="P1")
    step(page, "Close round 2")
    third = agree(3)
    assert third["Ala"] == "3"
    expect(pages["Ala"].get_by_role("heading", level=1)).to_have_text("Stay at table 3")

    page.locator(".hosts summary").click()
    page.get_by_role("button", name="Replace the host of table 3").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Who?").fill("bartek")
    dialog.get_by_role("button", name="Bartek").click()
    expect(dialog).to_contain_text("Ala, the host so far, gets new places for the rounds to come.")
    dialog.get_by_role("button", name="Make Bartek the host").click()
    expect(page.locator(".host", has_text="Table 3")).to_contain_text("Host: Bartek")
    third = agree(3)
    assert third["Bartek"] == "3"
    step(page, "Start round 3")
    step(page, "Close round 3")
    last = agree(4)
    assert (last["Bartek"], len(last)) == ("3", 12)


def test_a_paused_clock_stands_still_alike_on_phone_board_and_console_and_goes_on_alike(
    cafe: Cafe, screen: OpenScreen
) -> None:
    phone = joined(screen(cafe.phone_link, PHONE), "Ala")
    board = screen(cafe.board_link, PROJECTOR)
    page = console(screen, cafe, "room")
    step(page, "Deal the seats")
    step(page, "Start round 1")
    says(page, "Close round 1")
    page.get_by_role("button", name="Pause").click()
    screens = (phone, board, page)
    for each in screens:
        expect(each.locator(".countdown")).to_contain_text("paused")
    assert len({left(each) for each in screens}) == 1
    stood = left(page)
    page.get_by_role("button", name="5 more minutes").click()
    for each in screens:
        expect(each.locator(".countdown")).to_contain_text(f"{stood // 60 + 5}:{stood % 60:02}")
    step(page, "Go on")
    for each in screens:
        expect(each.locator(".countdown-word")).to_have_count(0)
    clocks = [left(each) for each in screens]
    assert max(clocks) - min(clocks) <= 1


def left(page: Page) -> int:
    """The seconds that a screen's clock shows."""
    minutes, seconds = re.findall(r"\d+", page.locator(".countdown").inner_text())
    return int(minutes) * 60 + int(seconds)


def added(cafe: Cafe, count: int) -> None:
    people = [{"name": f"Ola {n}", "institution": f"Urząd {n}"} for n in range(1, count + 1)]
    cafe.do("participants.add", people=people)


def drag(page: Page, what: Locator, goal: Locator) -> None:
    """Carry one to the other with the mouse; both have to be on the screen."""
    (x, y), (to_x, to_y) = middle(what), middle(goal)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(to_x, to_y, steps=5)
    page.mouse.up()


def middle(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box, "it is not on the screen"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_two_people_change_places_one_is_pinned_and_a_new_plan_keeps_both_with_a_way_back_for_each(
    cafe: Cafe, screen: OpenScreen
) -> None:
    added(cafe, 8)
    page = console(screen, cafe, "people")
    page.get_by_role("button", name="Look at the plan first").click()
    rows = page.locator(".plan-grid tbody tr")
    one, other = (rows.nth(n).locator("td").first for n in (0, 1))
    expect(one.locator(".chip")).to_have_count(2)
    before = [seat_by_seat(one), seat_by_seat(other)]
    mover, partner = before[0][0], before[1][0]
    one.locator(".chip", has_text=mover).focus()
    page.keyboard.press("Enter")
    other.locator(".chip", has_text=partner).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Swap in round 1").click()
    expect(one).to_contain_text(partner)
    assert seat_by_seat(other) == sorted([mover, before[1][1]])
    page.get_by_role("button", name=f"Undo the swap of {mover} and {partner}").click()
    expect(one).to_contain_text(mover)
    assert [seat_by_seat(one), seat_by_seat(other)] == before

    drag(page, one.locator(".chip", has_text=mover), other.locator(".chip", has_text=partner))
    expect(one).to_contain_text(partner)
    assert seat_by_seat(other) == sorted([mover, before[1][1]])
    page.get_by_role("button", name="Undo the swap of").click()
    expect(one).to_contain_text(mover)
    one.locator(".chip", has_text=mover).click()
    page.get_by_label("Move to table").select_option("2")
    expect(other.locator(".chip")).to_have_count(3)
    page.get_by_role("button", name="Pin here").click()
    expect(other.get_by_role("button", name=f"{mover}, pinned")).to_be_visible()
    page.get_by_role("button", name="Plan again").click()
    expect(other.locator(".chip")).to_have_count(2)
    expect(other.get_by_role("button", name=f"{mover}, pinned")).to_be_visible()
    page.get_by_role("button", name="Unpin").click()
    expect(other.get_by_role("button", name=mover, exact=True)).to_be_visible()
    page.get_by_role("button", name="Throw the plan away").click()
    says(page, "Deal the seats")
    expect(page.locator(".plan")).to_have_count(0)
    assert "seats.dealt" not in [event["type"] for event in cafe.happened()]


def test_people_who_asked_sit_together_and_two_requests_that_contradict_are_named_before_planning(
    cafe: Cafe, screen: OpenScreen
) -> None:
    added(cafe, 8)
    page = console(screen, cafe, "people")
    page.get_by_text("Keep people apart or together").click()
    for kind, button in (("Together", "Keep them together"), ("Apart", "Keep them apart")):
        page.get_by_label(kind, exact=True).check()
        for name in ("Ola 3", "Ola 7"):
            page.locator(".chooser input").fill(name)
            page.locator(".chooser").get_by_role("button", name=name).click()
        page.get_by_role("button", name=button).click()
    expect(page.locator(".request")).to_have_count(2)
    expect(page.locator(".request").first).to_contain_text("Another request says the opposite")
    page.get_by_role("link", name="Prepare").click()
    expect(page.locator(".checks")).to_contain_text(
        "Two requests contradict one another: Ola 3 and Ola 7 are to sit apart, Ola 3 and Ola 7 together."
    )
    page.get_by_role("link", name="People").click()
    page.get_by_role("button", name="Look at the plan first").click()
    expect(page.get_by_role("alert")).to_contain_text("are to sit apart, but also together")
    page.locator(".request", has_text="Apart").get_by_role("button").click()
    page.get_by_role("button", name="Look at the plan first").click()
    expect(page.locator(".request")).to_contain_text("Kept in every round to come.")


def test_a_pasted_list_says_how_many_it_holds_and_what_is_wrong_by_row_before_anybody_is_added(
    cafe: Cafe, screen: OpenScreen
) -> None:
    page = console(screen, cafe, "people")
    page.get_by_text("Add a list of people").click()
    box = page.get_by_label("Or paste it here")
    box.fill(f"Imię i nazwisko;Instytucja;Uwagi\nJan Bąk;Sąd;x\nZofia Rój;{'ż' * 121};\n")
    expect(page.locator(".roster-preview")).to_contain_text("2 people on this list")
    expect(page.locator(".roster-preview")).to_contain_text("The column Uwagi is left out.")
    page.get_by_role("button", name="Add 2 people").click()
    expect(box).to_have_accessible_description(
        re.compile("Row 3, column “Instytucja”: that is 121 characters")
    )
    assert [event["type"] for event in cafe.happened()] == ["workshop.created"]
    box.fill("Imię i nazwisko;Instytucja\nJan Bąk;Sąd\nZofia Rój;ZUS\n")
    page.get_by_role("button", name="Add 2 people").click()
    expect(page.get_by_role("button", name="Expected: 2")).to_be_visible()
    page.get_by_role("button", name="Jan Bąk is here").click()
    expect(page.get_by_role("button", name="Here: 1")).to_be_visible()
    expect(page.locator(".connection")).to_contain_text("1 person here")


def test_five_hundred_people_are_found_and_a_new_idea_draws_no_row_of_theirs_again(
    cafe: Cafe, screen: OpenScreen
) -> None:
    added(cafe, 500)
    cafe.do("seats.deal")
    cafe.do("round.open")
    page = console(screen, cafe, "people")
    expect(page.locator(".grid tbody tr")).to_have_count(60)
    page.get_by_label("Search").fill("Ola 417")
    expect(page.locator(".grid tbody tr")).to_have_count(1)
    page.get_by_label("Search").fill("")
    expect(page.locator(".grid tbody tr")).to_have_count(60)
    page.evaluate(
        """() => {
          window.drawn = 0;
          new MutationObserver((seen) => (window.drawn += seen.length))
            .observe(
              document.querySelector(".grid"),
              { childList: true, characterData: true, attributes: true, subtree: true },
            );
        }"""
    )
    cafe.do("idea.post", text="Trust", table="T2")
    page.get_by_role("link", name="Tables").wait_for()
    expect(page.locator(".step-now")).to_contain_text("Round 1")
    cafe.do("participant.update", participant="P2", name="Zofia Nowa")
    expect(page.locator(".grid")).to_contain_text("Zofia Nowa")
    assert page.evaluate("window.drawn") < 12
