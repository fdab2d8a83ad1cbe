"""The guards: every reason for which no plan can exist that is cheap to see, each said with its place.

Called by ``reading.py`` and again by ``planner.py``. Rounds already played are history: they are only
checked for consistency (``locked_*``), never for seats, minimums or hosts.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.seating.instance import Instance
from facilitation.seating.refusal import InstanceRefused
from facilitation.seating.requests import (
    companions,
    parties,
    refuse_contradictions,
    refuse_names,
    refuse_round,
    refuse_second_visits,
)


def refuse_nonsense(instance: Instance) -> None:
    """Raise InstanceRefused for the first reason found why this instance has no valid plan."""
    _refuse_names(instance)
    _refuse_history(instance)
    refuse_contradictions(instance)
    for number in range(len(instance.locked), instance.rounds):
        hosts = _hosts_of_round(instance, number)
        pins = _pins_of_round(instance, number)
        held = {**pins, **hosts}
        refuse_round(instance, number, held)
        _refuse_sizes(instance, number, companions(instance, number, held))
    if instance.mode == "carousel":
        _refuse_stations(instance)


def _refuse_names(instance: Instance) -> None:
    _refuse_doubles([person.id for person in instance.participants], "participant", "person")
    _refuse_doubles([table.id for table in instance.tables], "table", "table")
    for index, table in enumerate(instance.tables):
        if table.min > table.cap:
            where = f"tables[{index}]"
            raise InstanceRefused("min_over_cap", where, table=table.id, min=table.min, cap=table.cap)
    for index, person in enumerate(instance.participants):
        if person.until is not None and person.first > person.until:
            raise InstanceRefused(
                "presence_reversed", f"participants[{index}]",
                person=person.id, first=person.first + 1, until=person.until,
            )  # fmt: skip
    refuse_names(instance)
    known = {person.id for person in instance.participants}
    for where, name, number in _people_at_tables(instance):
        if name not in known:
            raise InstanceRefused("unknown_participant", where, person=name)
        if number >= len(instance.tables):
            raise InstanceRefused("unknown_table", where, number=number, tables=len(instance.tables))
    for index, pin in enumerate(instance.pinned):
        if pin.round >= instance.rounds:
            where = f"pinned[{index}]"
            raise InstanceRefused("unknown_round", where, round=pin.round + 1, rounds=instance.rounds)


def _refuse_doubles(names: list[str], kind: str, param: str) -> None:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            raise InstanceRefused(f"duplicate_{kind}", f"{kind}s[{index}]", **{param: name})
        seen.add(name)


def _people_at_tables(instance: Instance) -> Iterator[tuple[str, str, int]]:
    """(place in the instance, person, table number) wherever hosts and pins name them."""
    for index, host in enumerate(instance.hosts):
        yield f"hosts[{index}]", host.id, host.table
    for index, pin in enumerate(instance.pinned):
        yield f"pinned[{index}]", pin.id, pin.table


def _refuse_history(instance: Instance) -> None:
    people = {person.id: person for person in instance.participants}
    locked, rounds = len(instance.locked), instance.rounds
    if locked > rounds:
        raise InstanceRefused("too_many_locked", "locked", locked=locked, rounds=rounds)
    for number, seated in enumerate(instance.locked):
        if len(seated) > len(instance.tables):
            raise InstanceRefused(
                "locked_too_wide", f"locked[{number}]", found=len(seated), tables=len(instance.tables)
            )
        at: dict[str, str] = {}
        for index, (table, group) in enumerate(zip(instance.tables, seated, strict=False)):
            for name in group:
                where = f"locked[{number}][{index}]"
                if name not in people:
                    raise InstanceRefused("unknown_participant", where, person=name)
                if name in at:
                    raise InstanceRefused(
                        "locked_twice", where, round=number + 1, person=name, table=at[name], other=table.id
                    )
                if not instance.present(people[name], number):
                    raise InstanceRefused(
                        "locked_but_absent", where, round=number + 1, person=name, table=table.id
                    )
                at[name] = table.id


def _hosts_of_round(instance: Instance, number: int) -> dict[str, int]:
    """Who hosts which table in this round; refused: two at one table, one at two, one away."""
    people = {person.id: person for person in instance.participants}
    by_table: dict[int, str] = {}
    by_person: dict[str, int] = {}
    for index, host in enumerate(instance.hosts):
        if not instance.hosting(host, number):
            continue
        where, table = f"hosts[{index}]", instance.tables[host.table]
        if host.table in by_table and by_table[host.table] != host.id:
            other = by_table[host.table]
            raise InstanceRefused(
                "two_hosts_at_one_table", where, round=number + 1, person=other, other=host.id, table=table.id
            )
        if by_person.get(host.id, host.table) != host.table:
            other = instance.tables[by_person[host.id]].id
            raise InstanceRefused(
                "host_of_two_tables", where, round=number + 1, person=host.id, table=other, other=table.id
            )
        if not instance.present(people[host.id], number):
            raise InstanceRefused("host_absent", where, round=number + 1, person=host.id, table=table.id)
        if table.cap == 0:
            raise InstanceRefused(
                "host_table_closed", where, round=number + 1, person=host.id, table=table.id
            )
        by_table[host.table] = host.id
        by_person[host.id] = host.table
    return by_person


def _pins_of_round(instance: Instance, number: int) -> dict[str, int]:
    """Who is pinned where in this round. A host's own table counts before a pin."""
    people = {person.id: person for person in instance.participants}
    pinned: dict[str, int] = {}
    for index, pin in enumerate(instance.pinned):
        if pin.round != number:
            continue
        where, table = f"pinned[{index}]", instance.tables[pin.table].id
        if pinned.get(pin.id, pin.table) != pin.table:
            other = instance.tables[pinned[pin.id]].id
            raise InstanceRefused(
                "pinned_twice", where, round=number + 1, person=pin.id, table=other, other=table
            )
        if not instance.present(people[pin.id], number):
            raise InstanceRefused("pinned_while_absent", where, round=number + 1, person=pin.id, table=table)
        pinned[pin.id] = pin.table
    return pinned


def _refuse_sizes(instance: Instance, number: int, fixed: dict[str, int]) -> None:
    """Seats and minimums of one round against the people there, and against those whose table is given."""
    held = [0] * len(instance.tables)
    for number_of_table in fixed.values():
        held[number_of_table] += 1
    people = sum(instance.present(person, number) for person in instance.participants)
    for index, (table, count) in enumerate(zip(instance.tables, held, strict=True)):
        if count > table.cap:
            raise InstanceRefused(
                "too_many_fixed", f"tables[{index}]",
                round=number + 1, people=count, table=table.id, seats=table.cap,
            )  # fmt: skip
    seats = sum(table.cap for table in instance.tables)
    if people > seats:
        raise InstanceRefused("too_few_seats", "tables", round=number + 1, people=people, seats=seats)
    least = sum(table.min for table in instance.tables)
    if people < least:
        raise InstanceRefused("too_few_people", "tables", round=number + 1, people=people, min=least)
    least = sum(max(table.min, count) for table, count in zip(instance.tables, held, strict=True))
    if people < least:
        raise InstanceRefused("too_few_to_move", "tables", round=number + 1, people=people, min=least)


def _refuse_stations(instance: Instance) -> None:
    """Counting arguments for stations: enough of them for each person, enough seats and visits for each.

    Complete where everyone is there in every remaining round and nobody is pinned or hosts for a while only.
    """
    left = range(len(instance.locked), instance.rounds)
    hosting = [
        {h.id: h.table for h in instance.hosts if instance.hosting(h, r)} for r in range(instance.rounds)
    ]
    open_tables = {index for index, table in enumerate(instance.tables) if table.cap > 0}
    hosted = [sum(1 for r in left if index in hosting[r].values()) for index in range(len(instance.tables))]
    have_seen = [0] * len(instance.tables)
    must_visit = [0] * len(instance.tables)
    visits = travellers = 0
    for index, person in enumerate(instance.participants):
        unseen = open_tables - _visited(instance, person.id, hosting)
        rounds = sum(1 for r in left if instance.present(person, r) and person.id not in hosting[r])
        if rounds > len(unseen):
            raise InstanceRefused(
                "too_few_stations", f"participants[{index}]",
                person=person.id, rounds=rounds, stations=len(unseen),
            )  # fmt: skip
        visits += rounds
        for station in unseen if rounds == len(unseen) else ():
            must_visit[station] += 1
        for station in open_tables - unseen if rounds else ():
            have_seen[station] += 1
        travellers += rounds > 0
    can_visit = [travellers - seen for seen in have_seen]
    seats = [table.cap * len(left) - hosted[index] for index, table in enumerate(instance.tables)]
    for index, table in enumerate(instance.tables):
        where = f"tables[{index}]"
        if must_visit[index] > seats[index]:
            raise InstanceRefused(
                "station_too_small", where, table=table.id, people=must_visit[index], seats=seats[index]
            )
        least = table.min * len(left) - hosted[index]
        if least > can_visit[index]:
            raise InstanceRefused(
                "station_minimum_too_high", where, table=table.id, min=least, people=can_visit[index]
            )
    if instance.together:
        _refuse_company(instance, hosting)
    usable = sum(min(s, c) for s, c in zip(seats, can_visit, strict=True))
    if visits > usable:
        raise InstanceRefused("stations_too_small", "tables", seats=usable, people=visits)


def _visited(instance: Instance, name: str, hosting: list[dict[str, int]]) -> set[int]:
    """The tables where this person sat in a round already played, other than as their host.

    A pin to one of them is refused here, and so is being pinned to one station in two rounds.
    """
    visited = {
        index
        for number, seated in enumerate(instance.locked)
        for index, group in enumerate(seated)
        if name in group and hosting[number].get(name) != index
    }
    seen = set(visited)
    for place, pin in enumerate(instance.pinned):
        if pin.id == name and pin.round >= len(instance.locked) and name not in hosting[pin.round]:
            if pin.table in seen:
                raise InstanceRefused(
                    "pinned_to_a_visited_station", f"pinned[{place}]",
                    person=name, table=instance.tables[pin.table].id, round=pin.round + 1,
                )  # fmt: skip
            seen.add(pin.table)
    return visited


def _refuse_company(instance: Instance, hosting: list[dict[str, int]]) -> None:
    """Stations that people would see twice because of those they are to sit with."""
    held = []
    for number in range(len(instance.locked), instance.rounds):
        pins = {pin.id: pin.table for pin in instance.pinned if pin.round == number}
        seats = companions(instance, number, pins | hosting[number])
        held.append({name: table for name, table in seats.items() if hosting[number].get(name) != table})
    for group in parties(instance):
        for name in group:
            refuse_second_visits(instance, name, _visited(instance, name, hosting), held)
