"""Who asked to sit together or apart: the groups that follow, and why some requests cannot be kept.

``feasibility.py`` has them checked here; ``room.py`` is their numpy form, ``repair.py`` seats groups whole,
and ``parting.py`` parts those who are to be apart.
"""

from __future__ import annotations

from facilitation.seating.instance import Instance
from facilitation.seating.refusal import InstanceRefused


def parties(instance: Instance) -> list[list[str]]:
    """Those who sit together, by group and in the order of the participants; nobody is in two groups."""
    leader = {person.id: person.id for person in instance.participants}

    def first(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    for one, other in instance.together:
        leader[first(one)] = first(other)
    groups: dict[str, list[str]] = {}
    for name in leader:
        groups.setdefault(first(name), []).append(name)
    return [group for group in groups.values() if len(group) > 1]


def companions(instance: Instance, number: int, held: dict[str, int]) -> dict[str, int]:
    """``held`` (person → table in round ``number``) and whoever has to sit with one of those."""
    people = {person.id: person for person in instance.participants}
    seats = dict(held)
    for group in parties(instance) if instance.together else ():
        there = [name for name in group if instance.present(people[name], number)]
        given = [name for name in there if name in held]
        for name in there if given else ():
            seats.setdefault(name, held[given[0]])
    return seats


def refuse_names(instance: Instance) -> None:
    """Raise InstanceRefused for a request that names nobody known, or one person twice."""
    known = {person.id for person in instance.participants}
    for kind, pairs in (("apart", instance.apart), ("together", instance.together)):
        for index, (one, other) in enumerate(pairs):
            where = f"{kind}[{index}]"
            for name in (one, other):
                if name not in known:
                    raise InstanceRefused("unknown_participant", where, person=name)
            if one == other:
                raise InstanceRefused("request_of_one", where, person=one)


def refuse_contradictions(instance: Instance) -> None:
    """Raise InstanceRefused where two are to sit apart who, through others perhaps, are to sit together."""
    group_of = {name: index for index, group in enumerate(parties(instance)) for name in group}
    for index, (one, other) in enumerate(instance.apart):
        if one in group_of and group_of[one] == group_of.get(other):
            raise InstanceRefused("apart_and_together", f"apart[{index}]", person=one, other=other)


def refuse_round(instance: Instance, number: int, held: dict[str, int]) -> None:
    """Raise InstanceRefused for requests against each other's given seats, or for a group without a table."""
    people = {person.id: person for person in instance.participants}
    most = max(table.cap for table in instance.tables)
    for group in parties(instance):
        there = [name for name in group if instance.present(people[name], number)]
        given = [name for name in there if name in held]
        for name in given:
            if held[name] != held[given[0]]:
                raise InstanceRefused(
                    "together_at_two_tables", "together", round=number + 1, person=given[0], other=name,
                    table=instance.tables[held[given[0]]].id, second=instance.tables[held[name]].id,
                )  # fmt: skip
        if len(there) > most:
            raise InstanceRefused(
                "together_too_many", "together",
                round=number + 1, people=", ".join(there), count=len(there), seats=most,
            )  # fmt: skip
    seats = companions(instance, number, held)
    for index, (one, other) in enumerate(instance.apart):
        if one in seats and seats[one] == seats.get(other):
            table = instance.tables[seats[one]].id
            raise InstanceRefused(
                "apart_at_one_table",
                f"apart[{index}]",
                round=number + 1,
                person=one,
                other=other,
                table=table,
            )


def refuse_second_visits(
    instance: Instance, name: str, visited: set[int], held: list[dict[str, int]]
) -> None:
    """Raise InstanceRefused where company leads someone to a station in ``visited``, or twice to one.

    ``held``: for each coming round, the given seats with companions, but for those of hosts at their tables.
    """
    seen = set(visited)
    for number, seats in enumerate(held, start=len(instance.locked)):
        if name not in seats:
            continue
        if seats[name] in seen:
            raise InstanceRefused(
                "together_at_a_visited_station", "together",
                round=number + 1, person=name, table=instance.tables[seats[name]].id,
            )  # fmt: skip
        seen.add(seats[name])
