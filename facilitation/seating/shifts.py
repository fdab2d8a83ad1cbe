"""Shift matrices: the designs behind a plan where every table takes one person from each row.

People sit in rows of T (T tables); in round r the person in row j, column c goes to table c + S[r, j] in a
group of order T. Two people in rows i ≠ j meet twice only where S[r, j] - S[r, i] has the same value in two
rounds, so a matrix whose differences are all distinct (a difference matrix) gives a plan without repeats.
Row 0 never moves: it holds the hosts, or stays empty, and then nobody visits a table twice.
"""

from __future__ import annotations

import random
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from facilitation.seating.galois import field, prime_power
from facilitation.seating.known import DIGITS
from facilitation.seating.known import SHIFTS as KNOWN

ATTEMPTS = 60
"""Tries per row of the random search: a bound on work, not on time, so that its result is always the same."""


@lru_cache(maxsize=64)
def moved_tables(tables: int, rows: int, rounds: int, apart: bool) -> NDArray[np.int64]:
    """rounds × rows × tables: the table of row j, column c in round r, with as few repeats as found.

    No repeats at all for a prime power of tables with rows and rounds ≤ tables. More rows or rounds than
    that reuse shifts as evenly as can be; ``apart``: only row 0 stays where it is. The same arguments always
    give the same result.
    """
    if apart and rows > tables > 1:
        again = 1 + np.arange(rows - 1) % (tables - 1)
        return moved_tables(tables, tables, rounds, apart)[:, np.concatenate(([0], again))]
    if prime_power(tables):
        add, times = field(tables)
        shift = times[np.arange(rounds)[:, None] % tables, np.arange(rows)[None, :] % tables]
    else:
        columns = np.arange(tables)
        add = (columns[:, None] + columns) % tables
        shift = _matrix(tables, min(rows, tables), min(rounds, tables))
        shift = shift[np.arange(rounds)[:, None] % len(shift), np.arange(rows)[None, :] % shift.shape[1]]
    return add[:, shift].transpose(1, 2, 0)


def _matrix(tables: int, rows: int, rounds: int) -> NDArray[np.int64]:
    """At least rounds × rows, the smallest that is known or one searched for: both ways round are as good."""
    if rounds <= 2:
        return np.arange(rounds)[:, None] * np.arange(rows)
    fitting = []
    for words in KNOWN.get(tables, ()):
        matrix = np.array([[DIGITS.index(digit) for digit in word] for word in words.split()])
        fitting += [m for m in (matrix, matrix.T) if m.shape[0] >= rounds and m.shape[1] >= rows]
    if fitting:
        return min(fitting, key=lambda m: m.size)[:rounds, :rows]
    return np.array(_search(tables, rows, rounds))


def _search(tables: int, rows: int, rounds: int) -> list[list[int]]:
    """A rounds × rows matrix over Z_tables by greedy random rows, with coincidences only as a last resort."""
    rng = random.Random(tables * 10_000 + rows * 100 + rounds)
    found = [[0] * rounds]
    while len(found) < rows:
        best, fewest = [0] * rounds, rounds * rows * rounds
        for _ in range(ATTEMPTS):
            row, faults = _row(tables, found, rounds, rng)
            if faults < fewest:
                best, fewest = row, faults
            if not fewest:
                break
        found.append(best)
    return [list(shifts) for shifts in zip(*found, strict=True)]


def _row(tables: int, found: list[list[int]], rounds: int, rng: random.Random) -> tuple[list[int], int]:
    """One more row, round by round, each shift among those that repeat the fewest differences so far."""
    row: list[int] = []
    used = [0] * len(found)  # bit sets of the differences to each earlier row
    faults = 0
    for r in range(rounds):
        order = rng.sample(range(tables), tables)
        best, fewest = 0, len(found) + 1
        for shift in order:
            count = 0
            for other, bits in zip(found, used, strict=True):
                count += bits >> (shift - other[r]) % tables & 1
            if count < fewest:
                best, fewest = shift, count
                if not count:
                    break
        row.append(best)
        faults += fewest
        for index, other in enumerate(found):
            used[index] |= 1 << (best - other[r]) % tables
    return row, faults
