"""Asking: the questions that teach most, the best first. What answers teach is in weighing.py.

Two kinds: where does this idea belong (its likeliest themes as candidates), and is this theme one with
another (an idea that stands for a theme, with other themes as candidates). A question's worth is the
information that its answer is expected to give, a careless answer reckoned in.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from facilitation.themes.answers import Evidence, Question
from facilitation.themes.grams import Floats
from facilitation.themes.weighing import Belief

CANDIDATES = 6
"""How many themes a phone shows at once."""

EXAMPLES = 3
"""How many ideas stand for a theme on a phone: its name and two examples."""

_CARE = 0.85
_TEACHES_OTHERS = 0.3
_ANCHOR_IS_SHOWN = 3.0
_CONFIRMED = 0.8
_CERTAIN_ODDS = 30.0


@dataclass(frozen=True)
class RowQuestion:
    """A question over rows: a row, and candidates of one to EXAMPLES rows each."""

    row: int
    shown: tuple[tuple[int, ...], ...]


def row_questions(
    belief: Belief, told: Evidence, askable: Collection[int], ideas: Collection[int]
) -> list[RowQuestion]:
    """Questions about the rows in `askable`, one a row, the most instructive first.

    Only rows in `ideas` are shown: the others are titles.
    """
    examples = [_examples(belief, told, theme, ideas) for theme in range(belief.themes)]
    shown_often = _shown_often(belief, told)
    found: dict[int, tuple[float, RowQuestion]] = {}

    def offer(row: int, order: Sequence[int], chances: Floats, importance: float) -> None:
        shown, likely = _candidates(row, order, chances, examples)
        if shown and row in askable:
            worth = importance * _expected_information(likely)
            if row not in found or worth > found[row][0]:
                found[row] = (worth, RowQuestion(row, tuple(shown)))

    order = np.argsort(-belief.chance[:, :-1], axis=1, kind="stable")
    for row in range(len(belief.chance)):
        importance = 1.0 + _TEACHES_OTHERS * float(np.log1p(shown_often[row]))
        offer(row, order[row].tolist(), belief.chance[row], importance)
    one = 1.0 / (1.0 + np.exp(-np.clip(belief.odds, -_CERTAIN_ODDS, _CERTAIN_ODDS)))
    asked = np.bincount(told.subject, minlength=len(belief.chance))
    for theme in range(belief.themes):
        if examples[theme]:
            chances = one[theme] * min(1.0, 0.9 / max(float(one[theme].sum()), 1e-9))
            others = [other for other in np.argsort(-chances, kind="stable").tolist() if other != theme]
            offer(min(examples[theme], key=lambda row: (asked[row], row)), others, chances, 1.0)
    return [
        question for _, question in sorted(found.values(), key=lambda pair: (-round(pair[0], 6), pair[1].row))
    ]


def pick(
    ranked: Sequence[Question], own: Collection[str], answered: Collection[str], open_: Mapping[str, int]
) -> Question | None:
    """The question for one person now: the best of those about no idea of their `own` and none they
    `answered`, among which the one that fewest phones show at the moment (`open_`: idea → phones). None
    when all are done."""
    free = [question for question in ranked if question.idea not in own and question.idea not in answered]
    return min(free, key=lambda question: open_.get(question.idea, 0), default=None)


def _examples(belief: Belief, told: Evidence, theme: int, ideas: Collection[int]) -> list[int]:
    """Rows that stand for a theme: those that answers confirmed, else the likeliest alone."""
    chances = belief.chance[:, theme]
    order = [row for row in np.argsort(-chances, kind="stable").tolist() if row in ideas]
    likely = [row for row in order[: EXAMPLES + 5] if chances[row] > 0.5]
    rows = np.flatnonzero(told.chosen < told.weight.shape[1])
    picked, weight = told.example[rows, told.chosen[rows]], told.weight[rows, told.chosen[rows]]
    confirmed = set(told.subject[rows].tolist()) | set(picked[weight > 0].tolist())
    sure = [row for row in likely if (row in confirmed or theme < belief.given) and chances[row] > _CONFIRMED]
    return (sure or likely[:1])[: EXAMPLES + 1]


def _shown_often(belief: Belief, told: Evidence) -> Floats:
    rows = np.flatnonzero(told.chosen < told.weight.shape[1])
    picked, weight = told.example[rows, told.chosen[rows]], told.weight[rows, told.chosen[rows]]
    often = np.bincount(picked[weight > 0], minlength=len(belief.chance)).astype(np.float32)
    for row, _, _ in belief.anchors:
        often[row] += _ANCHOR_IS_SHOWN
    return often


def _candidates(
    row: int, order: Sequence[int], chances: Floats, examples: Sequence[Sequence[int]]
) -> tuple[list[tuple[int, ...]], list[float]]:
    shown: list[tuple[int, ...]] = []
    likely: list[float] = []
    for theme in order:
        others = tuple(example for example in examples[theme] if example != row)[:EXAMPLES]
        if others:
            shown.append(others)
            likely.append(float(chances[theme]))
        if len(shown) == CANDIDATES:
            break
    return shown, likely


def _expected_information(likely: Sequence[float]) -> float:
    """In nats: the entropy of the answer less what carelessness alone would cause."""
    options = len(likely) + 1
    truth = np.array([*likely, max(0.0, 1.0 - sum(likely))])
    slip = (1.0 - _CARE) / options
    noise = np.full(options, slip)
    noise[0] += _CARE
    return _entropy(_CARE * truth + slip) - _entropy(noise)


def _entropy(chances: npt.NDArray[np.floating[Any]]) -> float:
    return float(-(chances * np.log(chances + 1e-12)).sum())
