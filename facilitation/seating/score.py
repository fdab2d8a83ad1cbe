"""What a seating costs: repeats, sector seats off, clashes, moved seats. Lower is better, in that order.

The bound to compare repeats with is in ``bound.py``; the sentences a moderator reads are in ``report.py``.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.room import Room, Seating

Counts = NDArray[np.int64]


class Score(NamedTuple):
    """The four figures of a seating."""

    repeats: int
    """Sum over pairs of people of C(meetings, 2): 0 when nobody meets anyone twice."""
    sector_off: int
    """Seats by which sectors miss an even spread (each table's fair share, rounded down or up)."""
    clashes: int
    """Pairs of people of one institution at one table, summed over rounds."""
    moved: int
    """Seats in coming rounds that differ from the previous plan."""

    @property
    def rank(self) -> tuple[int, int, int]:
        """What is compared between seatings: repeats, then sectors with clashes, then moved seats."""
        return self.repeats, self.sector_off + self.clashes, self.moved


def pairs(counts: Counts) -> int:
    """How many pairs there are within cells of these counts."""
    return int((counts * (counts - 1)).sum()) // 2


def repeats(room: Room, seats: Seating) -> int:
    """Repeated meetings, counted as pairs who share a table in two rounds, over all pairs of rounds; without
    those who sit together by request."""
    total = 0
    for r in range(room.rounds):
        for s in range(r):
            both = (seats[r] >= 0) & (seats[s] >= 0)
            total += pairs(np.bincount(seats[r][both] * room.tables + seats[s][both]))
    return total - _among_mates(room, seats)


def _among_mates(room: Room, seats: Seating) -> int:
    """Repeated meetings of those who sit together by request."""
    if not room.mates.any():
        return 0
    return pairs(all_meetings(room, seats)[np.triu(room.mates)])


def meetings(room: Room, seats: Seating) -> Counts:
    """N × N: in how many rounds each two people share a table, as often as it counts: zero for a person with
    themselves, and for those who sit together by request."""
    met = all_meetings(room, seats)
    met[room.mates] = 0
    return met


def all_meetings(room: Room, seats: Seating) -> Counts:
    """N × N: in how many rounds each two people share a table; zero for a person with themselves."""
    met = np.zeros((room.people, room.people), dtype=np.int64)
    for row in seats:
        met += (row[:, None] == row) & (row >= 0)
    np.fill_diagonal(met, 0)
    return met


def mix(labels: NDArray[np.int64], width: int, row: NDArray[np.int64], tables: int) -> Counts:
    """Table × label (< ``width``): how many of each label sit at each table in one round (``row``)."""
    there = (row >= 0) & (labels >= 0)
    flat = np.bincount(row[there] * width + labels[there], minlength=tables * width)
    return flat.reshape(tables, width)


def shares(counts: Counts, totals: Counts, sizes: Counts) -> Counts:
    """How far each table × sector count lies outside its fair share, rounded down to rounded up."""
    product, people = totals[None, :] * sizes[:, None], max(1, int(totals.sum()))
    low, high = product // people, -(-product // people)
    off: Counts = np.maximum(0, np.maximum(low - counts, counts - high))
    return off


def score(room: Room, seats: Seating) -> Score:
    """All four figures of a complete seating."""
    off = clashes = 0
    sectors, institutions = int(room.sector.max(initial=0)) + 1, int(room.institution.max(initial=-1)) + 1
    for r in range(room.rounds):
        if sectors > 1:
            counts = mix(room.sector, sectors, seats[r], room.tables)
            off += int(shares(counts, counts.sum(0), counts.sum(1)).sum())
        if institutions:
            clashes += pairs(mix(room.institution, institutions, seats[r], room.tables))
    future, old = seats[room.locked :], room.previous[room.locked :]
    moved = int(((future >= 0) & (old >= 0) & (future != old)).sum())
    return Score(repeats(room, seats), off, clashes, moved)
