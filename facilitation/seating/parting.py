"""Parting those who are to sit apart, in a seating that is valid but for them.

``repair.py`` keeps the other hard rules and knows nothing of these; ``swaps.py`` never joins what is parted.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from facilitation.seating.improve import MEETING
from facilitation.seating.repair import unmet
from facilitation.seating.room import Room, Seating
from facilitation.seating.swaps import WORST, SwapSearch
from facilitation.seating.tally import shared_tables

STEPS: Final = 1_000
"""Swaps tried before giving up: a bound on work, not on time, so that the result is always the same."""


def parted(room: Room, seats: Seating) -> Seating:
    """A valid seating near ``seats``, in which nobody shares a table with someone they are to be apart from.

    Raises InstanceRefused with two of the people and their round if none was found.
    """
    if not any(shared_tables(room, row) for row in seats[room.locked :]):
        return seats
    search = SwapSearch(room, seats, np.random.default_rng(0), MEETING, most_moved=10**9, valid=False)
    for _ in range(STEPS if len(search.open) else 0):
        if search.stuck:
            search.kick()
        search.step()
        if search.best != WORST:
            return search.seats
    raise _refusal(room, search.tally.now)


def _refusal(room: Room, seats: Seating) -> Exception:
    number = max(range(room.locked, room.rounds), key=lambda r: shared_tables(room, seats[r]))
    row = seats[number]
    together = room.apart & (row[:, None] == row) & (row >= 0)
    one, other = np.argwhere(together if together.any() else room.apart)[0]
    return unmet(room, number, int(one), int(other), "apart")
