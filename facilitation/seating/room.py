"""The instance as numpy arrays: what every computation here works on.

People, tables and rounds are numbers from here on (their place in the instance). A *seating* is an int array
(rounds × people): the table of each person in each round, -1 where absent.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.instance import Instance, Plan
from facilitation.seating.requests import companions, parties

Seating = NDArray[np.int64]


@dataclass(frozen=True)
class Room:
    """An instance, counted. Arrays are read-only by convention; R rounds, N people, T tables."""

    rounds: int
    people: int
    tables: int
    carousel: bool
    locked: int
    """Rounds already played: 0 ≤ r < locked never change."""
    ids: tuple[str, ...]
    present: NDArray[np.bool_]
    """R × N; in a locked round, who sat somewhere."""
    hosting: NDArray[np.bool_]
    """R × N: who is at their own table in that round."""
    fixed: Seating
    """R × N: where someone must sit (locked, host, pinned), else -1."""
    cap: NDArray[np.int64]
    least: NDArray[np.int64]
    sizes: NDArray[np.int64]
    """R × T: the evenest table sizes under caps and minimums; in locked rounds the sizes there were."""
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    """R × T: the sizes low ≤ size ≤ high are as even as ``sizes``, where tables of either size may change
    roles, or within a chair of that and as people were told."""
    sector: NDArray[np.int64]
    """N: sector number; those without one share a number, as they are people too. All zero: no sectors."""
    institution: NDArray[np.int64]
    """N: institution number, -1 for none."""
    previous: Seating
    """R × N: where people were told to sit, -1 unknown; all -1 without a previous plan."""
    apart: NDArray[np.bool_]
    """N × N: who must not share a table in a coming round."""
    party: NDArray[np.int64]
    """N: the number of those who sit together, the same for each of them, -1 for everyone else."""
    requests: int
    """How many pairs were asked to sit apart or together."""

    @cached_property
    def mates(self) -> NDArray[np.bool_]:
        """N × N: pairs who sit together by request, whose meetings are no repeats."""
        same = np.equal.outer(self.party, self.party) & (self.party >= 0)
        np.fill_diagonal(same, False)
        pairs: NDArray[np.bool_] = same
        return pairs

    @cached_property
    def loose(self) -> NDArray[np.bool_]:
        """R × N: who may change seats in that round without taking anyone along."""
        loose: NDArray[np.bool_] = self.present & (self.fixed < 0) & (self.party < 0)
        return loose

    @property
    def has_sectors(self) -> bool:
        """Whether any two people differ in sector."""
        return bool(self.people and self.sector.max() > 0)


def even_sizes(people: int, caps: list[int], mins: list[int]) -> list[int]:
    """The evenest sizes with min ≤ size ≤ cap that seat ``people`` (Σ min ≤ people ≤ Σ cap)."""
    sizes = list(mins)
    heap = [(size, index) for index, size in enumerate(sizes) if size < caps[index]]
    heapq.heapify(heap)
    for _ in range(people - sum(sizes)):
        size, index = heapq.heappop(heap)
        sizes[index] = size + 1
        if size + 1 < caps[index]:
            heapq.heappush(heap, (size + 1, index))
    return sizes


def _as_even(
    sizes: NDArray[np.int64], caps: NDArray[np.int64], least: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The bounds within which even sizes may be dealt out differently among tables."""
    grown = sizes[sizes > least]
    level = int(grown.max()) if len(grown) else -1
    taller = (sizes == level) & (least < level)
    shorter = (sizes == level - 1) & (caps >= level)
    if not (taller.any() and shorter.any()):
        return sizes, sizes
    return sizes - taller, sizes + shorter


def _as_told(
    told: NDArray[np.int64],
    low: NDArray[np.int64],
    high: NDArray[np.int64],
    caps: NDArray[np.int64],
    least: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The bounds, wider by a chair where people were told to sit like that: nobody moves only so that tables
    are as even as they might be. A table that is new or was emptied gets its people all the same."""
    fewest = np.maximum(np.minimum(low, np.maximum(told, low - 1)), least)
    most = np.minimum(np.maximum(high, np.minimum(told, high + 1)), caps)
    return np.minimum(fewest, low), np.maximum(most, high)


def build_room(instance: Instance) -> Room:
    """The numpy form of an instance that ``refuse_nonsense`` has let through."""
    rounds, people, tables = instance.rounds, len(instance.participants), len(instance.tables)
    number_of = {person.id: number for number, person in enumerate(instance.participants)}
    locked = len(instance.locked)
    seats = seating_of(instance.locked, number_of, rounds)
    present = seats >= 0
    hosting = np.zeros((rounds, people), dtype=bool)
    fixed = seats.copy()
    for r in range(locked, rounds):
        present[r] = [instance.present(person, r) for person in instance.participants]
        for name, table in companions(instance, r, held_seats(instance, r)).items():
            fixed[r, number_of[name]] = table
    for host in instance.hosts:
        who = number_of[host.id]
        for r in range(rounds):
            if instance.hosting(host, r):
                hosting[r, who] = fixed[r, who] == host.table
    caps, mins = [table.cap for table in instance.tables], [table.min for table in instance.tables]
    previous = seating_of(instance.previous_plan or [], number_of, rounds, tables)
    sizes = np.zeros((rounds, tables), dtype=np.int64)
    low, high = sizes.copy(), sizes.copy()
    for r in range(rounds):
        if r < locked:
            sizes[r] = low[r] = high[r] = np.bincount(seats[r][seats[r] >= 0], minlength=tables)
        else:
            least = _least_around_fixed(present[r], fixed[r], mins)
            sizes[r] = even_sizes(int(present[r].sum()), caps, least)
            low[r], high[r] = _as_even(sizes[r], np.array(caps), np.array(least))
            told = np.bincount(previous[r][present[r] & (previous[r] >= 0)], minlength=tables)
            if told.any():
                low[r], high[r] = _as_told(told, low[r], high[r], np.array(caps), np.array(least))
    sectors = [person.sector for person in instance.participants]
    return Room(
        rounds=rounds,
        people=people,
        tables=tables,
        carousel=instance.mode == "carousel",
        locked=locked,
        ids=tuple(number_of),
        present=present,
        hosting=hosting,
        fixed=fixed,
        cap=np.array(caps, dtype=np.int64),
        least=np.array(mins, dtype=np.int64),
        sizes=sizes,
        low=low,
        high=high,
        sector=_numbered(sectors, none=None),
        institution=_numbered([person.institution for person in instance.participants], none=-1),
        previous=previous,
        apart=_pairs(instance.apart, number_of),
        party=_party(instance, number_of),
        requests=len(instance.apart) + len(instance.together),
    )


def held_seats(instance: Instance, number: int) -> dict[str, int]:
    """Person → table of those whose seat in a coming round is given: pins, and hosts, who count first."""
    held = {pin.id: pin.table for pin in instance.pinned if pin.round == number}
    return held | {host.id: host.table for host in instance.hosts if instance.hosting(host, number)}


def _pairs(pairs: list[tuple[str, str]], number_of: dict[str, int]) -> NDArray[np.bool_]:
    matrix = np.zeros((len(number_of), len(number_of)), dtype=bool)
    for one, other in pairs:
        matrix[number_of[one], number_of[other]] = matrix[number_of[other], number_of[one]] = True
    return matrix


def _party(instance: Instance, number_of: dict[str, int]) -> NDArray[np.int64]:
    party = np.full(len(number_of), -1, dtype=np.int64)
    for index, names in enumerate(parties(instance)):
        party[[number_of[name] for name in names]] = index
    return party


def _least_around_fixed(present: NDArray[np.bool_], fixed: Seating, mins: list[int]) -> list[int]:
    """Minimums that leave room for everyone who must sit at a table, as few people as there may be."""
    held = np.bincount(fixed[fixed >= 0], minlength=len(mins))
    return [max(low, int(count)) for low, count in zip(mins, held, strict=True)]


def _numbered(names: list[str | None], none: int | None) -> NDArray[np.int64]:
    """Numbers for names in order of appearance; a missing name gets ``none``, or a number like the others."""
    numbers: dict[str | None, int] = {}
    result = []
    for name in (name or None for name in names):
        if name is None and none is not None:
            result.append(none)
        else:
            result.append(numbers.setdefault(name, len(numbers)))
    return np.array(result, dtype=np.int64)


def seating_of(plan: Plan, number_of: dict[str, int], rounds: int, tables: int | None = None) -> Seating:
    """A plan as an array; people it names who are not in ``number_of`` and surplus tables are left out."""
    seats = np.full((rounds, len(number_of)), -1, dtype=np.int64)
    for r, groups in enumerate(plan[:rounds]):
        for table, group in enumerate(groups[:tables]):
            for name in group:
                if name in number_of:
                    seats[r, number_of[name]] = table
    return seats


def plan_of(room: Room, seats: Seating) -> Plan:
    """The seating as a plan: at each table people in the instance's order."""
    plan: Plan = []
    for r in range(room.rounds):
        groups: list[list[str]] = [[] for _ in range(room.tables)]
        for who in np.flatnonzero(seats[r] >= 0):
            groups[seats[r, who]].append(room.ids[who])
        plan.append(groups)
    return plan
