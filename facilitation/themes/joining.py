"""Joining: how likely two themes are one, from how alike their members are and from what people answered.

The moderator joins two themes with one gesture, but a room that sorts into two of a kind tires; so both are
asked about (asking.py) and joined when answers say so (weighing.py).
"""

import numpy as np

from facilitation.themes.answers import Evidence
from facilitation.themes.grams import Floats

_BEFORE_ANY_ANSWER = -3.2
_PER_DEVIATION = 1.0
_AT_MOST_DEVIATIONS = 3.0
_ALMOST_EMPTY = 0.3
_NEVER = np.float32(-30.0)


def joining_odds(chance: Floats, sizes: Floats, alike: Floats, told: Evidence, care: Floats) -> Floats:
    """(K, K) log odds that two themes are one, symmetric; very low on the diagonal and for empty themes.

    `chance` (R, K + 1), `sizes` (R,), `alike` (R, R), `care` (people,).
    """
    members = chance[:, :-1] * sizes[:, None]
    count = members.sum(axis=0)
    themes = len(count)
    odds = np.full((themes, themes), _BEFORE_ANY_ANSWER, dtype=np.float32)
    if themes > 1:
        odds += _PER_DEVIATION * _deviations(members, count, alike)
    if len(told):
        told_apart = _from_answers(chance, told, care)
        odds += told_apart + told_apart.T
    np.fill_diagonal(odds, _NEVER)
    odds[count < _ALMOST_EMPTY] = _NEVER
    odds[:, count < _ALMOST_EMPTY] = _NEVER
    return odds


def _deviations(members: Floats, count: Floats, alike: Floats) -> Floats:
    """How far each pair's likeness stands above that of the other pairs, in standard deviations."""
    middle = members / np.maximum(count, _ALMOST_EMPTY)
    near = middle.T @ alike @ middle
    own = np.sqrt(np.maximum(np.diagonal(near), 1e-6))
    near = near / own[:, None] / own[None, :]
    others = near[~np.eye(len(near), dtype=bool)]
    return np.asarray(
        np.minimum((near - others.mean()) / max(float(others.std()), 1e-6), _AT_MOST_DEVIATIONS),
        dtype=np.float32,
    )


def _from_answers(chance: Floats, told: Evidence, care: Floats) -> Floats:
    """(K, K): for subjects in theme c, what the answers gain in log likelihood were theme d the same
    theme."""
    tapped, seen = told.in_themes(chance)
    none = told.none
    careful, guess = care[told.person], (1.0 - care[told.person]) / told.options
    subject = chance[told.subject][:, :-1]
    gain = np.zeros((subject.shape[1], subject.shape[1]), dtype=np.float32)
    for theme in range(subject.shape[1]):
        touched = np.flatnonzero(subject[:, theme] > 0.01)
        if not len(touched):
            continue
        one, other = seen[touched, theme, None], seen[touched]
        apart = np.where(none[touched], 1.0 - one[:, 0], tapped[touched, theme])
        joined = np.where(
            none[touched, None],
            1.0 - np.minimum(one + other, 1.0),
            (tapped[touched, theme, None] + tapped[touched]) / np.maximum(one + other, 1.0),
        )
        weight, slip = careful[touched, None], guess[touched, None]
        better = np.log(weight * joined + slip) - np.log(weight * apart[:, None] + slip)
        gain[theme] = subject[touched, theme] @ better
    return gain
