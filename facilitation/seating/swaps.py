"""Swapping two seats of one round, or moving one person to a free seat: tabu search over all the figures.

Whole routes are swapped in ``routes.py``; the state that a step changes is ``tally.py``. Tabu search after
Glover (1989) on the neighbourhood that Dotú and Van Hentenryck (2005) used for social golfers: all swaps,
in all rounds at once, and of these the best that is not forbidden. Measured on sixty people at eight uneven
tables in five rounds, after 1,500 steps: 86 repeats when all rounds are looked at and seats kept for 2–6
steps; 94 when one round is looked at, 90 when seats are kept for 5–30 steps.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.room import Room, Seating
from facilitation.seating.tally import Tally

Prices = NDArray[np.float32]
Indices = NDArray[np.int64]

FORBIDDEN: Final = np.float32(1e9)

AT_ONCE: Final = 40_000
"""Swaps priced in one step: all of them up to sixty people in ten rounds; of a larger room a part."""

JITTER: Final = 0.02
"""Noise on prices, so that equally good swaps take turns."""

KICK: Final = 6
"""Swaps at random in a kick. Measured as above, after 8,000 steps: six 83–85 repeats, none 84–87."""

TENURE: Final = (2, 7)
"""For how many steps someone keeps a new seat: at least the first, less than the second."""


WORST: Final = (10**9, 10**9, 10**9)
"""The rank of no seating."""


class Weights(NamedTuple):
    """What one of each costs in the search; seatings are compared by ``Score.rank`` all the same."""

    repeat: float
    mix: float
    """A sector seat off or a clash; 0: neither counted nor compared, which makes a step twice as quick."""
    moved: float
    visit: float
    """A second visit to a station, or two at one table who are to be apart: allowed on the way, never in a
    result."""
    slack: int
    """By how many people a table may leave the even sizes, where caps and minimums allow it."""


class SwapSearch:
    """Tabu search from a seating; ``seats`` is the best valid one found, never worse than the start, which
    need not be ``valid``: then ``best`` is WORST until there is one."""

    def __init__(
        self, room: Room, seats: Seating, rng: np.random.Generator, weights: Weights, most_moved: int,
        valid: bool = True,
    ) -> None:  # fmt: skip
        self.room, self.rng, self.weights, self.most_moved = room, rng, weights, most_moved
        self.low, self.high = _size_limits(room, seats, weights.slack)
        self.uneven = bool((self.low < self.high).any())
        self.free = room.loose
        self.open = np.flatnonzero(self.free.sum(1) > 1)
        self.at_once = max(1, min(len(self.open), AT_ONCE // max(1, room.people**2)))
        old = room.previous[:, :, None]
        self.replanned = bool((old[room.locked :] >= 0).any())
        self.away = ((old >= 0) & (old != np.arange(room.tables))).astype(np.float32)
        self.noise = rng.random(4 * AT_ONCE, dtype=np.float32) * np.float32(JITTER)
        self.tenures = rng.integers(*TENURE, 997)
        self.stay = np.where(self.free, np.float32(0), FORBIDDEN)
        self.seats = seats.copy()
        self.best = _rank(Tally(room, seats)) if valid else WORST
        self.load(seats)

    def load(self, seats: Seating) -> None:
        """Go on from these seats, with nothing forbidden."""
        self.tally = Tally(self.room, seats)
        beside = self.tally.at @ self.tally.at.swapaxes(1, 2) > 0
        shut = ~(self.free[:, :, None] & self.free[:, None, :])
        self.shut = np.where(beside | shut, FORBIDDEN, np.float32(0))
        self.until = np.zeros((self.room.rounds, self.room.people), dtype=np.int64)
        self.steps = 0
        self.since_best = 0
        self.lowest = self._cost()
        self._keep()

    def kick(self) -> None:
        """Go on from here with a few seats swapped at random, once nothing new has come for long."""
        seats = self.tally.now.copy()
        for _ in range(KICK):
            r = int(self.rng.choice(self.open))
            one, other = self.rng.choice(np.flatnonzero(self.free[r]), 2, replace=False)
            seats[r, one], seats[r, other] = seats[r, other], seats[r, one]
        self.load(seats)

    @property
    def stuck(self) -> bool:
        """Whether nothing new has come for long: seven steps a person."""
        return self.since_best > 7 * self.room.people

    def _cost(self) -> float:
        tally, weights = self.tally, self.weights
        return (
            weights.repeat * tally.repeats
            + weights.mix * tally.mix
            + weights.moved * tally.moved
            + weights.visit * (tally.again + tally.broken)
        )

    def _keep(self) -> None:
        """Remember the present seats if they are valid and the best so far."""
        tally = self.tally
        self.since_best += 1
        cost = self._cost()
        if cost < self.lowest:
            self.lowest, self.since_best = cost, 0
        if tally.again == tally.broken == 0 and _rank(tally) < self.best and tally.moved <= self.most_moved:
            self.best, self.seats, self.since_best = _rank(tally), tally.now.copy(), 0

    def step(self) -> None:
        """The best swap or move, or the best that is not forbidden if none makes a new record."""
        self.steps += 1
        view = View(self)
        swaps = view.swaps()
        moves = view.moves() if self.uneven else None
        swap, move = _cheapest(swaps), _cheapest(moves)
        if min(swap[0], move[0]) >= self.lowest - self._cost() - 0.5 * JITTER:
            held = self.until[view.rounds] > self.steps
            place, who = held.nonzero()
            swaps[place, :, who] = FORBIDDEN
            held = held[:, view.rows]
            swaps[held] = FORBIDDEN
            swap = _cheapest(swaps)
            if moves is not None:
                moves[held] = FORBIDDEN
                move = _cheapest(moves)
        if min(swap[0], move[0]) < FORBIDDEN / 2:
            if swap <= move:
                self._swap(view, *np.unravel_index(swap[1], swaps.shape))
            else:
                assert moves is not None
                self._move(view, *np.unravel_index(move[1], moves.shape))
            self._keep()

    def _swap(self, view: View, place: np.intp, row: np.intp, other: np.intp) -> None:
        r, who = int(view.rounds[place]), int(view.rows[row])
        mix = 0 if view.mix_of_swap is None else round(float(view.mix_of_swap[place, row, other]))
        self.tally.swap(r, who, int(other), mix)
        self._settle(r, who)
        self._settle(r, int(other))

    def _move(self, view: View, place: np.intp, row: np.intp, table: np.intp) -> None:
        r, who = int(view.rounds[place]), int(view.rows[row])
        self.tally.move(r, who, int(table), round(float(view.mix_of_move[place, row, table])))
        self._settle(r, who)

    def _settle(self, r: int, who: int) -> None:
        """Someone has a new seat: no swap with those beside them, and they keep it for a while."""
        self.until[r, who] = self.steps + self.tenures[self.steps % len(self.tenures)]
        shut = self.stay[r] + FORBIDDEN * self.tally.at[r, :, self.tally.now[r, who]]
        self.shut[r, who] = shut
        self.shut[r, :, who] = shut


class View:
    """Rounds and people as one step sees them: what going to each table would change for everyone."""

    def __init__(self, search: SwapSearch) -> None:
        tally, room, weights = search.tally, search.room, search.weights
        self.search, self.mixture = search, tally.mixture
        rounds = search.open
        if search.at_once < len(rounds):
            rounds = search.rng.choice(rounds, search.at_once, replace=False)
        self.rounds, self.at = rounds, tally.at[rounds]
        self.table = tally.now[rounds]
        self.here = np.arange(len(rounds))[:, None], np.arange(room.people), self.table
        self.price_of_pair = tally.met * np.float32(weights.repeat)
        if tally.apart is not None:
            self.price_of_pair += tally.apart * np.float32(weights.visit)
        change: Prices = np.matmul(self.price_of_pair, self.at, dtype=np.float32)
        own = change[self.here]
        own -= np.float32(weights.repeat) * (self.mixture.sizes[rounds[:, None], self.table] - 1)
        if room.carousel:
            change += np.float32(weights.visit) * (tally.visits > 0)
            own += np.float32(weights.visit) * (tally.visits[self.here[1:]] > 1)
        if search.replanned:
            away = search.away[rounds] * np.float32(weights.moved)
            change += away
            own += away[self.here]
        change -= own[:, :, None]
        self.change = change  # rounds × people × tables: from one's own table to this one
        self._mix()
        self.rows = self._rows(own)

    def _mix(self) -> None:
        """rounds × people × tables: the change in sectors and in clashes, if someone takes the seat left."""
        mixture, rounds = self.mixture, self.rounds
        place, _, table = self.here
        self.sectors: Prices | None = None
        self.kin: Prices | None = None
        if not self.search.weights.mix:
            return
        if self.search.room.has_sectors:
            join, leave = mixture.prices(rounds)
            self.sectors = join.swapaxes(1, 2)[:, mixture.sector]
            self.sectors += leave[place, table, mixture.sector][:, :, None]
        if mixture.clashing.any():
            kins = mixture.kins[rounds].astype(np.float32)
            self.kin = kins.swapaxes(1, 2)[:, mixture.kin] + np.float32(1)
            self.kin -= kins[place, table, mixture.kin][:, :, None]
            self.kin *= mixture.clashing[:, None]

    def _rows(self, own: NDArray[np.floating[Any]]) -> Indices:
        """Everyone, or in a large room those with something to gain and then anyone."""
        room, search = self.search.room, self.search
        count = max(1, AT_ONCE // (len(self.rounds) * max(1, room.people)))
        if count >= room.people:
            return np.arange(room.people)
        gain = own - np.minimum(0, self.change.min(2)) + search.rng.random(own.shape, dtype=np.float32)
        for mix in (self.sectors, self.kin):
            if mix is not None:
                gain -= np.float32(search.weights.mix) * np.minimum(0, mix.min(2))
        gain[(search.until[self.rounds] > search.steps) | ~search.free[self.rounds]] = -FORBIDDEN
        return np.argpartition(-gain.max(0), count)[:count]

    def swaps(self) -> Prices:
        """rounds × rows × people: the price of a swap of seats."""
        search, rows = self.search, self.rows
        price = self._both(self.change)
        pair = self.price_of_pair if len(rows) == len(self.price_of_pair) else self.price_of_pair[rows]
        price -= 2 * pair
        self.mix_of_swap: Prices | None = None
        if self.sectors is not None:
            self.mix_of_swap = self._both(self.sectors) * self.mixture.other_sector[rows]
        if self.kin is not None:
            kin = self._both(self.kin) * self.mixture.other_kin[rows]
            self.mix_of_swap = kin if self.mix_of_swap is None else self.mix_of_swap + kin
        if self.mix_of_swap is not None:
            price += np.float32(search.weights.mix) * self.mix_of_swap
        start = int(search.rng.integers(len(search.noise) - price.size))
        price += search.noise[start : start + price.size].reshape(price.shape)
        price += search.shut[self.rounds[:, None], rows]
        return price

    def _both(self, change: Prices) -> Prices:
        """rounds × rows × people: both changes added up, each person going to the table of the other."""
        if len(self.rows) == self.search.room.people:
            one: Prices = change @ self.at.swapaxes(1, 2)
            return one + one.swapaxes(1, 2)
        rows = self.rows
        there: Prices = change[:, rows] @ self.at.swapaxes(1, 2)
        return there + (change @ self.at[:, rows].swapaxes(1, 2)).swapaxes(1, 2)

    def moves(self) -> Prices:
        """rounds × rows × tables: the price of going to a free seat, FORBIDDEN where there is none."""
        search, rows, rounds, mixture = self.search, self.rows, self.rounds, self.mixture
        size = mixture.sizes[rounds]
        place, _, table = self.here
        mix = np.zeros((len(rounds), len(rows), size.shape[1]), dtype=np.float32)
        if self.sectors is not None:
            now = mixture.off(rounds).sum(2, keepdims=True)
            grow = mixture.off(rounds, 1).sum(2, keepdims=True) - now + mixture.prices(rounds, 1)[0]
            shrink = mixture.off(rounds, -1).sum(2, keepdims=True) - now + mixture.prices(rounds, -1)[1]
            mix += grow.swapaxes(1, 2)[:, mixture.sector[rows]]
            mix += shrink[place, table[:, rows], mixture.sector[rows]][:, :, None]
        if self.kin is not None:
            mix += self.kin[:, rows]
        self.mix_of_move = mix
        price: Prices = np.add(self.change[:, rows], np.float32(search.weights.mix) * mix, dtype=np.float32)
        full = np.where(size >= search.high[rounds], FORBIDDEN, np.float32(0))
        bare = (size <= search.low[rounds])[place, table[:, rows]] | ~search.free[rounds[:, None], rows]
        price += full[:, None, :]
        price += np.where(bare, FORBIDDEN, np.float32(0))[:, :, None]
        price[place, np.arange(len(rows)), table[:, rows]] = FORBIDDEN
        return price


def _rank(tally: Tally) -> tuple[int, int, int]:
    """What seatings are compared by, as ``Score.rank``."""
    return tally.repeats, tally.mix, tally.moved


def _cheapest(prices: Prices | None) -> tuple[float, int]:
    if prices is None or not prices.size:
        return 2 * float(FORBIDDEN), 0
    index = int(prices.argmin())
    return float(prices.ravel()[index]), index


def _size_limits(room: Room, seats: Seating, slack: int) -> tuple[Indices, Indices]:
    """Even sizes or those at the start, and ``slack`` more or fewer within caps and minimums."""
    sizes = np.stack([np.bincount(row[row >= 0], minlength=room.tables) for row in seats])
    low, high = np.minimum(room.low, sizes), np.maximum(room.high, sizes)
    low = np.minimum(low, np.maximum(low - slack, room.least))
    return low, np.maximum(high, np.minimum(high + slack, room.cap))
