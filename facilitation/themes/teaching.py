"""Teaching: what themes that humans made say of an idea that is in none of them yet.

By the theme's title and by the middle of its title and ideas. The weights stand to each other as in a
multinomial regression on the ideas of a workshop's four areas that came after the themes were made (each area
was also held against weights fitted on the three others); all are 0.7 of that, so that answers weigh more.
"""

import numpy as np

from facilitation.themes.encoders import Vectors
from facilitation.themes.grams import Floats
from facilitation.themes.grouping import Labels

_TITLE = 4.6
_MIDDLE = 5.4
_NONE_OF_THEM = 1.2


def taught(new: Vectors, titles: Vectors, inside: Vectors, themes: Labels) -> Floats:
    """(m, T + 1) the chance of each theme, and last of none, for m ideas.

    Unit vectors of one space: of the ideas (m, d), of the titles (T, d), and of ideas (n, d) whose themes are
    `themes` (n,); below zero is no theme.
    """
    in_theme = (themes == np.arange(len(titles))[:, None]).astype(np.float32)
    middles = titles + in_theme @ inside
    middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-6)
    scores = np.full((len(new), len(titles) + 1), _NONE_OF_THEM, dtype=np.float32)
    scores[:, :-1] = _TITLE * (new @ titles.T) + _MIDDLE * (new @ middles.T)
    chance = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(chance / chance.sum(axis=1, keepdims=True), dtype=np.float32)
