"""What goes wrong, and what moderators say, on the screens: a full disk, a laptop at another address, and
messages to the phones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import audit
from tests.browser.cafe import Cafe, found
from tests.browser.people import LAPTOP, PROJECTOR, join
from tests.conftest import Faulty, faulty_servers
from tests.soak import disk

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Faulty]:
    with faulty_servers(tmp_path_factory.mktemp("faulty"), "127.0.0.1") as obedient:
        yield obedient


Screens = Callable[..., "Page"]


def talking(cafe: Cafe, screen: Screens) -> tuple[Page, Page]:
    """The first round is open; a phone whose owner is in it, and the console."""
    phone, console = join(screen(cafe.phone_link)), screen(cafe.console_link, LAPTOP)
    cafe.do("round.open")
    phone.get_by_label("Write an idea").wait_for()
    return phone, console


def test_a_message_stands_on_the_phone_until_it_is_put_away_and_on_the_wall_until_it_is_taken_back(
    faulty: Faulty, screen: Screens
) -> None:
    cafe = found(faulty.served, tables=1)
    phone, console = talking(cafe, screen)
    board = screen(cafe.board_link, PROJECTOR)
    console.get_by_role("button", name="Message to the phones").click()
    window = console.get_by_role("dialog")
    window.get_by_label("Message", exact=True).fill("Coffee in five minutes.")
    window.get_by_label("Show it on the board, too").check()
    assert audit(console) == []
    window.get_by_role("button", name="Send").click()
    on_phone, on_wall = (page.get_by_text("Coffee in five minutes.") for page in (phone, board))
    expect(phone.get_by_role("status").filter(has_text="Coffee in five minutes.")).to_be_visible()
    expect(on_wall).to_be_visible()
    expect(window.get_by_text("to everybody · also on the board")).to_be_visible()
    assert [audit(page) for page in (phone, board)] == [[], []]
    phone.get_by_role("button", name="OK, put the message away").click()
    expect(on_phone).to_have_count(0)
    phone.reload()
    phone.get_by_label("Write an idea").wait_for()
    expect(on_phone).to_have_count(0)
    window.get_by_role("button", name="Take back: Coffee in five minutes.").click()
    expect(on_wall).to_have_count(0)
    expect(window.get_by_text("taken back at")).to_be_visible()


def test_a_phone_that_is_long_cut_off_says_that_the_laptop_may_be_elsewhere_and_where_to_type_that(
    faulty: Faulty, screen: Screens
) -> None:
    cafe = found(faulty.served, tables=1)
    phone, _ = talking(cafe, screen)
    phone.clock.install()
    phone.reload()
    phone.get_by_label("Write an idea").wait_for()
    phone.wait_for_load_state("networkidle")
    phone.context.set_offline(True)
    expect(phone.get_by_role("status").filter(has_text="No connection to the server")).to_be_visible()
    elsewhere = phone.get_by_text("The laptop may have a new address: scan the code on the wall again.")
    phone.clock.fast_forward(20_000)
    expect(elsewhere).to_be_visible()
    phone.get_by_label("Address on the wall").fill("somewhere else")
    phone.get_by_role("button", name="Go there").click()
    expect(phone.get_by_text("This is no address.")).to_be_visible()
    phone.context.set_offline(False)
    expect(elsewhere).to_have_count(0)


def test_what_waits_for_a_full_disk_goes_along_to_the_laptops_new_address_and_is_saved_once(
    faulty: Faulty, screen: Screens
) -> None:
    cafe = found(faulty.served, tables=1)
    phone, console = talking(cafe, screen)
    board = screen(cafe.board_link, PROJECTOR)
    expect(console.get_by_text("1 phone connected, all saved")).to_be_visible()
    faulty.orders.write_text(disk.FULL)
    phone.locator("textarea").first.fill("Taken along")
    phone.get_by_role("button", name="Add").click()
    trouble = console.get_by_text("the disk of the computer that Obrus runs on is full").and_(
        console.locator(":visible")
    )
    expect(trouble.first).to_be_visible()
    expect(console.get_by_text("1 thing waits on the phones.")).to_be_visible()
    faulty.address.write_text("localhost")
    moved = f"localhost:{faulty.served.port}/w/{cafe.code}"
    expect(board.get_by_text("The address has changed: phones scan again.")).to_be_visible()
    expect(board.get_by_text(moved).first).to_be_visible()
    to_go = phone.get_by_role("button", name="Go to localhost")
    expect(to_go).to_be_visible()
    assert audit(phone) == []
    to_go.click()
    phone.wait_for_url(f"http://{moved}")
    idea = phone.locator(".idea", has_text="Taken along")
    expect(idea).to_contain_text("waiting")
    faulty.orders.write_text(disk.FINE)
    expect(idea).to_contain_text("saved")
    expect(console.get_by_text("Nothing can be saved")).to_have_count(0)
    desk = cafe.views()["moderator"]
    assert [idea["text"] for idea in desk["ideas"].values()] == ["Taken along"]
    assert list(desk["people"]) == ["P1"]
