"""How few repeated meetings are possible at least: what the report compares a plan with.

Two counting arguments, the larger of which holds: by pairs of rounds, and by whom each person can meet.
Neither is always reachable.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.room import Room, even_sizes
from facilitation.seating.score import Counts, all_meetings, pairs


def lower_bound(room: Room) -> int:
    """A number of repeats that no valid plan of this room can go below."""
    return max(0, max(_by_rounds(room), _by_people(room)) - _by_request(room))


def _by_request(room: Room) -> int:
    """What the arguments below count for those who sit together by request, whose meetings are no repeats."""
    if not room.mates.any():
        return 0
    played = all_meetings(room, room.fixed[: room.locked])
    coming = room.present[room.locked :].astype(np.int64)
    return pairs((played + coming.T @ coming)[np.triu(room.mates)])


def _spread(people: int, boxes: int) -> int:
    """The fewest pairs that share a box when people are spread over boxes."""
    if boxes <= 0:
        return people * (people - 1) // 2
    low, more = divmod(people, boxes)
    return (boxes - more) * (low * (low - 1) // 2) + more * ((low + 1) * low // 2)


def _by_rounds(room: Room) -> int:
    """Repeats are pairs together in both of two rounds: each table spreads over those of the other round."""
    total = 0
    known: dict[tuple[object, ...], int] = {}
    for s in range(room.rounds):
        for r in range(s):
            both = room.present[r] & room.present[s]
            if s < room.locked:
                cells = np.bincount(room.fixed[r][both] * room.tables + room.fixed[s][both])
                total += int((cells * (cells - 1)).sum()) // 2
                continue
            held = (room.hosting[r] & room.hosting[s] & (room.fixed[r] == room.fixed[s])) & both
            tables = room.fixed[r][held]
            leaving = room.carousel and not _returning(room, r, s)
            loads = _loads(room, r, s, both, held)
            if loads is None:
                key: tuple[object, ...] = (leaving, tuple(sorted(tables.tolist())))
                if key not in known:
                    known[key] = _transport(room, tables, leaving)
                total += known[key]
            else:
                boxes = int((room.cap > 0).sum()) - (leaving & (room.cap > 0))
                total += sum(_spread(load, int(n)) for load, n in zip(loads, boxes, strict=True))
    return total


def _returning(room: Room, r: int, s: int) -> bool:
    """Whether someone might visit in one round the table that they host in the other."""
    once = room.hosting[r] ^ room.hosting[s]
    return bool((once & room.present[r] & room.present[s]).any())


def _loads(room: Room, r: int, s: int, both: NDArray[np.bool_], held: NDArray[np.bool_]) -> list[int] | None:
    """How many people of both rounds sit at each table in round r, as even as can be.

    None where every seat is taken in both rounds, so that the sizes are forced and ``_transport`` knows more.
    In stations mode a host who stays meets no visitor twice, and is left out.
    """
    drop = held if room.carousel else np.zeros_like(held)
    if r < room.locked:
        at = room.fixed[r][both & ~drop]
        return [int(n) for n in np.bincount(at, minlength=room.tables)]
    people = int(both.sum())
    everyone = people == room.present[r].sum() == room.present[s].sum() == room.cap.sum()
    if everyone and len(set(room.cap.tolist())) > 1:
        return None
    caps = room.cap - np.bincount(room.fixed[r][drop], minlength=room.tables)
    return even_sizes(people - int(drop.sum()), caps.tolist(), [0] * room.tables)


def _transport(room: Room, hosted: Counts, leaving: bool) -> int:
    """Fewest pairs in cells of a table × table array whose row and column sums are the seats.

    Successive cheapest augmenting paths (the cost of a cell is convex). In stations mode staying hosts are
    left out, and where everyone is ``leaving`` their table the diagonal stays empty.
    """
    seats = room.cap - (np.bincount(hosted, minlength=room.tables) if room.carousel else 0)
    size = room.tables
    cells = np.zeros((size, size), dtype=np.int64)
    rows, columns, total = seats.copy(), seats.copy(), 0
    closed = np.where(np.eye(size, dtype=bool) & leaving, 10**6, 0)
    while rows.any():
        cost, via_row, via_column = _cheapest(cells, rows, closed)
        column = int(np.where(columns > 0, cost, 10**9).argmin())
        if cost[column] >= 10**6:
            return total
        total += int(cost[column])
        columns[column] -= 1
        while True:
            row = int(via_row[column])
            cells[row, column] += 1
            if via_column[row] < 0:
                rows[row] -= 1
                break
            column = int(via_column[row])
            cells[row, column] -= 1
    return total


def _cheapest(cells: Counts, rows: Counts, closed: Counts) -> tuple[Counts, ...]:
    """Bellman–Ford over rows and columns: cost of reaching each column, and the way there."""
    size = len(cells)
    to_row = np.where(rows > 0, 0, 10**9)
    via_row, via_column = np.full(size, -1), np.full(size, -1)
    to_column = np.full(size, 10**9)
    for _ in range(2 * size):
        ways = to_row[:, None] + cells + closed
        best = ways.min(0)
        via_row = np.where(best < to_column, ways.argmin(0), via_row)
        to_column = np.minimum(to_column, best)
        back = np.where(cells > 0, to_column[None, :] - (cells - 1), 10**9)
        best = back.min(1)
        if not (best < to_row).any():
            break
        via_column = np.where(best < to_row, back.argmin(1), via_column)
        to_row = np.minimum(to_row, best)
    return to_column, via_row, via_column


def _by_people(room: Room) -> int:
    """Each person has so many seats beside them to fill and only so many people to fill them with."""
    met = all_meetings(room, room.fixed[: room.locked])
    base = int((met * (met - 1)).sum()) // 4
    coming = room.present[room.locked :]
    together = coming.T.astype(np.int64) @ coming.astype(np.int64)
    np.fill_diagonal(together, 0)
    if room.carousel:
        together = np.where(_staying_pairs(room), np.minimum(together, 1), together)
    need = sum(int((n * (n - 1)).sum()) for n in room.sizes[room.locked :])
    seats = coming.sum(0) * (int(room.cap.max()) - 1)
    taken = np.minimum(_offers(met, together).cumsum(1), seats[:, None])
    prices = np.diff(taken, prepend=0, axis=1).sum(0)
    total = 0
    for price, count in enumerate(prices):
        total += price * min(need, int(count))
        need -= min(need, int(count))
    return base + (total + 1) // 2


def _offers(met: Counts, together: Counts) -> Counts:
    """N × price: how many meetings each person could have with someone met so often before."""
    people, prices = len(met), int((met + together).max(initial=0)) + 2
    first = np.arange(people)[:, None] * prices + met
    total = np.zeros(people * prices, dtype=np.int64)
    for extra in range(int(together.max(initial=0))):
        total += np.bincount((first + extra)[together > extra], minlength=len(total))
    return total.reshape(people, prices)


def _staying_pairs(room: Room) -> NDArray[np.bool_]:
    """N × N: pairs of a visitor with a host who stays in all coming rounds, who can meet only once."""
    coming = slice(room.locked, room.rounds)
    table = np.where(room.hosting[coming], room.fixed[coming], -1)
    stays = ((table == table.max(0, initial=-1)) | ~room.present[coming]).all(0) & (table >= 0).any(0)
    pairs: NDArray[np.bool_] = np.not_equal.outer(stays, stays)
    return pairs
