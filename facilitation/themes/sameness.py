"""Near-identical ideas: the same words up to case, punctuation, missing letters and typing slips.

Two ideas that contradict each other are never the same, however alike their letters.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import numpy as np

from facilitation.themes.contrast import is_negated
from facilitation.themes.grams import Floats
from facilitation.themes.grouping import Pairs
from facilitation.themes.text import fold, words

_WORTH_A_LOOK = 0.6
_ALIKE = 0.86


def same_groups(texts: Sequence[str], alike: Floats, against: Pairs) -> list[list[int]]:
    """Groups of two or more places in `texts` (cleaned) that say the same; each group alike throughout.

    `alike` (n or more) only says which pairs are worth a look; letters decide.
    """
    plain = [" ".join(dict.fromkeys(words(fold(text)))) for text in texts]
    denied = np.array([is_negated(text) for text in texts], dtype=bool)
    n = len(texts)
    look = (alike[:n, :n] >= _WORTH_A_LOOK) & ~against[:n, :n] & (denied[:, None] == denied[None, :])
    pairs = [(a, b) for a, b in zip(*(side.tolist() for side in np.nonzero(np.triu(look, 1))), strict=True)]
    same = {(a, b) for a, b in pairs if plain[a] and _letters_alike(plain[a], plain[b]) >= _ALIKE}
    groups: list[list[int]] = []
    taken: set[int] = set()
    for a, b in sorted(same):
        if a not in taken:
            groups.append([a])
            taken.add(a)
        home = next((group for group in groups if group[0] == a), None)
        if home and b not in taken and all((member, b) in same for member in home):
            home.append(b)
            taken.add(b)
    return [group for group in groups if len(group) > 1]


@lru_cache(maxsize=60_000)
def _letters_alike(one: str, other: str) -> float:
    """The share of letters that stand in the same order in both texts, 0 where it is far from enough."""
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.ratio() if match.quick_ratio() >= _ALIKE else 0.0
