"""What goes wrong in the room while people write, over real sockets: a disk that takes nothing, a laptop that
has another address, a clock that is set back."""

import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import Faulty, faulty_servers
from tests.live.conftest import OpenCafe
from tests.live.screens import Screen
from tests.soak import disk


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Faulty]:
    with faulty_servers(tmp_path_factory.mktemp("faulty"), "192.168.1.5") as obedient:
        yield obedient


def presence(trouble: str) -> Callable[[Screen], bool]:
    """Whether the last that a console was told of the disk is this."""

    def told(screen: Screen) -> bool:
        frames = [frame for event, frame in screen.heard if event == "presence"]
        return bool(frames) and frames[-1].get("trouble", "") == trouble

    return told


@pytest.mark.parametrize(
    ("order", "trouble"), [(disk.NO_SYNC, "failed"), (disk.FULL, "full"), (disk.READ_ONLY, "failed")]
)
def test_what_the_disk_does_not_take_waits_on_the_phone_and_the_console_says_so_until_it_is_over(
    faulty: Faulty, open_cafe: OpenCafe, order: str, trouble: str
) -> None:
    cafe = open_cafe(faulty.served, tables=1)
    moderator, phone = cafe.moderator(), cafe.phone()
    moderator.do("round.open")
    phone.do("idea.post", text="najpierw")
    idea = {"id": "the-same-id-again", "type": "idea.post", "text": "w kłopocie"}
    faulty.orders.write_text(order)
    refused = phone.say(idea)
    moderator.wait_for(presence(trouble), "trouble")
    waiting = [frame["waiting"] for event, frame in moderator.heard if frame.get("trouble")]
    faulty.orders.write_text(disk.FINE)
    moderator.wait_for(presence(""), "the end of the trouble, though nobody writes")
    assert (refused["refusal"]["code"], waiting[-1]) == ("storage_failed", 1)
    saved = phone.say(idea)
    assert saved["ok"]
    assert phone.say(idea) == saved
    phone.do("idea.post", text="potem")
    texts = [
        idea["text"] for idea in cafe.api("GET", *_as_moderator(cafe))["channels"]["board"]["ideas"].values()
    ]
    assert texts == ["najpierw", "w kłopocie", "potem"]


def _as_moderator(cafe: Any) -> tuple[str, None, str]:
    return f"/api/workshops/{cafe.code}", None, cafe.tokens["moderator"]


def moves(screen: Screen) -> list[str]:
    """The addresses that a screen was told."""
    return [frame["host"] for event, frame in screen.heard if event == "address"]


def test_whoever_is_still_connected_is_told_the_computers_new_address_and_so_is_whoever_comes(
    faulty: Faulty, open_cafe: OpenCafe
) -> None:
    cafe = open_cafe(faulty.served)
    phone = cafe.phone()
    links = cafe.api("GET", f"/api/workshops/{cafe.code}/links", None, cafe.tokens["moderator"])
    assert links["phone"] == f"http://192.168.1.5:{faulty.served.port}/w/{cafe.code}"
    assert moves(phone) == []
    faulty.address.write_text("")
    faulty.address.write_text("10.0.0.7")
    for screen in (phone, cafe.board()):
        screen.wait_for(lambda screen: "10.0.0.7" in moves(screen), "the new address")
    links = cafe.api("GET", f"/api/workshops/{cafe.code}/links", None, cafe.tokens["moderator"])
    assert links["phone"] == f"http://10.0.0.7:{faulty.served.port}/w/{cafe.code}"


def test_a_clock_that_is_set_back_changes_neither_the_order_nor_the_seats_nor_the_time_left(
    faulty: Faulty, open_cafe: OpenCafe
) -> None:
    cafe = open_cafe(faulty.served, tables=1)
    moderator, phone = cafe.moderator(), cafe.phone()
    moderator.do("round.open")
    phone.do("idea.post", text="pierwszy")
    faulty.served.process.send_signal(signal.SIGUSR1)
    posted = [phone.do("idea.post", text=text)["idea"] for text in ("drugi", "trzeci")]
    assert posted == ["I2", "I3"]
    moderator.do("round.extend", minutes=5)
    seq = moderator.say({"id": "close-the-round", "type": "round.close"})["seq"]
    phone.shows("public", seq)
    held = phone.views["public"]["rounds"]["1"]
    assert held["opened_at"] <= held["closed_at"]
    order = [
        idea["text"] for idea in cafe.api("GET", *_as_moderator(cafe))["channels"]["board"]["ideas"].values()
    ]
    assert order == ["pierwszy", "drugi", "trzeci"]
