"""Near-identical ideas: the same words in the same order, up to case, punctuation, missing letters, endings
and words that carry no meaning.

Letters alone would take "szkoła ufa" and "sąd ufa" for one. So every word that says what an idea is about
must have its counterpart; what is in doubt is not the same. Ideas that contradict each other never are.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from facilitation.themes.contrast import denies, is_negated
from facilitation.themes.grams import Floats
from facilitation.themes.grouping import Pairs
from facilitation.themes.text import common_words, fold, words

_WORTH_A_LOOK = 0.6
_SHORTEST_STEM = 4
_SHORTEST_WITH_A_SLIP = 7
_POLISH_ENDINGS = (
    "a e i o u y em om ow ie ia iu io ii ach iach ami iami ego iego emu iemu ej iej ym im ych ich ymi imi mi"
)
_ENDINGS = frozenset(["", *_POLISH_ENDINGS.split(), "s", "es"])
"""What inflection puts at the end of a word, without its marks."""

_POLISH_TURNS = (
    "przed po pod nad od do dla przez ja my wy on ona oni one nasz nasza nasze wasz wasza mój moja swój "
    "zawsze tylko wszyscy wszystko każdy inny inni"
)
_ENGLISH_TURNS = (
    "from to before after over under for in out up down more less all some any only our your their my we you "
    "they who why how when where what can must should"
)
_SMALL_BUT_TELLING = frozenset([*_POLISH_TURNS.split(), *_ENGLISH_TURNS.split()])
"""Common words that turn the meaning: they must be the same on both sides."""


class _Reading(NamedTuple):
    """What two texts that say the same have in common."""

    telling: tuple[str, ...]
    """The words that say what it is about, in their order, each once."""
    turning: frozenset[str]
    denied: bool
    marked: bool
    """Whether its author types Polish letters."""


def same_groups(texts: Sequence[str], alike: Floats, against: Pairs) -> list[list[int]]:
    """Groups of two or more places in `texts` (cleaned) that say the same; each group alike throughout.

    `alike` (n or more) only says which pairs are worth a look; words decide.
    """
    n = len(texts)
    readings = [_reading(text) for text in texts]
    kinds = [_kind(said) for said in readings]
    number = {kind: place for place, kind in enumerate(dict.fromkeys(kinds))}
    kind = np.array([number[each] for each in kinds], dtype=np.int64)
    look = np.triu(alike[:n, :n] >= _WORTH_A_LOOK, 1) & ~against[:n, :n] & (kind[:, None] == kind[None, :])
    followers: dict[int, set[int]] = {}
    for a, b in zip(*(places.tolist() for places in np.nonzero(look)), strict=True):
        if _same(readings[a], readings[b]):
            followers.setdefault(a, set()).add(b)
    groups: list[list[int]] = []
    taken: set[int] = set()
    for a in sorted(followers):
        if a in taken:
            continue
        group = [a]
        for b in sorted(followers[a] - taken):
            if all(b in followers.get(member, ()) for member in group):
                group.append(b)
        taken.update(group)
        groups.append(group)
    return [group for group in groups if len(group) > 1]


@lru_cache(maxsize=20_000)
def _reading(text: str) -> _Reading:
    said = [word for word in words(text) if not denies(word)]
    common = frozenset().union(*common_words().values())
    telling = [word for word in said if word not in common] or said
    turning = frozenset(fold(word) for word in said if word in _SMALL_BUT_TELLING)
    return _Reading(tuple(dict.fromkeys(telling)), turning, is_negated(text), text != fold(text))


def _kind(said: _Reading) -> tuple[object, ...]:
    """What must be equal before words are compared one by one."""
    return len(said.telling), said.turning, said.denied


@lru_cache(maxsize=60_000)
def _same(one: _Reading, other: _Reading) -> bool:
    """Where one word takes the ending that another one loses, who does what to whom may have changed: "szkoła
    ufa rodzinie", "szkole ufa rodzina"."""
    if not one.telling:
        return False
    lost, gained = set(), set()
    for a, b in zip(one.telling, other.telling, strict=True):
        ends = _ends(a, b) if one.marked and other.marked else _ends(fold(a), fold(b))
        if ends is None:
            return False
        if ends[0] != ends[1]:
            lost.add(ends[0][-1:])
            gained.add(ends[1][-1:])
    return lost.isdisjoint(gained)


def _ends(one: str, other: str) -> tuple[str, str] | None:
    """How two forms of one word end, empty where a thumb missed one letter of a long word; None for two
    words."""
    met = zip(one, other, strict=False)
    shared = next((n for n, (a, b) in enumerate(met) if a != b), min(len(one), len(other)))
    ends = fold(one[shared:]), fold(other[shared:])
    if one == other or (shared >= _SHORTEST_STEM and _ENDINGS.issuperset(ends)):
        return ends
    shorter, longer = sorted((one, other), key=len)
    missed = shorter[shared:] == longer[shared + 1 :]
    return ("", "") if missed and shared > 0 and len(shorter) >= _SHORTEST_WITH_A_SLIP else None
