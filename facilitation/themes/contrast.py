"""What must not be thrown together though its letters or vectors are alike: opposites and negations.

Cosine alone finds "zgadzam się" and "nie zgadzam się" .83 alike, "jawność" and "tajność" .68.
"""

from collections.abc import Sequence

import numpy as np

from facilitation.themes.grouping import Pairs
from facilitation.themes.text import fold, stem, words

OPPOSITES = (
    (
        ("jawn", "transparen", "przejrzyst", "openness", "transparency"),
        ("tajn", "tajemn", "poufn", "dyskrec", "secre", "confiden", "discretion"),
    ),
    (("dobrowol", "volunt"), ("obowiazkow", "przymus", "mandator", "compulsor")),
    (("online", "zdaln", "remote"), ("stacjonar", "na zywo", "twarza w twarz", "osobisci", "in person")),
    (("zaufan", "ufa", "ufam", "trust"), ("nieufn", "podejrzl", "distrust", "mistrust")),
    (("rownosc", "rowne", "rowny", "equal"), ("nierown", "unequal", "inequal")),
    (("sprawiedliw", "fair"), ("niesprawiedliw", "unfair")),
    (("popier", "support this", "agree"), ("sprzeciw", "odrzuc", "disagree", "oppose", "reject")),
    (("centraliz",), ("decentraliz",)),
    (("formaln", "formal"), ("nieformaln", "informal")),
    (("glosow", "glosuj", "wiekszosc", "vote", "majority"), ("konsens", "jednomysln", "consensus", "unanim")),
)
"""Pairs of poles, each the bare beginnings of words or whole phrases: one idea on each side is a
contradiction."""

NEGATIONS = frozenset(
    [
        "nie",
        "bez",
        "zadnych",
        "zaden",
        "zadne",
        "zadna",
        "zadnego",
        "zadnej",
        "ani",
        "nigdy",
        "not",
        "no",
        "never",
        "don't",
        "without",
        "dont",
        "ні",
        "не",
        "без",
    ]
)
_ECHO = frozenset(["tak", "yes", "ok", "+1"])


def opposed(texts: Sequence[str]) -> Pairs:
    """Which pairs of cleaned texts contradict each other, shape (n, n), symmetric, False on the diagonal.

    Two rules: the texts stand on different poles of one of OPPOSITES (a text on both stands on neither);
    or they share most of their words and one of them is negated where the other is not.
    """
    folded = [f" {fold(text.lower())} " for text in texts]
    against = np.zeros((len(texts), len(texts)), dtype=bool)
    for left, right in OPPOSITES:
        on_left = np.array([_stands_on(text, left) for text in folded], dtype=bool)
        on_right = np.array([_stands_on(text, right) for text in folded], dtype=bool)
        first, second = on_left & ~on_right, on_right & ~on_left
        against |= np.outer(first, second) | np.outer(second, first)
    return against | _negated_echoes(texts)


def _stands_on(folded: str, pole: tuple[str, ...]) -> bool:
    return any(f" {beginning}" in folded for beginning in pole)


def is_negated(text: str) -> bool:
    """Whether a cleaned text holds an odd number of negating words, so that it denies what it names."""
    return sum(fold(word) in NEGATIONS for word in words(text)) % 2 == 1


def _negated_echoes(texts: Sequence[str]) -> Pairs:
    n = len(texts)
    denied = np.array([is_negated(text) for text in texts], dtype=bool)
    against = np.zeros((n, n), dtype=bool)
    if not denied.any() or denied.all():
        return against
    bags = [_bag(text) for text in texts]
    place = {word: number for number, word in enumerate(sorted(set().union(*bags)))}
    table = np.zeros((n, len(place)), dtype=np.float32)
    for row, bag in enumerate(bags):
        table[row, [place[word] for word in bag]] = 1.0
    size = table.sum(axis=1)
    shared = table[denied] @ table[~denied].T
    union = size[denied][:, None] + size[~denied][None, :] - shared
    echo = shared >= 0.6 * np.maximum(union, 1.0)
    against[np.ix_(denied, ~denied)] = echo
    return against | against.T


def _bag(text: str) -> set[str]:
    return {
        stem(word) for word in words(text) if fold(word) not in NEGATIONS and fold(word) not in _ECHO
    } - _FILLERS


_FILLERS = {stem(word) for word in ("się", "to", "z", "i", "a", "na", "w", "do", "o", "the", "a", "is", "it")}
