"""Placing: loose ideas into themes that a human made, ideas that fit nowhere, and how sure each place is."""

import numpy as np

from facilitation.themes.bundles import Bundles
from facilitation.themes.encoders import Vectors
from facilitation.themes.grouping import Floats, Labels

FREE = -1
"""The label of an idea that stands in no theme."""

_CLOSEST = 3
_NEAR_ENOUGH = 1.6
_SHARPNESS = 8.0


def place_loose(labels: Labels, themes: int, vectors: Vectors, bundles: Bundles) -> Labels:
    """The labels with those free ideas placed in themes 0..themes-1 that are clearly near to one.

    Near: 1.6 standard deviations above what two ideas of this area have in common on average.
    """
    result = labels.copy()
    free = np.flatnonzero(labels == FREE)
    if not themes or not len(free):
        return result
    alike = vectors @ vectors.T
    mean, spread = float(alike.mean()), max(float(alike.std()), 1e-6)
    near = nearness(alike, labels, themes)[free]
    for row, idea in enumerate(free):
        if result[idea] != FREE:
            continue
        bundle = np.flatnonzero(bundles.of == bundles.of[idea])
        homes = labels[bundle][labels[bundle] != FREE]
        order = [int(homes[0])] if len(homes) else [int(t) for t in np.argsort(-near[row], kind="stable")]
        for theme in order:
            if not len(homes) and (near[row, theme] - mean) / spread < _NEAR_ENOUGH:
                break
            if not bundles.opposed(int(idea), np.flatnonzero(result == theme)):
                result[bundle[result[bundle] == FREE]] = theme
                break
    return result


def nearness(alike: Floats, labels: Labels, themes: int) -> Floats:
    """How near each idea is to each theme, shape (n, themes): the mean likeness to the theme's three nearest ideas,
    itself left out; -1 for a theme without ideas."""
    near = np.full((len(labels), themes), -1.0, dtype=np.float32)
    others = alike.copy()
    np.fill_diagonal(others, -np.inf)
    for theme in range(themes):
        members = np.flatnonzero(labels == theme)
        if not len(members):
            continue
        best = -np.sort(-others[:, members], axis=1)[:, :_CLOSEST]
        known = np.isfinite(best)
        near[:, theme] = np.where(known, best, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    return near


def misfits(groups: Labels, vectors: Vectors) -> Labels:
    """Places of ideas that fit nowhere: alone in their group and unlike even the three nearest of all."""
    if len(groups) < 8:
        return np.zeros(0, dtype=np.int64)
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, -np.inf)
    nearest = -np.sort(-alike, axis=1)[:, :_CLOSEST].mean(axis=1)
    alone = np.bincount(groups)[groups] == 1
    strange = nearest < np.quantile(nearest, 0.08) - 1e-6
    return np.flatnonzero(alone | strange)


def confidences(labels: Labels, vectors: Vectors) -> list[float]:
    """How sure each idea's place is, 0..1: the chance of its theme among all themes, by nearness."""
    themes = int(labels.max(initial=FREE)) + 1
    if not themes:
        return [0.0] * len(labels)
    near = nearness(vectors @ vectors.T, labels, themes)
    weight = np.exp(_SHARPNESS * (near - near.max(axis=1, keepdims=True)))
    share = weight / weight.sum(axis=1, keepdims=True)
    sure = share[np.arange(len(labels)), np.maximum(labels, 0)]
    return [
        0.0 if label == FREE else round(float(value), 3) for label, value in zip(labels, sure, strict=True)
    ]
