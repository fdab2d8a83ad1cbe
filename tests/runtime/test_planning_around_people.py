"""Plans that keep what a moderator asked for, and seats for those who lose theirs, with the real planner."""

from pathlib import Path

import pytest

from facilitation.domain import commands as c
from facilitation.domain.actors import MODERATOR
from facilitation.domain.refusals import Refusal
from facilitation.runtime.jobs import DealJob, ReseatJob
from tests.runtime.cafes import STATIONS, Cafe

Seats = dict[str, dict[int, str]]


@pytest.fixture
def stations(tmp_path: Path) -> Cafe:
    """Twelve people, four stations, four rounds; nothing is dealt."""
    cafe = Cafe(tmp_path, STATIONS)
    for number in range(12):
        cafe.joined(1, name=f"Osoba {number + 1}")
    return cafe


def seats(cafe: Cafe) -> Seats:
    return {who.id: who.seats for who in cafe.workshop.state.participants.values()}


def others(before: Seats, after: Seats, besides: set[str]) -> int:
    """How many seats of others than these people changed."""
    return sum(before[who] != after[who] for who in before if who not in besides)


def test_a_proposal_is_computed_once_and_dealing_it_computes_nothing(stations: Cafe) -> None:
    assert stations.ask(MODERATOR, c.ProposeSeats()).result == {"proposal": 1}
    proposal = stations.workshop.state.proposal
    assert proposal is not None
    assert proposal.report["repeats"] >= 0
    assert stations.ask(MODERATOR, c.OpenRound()).ok
    assert [type(job) for job in stations.jobs.done] == [DealJob]
    dealt = {n: {who: places[n] for who, places in seats(stations).items()} for n in proposal.seats}
    assert dealt == proposal.seats


def test_a_proposal_changed_by_hand_says_what_it_comes_to_now(stations: Cafe) -> None:
    assert stations.ask(MODERATOR, c.ProposeSeats()).ok
    proposal = stations.workshop.state.proposal
    assert proposal is not None
    before = proposal.report
    table = proposal.seats[2]["P1"]
    here = next(who for who, at in proposal.seats[1].items() if at == table and who != "P1")
    assert stations.ask(MODERATOR, c.SwapSeats("P1", here, round=1, proposal=True)).ok
    changed = stations.workshop.state.proposal
    assert changed is not None
    assert changed.report.keys() == before.keys()
    assert changed.report["repeats"] >= before["repeats"]
    assert stations.ask(MODERATOR, c.SwapSeats("P1", here, round=1, proposal=True)).ok
    back = stations.workshop.state.proposal
    assert back is not None
    assert back.report == {**before, "iterations": 0}


def test_plans_keep_pins_requests_chairs_and_closed_tables(stations: Cafe) -> None:
    for command in (
        c.AddTable(chairs=2),
        c.CloseTable("T3"),
        c.PinSeat("P1", 2, "T5"),
        c.MakeRequest("apart", ("P2", "P3", "P4")),
        c.MakeRequest("together", ("P5", "P6")),
    ):
        assert stations.ask(MODERATOR, command).ok
    assert stations.ask(MODERATOR, c.DealSeats()).ok
    placed = seats(stations)
    assert placed["P1"][2] == "T5"
    for number in (1, 2, 3, 4):
        tables = [places[number] for places in placed.values()]
        assert tables.count("T5") <= 2
        assert "T3" not in tables
        assert len({placed[who][number] for who in ("P2", "P3", "P4")}) == 3
        assert placed["P5"][number] == placed["P6"][number]


@pytest.mark.parametrize(
    ("commands", "expected"),
    [
        (
            [c.EditTable(f"T{n}", chairs=2) for n in (1, 2, 3, 4)],
            {"reason": "too_few_seats", "round": 1, "people": 12, "seats": 8},
        ),
        (
            [c.MakeRequest("apart", ("P1", "P2")), c.MakeRequest("together", ("P2", "P1"))],
            {"reason": "apart_and_together", "person": "Osoba 1", "other": "Osoba 2"},
        ),
        (
            [c.MakeRequest("together", ("P1", "P2")), c.PinSeat("P1", 1, "T1"), c.PinSeat("P2", 1, "T4")],
            {"reason": "together_at_two_tables", "round": 1, "table": 1, "second": 4},
        ),
    ],
)
def test_what_can_not_be_planned_says_what_to_change(
    stations: Cafe, commands: list[c.Command], expected: dict[str, str | int]
) -> None:
    for command in commands:
        assert stations.ask(MODERATOR, command).ok
    refused = stations.ask(MODERATOR, c.DealSeats()).refusal
    assert isinstance(refused, Refusal)
    assert refused.code == "seats_infeasible"
    assert expected.items() <= refused.params.items()
    assert refused.sentence % refused.params


def test_whoever_loses_a_place_gets_one_by_the_planner_and_nobody_else_moves(stations: Cafe) -> None:
    stations.ask(MODERATOR, c.DealSeats())
    stations.ask(MODERATOR, c.AppointHost("T2", "P1"))
    stations.ask(MODERATOR, c.OpenRound())
    stations.ask(MODERATOR, c.CloseRound())
    before = seats(stations)
    assert stations.ask(MODERATOR, c.AppointHost("T2", "P2")).ok
    replaced = seats(stations)
    assert others(before, replaced, {"P1", "P2"}) == 0
    assert replaced["P1"][1] == before["P1"][1]
    assert len({replaced["P1"][n] for n in (2, 3, 4)}) == 3
    displaced = {who for who, places in replaced.items() if "T4" in [places[n] for n in (2, 3, 4)]}
    assert stations.ask(MODERATOR, c.CloseTable("T4")).ok
    closed = seats(stations)
    assert others(replaced, closed, displaced) == 0
    assert all("T4" not in [places[n] for n in (2, 3, 4)] for places in closed.values())
    jobs = [job for job in stations.jobs.done if isinstance(job, ReseatJob)]
    assert [set(job.people) for job in jobs] == [{"P1"}, displaced]
