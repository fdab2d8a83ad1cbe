"""The running count of a search over seats: who met whom, who was where, and the figures that follow.

``swaps.py`` decides what to change; ``score.py`` defines the figures and counts them from nothing.
"""

from __future__ import annotations

import numpy as np

from facilitation.seating.mixture import Mixture
from facilitation.seating.room import Room, Seating
from facilitation.seating.score import repeats


def shared_tables(room: Room, row: Seating) -> int:
    """How many of those who are to be apart share a table in one round (``row``)."""
    return int((room.apart & (row[:, None] == row) & (row >= 0)).sum()) // 2


class Tally:
    """A seating (``now``) with its figures, kept exact while people change seats.

    ``met`` (people × people) counts meetings, ``at`` (rounds × people × tables) is 1 where someone sits,
    ``visits`` (people × tables) counts rounds as a visitor, ``again`` the second visits to stations,
    ``broken`` the times that two who are to be apart share a table.
    """

    def __init__(self, room: Room, seats: Seating) -> None:
        self.room = room
        self.now = seats.copy()
        self.mixture = Mixture(room, seats)
        self.at = np.zeros((room.rounds, room.people, room.tables), dtype=np.float32)
        for r in range(room.rounds):
            there = np.flatnonzero(seats[r] >= 0)
            self.at[r, there, seats[r, there]] = 1
        flat = self.at.transpose(1, 0, 2).reshape(room.people, -1)
        self.met = flat @ flat.T
        np.fill_diagonal(self.met, 0)
        self.visits = (self.at * ~room.hosting[:, :, None]).sum(0)
        self.repeats, self.mix = repeats(room, seats), self.mixture.cost()
        old, future = room.previous[room.locked :], seats[room.locked :]
        self.moved = int(((future >= 0) & (old >= 0) & (future != old)).sum())
        self.again = int(np.maximum(self.visits - 1, 0).sum()) if room.carousel else 0
        self.apart = room.apart.astype(np.float32) if room.apart.any() else None
        self.broken = sum(shared_tables(room, seats[r]) for r in range(room.locked, room.rounds))

    def swap(self, r: int, who: int, other: int, mix: int) -> None:
        """Two people exchange seats in round r; ``mix`` is what that adds to sectors off plus clashes."""
        a, b = int(self.now[r, who]), int(self.now[r, other])
        self.move(r, who, b, mix)
        self.move(r, other, a, 0)

    def move(self, r: int, who: int, table: int, mix: int) -> None:
        """One person goes to another table in round r; ``mix`` as in ``swap``."""
        old, at, met = int(self.now[r, who]), self.at[r], self.met[who]
        at[who, old] = 0
        joined = at[:, table] - at[:, old]
        if self.apart is not None:
            self.broken += int(self.apart[who] @ joined)
        self.repeats += int(met @ joined) + int(self.mixture.sizes[r, old]) - 1
        met += joined
        self.met[:, who] += joined
        at[who, table] = 1
        self.now[r, who] = table
        if self.room.carousel:
            self.again += int(self.visits[who, table] >= 1) - int(self.visits[who, old] > 1)
            self.visits[who, old] -= 1
            self.visits[who, table] += 1
        told = int(self.room.previous[r, who])
        if told >= 0:
            self.moved += int(table != told) - int(old != told)
        self.mix += mix
        self.mixture.sit(r, who, old, table)
