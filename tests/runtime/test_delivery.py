"""Delivery: who was told what, in which order, and what somebody gets who was away."""

import threading

import pytest

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST, MODERATOR, Actor
from facilitation.projections import merge, view
from facilitation.runtime.delivery import AT_ONCE, HISTORY, SLOW_SECONDS, Delivery, Frame
from tests.runtime.cafes import Cafe, together


class Wire:
    """What a delivery sends, kept; and a delivery that sends it here."""

    def __init__(self, cafe: Cafe, *, nobody_at: tuple[str, ...] = ()) -> None:
        self.cafe = cafe
        self.sent: list[tuple[str, str, Frame]] = []
        self.broken = False
        self.delivery = Delivery(cafe.workshop, cafe.concurrency, self.send, lambda ch: ch not in nobody_at)

    def send(self, channel: str, event: str, frame: Frame) -> None:
        """Keeps it, or breaks."""
        if self.broken:
            raise RuntimeError("the wire is broken")
        self.sent.append((channel, event, frame))

    def on(self, channel: str) -> list[Frame]:
        """The frames of one channel, without the clock."""
        self.cafe.concurrency.settle()
        return [_timeless(frame) for to, event, frame in self.sent if to == channel and event == "patch"]

    def greeted(self, channel: str, since: int | None) -> list[tuple[str, Frame]]:
        """What one client gets that comes in."""
        received: list[tuple[str, Frame]] = []
        self.delivery.greet(channel, since, lambda event, frame: received.append((event, _timeless(frame))))
        return received


def _timeless(frame: Frame) -> Frame:
    assert frame["now"] > 1_700_000_000_000
    return {name: value for name, value in frame.items() if name != "now"}


@pytest.fixture
def people(cafe: Cafe) -> list[Actor]:
    """Four people at the tables of an open round; P1 sits at T1."""
    return cafe.at_work(4)


def post(cafe: Cafe, who: Actor, text: str) -> int:
    """An idea; the seq it is committed as."""
    ack = cafe.ask(who, c.PostIdea(text))
    assert ack.ok
    return ack.seq


def table_of(cafe: Cafe, who: Actor) -> str:
    """The channel of the table where somebody sits."""
    return f"table/{cafe.workshop.state.seat_of(who.participant)}"


def test_an_idea_goes_to_its_table_its_author_and_the_slow_channels_only(
    cafe: Cafe, people: list[Actor]
) -> None:
    wire = Wire(cafe)
    seq = post(cafe, people[0], "trust")
    cafe.concurrency.settle()
    mine = {table_of(cafe, people[0]), "person/P1", "board", "moderator"}
    assert {channel for channel, *_ in wire.sent} == mine
    assert {frame["seq"] for *_, frame in wire.sent} == {seq}
    [frame] = wire.on(table_of(cafe, people[0]))
    assert frame["patch"]["ideas"]["I1"]["text"] == "trust"


def test_a_patch_begins_where_the_channels_last_frame_ended_whatever_happened_elsewhere(
    cafe: Cafe, people: list[Actor]
) -> None:
    wire = Wire(cafe)
    start = cafe.workshop.seq
    first = post(cafe, people[0], "trust")
    post(cafe, people[1], "elsewhere")
    last = post(cafe, people[0], "openness")
    assert [(f["after"], f["seq"]) for f in wire.on("person/P1")] == [(start, first), (first, last)]


def test_several_commands_of_one_commit_travel_as_one_patch(cafe: Cafe, people: list[Actor]) -> None:
    wire = Wire(cafe)
    with together(cafe) as ask:
        for text in ("trust", "openness", "calm"):
            ask(people[0], c.PostIdea(text))
    [frame] = wire.on(table_of(cafe, people[0]))
    assert {idea["text"] for idea in frame["patch"]["ideas"].values()} == {"trust", "openness", "calm"}


def test_what_happens_before_the_slow_clock_ticks_reaches_the_board_as_one_patch(
    cafe: Cafe, people: list[Actor]
) -> None:
    wire = Wire(cafe)
    start, before = cafe.workshop.seq, view(cafe.workshop.state, "board")
    cafe.concurrency.awake.clear()
    for n in range(7):
        last = post(cafe, people[n % 4], f"idea {n}")
    assert [channel for channel, *_ in wire.sent if channel in ("board", "moderator")] == []
    cafe.concurrency.awake.set()
    [frame] = wire.on("board")
    assert (frame["after"], frame["seq"]) == (start, last)
    assert merge(before, frame["patch"]) == view(cafe.workshop.state, "board")
    assert len(wire.on("moderator")) == 1


def test_the_slow_clock_waits_a_tick_at_most(cafe: Cafe, people: list[Actor]) -> None:
    Wire(cafe)
    for n in range(3):
        post(cafe, people[0], f"idea {n}")
        cafe.concurrency.settle()
    assert len(cafe.concurrency.slept_seconds) == 3
    assert all(0 <= seconds <= SLOW_SECONDS for seconds in cafe.concurrency.slept_seconds)


def test_what_happens_after_the_board_was_told_and_before_the_console_reaches_both(
    cafe: Cafe, people: list[Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    wire, clock = Wire(cafe), set[int]()
    before = {channel: view(cafe.workshop.state, channel) for channel in ("board", "moderator")}
    later = iter([people[1]])
    send = wire.send

    def sent(channel: str, event: str, frame: Frame) -> None:
        send(channel, event, frame)
        if channel == "board":
            clock.add(threading.get_ident())

    def give_way() -> None:
        if threading.get_ident() in clock:
            for who in later:
                post(cafe, who, "in between")

    monkeypatch.setattr(wire.delivery, "_send", sent)
    monkeypatch.setattr(cafe.concurrency, "give_way", give_way)
    first = post(cafe, people[0], "trust")
    for channel, shown in before.items():
        frames = wire.on(channel)
        assert [frame["seq"] for frame in frames] == [first, first + 1]
        for frame in frames:
            shown = merge(shown, frame["patch"])
        assert shown == view(cafe.workshop.state, channel)


def test_a_snapshot_of_a_slow_channel_is_the_view_its_next_patch_begins_with(
    cafe: Cafe, people: list[Actor]
) -> None:
    wire = Wire(cafe)
    start, before = cafe.workshop.seq, view(cafe.workshop.state, "board")
    cafe.concurrency.awake.clear()
    post(cafe, people[0], "trust")
    assert _timeless(wire.delivery.snapshot("board")) == {"channel": "board", "seq": start, "view": before}
    cafe.concurrency.awake.set()
    assert [frame["after"] for frame in wire.on("board")] == [start]


def test_who_comes_for_the_first_time_gets_a_snapshot(cafe: Cafe, people: list[Actor]) -> None:
    wire = Wire(cafe)
    seq = post(cafe, people[0], "trust")
    shown = view(cafe.workshop.state, "person/P1")
    expected = {"channel": "person/P1", "seq": seq, "view": shown}
    assert wire.greeted("person/P1", None) == [("snapshot", expected)]


def test_who_has_missed_nothing_gets_nothing(cafe: Cafe, people: list[Actor]) -> None:
    wire = Wire(cafe)
    start = cafe.workshop.seq
    seq = post(cafe, people[0], "trust")
    assert wire.greeted("person/P1", seq) == []
    assert wire.greeted("person/P3", start) == []


def test_who_has_missed_something_gets_it_as_one_patch(cafe: Cafe, people: list[Actor]) -> None:
    wire = Wire(cafe)
    start = cafe.workshop.seq
    before = view(cafe.workshop.state, "person/P1")
    for text in ("trust", "openness"):
        last = post(cafe, people[0], text)
    [(event, frame)] = wire.greeted("person/P1", start)
    assert (event, frame["after"], frame["seq"]) == ("patch", start, last)
    assert merge(before, frame["patch"]) == view(cafe.workshop.state, "person/P1")


def test_changes_that_undid_one_another_still_bring_the_seq_up_to_date(
    cafe: Cafe, people: list[Actor]
) -> None:
    wire = Wire(cafe)
    start = post(cafe, people[0], "trust")
    cafe.ask(MODERATOR, c.HideIdea("I1"))
    last = cafe.ask(MODERATOR, c.RestoreIdea("I1")).seq
    missed = {"channel": "person/P1", "after": start, "seq": last, "patch": {}}
    assert wire.greeted("person/P1", start) == [("patch", missed)]


@pytest.mark.parametrize("away", [-5, 10_000])
def test_who_says_to_have_been_where_nobody_was_gets_a_snapshot(
    cafe: Cafe, people: list[Actor], away: int
) -> None:
    wire = Wire(cafe)
    post(cafe, people[0], "trust")
    assert [event for event, _ in wire.greeted("person/P1", away)] == ["snapshot"]


def test_who_was_away_for_too_long_or_since_before_a_restart_gets_a_snapshot(cafe: Cafe) -> None:
    wire = Wire(cafe)
    start = cafe.workshop.seq
    for n in range(HISTORY - 1):
        cafe.ask(MODERATOR, c.EditWorkshop(f"Title {n}"))
    assert [event for event, _ in wire.greeted("public", start)] == ["patch"]
    seq = cafe.ask(MODERATOR, c.EditWorkshop("One more")).seq
    assert [event for event, _ in wire.greeted("public", start)] == ["snapshot"]
    cafe.reopen()
    again = Wire(cafe)
    assert again.greeted("public", seq) == []
    assert [event for event, _ in again.greeted("public", seq - 1)] == ["snapshot"]


def test_nothing_is_computed_for_a_channel_nobody_is_at_and_whoever_comes_is_served(
    cafe: Cafe, people: list[Actor]
) -> None:
    wire = Wire(cafe, nobody_at=("person/P1", "board"))
    start, before = cafe.workshop.seq, view(cafe.workshop.state, "person/P1")
    post(cafe, people[0], "trust")
    assert (wire.on("person/P1"), wire.on("board")) == ([], [])
    [(event, frame)] = wire.greeted("person/P1", start)
    assert event == "patch"
    assert merge(before, frame["patch"]) == view(cafe.workshop.state, "person/P1")


def test_a_wire_that_broke_leaves_a_gap_that_clients_see(cafe: Cafe, people: list[Actor]) -> None:
    wire = Wire(cafe)
    start = cafe.workshop.seq
    wire.broken = True
    lost = post(cafe, people[0], "lost")
    cafe.concurrency.settle()
    wire.broken = False
    post(cafe, people[0], "arrives")
    [frame] = wire.on("person/P1")
    assert frame["after"] == lost > start


def test_names_reach_no_channel_but_ones_own_the_board_and_the_moderators(cafe: Cafe) -> None:
    wire = Wire(cafe)
    cafe.ask(GUEST, c.JoinParticipant(name="Kunegunda"))
    cafe.ask(MODERATOR, c.DealSeats())
    cafe.ask(MODERATOR, c.OpenRound())
    cafe.concurrency.settle()
    named = {channel for channel, _, frame in wire.sent if "Kunegunda" in repr(frame)}
    assert named == {"person/P1", "board", "moderator"}
    assert "public" in {channel for channel, *_ in wire.sent}


def test_a_deal_for_many_is_told_in_turns_and_each_view_agrees_with_its_seq_at_any_time(cafe: Cafe) -> None:
    people = cafe.joined(2 * AT_ONCE + 5)
    wire = Wire(cafe)
    start = {who.participant: view(cafe.workshop.state, f"person/{who.participant}") for who in people}
    cafe.concurrency.awake.clear()
    cafe.ask(MODERATOR, c.DealSeats())
    last = people[-1].participant
    waiting = wire.greeted(f"person/{last}", None)
    cafe.ask(MODERATOR, c.DealSeats())
    cafe.concurrency.awake.set()
    for who in people:
        frames = wire.on(f"person/{who.participant}")
        shown = start[who.participant]
        for frame in frames:
            shown = merge(shown, frame["patch"])
        assert shown == view(cafe.workshop.state, f"person/{who.participant}")
    assert [event for event, _ in waiting] == ["snapshot"]
    shown = waiting[0][1]["view"]
    for frame in wire.on(f"person/{last}"):
        if frame["after"] >= waiting[0][1]["seq"]:
            shown = merge(shown, frame["patch"])
    assert shown == view(cafe.workshop.state, f"person/{last}")
