"""The designs keep what they promise: fields are fields, shifts and plans repeat as little as is said."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from facilitation.seating.galois import field, prime_power
from facilitation.seating.known import DIGITS, PLANS, SHIFTS
from facilitation.seating.shifts import moved_tables


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
def test_a_field_has_inverses_and_distributes(order: int) -> None:
    add, times = field(order)
    everyone = list(range(order))
    assert [sorted(row) for row in add.tolist()] == [everyone] * order
    assert [sorted(row) for row in times[1:, 1:].tolist()] == [everyone[1:]] * (order - 1)
    a, b, c = np.meshgrid(everyone, everyone, everyone, indexing="ij")
    assert (times[a, add[b, c]] == add[times[a, b], times[a, c]]).all()


def test_numbers_that_are_no_prime_powers_have_no_field() -> None:
    assert [n for n in range(2, 20) if not prime_power(n)] == [6, 10, 12, 14, 15, 18]
    with pytest.raises(ValueError, match="6 is not a prime power"):
        field(6)


def repeats(plan: list[list[int]]) -> int:
    """Repeats of a plan given as the tables of all people, round by round."""
    pairs = combinations(zip(*plan, strict=True), 2)
    meetings = (sum(x == y for x, y in zip(one, other, strict=True)) for one, other in pairs)
    return sum(n * (n - 1) // 2 for n in meetings)


SOME_LEFT = {(6, 6, 4): 12, (6, 7, 4): 36, (10, 10, 4): 20, (12, 12, 4): 24, (14, 14, 4): 28}


@pytest.mark.parametrize(
    ("tables", "words"), [(tables, words) for tables, found in SHIFTS.items() for words in found]
)
def test_a_kept_shift_matrix_repeats_no_meeting_but_where_that_is_said(tables: int, words: str) -> None:
    shifts = [[DIGITS.index(digit) for digit in word] for word in words.split()]
    plan = [[(column + shift) % tables for shift in row for column in range(tables)] for row in shifts]
    assert repeats(plan) == SOME_LEFT.get((tables, len(shifts[0]), len(shifts)), 0)


def test_kept_plans_seat_everyone_evenly_with_the_repeats_that_are_known() -> None:
    plans = {key: [[DIGITS.index(digit) for digit in word] for word in words] for key, words in PLANS.items()}
    for (tables, size), plan in plans.items():
        assert [np.bincount(row).tolist() for row in plan] == [[size] * tables] * len(plan)
    assert {key: (len(plan), repeats(plan)) for key, plan in plans.items()} == {
        (6, 5): (6, 0),
        (6, 6): (4, 2),
        (8, 4): (10, 0),
        (10, 10): (4, 0),
    }


@pytest.mark.parametrize(
    ("tables", "rows", "rounds"), [(4, 4, 4), (9, 9, 9), (16, 5, 16), (10, 8, 8), (33, 9, 6)]
)
def test_rows_that_shift_meet_nobody_twice_and_row_0_stays(tables: int, rows: int, rounds: int) -> None:
    moved = moved_tables(tables, rows, rounds, apart=True)
    assert (moved[:, 0] == np.arange(tables)).all()
    assert repeats(moved.reshape(rounds, -1).tolist()) == 0
