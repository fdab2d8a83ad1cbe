"""Finite fields, as addition and multiplication tables; the designs are in ``designs.py``."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.int64]


def prime_power(number: int) -> tuple[int, int] | None:
    """(p, m) with p prime and p**m == number, or None."""
    for p in range(2, number + 1):
        if number % p == 0:
            m = 0
            while number % p == 0:
                number //= p
                m += 1
            return (p, m) if number == 1 else None
    return None


@lru_cache(maxsize=64)
def field(order: int) -> tuple[Table, Table]:
    """Addition and multiplication tables of GF(order), elements 0 … order-1 with 0 and 1 as such.

    An element's digits in base p are the coefficients of a polynomial over GF(p); the modulus is the first
    monic polynomial of degree m that leaves no divisors of zero. ValueError unless order is a prime power.
    """
    power = prime_power(order)
    if power is None:
        raise ValueError(f"{order} is not a prime power")
    p, m = power
    values = np.arange(order)
    if m == 1:
        return (values[:, None] + values) % p, (values[:, None] * values) % p
    digits = values[:, None] // p ** np.arange(m) % p
    weights = p ** np.arange(m)
    add = ((digits[:, None, :] + digits) % p) @ weights
    for modulus in product(range(p), repeat=m):
        multiply = _multiplication(digits, modulus, p) @ weights
        if (multiply[1:, 1:] != 0).all():
            return add, multiply
    raise AssertionError("every finite field has an irreducible polynomial")


def _multiplication(digits: Table, modulus: tuple[int, ...], p: int) -> Table:
    """Products of all pairs of polynomials, reduced by x**m + modulus, as digits."""
    m = len(modulus)
    full = np.zeros((len(digits), len(digits), 2 * m - 1), dtype=np.int64)
    for i in range(m):
        full[:, :, i : i + m] += digits[:, None, i : i + 1] * digits[None, :, :]
    for degree in range(2 * m - 2, m - 1, -1):
        full[:, :, degree - m : degree] -= full[:, :, degree : degree + 1] * np.array(modulus)
    return full[:, :, :m] % p
