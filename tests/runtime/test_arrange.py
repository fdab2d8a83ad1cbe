"""From a workshop to a seating problem and back, on whatever a workshop has come to."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import GUEST, MODERATOR, participant
from facilitation.domain.refusals import REASONS
from facilitation.domain.workshop import Workshop
from facilitation.runtime import worker
from facilitation.runtime.arrange import arrangement, deal_job, dealt_plan, seats_for, why_impossible
from facilitation.runtime.jobs import Dealt, Impossible
from facilitation.seating import Host, Participant, Table
from tests.domain.histories import History, begun, histories

FORMATS = st.sampled_from(["stations", "classic"])


def deal(history: History) -> Dealt:
    """Seats are dealt by plan. What a moderator asked for may be impossible: then the reason says so, and
    without chairs, pins and requests it is possible."""
    dealt = worker.do(msgspec.structs.replace(deal_job(history.now, seed=1), seconds=0.0))
    if isinstance(dealt, Impossible):
        assert why_impossible(history.now, dealt)["reason"] in REASONS
        unbind(history)
        return deal(history)
    assert isinstance(dealt, Dealt), dealt
    assert history.ask(MODERATOR, c.DealSeats(), plan=dealt_plan(history.now, dealt)) is not None
    return dealt


def unbind(history: History) -> None:
    """Chairs are not counted any more, nobody is pinned, and nothing is asked for."""
    w = history.now
    for table in w.tables:
        history.ask(MODERATOR, c.EditTable(table, chairs=0))
    for who in w.participants.values():
        for number in who.pins:
            history.ask(MODERATOR, c.PinSeat(who.id, number, on=False))
    for request in w.requests:
        history.ask(MODERATOR, c.DropRequest(request))


def visits(workshop: Workshop) -> dict[str, list[str]]:
    """Where everybody sits, in the order of rounds."""
    return {who.id: list(who.seats.values()) for who in workshop.participants.values()}


def test_a_room_that_has_not_begun_is_an_instance_with_everybody_in_it() -> None:
    history = begun(tables=4, rounds=3, people=0)
    history.ask(GUEST, c.JoinParticipant(sector="szkoła", institution="SP 5"))
    history.ask(GUEST, c.JoinParticipant(institution="sp 5"))
    for _ in range(3):
        history.ask(GUEST, c.JoinParticipant())
    history.ask(MODERATOR, c.AppointHost("T3", "P4"))
    arranged = arrangement(history.now)
    assert arranged.rounds == (1, 2, 3)
    assert arranged.instance.mode == "carousel"
    assert arranged.instance.tables == [Table(f"T{n}", 2) for n in range(1, 5)]
    assert arranged.instance.participants == [
        Participant("P1", "szkoła", "sp 5"),
        Participant("P2", None, "sp 5"),
        Participant("P3"),
        Participant("P4"),
        Participant("P5"),
    ]
    assert arranged.instance.hosts == [Host("P4", 2)]
    assert (arranged.instance.locked, arranged.instance.previous_plan) == ([], None)


def test_rounds_that_have_begun_are_locked_and_people_count_for_those_they_were_there() -> None:
    history = begun(tables=4, rounds=4, people=8)
    deal(history)
    history.ask(MODERATOR, c.OpenRound())
    history.ask(MODERATOR, c.CloseRound())
    history.ask(participant("P3"), c.LeaveParticipant())
    history.ask(MODERATOR, c.SkipRound(2))
    history.ask(MODERATOR, c.OpenRound())
    history.ask(GUEST, c.JoinParticipant())
    history.ask(GUEST, c.JoinParticipant())
    history.ask(participant("P10"), c.LeaveParticipant())
    now = history.now
    arranged = arrangement(now)
    assert arranged.rounds == (1, 3, 4)
    seated = [{p for group in groups for p in group} for groups in arranged.instance.locked]
    everybody = {f"P{n}" for n in range(1, 9)}
    assert seated == [everybody, everybody - {"P3"} | {"P9", "P10"}]
    presence = {p.id: (p.first, p.until) for p in arranged.instance.participants}
    late_and_gone = {"P3": (0, 1), "P9": (1, None), "P10": (1, 2)}
    assert presence == dict.fromkeys(everybody, (0, None)) | late_and_gone


@given(
    st.integers(1, 30),
    st.integers(2, 7),
    st.integers(1, 6),
    st.sampled_from(["stations", "classic"]),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_in_every_dealt_room_everybody_sits_and_stations_are_visited_once_while_there_are_enough(
    people: int, tables: int, rounds: int, format_: e.Format, data: st.DataObject
) -> None:
    history = begun(tables, rounds, people, format_)
    hosted = data.draw(st.integers(0, min(tables, people)))
    for n in range(hosted):
        history.ask(MODERATOR, c.AppointHost(f"T{n + 1}", f"P{n + 1}"))
    deal(history)
    for who, seats in visits(history.now).items():
        assert len(seats) == rounds
        if who in history.now.hosts:
            assert set(seats) == {history.now.hosts[who]}
        elif format_ == "stations" and rounds <= tables:
            assert len(set(seats)) == rounds


@given(histories(most=40))
@settings(max_examples=60, deadline=None)
def test_whatever_has_happened_seats_can_be_dealt_and_nobody_who_is_there_stands(history: History) -> None:
    now = history.now
    planned = [r.number for r in now.rounds.values() if r.status == "planned"]
    if now.closed_at or not now.present or not planned:
        return
    deal(history)
    for who in history.now.participants.values():
        assert not who.present or set(planned) <= set(who.seats)
        assert _begun(who.seats, planned) == _begun(now.participants[who.id].seats, planned)


def _begun(seats: dict[int, str], planned: list[int]) -> dict[int, str]:
    return {number: table for number, table in seats.items() if number not in planned}


@given(st.integers(4, 24), st.integers(0, 3), st.integers(1, 5))
@settings(max_examples=30, deadline=None)
def test_who_comes_late_visits_each_station_once_and_moves_nobody(
    people: int, played: int, late: int
) -> None:
    history = begun(tables=4, rounds=4, people=people)
    deal(history)
    for _ in range(played):
        history.ask(MODERATOR, c.OpenRound())
        history.ask(MODERATOR, c.CloseRound())
    before = visits(history.now)
    for n in range(late):
        seats = seats_for(history.now, "", "szkoła", "Urząd 1")
        assert sorted(seats) == list(range(played + 1, 5))
        assert len(set(seats.values())) == 4 - played
        history.ask(GUEST, c.JoinParticipant(), seats=seats)
        assert history.now.participants[f"P{people + n + 1}"].seats == seats
    assert {who: seats for who, seats in visits(history.now).items() if who in before} == before


def test_a_plan_made_before_somebody_left_seats_nobody_who_is_gone() -> None:
    history = begun(people=6)
    dealt = worker.do(deal_job(history.now, seed=1))
    assert isinstance(dealt, Dealt)
    plan = dealt_plan(history.now, dealt)
    history.ask(participant("P2"), c.LeaveParticipant())
    decision = history.ask(MODERATOR, c.DealSeats(), plan=plan)
    assert decision is not None
    assert history.now.participants["P2"].seats == {}
