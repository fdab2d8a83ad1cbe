"""Sitting together and apart: kept in every coming round, counted as asked for, and never against history."""

from __future__ import annotations

from itertools import combinations, count
from typing import Any

import msgspec
import pytest

from facilitation.seating import (
    Instance,
    InstanceRefused,
    LateSeats,
    Planned,
    Sentence,
    plan,
    read_instance,
    seat_late,
)
from tests.seating.instances import plain
from tests.seating.validity import faults, repeated_meetings

TRIO = [("p0", "p1"), ("p7", "p1")]
FEUD = [("p2", "p3"), ("p2", "p4"), ("p0", "p5")]
ROOMY = [{"id": f"t{n}", "cap": 7, "min": 3} for n in range(6)]


def planned(cafe: dict[str, Any], seconds: float = 0.5) -> Planned:
    """A plan after a number of steps that depends on no clock: each look at it takes 10 ms."""
    ticks = count()
    instance = read_instance(cafe)
    made = plan(instance, seconds=seconds, seed=0, now=lambda: next(ticks) * 0.01)
    assert faults(instance, made.plan) == []
    assert made.report.repeats == repeated_meetings(made.plan, instance.together)
    assert made.report.bound <= made.report.repeats
    return made


@pytest.mark.parametrize("mode", ["free", "carousel"])
@pytest.mark.parametrize("seconds", [0, 0.5])
def test_some_sit_together_and_some_apart_in_every_round(mode: str, seconds: float) -> None:
    cafe = plain(people=30, tables=6, rounds=4, mode=mode, together=TRIO, apart=FEUD)
    assert planned(cafe, seconds).report.requests == 5


def test_meeting_those_one_asked_for_is_no_repeat() -> None:
    cafe = plain(people=4, tables=2, rounds=3, together=[("p0", "p1"), ("p2", "p3")])
    made = planned(cafe)
    assert made.plan[0] == [["p0", "p1"], ["p2", "p3"]] or made.plan[0] == [["p2", "p3"], ["p0", "p1"]]
    assert (made.report.repeats, made.report.bound) == (0, 0)
    assert made.report.sentences[0] == Sentence("nobody_twice")


def test_whoever_is_to_sit_with_a_host_stays_at_the_table() -> None:
    hosts = [{"id": "p0", "table": 3}]
    made = planned(plain(people=30, tables=6, rounds=4, hosts=hosts, together=[("p1", "p0")]))
    assert all({"p0", "p1"} <= set(groups[3]) for groups in made.plan)


def test_a_pin_takes_the_company_along() -> None:
    pinned = [{"id": "p7", "table": 5, "round": 2}]
    made = planned(plain(people=30, tables=6, rounds=4, mode="carousel", pinned=pinned, together=TRIO))
    assert {"p0", "p1", "p7"} <= set(made.plan[2][5])


def test_requests_leave_the_rounds_that_were_played_alone() -> None:
    cafe = {**plain(people=30, tables=6, rounds=4), "tables": ROOMY}
    before = planned(cafe).plan
    friends, neighbours = before[0][0][:2], before[1][1][:2]
    asked = {"together": [tuple(friends)], "apart": [tuple(neighbours)]}
    after = planned({**cafe, **asked, "locked": before[:2], "previous_plan": before})
    assert after.plan[:2] == before[:2]


def test_those_to_sit_together_do_so_while_both_are_there() -> None:
    cafe = {**plain(people=30, tables=6, rounds=4, together=[("p0", "x")]), "tables": ROOMY}
    made = planned({**cafe, "participants": [*cafe["participants"], {"id": "x", "from": 2}]})
    assert [sum({"p0", "x"} <= set(group) for group in groups) for groups in made.plan] == [0, 0, 1, 1]


def test_more_people_apart_from_each_other_than_tables_are_refused_by_name() -> None:
    feud = list(combinations(["p0", "p1", "p2"], 2))
    with pytest.raises(InstanceRefused) as refused:
        planned(plain(people=8, tables=2, rounds=1, apart=feud))
    assert refused.value.code == "requests_not_met"
    assert {refused.value.params["person"], refused.value.params["other"]} <= {"p0", "p1", "p2"}
    assert refused.value.params["wish"] == "apart"


def test_groups_that_fit_no_tables_are_refused_by_name() -> None:
    pairs = [("p0", "p1"), ("p2", "p3"), ("p4", "p5")]
    tables = [{"id": name, "cap": 3} for name in "AB"]
    with pytest.raises(InstanceRefused) as refused:
        planned({**plain(people=6, tables=2, rounds=1, together=pairs), "tables": tables})
    assert (refused.value.code, refused.value.params["wish"]) == ("requests_not_met", "together")


def late(**requests: Any) -> LateSeats:
    groups = [["a", "b"], ["c"], ["d", "e"]]
    people = [{"id": name} for group in [*groups, ["late"]] for name in group]
    tables = [{"id": name, "cap": 3} for name in "ABC"]
    told = {"rounds": 1, "tables": tables, "participants": people, "previous_plan": [groups], **requests}
    return seat_late(msgspec.convert(told, Instance), "late")


def test_a_late_arrival_keeps_to_requests_if_there_is_a_seat() -> None:
    assert late().table_by_round == {0: "B"}
    assert late(together=[("late", "e")]).table_by_round == {0: "C"}
    assert late(apart=[("c", "late"), ("a", "late")]).table_by_round == {0: "C"}
