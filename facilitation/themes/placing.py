"""Placing: where each row ends, once vectors, answers and humans have spoken; nobody's word is overruled.

Also the start that weighing.py grows from: humans' themes, and groups of what is left.
"""

import numpy as np

from facilitation.themes.bundles import Rows
from facilitation.themes.grams import Floats
from facilitation.themes.grouping import FREE, UNASSIGNED, Labels, cut, groups_wanted, ward_merges
from facilitation.themes.weighing import Belief

_NEAR_ENOUGH = 1.0
_CLOSEST = 3
_FEWEST_FOR_UNASSIGNED = 6


def starting_themes(
    alike: Floats, rows: Rows, themes: int, fineness: float
) -> tuple[Labels, list[tuple[int, int]]]:
    """((R,) every row in a theme, (row, theme) anchors of the machine's): humans' themes 0..themes-1 with
    what is clearly near to one, and groups of the rest. Rows put aside by a human stay UNASSIGNED."""
    start = rows.fixed.copy()
    free = np.flatnonzero(start == FREE)
    if themes and len(free):
        near = nearness(alike, start, themes)[free]
        spread = max(float(alike.std()), 1e-6)
        close = (near.max(axis=1) - float(alike.mean())) / spread >= _NEAR_ENOUGH
        start[free[close]] = near[close].argmax(axis=1)
        free = free[~close]
    if not len(free):
        return start, []
    inside = np.ix_(free, free)
    merges = ward_merges(alike[inside], rows.sizes[free], (rows.parted | rows.against)[inside])
    groups = cut(merges, len(free), groups_wanted(merges, len(free), fineness))
    start[free] = groups + themes
    anchors = []
    for group in range(int(groups.max()) + 1):
        members = free[groups == group]
        anchors.append((int(members[alike[np.ix_(members, members)].sum(axis=1).argmax()]), group + themes))
    return start, anchors


def nearness(alike: Floats, labels: Labels, themes: int) -> Floats:
    """(R, themes) the mean likeness of each row to a theme's three nearest rows, itself left out; -1 if
    empty."""
    near = np.full((len(labels), themes), -1.0, dtype=np.float32)
    others = alike.copy()
    np.fill_diagonal(others, -np.inf)
    for theme in range(themes):
        members = np.flatnonzero(labels == theme)
        if len(members):
            best = -np.sort(-others[:, members], axis=1)[:, :_CLOSEST]
            known = np.isfinite(best)
            near[:, theme] = np.where(known, best, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    return near


def settled(belief: Belief, rows: Rows, answered: Labels) -> Labels:
    """(R,) the theme of each row, FREE for what fits nowhere: the likeliest one that holds nothing it must be
    apart from. What answers put together (`answered` rows) is not a contradiction any more; a human's word
    stays."""
    labels = belief.labels()
    labels[rows.fixed != FREE] = rows.fixed[rows.fixed != FREE]
    labels[labels == UNASSIGNED] = FREE
    against = rows.against.copy()
    against[np.ix_(answered, answered)] = False
    held_apart = rows.parted | against
    for row in np.argsort(belief.chance.max(axis=1), kind="stable").tolist():
        foes = np.flatnonzero(held_apart[row])
        if rows.fixed[row] != FREE or not (labels[foes] == labels[row]).any():
            continue
        order = np.argsort(-belief.chance[row, :-1], kind="stable").tolist()
        alone_with_it = int(labels.max()) + 1
        free = (theme for theme in order if not (labels[foes] == theme).any())
        labels[row] = next(free, max(alone_with_it, belief.themes))
    if len(labels) >= _FEWEST_FOR_UNASSIGNED:
        crowd = np.bincount(labels[labels != FREE], rows.sizes[labels != FREE], int(labels.max()) + 1)
        alone = (labels >= belief.given) & (crowd[np.maximum(labels, 0)] <= 1)
        labels[alone] = FREE
    return labels
