"""Moving on: which group gets which table, once it is settled who sits together in each round.

Without a host or a pin a group may sit at any table that is large enough for it: meetings, sectors and
colleagues stay as they are. People come to a World Café to move, and look for a new table in every round.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.room import Room, Seating


def moved_on(room: Room, seats: Seating) -> Seating:
    """The seating with its groups at other tables, so that few people stay where they are from one round to
    the next, and few return to a table; never more than before. What was played stays."""
    seats = seats.copy()
    for r in range(max(1, room.locked), room.rounds):
        fits = _fits(room, seats[r], r)
        before = _returning(room, seats, r)
        table_of = np.arange(room.tables)
        while True:
            now = before[np.arange(room.tables), table_of]
            swapped = before[:, table_of]
            gain = now[:, None] + now[None, :] - swapped - swapped.T
            gain[~(fits[:, table_of] & fits[:, table_of].T)] = 0
            first, second = np.unravel_index(int(gain.argmax()), gain.shape)
            if gain[first, second] <= 0:
                break
            table_of[[first, second]] = table_of[[second, first]]
        there = seats[r] >= 0
        seats[r, there] = table_of[seats[r, there]]
    return seats


def _returning(room: Room, seats: Seating, r: int) -> NDArray[np.int64]:
    """T × T: how often people of a table's group were at a table before; right before counts twice."""
    returning = np.zeros((room.tables, room.tables), dtype=np.int64)
    for earlier in range(r):
        both = (seats[r] >= 0) & (seats[earlier] >= 0)
        np.add.at(returning, (seats[r, both], seats[earlier, both]), 2 if earlier == r - 1 else 1)
    return returning


def _fits(room: Room, seats: NDArray[np.int64], r: int) -> NDArray[np.bool_]:
    """T × T: which tables a table's group may have; with somebody who must sit there only its own."""
    size = np.bincount(seats[seats >= 0], minlength=room.tables)[:, None]
    fits: NDArray[np.bool_] = (size <= room.cap) & (size >= room.least)
    held = np.unique(seats[(seats >= 0) & (room.fixed[r] >= 0)])
    fits[held] = False
    fits[:, held] = False
    fits[held, held] = True
    return fits
