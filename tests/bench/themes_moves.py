"""How far a grouping is from the right one: moves, the least number of a moderator's actions, and V-measure
and ARI. A test's own ruler, so that the benches say in one way what the machine or the room reached.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from facilitation.themes import IdeaText, Suggestion

TO_NOWHERE = ""


class Material(NamedTuple):
    """The ideas of one area with the themes that readers gave them; an empty theme is none."""

    name: str
    ideas: list[IdeaText]
    gold: list[str]
    second: list[str]
    people: list[str]


def read(path: Path) -> list[Material]:
    """A CSV with `text` and `gold`, and optionally `id`, `area`, `second`, `institution` (who wrote it)."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    areas = dict.fromkeys(row.get("area", "") for row in rows)
    found = []
    for area in areas:
        here = [row for row in rows if row.get("area", "") == area]
        ideas = [IdeaText(row.get("id") or str(n), row["text"]) for n, row in enumerate(here)]
        gold = [row["gold"] for row in here]
        second = [row.get("second", row["gold"]) for row in here]
        people = [row.get("institution", "") for row in here]
        found.append(Material(area or path.stem, ideas, gold, second, people))
    return found


def predicted(suggestion: Suggestion, ideas: Sequence[IdeaText]) -> list[str]:
    """The theme of each idea as the suggestion has it, by number; empty for none."""
    home = {idea: str(n) for n, theme in enumerate(suggestion.themes) for idea in theme.ideas}
    return [home.get(idea.id, TO_NOWHERE) for idea in ideas]


def moves(gold: Sequence[str], found: Sequence[str]) -> int:
    """The least number of actions from `found` to `gold`: move one idea, or merge two themes.

    Each theme found becomes one of gold's; what is in the wrong one is moved, and a second theme of the same
    costs a merge. Splitting is paid as moves.
    """
    from scipy.optimize import linear_sum_assignment

    golds, founds = sorted({*gold} - {TO_NOWHERE}), sorted({*found} - {TO_NOWHERE})
    pairs = Counter(zip(found, gold, strict=True))
    stays = pairs[TO_NOWHERE, TO_NOWHERE]
    if not founds:
        return len(gold) - stays
    table = np.array([[pairs[f, g] for g in (TO_NOWHERE, *golds)] for f in founds])
    merged = np.maximum(table.max(axis=1) - 1, 0)
    gain = np.maximum(table[:, 1:] - merged[:, None], 0)
    first, second = linear_sum_assignment(-gain)
    return int(len(gold) - stays - merged.sum() - gain[first, second].sum())


def agreement(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    """(V-measure, ARI) over the ideas that gold has in a theme; an unassigned idea is a theme of its own."""
    from sklearn.metrics import adjusted_rand_score, v_measure_score

    on = [n for n, theme in enumerate(gold) if theme]
    right, said = [gold[n] for n in on], [found[n] or f"alone {n}" for n in on]
    return float(v_measure_score(right, said)), float(adjusted_rand_score(right, said))
