"""Prices of joining and leaving a table for the mix of sectors and institutions, looked up, not counted.

Both searches (``routes.py``, ``swaps.py``) ask it; what the figures mean is defined in ``score.py``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.room import Room, Seating
from facilitation.seating.score import Counts, mix, shares

Prices = NDArray[np.float32]


class Mixture:
    """Who sits with whom by sector and institution in every round, kept up to date while people move.

    ``sectors`` and ``kins`` are rounds × tables × labels counts, ``sizes`` rounds × tables. People of no
    institution share a label whose ``clashing`` is 0; the others have 1.
    """

    def __init__(self, room: Room, seats: Seating) -> None:
        self.room = room
        self.sector = room.sector
        nobody = int(room.institution.max(initial=-1)) + 1
        self.kin = np.where(room.institution < 0, nobody, room.institution)
        self.clashing = (self.kin != nobody).astype(np.int64)
        self._label_clashing = (np.arange(int(self.kin.max(initial=0)) + 1) != nobody).astype(np.int64)
        self.other_sector = self.sector[:, None] != self.sector
        self.other_kin = self.kin[:, None] != self.kin
        self._limit = int(max(room.high.max(), room.cap.max())) + 3
        self._labels = np.arange(int(self.sector.max(initial=0)) + 1)
        off = np.stack([self._off_table(r) for r in range(room.rounds)]).astype(np.float32)
        more, fewer = np.roll(off, -1, axis=3), np.roll(off, 1, axis=3)
        self._off, self._join, self._leave = off.ravel(), (more - off).ravel(), (fewer - off).ravel()
        self.load(seats)

    def _off_table(self, r: int) -> Counts:
        """size × sector × count → seats off, for one round's sector totals."""
        totals = np.bincount(self.sector[self.room.present[r]], minlength=len(self._labels))
        numbers = np.arange(self._limit)
        by_count = [shares(np.full((self._limit, len(totals)), n), totals, numbers) for n in numbers]
        return np.stack(by_count, axis=2)

    def load(self, seats: Seating) -> None:
        """Count anew for these seats."""
        rounds, tables = range(self.room.rounds), self.room.tables
        self.sectors = np.stack([mix(self.sector, len(self._labels), seats[r], tables) for r in rounds])
        self.kins = np.stack([mix(self.kin, len(self._label_clashing), seats[r], tables) for r in rounds])
        self.sizes = self.sectors.sum(2)

    def move(self, rounds: NDArray[np.int64], who: int, old: Counts, new: Counts) -> None:
        """One person goes from table ``old[n]`` to ``new[n]`` in round ``rounds[n]``."""
        for counts, label in ((self.sectors, self.sector[who]), (self.kins, self.kin[who])):
            counts[rounds, old, label] -= 1
            counts[rounds, new, label] += 1
        self.sizes[rounds, old] -= 1
        self.sizes[rounds, new] += 1

    def sit(self, r: int, who: int, old: int, new: int) -> None:
        """One person goes from one table to another in round r."""
        sector, kin = self.sector[who], self.kin[who]
        self.sectors[r, old, sector] -= 1
        self.sectors[r, new, sector] += 1
        self.kins[r, old, kin] -= 1
        self.kins[r, new, kin] += 1
        self.sizes[r, old] -= 1
        self.sizes[r, new] += 1

    def _places(self, rounds: NDArray[np.int64], grown: int) -> NDArray[np.int64]:
        """Where rounds × tables × sectors stand in the price tables, were each table ``grown`` larger."""
        base = rounds[:, None] * self._limit + self.sizes[rounds] + grown
        base = base[:, :, None] * len(self._labels) + self._labels
        base *= self._limit
        base += self.sectors[rounds]
        places: NDArray[np.int64] = base
        return places

    def off(self, rounds: NDArray[np.int64], grown: int = 0) -> Prices:
        """Seats off by rounds × tables × sectors, were each table ``grown`` (-1, 0, 1) larger."""
        return self._off[self._places(rounds, grown)]

    def prices(self, rounds: NDArray[np.int64], grown: int = 0) -> tuple[Prices, Prices]:
        """By rounds × tables × sectors: what one more and one fewer of a sector add to the seats off.

        The one who leaves or joins is balanced by another, so that sizes stay as they are (or ``grown``).
        """
        places = self._places(rounds, grown)
        return self._join[places], self._leave[places]

    def cost(self) -> int:
        """Seats off plus clashes, over all rounds."""
        clashes = (self.kins * (self.kins - 1)).sum((0, 1)) @ self._label_clashing
        return int(self.off(np.arange(self.room.rounds)).sum()) + int(clashes) // 2
