"""After played rounds, with any number of seats free to move: routes onward lead to nobody met before."""

from __future__ import annotations

from typing import Any

import pytest

from facilitation.seating import Plan, plan, read_instance
from facilitation.seating.onward import onward
from facilitation.seating.room import build_room, plan_of
from tests.seating.instances import plain
from tests.seating.validity import faults, repeated_meetings


def opened(cafe: dict[str, Any]) -> Plan:
    """The plan that a design gives, without a search."""
    return plan(read_instance(cafe), seconds=0, seed=0, now=lambda: 0.0).plan


def found(cafe: dict[str, Any]) -> Plan | None:
    """The plan with the routes onward, if there are any."""
    instance = read_instance(cafe)
    room = build_room(instance)
    seats = onward(room, seed=0)
    if seats is None:
        return None
    assert faults(instance, plan_of(room, seats)) == []
    return plan_of(room, seats)


HOSTS = [{"id": f"p{n}", "table": n} for n in range(7)]


@pytest.mark.parametrize("mode", ["free", "carousel"])
def test_a_host_is_replaced_and_still_nobody_meets_anyone_twice(mode: str) -> None:
    cafe = plain(people=35, tables=7, rounds=4, mode=mode, hosts=HOSTS)
    played = opened(cafe)[:2]
    assert repeated_meetings(played) == 0
    newcomer = next(p["id"] for p in cafe["participants"][7:] if p["id"] in played[0][3])
    others = [host for host in HOSTS if host["table"] != 2]
    people = [p | {"to": 2} if p["id"] == "p2" else p for p in cafe["participants"]]
    people.append({"id": "late", "from": 2})
    hosts = [*others, {"id": "p2", "table": 2, "to": 2}, {"id": newcomer, "table": 2, "from": 2}]
    changed = {**cafe, "participants": people, "hosts": hosts, "locked": played}
    after = found(changed)
    assert after is not None
    assert after[:2] == played
    assert repeated_meetings(after) == 0


def test_tables_stay_as_even_as_can_be() -> None:
    cafe = plain(people=33, tables=7, rounds=4)
    after = found({**cafe, "locked": opened(cafe)[:2]})
    assert after is not None
    assert {len(group) for groups in after for group in groups} == {4, 5}


def test_where_no_routes_avoid_everyone_none_are_given() -> None:
    cafe = plain(people=9, tables=3, rounds=5)
    assert found({**cafe, "locked": opened(cafe)[:4]}) is None


def test_people_who_are_there_for_a_part_of_what_is_left_are_for_the_search() -> None:
    cafe = plain(people=20, tables=5, rounds=4)
    leaving = [p | {"to": 3} if p["id"] == "p7" else p for p in cafe["participants"]]
    roomy = [{"id": f"t{n}", "cap": 4} for n in range(5)]
    some = {**cafe, "tables": roomy, "locked": opened(cafe)[:1]}
    assert found(some) is not None
    assert found({**some, "participants": leaving}) is None


def test_more_rounds_or_people_than_a_design_takes_are_for_the_search() -> None:
    crowded = plain(people=20, tables=3, rounds=3)
    long = plain(people=9, tables=3, rounds=6)
    assert found({**crowded, "locked": opened(crowded)[:1]}) is None
    assert found({**long, "locked": opened(long)[:1]}) is None
