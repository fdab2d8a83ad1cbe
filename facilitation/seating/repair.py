"""From wished seats to a valid seating: caps, minimums, fixed seats, and in stations mode no second visit.

Each coming round is a matching of people with seats: wished seats are kept where they can be, the others are
placed along augmenting paths (Kuhn 1955), which never empty a seat that a minimum needs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.refusal import InstanceRefused
from facilitation.seating.room import Room, Seating

Row = NDArray[np.int64]

TRIES = 120
"""Orders in which people are placed before giving up on stations; a bound on work, not on time."""


def repaired(room: Room, wished: Seating) -> Seating:
    """A valid seating near ``wished`` (R × N, -1 no wish). The same arguments give the same result.

    Raises InstanceRefused in stations mode, or with people to be seated together, if no order of placing
    people led to one.
    """
    rng = np.random.default_rng(0)
    for attempt in range(TRIES):
        seats = _attempt(room, wished, rng, attempt)
        if seats is not None:
            return seats
    if room.mates.any():
        one, other = (int(who) for who in np.argwhere(room.mates)[0])
        raise unmet(room, room.locked, one, other, "together")
    raise InstanceRefused("no_plan_found", "tables")


def unmet(room: Room, number: int, one: int, other: int, wish: str) -> InstanceRefused:
    """The refusal of a request (``wish``: apart or together) for which no plan was found."""
    return InstanceRefused(
        "requests_not_met", wish,
        round=number + 1, person=room.ids[one], other=room.ids[other], wish=wish,
    )  # fmt: skip


def visits(room: Room, seats: Seating) -> NDArray[np.int64]:
    """N × T: in how many rounds each person is a visitor (not a host) at each table."""
    count = np.zeros((room.people, room.tables), dtype=np.int64)
    for r in range(room.rounds):
        who = np.flatnonzero((seats[r] >= 0) & ~room.hosting[r])
        count[who, seats[r, who]] += 1
    return count


def _attempt(room: Room, wished: Seating, rng: np.random.Generator, attempt: int) -> Seating | None:
    seats = np.full_like(wished, -1)
    seats[: room.locked] = room.fixed[: room.locked]
    reserved = np.zeros((room.people, room.tables), dtype=bool)
    if room.carousel:  # a station someone has seen, or is pinned to later, is closed to them
        visiting = np.where(room.hosting, -1, room.fixed)
        for r in range(room.rounds):
            who = np.flatnonzero(visiting[r] >= 0)
            reserved[who, visiting[r, who]] = True
    for r in range(room.locked, room.rounds):
        row = _round(room, r, _with_parties(room, r, wished[r], reserved, rng), reserved, rng, attempt)
        if row is None:
            return None
        seats[r] = row
        if room.carousel:
            who = np.flatnonzero((row >= 0) & ~room.hosting[r])
            reserved[who, row[who]] = True
    return seats


def _round(
    room: Room, r: int, wished: tuple[Row, Row] | None, reserved: NDArray[np.bool_], rng: np.random.Generator,
    attempt: int,
) -> Row | None:  # fmt: skip
    """One round's tables: first with the even sizes, then as far as caps and minimums allow; every other
    attempt that at once, since stations with hosts may have no even sizes in all rounds."""
    if wished is None:
        return None
    wish, fixed = wished
    people = np.flatnonzero(room.present[r] & (fixed < 0))
    if attempt:  # another order; people with the fewest stations left go first
        people = rng.permutation(people)
        left = (~reserved[people][:, room.cap > 0]).sum(1)
        people = people[np.argsort(left, kind="stable")]
        wish = np.where(rng.random(len(wish)) < attempt / TRIES, -1, wish)
    held = np.bincount(fixed[fixed >= 0], minlength=room.tables)
    for low, high in ((room.low[r], room.high[r]), (room.least, room.cap))[attempt % 2 :]:
        matched = _Matching(
            people, wish, ~reserved, np.maximum(low - held, 0), np.maximum(high - held, 0)
        ).run()
        if matched is not None:
            row = np.where(room.present[r], fixed, -1)
            row[people] = matched
            return row
    return None


def _with_parties(
    room: Room, r: int, wish: Row, reserved: NDArray[np.bool_], rng: np.random.Generator
) -> tuple[Row, Row] | None:
    """The wishes, and the given seats with a table for each party that has none; None where there is no room.

    The largest party chooses first, a table that most of it wishes for, without those it is to be apart from.
    """
    fixed = room.fixed[r].copy()
    open_parties = np.where(room.present[r] & (fixed < 0), room.party, -1)
    numbers, counts = np.unique(open_parties[open_parties >= 0], return_counts=True)
    for number in numbers[np.argsort(-counts, kind="stable")]:
        group = np.flatnonzero(open_parties == number)
        held = np.bincount(fixed[fixed >= 0], minlength=room.tables)
        away = fixed[room.apart[group].any(0) & (fixed >= 0)]
        fits = (held + len(group) <= room.cap) & ~reserved[group].any(0)
        fits[away] = False
        if not fits.any():
            return None
        wishes = np.bincount(wish[group][wish[group] >= 0], minlength=room.tables)
        crowd = np.maximum(held + len(group) - room.high[r], 0)
        price = np.where(fits, crowd - wishes + rng.random(room.tables) * 0.5, np.inf)
        fixed[group] = int(price.argmin())
    return wish, fixed


class _Matching:
    """People to tables with low ≤ size ≤ high, keeping wishes where it can."""

    def __init__(
        self, people: NDArray[np.int64], wish: NDArray[np.int64], allowed: NDArray[np.bool_],
        low: NDArray[np.int64], high: NDArray[np.int64],
    ) -> None:  # fmt: skip
        self.low, self.high = low.tolist(), high.tolist()
        self.wish = wish[people].tolist()
        self.choices = [row.nonzero()[0].tolist() for row in allowed[people]]
        self.at: list[int] = [-1] * len(people)
        self.members: list[list[int]] = [[] for _ in self.low]

    def run(self) -> list[int] | None:
        """The table of each person, or None where the sizes cannot be met."""
        for limit in (self.low, self.high):  # minimums first: augmenting never shrinks a table
            for who, table in enumerate(self.wish):
                wanted = self.at[who] < 0 <= table and table in self.choices[who]
                if wanted and len(self.members[table]) < limit[table]:
                    self._sit(who, table)
            seated = sum(table >= 0 for table in self.at)
            for who in range(len(self.at)):
                if self.at[who] >= 0 or seated == sum(limit):
                    continue
                if self._augment(who, limit):
                    seated += 1
                elif limit is self.high:
                    return None
            if limit is self.high and seated < len(self.at):
                return None
        met = all(len(group) >= low for group, low in zip(self.members, self.low, strict=True))
        return self.at if met else None

    def _sit(self, who: int, table: int) -> None:
        if self.at[who] >= 0:
            self.members[self.at[who]].remove(who)
        self.at[who] = table
        self.members[table].append(who)

    def _augment(self, start: int, limit: list[int]) -> bool:
        """Seat one more person, others moving along the shortest chain; whether that was possible."""
        came: dict[int, int] = {}  # table → the person who would move to it
        queue = [start]
        for who in queue:
            for table in sorted(self.choices[who], key=lambda t: len(self.members[t]) - limit[t]):
                if table in came or table == self.at[who] or limit[table] == 0:
                    continue
                came[table] = who
                if len(self.members[table]) < limit[table]:
                    self._shift(came, table, start)
                    return True
                queue.extend(self.members[table])
        return False

    def _shift(self, came: dict[int, int], table: int, start: int) -> None:
        while True:
            who = came[table]
            old = self.at[who]
            self._sit(who, table)
            if who == start:
                return
            table = old
