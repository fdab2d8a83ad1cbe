"""Asking: the questions that teach most, the best first. What answers teach is in weighing.py.

Two kinds: where does this idea belong (its likeliest themes as candidates), and is this theme one with
another (an idea that stands for a theme, with other themes as candidates). A question's worth is the
information that its answer is expected to give, a careless answer reckoned in. Which of them one person gets
is sorting.py's business.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from facilitation.themes.answers import Evidence
from facilitation.themes.grams import Floats
from facilitation.themes.grouping import Labels
from facilitation.themes.weighing import Belief

CANDIDATES = 6
"""How many themes a question offers at most."""

EXAMPLES = 3
"""How many ideas stand for a theme in a question."""

_CARE = 0.85
_TEACHES_OTHERS = 0.3
_ANCHOR_IS_SHOWN = 3.0
_CONFIRMED = 0.8
_CERTAIN_ODDS = 30.0
_LIKELY = 12


@dataclass(frozen=True)
class RowQuestion:
    """A question over rows: a row, and candidates of one to EXAMPLES rows each, with what theme each stands
    for."""

    row: int
    shown: tuple[tuple[int, ...], ...]
    themes: tuple[int, ...]
    worth: float


class Ranking:
    """What each row could be asked, given a belief. Only rows in `ideas` are shown: the others are titles.

    `alike` (R, R), and `fixed` (R,) a human's theme of each row, UNASSIGNED or FREE.
    """

    def __init__(
        self, belief: Belief, told: Evidence, ideas: Collection[int], alike: Floats, fixed: Labels
    ) -> None:
        self._belief = belief
        self._alike = alike
        shown = np.array(sorted(ideas), dtype=np.int64)
        self._by_hand = [shown[fixed[shown] == theme] for theme in range(belief.given)]
        self._bonds = told.bonds(len(belief.chance))
        subjects, others = told.confirmed()
        self._confirmed = {*subjects.tolist(), *others.tolist()}
        self._examples = [self._example_rows(theme, ideas) for theme in range(belief.themes)]
        shown_often = np.bincount(others, minlength=len(belief.chance)).astype(np.float32)
        for row, _, _ in belief.anchors:
            shown_often[row] += _ANCHOR_IS_SHOWN
        self._importance = 1.0 + _TEACHES_OTHERS * np.log1p(shown_often)
        self._asked = np.bincount(told.subject, minlength=len(belief.chance))

    def of_row(self, row: int) -> RowQuestion | None:
        """Where does this row belong? None where there is no theme but its own."""
        chances = self._belief.chance[row]
        order = np.argsort(-chances[:-1], kind="stable").tolist()
        return self._question(row, order, chances, float(self._importance[row]))

    def best(self, askable: Collection[int]) -> dict[int, RowQuestion]:
        """The most instructive question about each of these rows."""
        found = {row: question for row in askable if (question := self.of_row(row)) is not None}
        for question in self._of_themes():
            if question.row in found and question.worth > found[question.row].worth:
                found[question.row] = question
        return found

    def _of_themes(self) -> list[RowQuestion]:
        """For each theme: is it one with another?"""
        odds = np.clip(self._belief.odds, -_CERTAIN_ODDS, _CERTAIN_ODDS)
        one = 1.0 / (1.0 + np.exp(-odds))
        found = []
        for theme in range(self._belief.themes):
            if self._examples[theme]:
                chances = one[theme] * min(1.0, 0.9 / max(float(one[theme].sum()), 1e-9))
                others = [other for other in np.argsort(-chances, kind="stable").tolist() if other != theme]
                stands = min(self._examples[theme], key=lambda row: (self._asked[row], row))
                found.append(self._question(stands, others, chances, 1.0))
        return [question for question in found if question is not None]

    def _question(
        self, row: int, order: Sequence[int], chances: Floats, importance: float
    ) -> RowQuestion | None:
        shown: list[tuple[int, ...]] = []
        themes: list[int] = []
        for theme in order:
            others = self._shown_with(row, theme)
            if others:
                shown.append(others)
                themes.append(theme)
            if len(shown) == CANDIDATES:
                break
        if not shown:
            return None
        worth = importance * _expected_information([float(chances[theme]) for theme in themes])
        return RowQuestion(row, tuple(shown), tuple(themes), worth)

    def _shown_with(self, row: int, theme: int) -> tuple[int, ...]:
        """The examples of a theme for a question about this row. A human's theme may hold several things, so
        after its most typical idea come those that are most like what is asked about."""
        examples = self._examples[theme]
        if theme < self._belief.given and len(self._by_hand[theme]) > EXAMPLES:
            inside = self._by_hand[theme]
            near = inside[np.argsort(-self._alike[row, inside], kind="stable")].tolist()
            examples = [examples[0], *(other for other in near if other != examples[0])]
        return tuple(example for example in examples if example != row)[:EXAMPLES]

    def _example_rows(self, theme: int, ideas: Collection[int]) -> list[int]:
        """Rows that stand for a theme: those that a human put there, the most typical first; else those that
        answers confirmed, else the likeliest alone.

        After the first come those that people put with it, so that a theme that is two by mistake shows one
        of its halves, and people can say of the other that it does not belong.
        """
        if theme < self._belief.given and len(self._by_hand[theme]):
            inside = self._by_hand[theme]
            typical = self._alike[np.ix_(inside, inside)].sum(axis=1)
            return [int(row) for row in inside[np.argsort(-typical, kind="stable")]]
        chances = self._belief.chance[:, theme]
        order = [row for row in np.argsort(-chances, kind="stable").tolist() if row in ideas]
        likely = [row for row in order[:_LIKELY] if chances[row] > 0.5]
        sure = [row for row in likely if row in self._confirmed and chances[row] > _CONFIRMED]
        if not sure:
            return likely[:1]
        chosen = [max(sure, key=lambda row: float(self._bonds[row, sure].sum()))]
        while len(chosen) < min(len(sure), EXAMPLES + 1):
            left = [row for row in sure if row not in chosen]
            chosen.append(max(left, key=lambda row: float(self._bonds[row, chosen].sum())))
        return chosen


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
