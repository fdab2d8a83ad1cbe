"""The opening: a valid seating at once, from a design, before any search.

People are sorted by sector and institution into rows of T, so that each table takes one of each row: sectors
are spread and colleagues apart by construction. Empty places in the rows are routes that nobody walks; a
person who comes when another has left takes the other's route. The design is in ``shifts.py``; what does not
fit caps, minimums, hosts, pins or history is put right in ``repair.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.known import DIGITS, PLANS
from facilitation.seating.parting import parted
from facilitation.seating.repair import repaired
from facilitation.seating.room import Room, Seating
from facilitation.seating.score import repeats
from facilitation.seating.shifts import moved_tables


def opening(room: Room) -> Seating:
    """The best valid seating that a design gives; raises what ``repair.py`` raises where there is none."""
    best: Seating | None = None
    for routes in _designs(room):
        seats = parted(room, repaired(room, np.where(room.previous >= 0, room.previous, routes)))
        if best is None or repeats(room, seats) < repeats(room, best):
            best = seats
    assert best is not None  # there is always the design of shifted rows
    return best


def _designs(room: Room) -> Iterator[Seating]:
    """R × N: everyone's route in each design that fits, ignoring caps and who is present."""
    apart = bool(room.hosting.any()) or room.carousel
    place, rows = _places(room, apart)
    routes = moved_tables(room.tables, rows, room.rounds, apart).reshape(room.rounds, -1)[:, place]
    yield routes
    if apart or rows > room.tables:
        return
    if room.rounds > room.tables:  # one more round in which the rows themselves sit together
        routes = routes.copy()
        routes[room.tables] = place // rows
        yield routes
    words = PLANS.get((room.tables, rows), ())
    if len(words) >= room.rounds:
        yield np.array([[DIGITS.index(digit) for digit in word] for word in words[: room.rounds]])[:, place]


def _places(room: Room, apart: bool) -> tuple[NDArray[np.int64], int]:
    """For each person a place row * T + column, and the number of rows; ``apart``: row 0 is the hosts'."""
    place = np.full(room.people, -1, dtype=np.int64)
    free: list[tuple[int, int]] = []  # (first round in which the place is free again, place)
    filled = room.tables if apart else 0
    if apart:
        for r in range(room.locked, room.rounds):
            for host in np.flatnonzero(room.hosting[r] & (place < 0)):
                place[host] = room.fixed[r, host]
    order = sorted(range(room.people), key=lambda who: (_first(room, who) > room.locked, *_kind(room, who)))
    for who in order:
        if place[who] >= 0:
            continue
        first, last = _first(room, who), _last(room, who)
        reuse = next((entry for entry in free if entry[0] <= first), None)
        if reuse:
            free.remove(reuse)
            place[who] = reuse[1]
        else:
            place[who] = filled
            filled += 1
        if last < room.rounds - 1:
            free.append((last + 1, int(place[who])))
    return place, -(-filled // room.tables)


def _kind(room: Room, who: int) -> tuple[int, int, int]:
    return int(room.sector[who]), int(room.institution[who]), who


def _first(room: Room, who: int) -> int:
    """The first coming round in which this person is there (as if from the start for those already there)."""
    there = np.flatnonzero(room.present[room.locked :, who])
    return room.locked + int(there[0]) if len(there) else room.rounds


def _last(room: Room, who: int) -> int:
    there = np.flatnonzero(room.present[:, who])
    return int(there[-1]) if len(there) else -1
