"""Teaching: what themes that humans made say of an idea that is in none of them yet.

By the theme's title and by its nearest idea. The weights are those of a multinomial regression, fitted on
ideas of two of a workshop's areas that came after the themes were made, and checked on the two others.
"""

import numpy as np

from facilitation.themes.grams import Floats
from facilitation.themes.grouping import Labels

_TITLE = 10.3
_NEAREST = 4.0
_NONE_OF_THEM = 1.7


def taught(to_title: Floats, to_ideas: Floats, themes: Labels) -> Floats:
    """(m, T + 1) the chance of each theme, and last of none, for m ideas.

    `to_title` (m, T) how alike each is to each title, `to_ideas` (m, n) to ideas whose themes are `themes`
    (n,); below zero is no theme.
    """
    count = to_title.shape[1]
    nearest = np.zeros_like(to_title)
    for theme in range(count):
        members = np.flatnonzero(themes == theme)
        if len(members):
            nearest[:, theme] = to_ideas[:, members].max(axis=1)
    scores = np.full((len(to_title), count + 1), _NONE_OF_THEM, dtype=np.float32)
    scores[:, :count] = _TITLE * to_title + _NEAREST * nearest
    chance = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(chance / chance.sum(axis=1, keepdims=True), dtype=np.float32)
