"""Who sits together gets another table in each round: people come to a World Café to move on."""

from __future__ import annotations

from itertools import count
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from facilitation.seating import InstanceRefused, plan, read_instance
from facilitation.seating.feasibility import refuse_nonsense
from facilitation.seating.moving import moved_on
from facilitation.seating.opening import opening
from facilitation.seating.room import Seating, build_room, plan_of
from facilitation.seating.score import repeats
from tests.seating.instances import cafes, plain
from tests.seating.validity import faults


def staying(seats: Seating) -> int:
    """How often somebody is told to stay where they are."""
    return int(((seats[1:] == seats[:-1]) & (seats[1:] >= 0)).sum())


def seats_of(cafe: dict[str, Any]) -> Seating:
    """The plan as an array, rounds × people."""
    ticks = count()
    instance = read_instance(cafe)
    rounds = plan(instance, seconds=0.3, seed=1, now=lambda: next(ticks) * 0.01).plan
    where = [{name: t for t, table in enumerate(tables) for name in table} for tables in rounds]
    return np.array([[there[person.id] for person in instance.participants] for there in where])


@pytest.mark.parametrize(
    ("people", "tables", "rounds", "most"), [(12, 3, 2, 3), (16, 4, 3, 8), (30, 6, 4, 0), (60, 10, 5, 0)]
)
def test_few_stay_where_they_are(people: int, tables: int, rounds: int, most: int) -> None:
    assert staying(seats_of(plain(people, tables, rounds))) <= most


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cafes())
def test_moving_on_keeps_every_rule_and_everybodys_company(cafe: dict[str, Any]) -> None:
    try:
        instance = read_instance({**cafe, "mode": "free"})
        refuse_nonsense(instance)
        room = build_room(instance)
        seats = opening(room)
    except InstanceRefused:
        return
    moved = moved_on(room, seats)
    assert faults(instance, plan_of(room, moved)) == []
    assert repeats(room, moved) == repeats(room, seats)
    assert (moved[: room.locked] == seats[: room.locked]).all()
    together = [
        [{frozenset(np.flatnonzero(row == table).tolist()) for table in range(room.tables)} for row in each]
        for each in (seats, moved)
    ]
    assert together[0] == together[1]
