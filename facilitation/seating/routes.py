"""Swapping two people's whole routes: repeats stay as they are, sectors spread and colleagues part.

A search at constant repeats; single seats are swapped in ``swaps.py``. Only people may swap who are there in
the same rounds and sit nowhere by order (hosts, pins); with rounds already played nobody may.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.mixture import Mixture, Prices
from facilitation.seating.room import Room, Seating

WARM: Final = 0.6
COLD: Final = 0.1
"""First and last temperature of the annealing, in seats."""

UNHAPPY: Final = 0.8
"""Share of steps that start from someone whose leaving would lower the cost."""


class RouteSearch:
    """Annealing over who walks which route; ``seats`` is the best found, never worse than at the start."""

    def __init__(self, room: Room, seats: Seating, rng: np.random.Generator) -> None:
        self.room, self.rng = room, rng
        self.now, self.seats = seats.copy(), seats.copy()
        self.mixture = Mixture(room, seats)
        self.group_of, self.groups = _interchangeable(room)
        self.movable = np.flatnonzero(self.group_of >= 0)
        self.cost = self.best = self.mixture.cost()
        self._noise = rng.gumbel(size=1 << 16).astype(np.float32)
        self._each = np.arange(room.rounds)[:, None]
        self._price()

    def step(self, progress: float) -> None:
        """One person swaps routes with another (or keeps theirs); ``progress`` 0 … 1 cools the choice."""
        who = self._someone()
        partners = self.groups[self.group_of[who]]
        price = self._swap_prices(who, partners)
        start = int(self.rng.integers(len(self._noise) - len(partners)))
        temperature = WARM * (COLD / WARM) ** progress
        chosen = int((price - temperature * self._noise[start : start + len(partners)]).argmin())
        if partners[chosen] == who:
            return
        self._swap(who, int(partners[chosen]))
        self.cost += round(float(price[chosen]))
        if self.cost < self.best:
            self.best, self.seats = self.cost, self.now.copy()

    def _someone(self) -> int:
        pool = self.unhappy if len(self.unhappy) and self.rng.random() < UNHAPPY else self.movable
        return int(pool[int(self.rng.integers(len(pool)))])

    def _price(self) -> None:
        """Prices of joining and leaving each table in each round, at the present seats."""
        mixture, each = self.mixture, self._each
        self._join, leave = mixture.prices(np.arange(self.room.rounds))
        self._leave_sector = leave[each, self.now, mixture.sector]
        self._leave_kin = (1 - mixture.kins[each, self.now, mixture.kin]) * mixture.clashing
        total = ((self._leave_sector + self._leave_kin) * (self.now >= 0)).sum(0)
        self.unhappy = np.flatnonzero((total < 0) & (self.group_of >= 0))

    def _swap_prices(self, who: int, partners: NDArray[np.int64]) -> Prices:
        """The change in cost of swapping routes with each partner."""
        mixture, each = self.mixture, self._each
        mine, theirs = self.now[:, who, None], self.now[:, partners]
        sector = self._leave_sector[:, partners] + self._leave_sector[:, who, None]
        sector += self._join[each, theirs, mixture.sector[who]]
        sector += self._join[each, mine, mixture.sector[partners]]
        kin = self._leave_kin[:, partners] + self._leave_kin[:, who, None]
        kin += mixture.kins[each, theirs, mixture.kin[who]] * mixture.clashing[who]
        kin += mixture.kins[each, mine, mixture.kin[partners]] * mixture.clashing[partners]
        price = sector * mixture.other_sector[who, partners] + kin * mixture.other_kin[who, partners]
        total: Prices = (price * (theirs != mine)).sum(0)
        return total

    def _swap(self, who: int, other: int) -> None:
        mine, theirs = self.now[:, who].copy(), self.now[:, other].copy()
        rounds = np.flatnonzero(mine != theirs)
        self.mixture.move(rounds, who, mine[rounds], theirs[rounds])
        self.mixture.move(rounds, other, theirs[rounds], mine[rounds])
        self.now[:, who], self.now[:, other] = theirs, mine
        self._price()


def _interchangeable(room: Room) -> tuple[NDArray[np.int64], list[NDArray[np.int64]]]:
    """For each person the number of their group (-1: stays), and the groups: same rounds, no fixed seat."""
    group_of = np.full(room.people, -1, dtype=np.int64)
    groups: dict[bytes, list[int]] = {}
    if room.locked == 0:
        for who in np.flatnonzero((room.fixed < 0).all(0) & (room.party < 0) & ~room.apart.any(0)):
            groups.setdefault(room.present[:, who].tobytes(), []).append(int(who))
    found = [np.array(group) for group in groups.values() if len(group) > 1]
    for number, group in enumerate(found):
        group_of[group] = number
    return group_of, found
