"""Re-planning: what was played stays, few seats of others move, and the one at the door is seated at once."""

from __future__ import annotations

from itertools import count
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from facilitation.seating import Instance, InstanceRefused, LateSeats, Plan, plan, read_instance, seat_late
from tests.seating.instances import plain
from tests.seating.validity import faults

ROOMY = {"tables": [{"id": f"t{n}", "cap": 7, "min": 3} for n in range(6)]}


def planned(cafe: dict[str, Any], seconds: float = 2) -> Plan:
    """The plan after a number of steps that depends on no clock: each look at it takes 10 ms."""
    ticks = count()
    instance = read_instance(cafe)
    made = plan(instance, seconds=seconds, seed=0, now=lambda: next(ticks) * 0.01)
    assert faults(instance, made.plan) == []
    return made.plan


def seat_changes(before: Plan, after: Plan, first: int) -> int:
    """Seats from round ``first`` on that differ for people who are in both plans in that round."""
    changes = 0
    for old, new in zip(before[first:], after[first:], strict=True):
        was = {name: t for t, group in enumerate(old) for name in group}
        changes += sum(was.get(name, t) != t for t, group in enumerate(new) for name in group)
    return changes


@pytest.mark.parametrize("mode", ["free", "carousel"])
def test_people_who_come_and_go_change_at_most_three_seats_of_others_each(mode: str) -> None:
    cafe = {**plain(people=30, tables=6, rounds=4, mode=mode), **ROOMY}
    before = planned(cafe)
    people = [
        {**person, "to": 2} if person["id"] in {"p3", "p17"} else person for person in cafe["participants"]
    ]
    people += [{"id": "new", "sector": "parish", "from": 2}]
    after = planned({**cafe, "participants": people, "locked": before[:2], "previous_plan": before})
    assert after[:2] == before[:2]
    assert seat_changes(before, after, first=2) <= 3 * 3


@st.composite
def comings_and_goings(draw: st.DrawFn) -> tuple[dict[str, Any], int, list[str], int]:
    """A café without a change of hosts, how many rounds were played, who leaves, and how many come."""
    tables, mode = draw(st.integers(3, 7)), draw(st.sampled_from(["free", "carousel"]))
    rounds = draw(st.integers(2, min(5, tables)))
    people = draw(st.integers(3 * tables, 5 * tables))
    hosted = draw(st.integers(0, tables)) if draw(st.booleans()) else 0
    hosts = [{"id": f"p{n}", "table": n} for n in range(hosted)]
    seats = [{"id": f"t{n}", "cap": 7, "min": 2} for n in range(tables)]
    cafe = {**plain(people, tables, rounds, mode), "tables": seats, "hosts": hosts}
    guests = st.sampled_from([f"p{n}" for n in range(hosted, people)])
    leavers = draw(st.lists(guests, max_size=3, unique=True))
    return cafe, draw(st.integers(1, rounds - 1)), leavers, draw(st.integers(0, 3))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(comings_and_goings())
def test_history_never_changes_and_few_seats_move_whoever_comes_and_goes(
    late: tuple[dict[str, Any], int, list[str], int],
) -> None:
    cafe, played, leavers, comers = late
    before = planned(cafe, seconds=0.3)
    people = [p | {"to": played} if p["id"] in leavers else p for p in cafe["participants"]]
    people += [{"id": f"new{n}", "sector": "parish", "from": played} for n in range(comers)]
    changed = {**cafe, "participants": people, "locked": before[:played], "previous_plan": before}
    try:
        after = planned(changed, seconds=0.3)
    except InstanceRefused:  # too few are left for the minimums, or a station is full
        reject()
    assert after[:played] == before[:played]
    assert seat_changes(before, after, first=played) <= 3 * (len(leavers) + comers)


def test_nothing_moves_where_nobody_came_or_went() -> None:
    cafe = {**plain(people=30, tables=6, rounds=4), **ROOMY}
    before = planned(cafe)
    assert planned({**cafe, "locked": before[:1], "previous_plan": before}) == before


def test_a_host_who_leaves_is_replaced_from_the_next_round_on() -> None:
    hosts = [{"id": f"p{n}", "table": n} for n in range(6)]
    cafe = {**plain(people=30, tables=6, rounds=4, hosts=hosts), **ROOMY}
    before = planned(cafe)
    people = [{**person, "to": 2} if person["id"] == "p2" else person for person in cafe["participants"]]
    hosts[2] = {"id": "p2", "table": 2, "to": 2}
    hosts.append({"id": "p20", "table": 2, "from": 2})
    changed = {**cafe, "participants": people, "hosts": hosts, "locked": before[:2], "previous_plan": before}
    after = planned(changed)
    assert after[:2] == before[:2]
    assert all("p20" in groups[2] for groups in after[2:])


def test_a_table_that_closes_is_empty_from_then_on_and_history_keeps_it() -> None:
    cafe = {**plain(people=30, tables=6, rounds=4), **ROOMY}
    before = planned(cafe)
    closed = [*ROOMY["tables"][:5], {"id": "t5", "cap": 0}]
    after = planned({**cafe, "tables": closed, "locked": before[:2], "previous_plan": before})
    assert after[:2] == before[:2]
    assert [groups[5] for groups in after[2:]] == [[], []]


def late(cafe: dict[str, Any], groups: Plan, first: int = 0) -> LateSeats:
    person = {"id": "late", "from": first, "institution": "i"}
    people = [{"id": name} for name in sorted({n for tables in groups for group in tables for n in group})]
    instance = {**cafe, "rounds": len(groups), "participants": [*people, person], "previous_plan": groups}
    return seat_late(msgspec.convert(instance, Instance), "late")


THREE = {"tables": [{"id": name, "cap": 3} for name in "ABC"]}


def test_a_late_arrival_meets_new_people_rather_than_sitting_at_the_smallest_table() -> None:
    groups = [[["a"], ["b", "c"], ["d", "e"]], [["a"], ["b", "d"], ["c", "e"]]]
    assert late(THREE, groups) == LateSeats({0: "A", 1: "B"}, (), ())


def test_a_late_arrival_sees_another_station_each_time() -> None:
    groups = [[["a"], ["b", "c"], []], [["b"], ["a", "c"], []], [["c"], ["a", "b"], []]]
    seats = late({**THREE, "mode": "carousel"}, groups)
    assert sorted(seats.table_by_round.values()) == ["A", "B", "C"]
    assert (seats.overfull_rounds, seats.second_visit_rounds) == ((), ())


def test_in_a_full_room_the_smallest_table_takes_one_more_and_it_is_said() -> None:
    tables = [{"id": "A", "cap": 3}, {"id": "B", "cap": 2}]
    assert late({"tables": tables}, [[["a", "b", "c"], ["d", "e"]]]) == LateSeats({0: "B"}, (0,), ())


def test_with_no_new_station_left_a_second_visit_is_said() -> None:
    stations = {"tables": [{"id": "A", "cap": 9}], "mode": "carousel"}
    assert late(stations, [[["a"]], [["a"]]]) == LateSeats({0: "A", 1: "A"}, (), (1,))


def test_rounds_before_the_arrival_have_no_seat() -> None:
    assert late(THREE, [[["a"], [], []], [["a"], [], []]], first=1).table_by_round == {1: "B"}
