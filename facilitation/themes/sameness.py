"""Near-identical ideas: the same words up to case, punctuation, missing letters and typing slips.

Two ideas that contradict each other are never the same, however alike their letters.
"""

from collections.abc import Sequence

import numpy as np

from facilitation.themes.contrast import Pairs, is_negated
from facilitation.themes.encoders import NgramEncoder
from facilitation.themes.text import fold, words

_ALIKE = 0.8


def same_groups(texts: Sequence[str], against: Pairs) -> list[list[int]]:
    """Groups of two or more places in `texts` (cleaned) that say the same; each group alike throughout."""
    plain = [" ".join(dict.fromkeys(words(fold(text)))) for text in texts]
    vectors = NgramEncoder().encode(plain)
    denied = np.array([is_negated(text) for text in texts], dtype=bool)
    alike = (vectors @ vectors.T >= _ALIKE) & ~against & (denied[:, None] == denied[None, :])
    groups: list[list[int]] = []
    free = np.array([bool(text) for text in plain], dtype=bool)
    for first in range(len(texts)):
        if not free[first]:
            continue
        group = [first]
        for other in np.flatnonzero(alike[first] & free):
            if other > first and alike[other, group].all():
                group.append(int(other))
        if len(group) > 1:
            groups.append(group)
            free[group] = False
    return groups
