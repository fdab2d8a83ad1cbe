"""Placing: where each row ends, once vectors, answers and humans have spoken; nobody's word is overruled.

Also the start that weighing.py grows from: humans' themes, and groups of what is left.
"""

import numpy as np

from facilitation.themes.bundles import Rows
from facilitation.themes.grams import Floats
from facilitation.themes.grouping import FREE, UNASSIGNED, Labels, cut, groups_wanted, ward_merges
from facilitation.themes.weighing import Belief

Start = tuple[Labels, list[tuple[int, int]]]

_FEWEST_FOR_UNASSIGNED = 6


def starting_themes(alike: Floats, rows: Rows, taught: Floats | None, fineness: float) -> Start:
    """((R,) every row in a theme, (row, theme) anchors of the machine's): humans' themes with what more
    likely belongs there than not (`taught`, (R, themes + 1)), and groups of the rest. Rows put aside by a
    human stay UNASSIGNED."""
    start = rows.fixed.copy()
    free = np.flatnonzero(start == FREE)
    themes = 0 if taught is None else taught.shape[1] - 1
    if taught is not None:
        likeliest = taught[free].argmax(axis=1)
        start[free] = np.where(likeliest < themes, likeliest, FREE)
        free = free[likeliest == themes]
    if not len(free):
        return start, []
    apart = rows.parted | rows.poles
    if len(free) < len(start):
        inside = np.ix_(free, free)
        merges = ward_merges(alike[inside], rows.sizes[free], apart[inside])
    else:
        merges = ward_merges(alike, rows.sizes, apart)
    groups = cut(merges, len(free), groups_wanted(merges, len(free), fineness))
    start[free] = groups + themes
    anchors = []
    for group in range(int(groups.max()) + 1):
        members = free[groups == group]
        anchors.append((int(members[alike[np.ix_(members, members)].sum(axis=1).argmax()]), group + themes))
    return start, anchors


def settled(belief: Belief, rows: Rows, answered: Labels) -> Labels:
    """(R,) the theme of each row, FREE for what fits nowhere: the likeliest one that holds nothing it must be
    apart from. What answers put together (`answered` rows) is not a contradiction any more; a human's word
    stays."""
    labels = belief.labels()
    if belief.given < belief.themes:
        beyond = belief.chance[:, belief.given :].sum(axis=1) > belief.chance[:, : belief.given].max(
            axis=1, initial=0.0
        )
        labels[beyond] = belief.given + belief.chance[beyond, belief.given : -1].argmax(axis=1)
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
