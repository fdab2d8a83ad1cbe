"""The order of searches: from the opening to the best plan that the time allows.

Where rounds were played and any number of seats may move, routes onward from a fresh design (``onward.py``).
Then repeats alone, whole routes for sectors and colleagues, single seats for everything; and round again
while there is time (``swaps.py`` and ``routes.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from facilitation.seating.onward import onward
from facilitation.seating.room import Room, Seating
from facilitation.seating.routes import RouteSearch
from facilitation.seating.score import score
from facilitation.seating.swaps import SwapSearch, Weights

MEETING: Final = Weights(repeat=1, mix=0, moved=0.05, visit=3, slack=1)
"""While repeats are sought; moved seats cost nothing where any number may move."""

POLISHING: Final = Weights(repeat=10, mix=1, moved=0.45, visit=40, slack=0)
"""While the rest is put right: two seats may move for one seat of a sector or one clash."""

MOVED_PER_CHANGE: Final = 3
"""How many seats of others may move for each person who comes or goes."""


class Improvement:
    """One run of searches. ``seats`` is the best seating so far, ``iterations`` the steps taken."""

    def __init__(
        self, room: Room, seats: Seating, bound: int, seed: int, now: Callable[[], float], until: float
    ) -> None:
        self.room, self.bound, self.now, self.until = room, bound, now, until
        self.seed, self.rng = seed, np.random.default_rng(seed)
        self.seats, self.score = seats, score(room, seats)
        self.iterations = 0
        self.most_moved = max(self.score.moved, _most_moved(room))
        self.least_mix = _least_clashes(room)

    def run(self) -> None:
        """Search until the time is up or nothing is left to gain."""
        if not (self.room.loose.sum(1) > 1).any():
            return  # nobody could swap with anybody
        start = self.now()
        span = self.until - start
        anyhow = self.most_moved >= self.room.rounds * self.room.people
        if self.room.locked and (anyhow or not (self.room.previous >= 0).any()):
            self._onward()
        meeting: SwapSearch | None = None
        while not self._ideal() and self.now() < self.until:
            if self.score.repeats > self.bound:
                if meeting is None:
                    weights = MEETING._replace(moved=0) if anyhow else MEETING
                    meeting = SwapSearch(self.room, self.seats, self.rng, weights, self.most_moved)
                self._swap(meeting, self.now() + 0.6 * span, enough=self.bound)
            self._routes(self.now() + 0.25 * (self.until - self.now()))
            polish = SwapSearch(self.room, self.seats, self.rng, POLISHING, self.most_moved)
            self._swap(polish, self.now() + 0.5 * (self.until - self.now()) + 0.05, enough=-1)

    def _ideal(self) -> bool:
        rank = self.score.rank
        return rank[0] <= self.bound and rank[1] <= self.least_mix and rank[2] == 0

    def _take(self, seats: Seating) -> None:
        found = score(self.room, seats)
        if found.rank < self.score.rank:
            self.seats, self.score = seats.copy(), found

    def _swap(self, search: SwapSearch, until: float, enough: int) -> None:
        """Tabu steps until the time, or until repeats are down to ``enough`` or nothing is left to gain."""
        until = min(until, self.until)
        while self.now() < until and search.best[0] > enough:
            if search.best[:2] <= (self.bound, self.least_mix) and search.best[2] == 0:
                break
            if search.stuck and enough >= 0:
                search.kick()
            search.step()
            self.iterations += 1
        self._take(search.seats)

    def _onward(self) -> None:
        if self.score.repeats > self.bound:
            seats = onward(self.room, self.seed)
            if seats is not None:
                self._take(seats)

    def _routes(self, until: float) -> None:
        search = RouteSearch(self.room, self.seats, self.rng)
        if not len(search.movable):
            return
        start = self.now()
        while (now := self.now()) < until and search.best > self.least_mix:
            search.step((now - start) / (until - start))
            self.iterations += 1
        self._take(search.seats)


def _most_moved(room: Room) -> int:
    """How many seats of others may move: in proportion to who came or went, any number if a host changed."""
    told = (room.previous[room.locked :] >= 0).any(0)
    if not told.any():
        return 0
    if 0 < room.locked < room.rounds and (room.hosting[room.locked - 1] != room.hosting[room.locked]).any():
        return room.rounds * room.people
    there = room.present[room.locked :].any(0)
    return MOVED_PER_CHANGE * int((told != there).sum())


def _least_clashes(room: Room) -> int:
    """The clashes that even the best spread of each institution leaves."""
    total = 0
    for r in range(room.rounds):
        open_tables = room.tables if r < room.locked else int((room.cap > 0).sum())
        for people in np.bincount(room.institution[room.present[r] & (room.institution >= 0)]):
            low, more = divmod(int(people), open_tables)
            total += (open_tables - more) * (low * (low - 1) // 2) + more * (low + 1) * low // 2
    return total


def improve(
    room: Room, seats: Seating, bound: int, seed: int, now: Callable[[], float], until: float
) -> tuple[Seating, int]:
    """A seating at least as good as ``seats``, and the steps of search it took."""
    run = Improvement(room, seats, bound, seed, now, until)
    run.run()
    return run.seats, run.iterations
