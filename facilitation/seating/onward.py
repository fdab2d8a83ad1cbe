"""The rounds to come after rounds already played, where any number of seats may move: a fresh design for what
is left, its routes given to people so that nobody meets again whom they met before.

Which route goes to whom is found by backtracking: the person with the fewest routes left chooses next, or the
route with one taker left. ``shifts.py`` makes the routes; ``late.py`` seats one person without moving others.
"""

from __future__ import annotations

import random
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.repair import repaired, visits
from facilitation.seating.room import Room, Seating
from facilitation.seating.score import meetings
from facilitation.seating.shifts import moved_tables

PATIENCE: Final = 1_000
"""Choices before starting again in another order; where there was an answer, 200–500 led to it."""

EFFORT: Final = 400_000
"""Choices times people before giving up: a bound on work, not on time; a busy machine finds the same."""


def onward(room: Room, seed: int) -> Seating | None:
    """A valid seating without repeats but those in the past, or None: there is none of this kind, none was
    found within EFFORT, someone is there (or hosts, or is pinned) for a part of the coming rounds only, or
    requests were made."""
    coming = slice(room.locked, room.rounds)
    there, fixed = room.present[coming], room.fixed[coming]
    staying = room.hosting[coming].all(0) & (fixed == fixed[0]).all(0)
    free = np.flatnonzero((there & (fixed < 0)).all(0))
    if (room.apart.any() or room.mates.any() or there.any(0).sum() != staying.sum() + len(free)) or not len(
        free
    ):
        return None
    routes, required = _routes(room, fixed[0][staying], len(free))
    if routes is None:
        return None
    past = meetings(room, room.fixed[: room.locked]) > 0
    open_to = _open_to(room, routes, past, free, np.flatnonzero(staying))
    meeting = (routes[:, :, None] == routes[:, None, :]).sum(0)
    if (meeting - np.diag(meeting.diagonal()) > 1).any():
        return None
    search = _Search(open_to, past[np.ix_(free, free)], meeting > 0, required)
    rng = random.Random(seed)
    for _ in range(max(1, EFFORT // (PATIENCE * room.people))):
        found = search.run(rng)
        if found is not None:
            seats = room.fixed.copy()
            seats[coming, free] = routes[:, found]
            return repaired(room, seats)
        if search.left:
            return None
    return None


def _routes(room: Room, hosted: NDArray[np.int64], people: int) -> tuple[NDArray[np.int64] | None, int]:
    """Coming rounds × routes: the tables of each route, and how many routes (the first) someone has to walk.

    The last row is the only one with more routes than people, so that tables stay as even as can be. None
    where there are so many people that a design repeats meetings within itself.
    """
    rounds, tables = room.rounds - room.locked, room.tables
    row0 = 0 if len(hosted) or room.carousel else tables  # hosts' own, or nobody's
    rows = -(-(people + (tables if not row0 else 0)) // tables)
    if rows > tables or rounds > tables:
        return None, 0
    moved = moved_tables(tables, rows, rounds, not row0).reshape(rounds, -1)
    routes = moved[:, 0 if row0 else tables :]
    return routes, people // tables * tables


def _open_to(
    room: Room, routes: NDArray[np.int64], past: NDArray[np.bool_], free: NDArray[np.int64],
    hosts: NDArray[np.int64],
) -> NDArray[np.bool_]:  # fmt: skip
    """Free people × routes: those that lead to no host they have met and to no station they saw."""
    shut = np.zeros((room.people, room.tables), dtype=bool)
    shut[:, room.cap == 0] = True
    for host in hosts:
        shut[past[:, host], room.fixed[room.locked, host]] = True
    if room.carousel:
        played = np.where(np.arange(room.rounds)[:, None] < room.locked, room.fixed, -1)
        shut |= visits(room, played) > 0
    return np.asarray(~shut[free][:, routes].any(1), dtype=np.bool_)


class _Search:
    """Backtracking over bit sets: bit n of a person's set is route n."""

    def __init__(
        self, open_to: NDArray[np.bool_], past: NDArray[np.bool_], meeting: NDArray[np.bool_], required: int
    ) -> None:
        self.open_to = [_bits(row) for row in open_to]
        self.known = [set(np.flatnonzero(row).tolist()) for row in past]
        self.away = [~_bits(row) for row in meeting]
        self.required = (1 << required) - 1
        self.left = 0
        """Choices left when the last run ended: more than none if everything was tried."""

    def run(self, rng: random.Random) -> list[int] | None:
        """A route for each person, or None."""
        self.rng, self.left = rng, PATIENCE
        found: dict[int, int] = {}
        if not self._choose(dict(enumerate(self.open_to)), self.required, found):
            return None
        return [found[who] for who in range(len(self.open_to))]

    def _choose(self, open_to: dict[int, int], required: int, found: dict[int, int]) -> bool:
        if not open_to:
            return not required
        self.left -= 1
        who, choices = self._next(open_to, required)
        for bit in choices:
            if self.left <= 0:
                return False
            route = bit.bit_length() - 1
            away, known = self.away[route], self.known[who]
            rest = {
                other: routes & (away if other in known else ~bit)
                for other, routes in open_to.items()
                if other != who
            }
            if all(rest.values()) and self._choose(rest, required & ~bit, found):
                found[who] = route
                return True
        return False

    def _next(self, open_to: dict[int, int], required: int) -> tuple[int, list[int]]:
        """Whoever has the fewest routes with all of these, or the one taker of a route; nobody has none."""
        once = twice = 0
        for routes in open_to.values():
            twice |= once & routes
            once |= routes
        if required & ~once or required.bit_count() > len(open_to):
            return next(iter(open_to)), []
        who = min(open_to, key=lambda one: (open_to[one].bit_count(), self.rng.random()))
        single = required & ~twice
        if single and open_to[who].bit_count() > 1:
            bit = single & -single
            return next(one for one, routes in open_to.items() if routes & bit), [bit]
        choices = [1 << n for n in range(open_to[who].bit_length()) if open_to[who] >> n & 1]
        self.rng.shuffle(choices)
        return who, choices


def _bits(row: NDArray[np.bool_]) -> int:
    return sum(1 << int(n) for n in np.flatnonzero(row))
