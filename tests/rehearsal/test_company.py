"""The company of a rehearsal in a running workshop: they come, act, pause and go on after a restart."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR
from facilitation.rehearsal.company import ARRIVAL_SECONDS, LATECOMERS, MARK, Company, simulated
from tests.runtime.cafes import Cafe, HereJobs


@pytest.fixture
def cafe(tmp_path: Path) -> Iterator[Cafe]:
    made = Cafe(tmp_path, jobs=HereJobs())
    yield made
    made.close()


def company(cafe: Cafe, people: int, **how: Any) -> Company:
    return Company(cafe.workshop, lambda actor: {}, cafe.concurrency, people, **how)


def test_people_come_in_one_by_one_and_the_last_two_when_the_first_round_is_under_way(cafe: Cafe) -> None:
    crowd = company(cafe, 10)
    assert crowd.here == 0
    crowd.advance(ARRIVAL_SECONDS / 2)
    assert 0 < crowd.here < 10 - LATECOMERS
    crowd.advance(ARRIVAL_SECONDS)
    assert crowd.here == 10 - LATECOMERS
    crowd.advance(5 * ARRIVAL_SECONDS)
    assert crowd.here == 10 - LATECOMERS
    assert cafe.ask(MODERATOR, c.OpenRound()).ok
    crowd.advance(5 * ARRIVAL_SECONDS)
    assert crowd.here == 10
    joined = [entry for entry in cafe.journal.read() if isinstance(entry.event, e.ParticipantJoined)]
    assert [(each.actor, each.command.startswith(MARK)) for each in joined] == [("guest", True)] * 10


def test_who_is_paused_does_nothing_and_goes_on_where_it_was(cafe: Cafe) -> None:
    crowd = company(cafe, 6)
    crowd.paused = True
    crowd.advance(2 * ARRIVAL_SECONDS)
    assert crowd.here == 0
    crowd.paused = False
    crowd.advance(0.1)
    assert crowd.here < 6
    crowd.advance(ARRIVAL_SECONDS)
    assert crowd.here == 6


def test_after_a_restart_the_same_people_go_on_and_real_ones_are_left_alone(cafe: Cafe) -> None:
    company(cafe, 4).advance(2 * ARRIVAL_SECONDS)
    [real] = cafe.joined(1, name="Jadwiga")
    again = company(cafe.reopen(), 0, back=simulated(cafe.workshop))
    assert (again.here, simulated(cafe.workshop)) == (4, ["P1", "P2", "P3", "P4"])
    assert real.participant == "P5"
    again.advance(10 * ARRIVAL_SECONDS)
    assert len(cafe.workshop.state.participants) == 5


def test_the_first_to_come_host_the_tables_that_have_a_host_in_the_original(cafe: Cafe) -> None:
    company(cafe, 3, hosted=("T2", "T1")).advance(2 * ARRIVAL_SECONDS)
    assert cafe.workshop.state.hosts == {"P1": "T2", "P2": "T1"}
