"""What must not be thrown together though its letters or vectors are alike: opposites and negations.

Cosine alone finds "zgadzam się" and "nie zgadzam się" .83 alike, "jawność" and "tajność" .68.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from facilitation.themes.grams import Floats
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

_ANY_POLE = re.compile(" (?:" + "|".join(b for pair in OPPOSITES for pole in pair for b in pole) + ")")
_NO_POLE = (0,) * len(OPPOSITES)

_TURNING = "nie bez not dont cant wont didnt doesnt isnt arent cannot unable without ні не без"
NEGATIONS = frozenset(_TURNING.split())
"""Words that turn a text into its opposite, two of them back again, unmarked; and all that end in n't."""

_DENYING = (
    "zaden zadna zadne zadnego zadnej zadnych zadnym zadnymi ani nigdy nikt nikogo nikomu nic niczego niczym "
    "brak braku brakuje never no none nobody nothing neither nor ніхто ніколи нічого жоден"
)
NOBODYS = frozenset(_DENYING.split())
"""Words that deny by themselves; in Polish "nie" goes with most of them, and both together deny once."""

_ECHO = frozenset(["tak", "yes", "ok", "+1"])


def opposed(texts: Sequence[str]) -> Pairs:
    """Which pairs of cleaned texts contradict each other, shape (n, n), symmetric, False on the diagonal.

    Two rules: the texts stand on different poles; or they share most of their words and one of them is
    negated where the other is not.
    """
    echoes = _denied(texts, texts)
    return on_poles(texts) | echoes | echoes.T


def contradicting(texts: Sequence[str], others: Sequence[str]) -> Pairs:
    """(m, n) which of the cleaned texts contradict which of the others, by the rules of opposed()."""
    return _across_poles(texts, others) | _denied(texts, others) | _denied(others, texts).T


def on_poles(texts: Sequence[str]) -> Pairs:
    """The first rule alone: texts on different poles of one of OPPOSITES (a text on both stands on neither).
    What stands on poles are two themes; a denied echo is one idea in a theme."""
    return _across_poles(texts, texts)


def _across_poles(texts: Sequence[str], others: Sequence[str]) -> Pairs:
    against = np.zeros((len(texts), len(others)), dtype=bool)
    for one, other in zip(_poles(texts), _poles(others), strict=True):
        against[np.ix_(one > 0, other < 0)] = True
        against[np.ix_(one < 0, other > 0)] = True
    return against


def _poles(texts: Sequence[str]) -> npt.NDArray[np.int8]:
    """(all OPPOSITES, n) where each text stands."""
    stands = np.array([_stands(text) for text in texts], dtype=np.int8)
    return np.asarray(stands.reshape(len(texts), len(OPPOSITES)).T)


@lru_cache(maxsize=20_000)
def _stands(text: str) -> tuple[int, ...]:
    """For each of OPPOSITES 1 on the left pole, -1 on the right, 0 on neither or both."""
    folded = f" {fold(text.lower())} "
    if not _ANY_POLE.search(folded):
        return _NO_POLE
    return tuple(_stands_on(folded, left) - _stands_on(folded, right) for left, right in OPPOSITES)


def _stands_on(folded: str, pole: tuple[str, ...]) -> bool:
    return any(f" {beginning}" in folded for beginning in pole)


@lru_cache(maxsize=20_000)
def is_negated(text: str) -> bool:
    """Whether a cleaned text denies what it names: with an odd number of NEGATIONS or NOBODYS alone."""
    said = [fold(word) for word in words(text)]
    turns = sum(word in NEGATIONS or word.endswith("n't") for word in said)
    return turns % 2 == 1 or (not turns and not NOBODYS.isdisjoint(said))


def denies(word: str) -> bool:
    """Whether a word of a text is one that denies."""
    folded = fold(word)
    return folded in NEGATIONS or folded in NOBODYS or folded.endswith("n't")


def _denied(texts: Sequence[str], others: Sequence[str]) -> Pairs:
    """(m, n) which of the texts deny, in nearly the same words, what which of the others say."""
    denying = np.array([is_negated(text) for text in texts], dtype=bool)
    saying = np.array([not is_negated(text) for text in others], dtype=bool)
    against = np.zeros((len(texts), len(others)), dtype=bool)
    if denying.any() and saying.any():
        denied = [_bag(text) for text, denies_it in zip(texts, denying.tolist(), strict=True) if denies_it]
        said = [_bag(text) for text, says_it in zip(others, saying.tolist(), strict=True) if says_it]
        against[np.ix_(denying, saying)] = _echo(denied, said)
    return against


def _echo(bags: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> Pairs:
    """(m, n) which share six in ten of their words."""
    place = {word: number for number, word in enumerate(sorted(set().union(*bags)))}
    shared = _table(bags, place) @ _table(others, place).T
    sizes, theirs = (np.array([len(bag) for bag in side], dtype=np.float32) for side in (bags, others))
    union = sizes[:, None] + theirs[None, :] - shared
    return np.asarray(shared >= 0.6 * np.maximum(union, 1.0))


def _table(bags: Sequence[frozenset[str]], place: Mapping[str, int]) -> Floats:
    """(n, words) 1 where a bag holds a word that has a place."""
    table = np.zeros((len(bags), len(place)), dtype=np.float32)
    for row, bag in enumerate(bags):
        table[row, [place[word] for word in bag if word in place]] = 1.0
    return table


@lru_cache(maxsize=20_000)
def _bag(text: str) -> frozenset[str]:
    telling = {word for word in words(text) if not denies(word) and fold(word) not in _ECHO}
    return frozenset(stem(word) for word in telling) - _FILLERS


_FILLERS = {stem(word) for word in ("się", "to", "z", "i", "a", "na", "w", "do", "o", "the", "a", "is", "it")}
