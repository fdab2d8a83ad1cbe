"""Near-identical ideas: the same words up to case, punctuation, missing letters and typing slips.

Two ideas that contradict each other are never the same, however alike their letters. How many letters stand
in the same order is counted bit-parallel: Hyyrö, "Bit-parallel LCS-length computation revisited", 2004.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from facilitation.themes.contrast import is_negated
from facilitation.themes.grams import Floats
from facilitation.themes.grouping import Pairs
from facilitation.themes.text import fold, words

_WORTH_A_LOOK = 0.6
_ALIKE = 0.86

Places = npt.NDArray[np.int64]


def same_groups(texts: Sequence[str], alike: Floats, against: Pairs) -> list[list[int]]:
    """Groups of two or more places in `texts` (cleaned) that say the same; each group alike throughout.

    `alike` (n or more) only says which pairs are worth a look; letters decide.
    """
    plain = [" ".join(dict.fromkeys(words(fold(text)))) for text in texts]
    denied = np.array([is_negated(text) for text in texts], dtype=bool)
    n = len(texts)
    look = np.triu(alike[:n, :n] >= _WORTH_A_LOOK, 1) & ~against[:n, :n]
    first, second = np.nonzero(look & (denied[:, None] == denied[None, :]))
    followers: dict[int, set[int]] = {}
    for a, b in _alike_in_letters(plain, first, second):
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


def _alike_in_letters(plain: Sequence[str], first: Places, second: Places) -> list[tuple[int, int]]:
    """Which of these pairs of texts are alike enough. Only where the mere number of each letter allows it are
    the letters compared in their order."""
    lengths = np.array([len(text) for text in plain], dtype=np.int64)
    enough = _ALIKE * (lengths[first] + lengths[second]) / 2.0
    letters = _letters(plain)
    near = (lengths[first] > 0) & (np.minimum(lengths[first], lengths[second]) >= enough)
    pairs = np.flatnonzero(near)
    shared = np.zeros(len(pairs), dtype=np.int64)
    for column in letters.T:
        shared += np.minimum(column[first[pairs]], column[second[pairs]])
    pairs = pairs[shared >= enough[pairs]]
    masks: dict[int, dict[str, int]] = {}
    found = []
    for a, b, least in zip(
        first[pairs].tolist(), second[pairs].tolist(), enough[pairs].tolist(), strict=True
    ):
        if a not in masks:
            masks[a] = _masks(plain[a])
        if plain[a] == plain[b] or _in_order(len(plain[a]), masks[a], plain[b]) >= least:
            found.append((a, b))
    return found


def _letters(plain: Sequence[str]) -> npt.NDArray[np.int32]:
    """(n, letters) how often each letter stands in each text."""
    column = {letter: place for place, letter in enumerate(sorted(set().union(*plain)))}
    table = np.zeros((len(plain), len(column)), dtype=np.int32)
    for row, text in enumerate(plain):
        np.add.at(table[row], [column[letter] for letter in text], 1)
    return table


def _masks(text: str) -> dict[str, int]:
    """For each letter the places where it stands, as bits."""
    found: dict[str, int] = {}
    for place, letter in enumerate(text):
        found[letter] = found.get(letter, 0) | 1 << place
    return found


def _in_order(length: int, masks: dict[str, int], other: str) -> int:
    """How many letters of a text of this length stand in the other one, too, in the same order."""
    whole = (1 << length) - 1
    open_ = whole
    for letter in other:
        met = open_ & masks.get(letter, 0)
        open_ = (open_ + met | open_ - met) & whole
    return length - open_.bit_count()
