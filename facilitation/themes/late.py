"""Late: what people answered about ideas that came after the themes were made, and what that says of their
place. What humans' themes say of them by themselves is in teaching.py, who asks for it knowing.py.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from facilitation.themes.answers import Answer
from facilitation.themes.grams import Floats

Told = Sequence[tuple[int, Answer]]
"""(number of a late idea, an answer about it)."""

_CARE = 0.85
_TOLD_BY_EXAMPLES = 0.85
_WITH_ANOTHER = 0.5
_ROUNDS = 3


def answered(taught: Floats, told: Told, home: Mapping[str, int], late: Sequence[str]) -> Floats:
    """(m, T + 1) the chance of each theme, and last of none, for the m `late` ideas, by what was `taught`
    (m, T + 1) and `told`; `home` is the theme of the ideas that stand in one.

    Late ideas are shown beside other late ones: where people put one says something of the other.
    """
    if not told:
        return taught
    one_hot = np.eye(taught.shape[1], dtype=np.float32)
    stands = {idea: one_hot[theme] for idea, theme in home.items()}
    chance = taught
    for _ in range(_ROUNDS):
        stands.update(zip(late, chance, strict=True))
        chance = taught.copy()
        for row, answer in told:
            chance[row] *= _fits(answer, stands, one_hot[-1])
            chance[row] /= chance[row].sum()
    return chance


def put_together(told: Told, home: Mapping[str, int]) -> set[tuple[int, int]]:
    """(number of a late idea, theme) where people put the idea with one that stands in the theme."""
    tapped = ((row, answer.shown[answer.chosen]) for row, answer in told if answer.chosen is not None)
    return {(row, home[idea]) for row, ideas in tapped for idea in ideas if idea in home}


def _fits(answer: Answer, stands: Mapping[str, Floats], nowhere: Floats) -> Floats:
    """(T + 1,) how likely this answer is, were its idea in each theme, or in none.

    A few examples do not tell all that a theme holds, so none of these may be said beside the right one; and
    what is in no theme may belong with another that is in none.
    """
    shares = np.zeros((len(answer.shown) + 1, len(nowhere)), dtype=np.float32)
    for number, ideas in enumerate(answer.shown):
        if ideas:
            shares[number] = np.mean([stands.get(idea, nowhere) for idea in ideas], axis=0)
    shares /= np.maximum(shares.sum(axis=0), 1.0)
    shares[:, :-1] *= _TOLD_BY_EXAMPLES
    shares[:, -1] *= _WITH_ANOTHER
    shares[-1] = 1.0 - shares.sum(axis=0)
    chosen = shares[-1 if answer.chosen is None else answer.chosen]
    return np.asarray(_CARE * chosen + (1.0 - _CARE) / len(shares), dtype=np.float32)
