"""Character n-grams of a text, hashed into places: what two texts share in letters, without any model."""

import zlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from facilitation.themes.text import fold

Floats = npt.NDArray[np.float32]

PLACES = 1024
_LENGTHS = (3, 4, 5)
_SIGN_BIT = 1 << 20


@lru_cache(maxsize=20_000)
def _hashed(text: str) -> tuple[npt.NDArray[np.int64], Floats]:
    """(places, signed weights) of a text's n-grams; two n-grams in one place are as likely to cancel as to
    add."""
    counts = Counter(chain.from_iterable(map(_grams, fold(text.lower()).split())))
    hashes = np.array(list(counts), dtype=np.int64)
    signs = np.where(hashes & _SIGN_BIT, 1.0, -1.0).astype(np.float32)
    weights = 1.0 + np.log(np.array(list(counts.values()), dtype=np.float32))
    return hashes % PLACES, np.asarray(signs * weights, dtype=np.float32)


@lru_cache(maxsize=60_000)
def _grams(word: str) -> tuple[int, ...]:
    """The n-grams of a bare word, as numbers."""
    padded = f" {word} ".encode()
    return tuple(
        zlib.crc32(padded[start : start + length])
        for length in _LENGTHS
        for start in range(max(1, len(padded) - length + 1))
    )


def gram_table(texts: Sequence[str]) -> Floats:
    """How much of each place's n-grams is in each text, shape (len(texts), PLACES)."""
    table = np.zeros((len(texts), PLACES), dtype=np.float32)
    for row, text in enumerate(texts):
        places, weights = _hashed(text)
        np.add.at(table[row], places, weights)
    return table


def word_table(texts: Sequence[Sequence[str]], counted: Sequence[str]) -> Floats:
    """How often each of the `counted` words is in each text, damped, shape (len(texts), len(counted))."""
    place = {word: number for number, word in enumerate(counted)}
    table = np.zeros((len(texts), len(counted)), dtype=np.float32)
    for row, said in enumerate(texts):
        for word, times in Counter(word for word in said if word in place).items():
            table[row, place[word]] = 1.0 + np.log(times)
    return table


def rarity(table: Floats) -> Floats:
    """(PLACES,) how much more a place weighs the fewer texts share it."""
    holders = np.count_nonzero(table, axis=0)
    return np.asarray(np.log((1.0 + len(table)) / (1.0 + holders)) + 1.0, dtype=np.float32)


def gram_vectors(texts: Sequence[str]) -> Floats:
    """Unit vectors of n-grams that weigh alike, shape (len(texts), PLACES)."""
    table = gram_table(texts)
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    return np.asarray(table / np.maximum(lengths, 1e-9), dtype=np.float32)
