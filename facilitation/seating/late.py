"""Where one late arrival sits in every remaining round, moving nobody.

The whole plan is made anew in ``planner.py``; this answers at once, at the door.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from facilitation.seating.instance import Instance, Participant
from facilitation.seating.refusal import InstanceRefused
from facilitation.seating.requests import parties

BEAM: Final = 24
"""Partial routes kept from round to round."""


class LateSeats(msgspec.Struct, frozen=True):
    """Round number (0-based) → table id; and the rounds in which something had to give."""

    table_by_round: dict[int, str]
    overfull_rounds: tuple[int, ...]
    """Rounds in which the table takes more people than it has seats."""
    second_visit_rounds: tuple[int, ...]
    """Stations mode: rounds at a station this person has seen, since no other is open."""


class _Round(NamedTuple):
    """One round as the late arrival finds it: who sits where, which tables to choose from."""

    groups: list[list[str]]
    choices: list[int]
    hosted: list[int]
    """The table this person hosts, if any."""
    news: bool
    """Whether a seat is to be found, rather than kept."""


class _Route(NamedTuple):
    """A choice of tables up to some round, and what it costs, most important first."""

    cost: tuple[int, int, int, int, int]
    tables: tuple[int, ...]
    visited: frozenset[int]
    met: tuple[str, ...]
    overfull: tuple[int, ...] = ()
    again: tuple[int, ...] = ()


def seat_late(instance: Instance, participant_id: str) -> LateSeats:
    """Seats for a person from their first round on, wherever the plan has none for them yet.

    The rounds come from ``locked`` and then ``previous_plan``; the others keep their seats. In this order: no
    station twice, no table over its seats, requests kept, few repeated meetings, small tables with few
    colleagues. The smallest table is overfilled rather than leaving someone without a seat. Raises
    InstanceRefused for an unknown person.
    """
    person = next((p for p in instance.participants if p.id == participant_id), None)
    if person is None:
        raise InstanceRefused("unknown_participant", "participants", person=participant_id)
    kin = {p.id for p in instance.participants if p.institution and p.institution == person.institution}
    rounds = [_round(instance, person, number) for number in range(instance.rounds)]
    beam = [_Route((0, 0, 0, 0, 0), (), frozenset(), ())]
    company = _company(instance, participant_id)
    for number, found in enumerate(rounds):
        longer = [
            _extended(instance, route, number, found, table, kin, company)
            for route in beam
            for table in found.choices
        ]
        beam = sorted(longer, key=lambda route: (route.cost, route.tables))[:BEAM]
    best = beam[0]
    return LateSeats(
        {r: instance.tables[best.tables[r]].id for r, found in enumerate(rounds) if found.news},
        best.overfull,
        best.again,
    )


def _round(instance: Instance, person: Participant, number: int) -> _Round:
    plan = instance.locked if number < len(instance.locked) else instance.previous_plan or []
    groups = [list(group) for group in plan[number]] if number < len(plan) else []
    groups += [[] for _ in range(len(instance.tables) - len(groups))]
    if number >= len(instance.locked):
        present = {p.id for p in instance.participants if instance.present(p, number)}
        groups = [[name for name in group if name in present] for group in groups]
    hosted = [h.table for h in instance.hosts if h.id == person.id and instance.hosting(h, number)]
    seated = [table for table, group in enumerate(groups) if person.id in group]
    if seated or not instance.present(person, number):
        return _Round(groups, seated or [-1], hosted, news=False)
    return _Round(groups, hosted or _open(instance), hosted, news=True)


def _company(instance: Instance, name: str) -> tuple[set[str], set[str]]:
    """Whom this person is to sit with, and whom apart from."""
    friends = {other for group in parties(instance) if name in group for other in group} - {name}
    foes = {other for pair in instance.apart if name in pair for other in pair} - {name}
    return friends, foes


def _open(instance: Instance) -> list[int]:
    return [index for index, table in enumerate(instance.tables) if table.cap > 0] or [0]


def _extended(
    instance: Instance,
    route: _Route,
    number: int,
    found: _Round,
    table: int,
    kin: set[str],
    company: tuple[set[str], set[str]],
) -> _Route:
    """The route with one more round at ``table`` (-1: absent)."""
    if table < 0:
        return route._replace(tables=(*route.tables, -1))
    others = found.groups[table]
    hosting = table in found.hosted
    again = found.news and instance.mode == "carousel" and not hosting and table in route.visited
    over = max(0, len(others) + 1 - instance.tables[table].cap) if found.news else 0
    repeats = sum(route.met.count(name) for name in others)
    friends, foes = company
    against = 0
    if found.news and (friends or foes):  # few have any, and looking for them takes as long as all the rest
        elsewhere = {name for at, group in enumerate(found.groups) if at != table for name in group}
        against = len(foes & set(others)) + len(friends & elsewhere)
    comfort = (len(others) + sum(name in kin for name in others)) if found.news else 0
    cost = route.cost
    return _Route(
        (cost[0] + again, cost[1] + over, cost[2] + against, cost[3] + repeats, cost[4] + comfort),
        (*route.tables, table),
        route.visited if hosting else route.visited | {table},
        (*route.met, *others),
        (*route.overfull, number) if over else route.overfull,
        (*route.again, number) if again else route.again,
    )
