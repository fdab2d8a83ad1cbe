"""Weighing: what the vectors and everybody's answers say together, as a belief over themes for each row.

A row is an idea, or a bundle of ideas that stay together. The model: a careful person taps the candidate
whose examples share the idea's theme, or none; a careless one taps anything. How careful each person is is
estimated from how often their answers fit what all others say (Dawid and Skene, 1979), so careless and
hostile people lose their weight. Themes are known only through their members, so answers about one idea
teach about all that were shown with it. What fits nothing becomes a theme of its own; themes that people
take for one are joined (joining.py).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from facilitation.themes.answers import Evidence
from facilitation.themes.grams import Floats
from facilitation.themes.grouping import FREE, UNASSIGNED, Labels
from facilitation.themes.joining import joining_odds

_SHARPNESS = 10.0
_TRUST_IN_VECTORS = 0.8
_NOWHERE = 0.1
_ANCHORED = 3.0
_ALONE = 0.35
_CARE = 0.85
_CARE_WORTH_ANSWERS = 16.0
_CARE_AT_MOST = 0.98
_ROUNDS_TO_AGREE = 3
_ROWS_A_STEP = 200
_FIRST_STEPS = 8
_STEPS_WITHOUT_ANSWERS = 2
_NEXT_STEPS = 4
_MOST_ROUNDS = 24
_BIRTHS_AT_ONCE = 6
_NEVER = np.float32(-30.0)


@dataclass
class Belief:
    """What is believed of R rows and K themes; the first `given` themes are humans' and never go away."""

    chance: Floats
    """(R, K + 1) each row's chance of each theme, and in the last column of none of them; sums to 1."""
    odds: Floats
    """(K, K) the log odds that two themes are one, below zero for all that stay apart."""
    anchors: list[tuple[int, int, bool]]
    """(row, theme, born): the row that stands for a theme of the machine's; born from "none of these" or
    not."""
    given: int
    sure: Floats
    """(R, K + 1) as `chance`, but an anchor gets no credit for being one: how sure a place is."""
    care: Floats = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    """(people,) each person's care, 0..1."""

    @property
    def themes(self) -> int:
        """How many themes there are, K."""
        return int(self.chance.shape[1]) - 1

    def labels(self) -> Labels:
        """(R,) each row's likeliest theme; FREE where there is no theme at all."""
        if not self.themes:
            return np.full(len(self.chance), FREE, dtype=np.int64)
        return np.asarray(self.chance[:, :-1].argmax(axis=1), dtype=np.int64)


class Weighing:
    """One weighing. `alike` (R, R), `sizes` (R,) ideas in each row, `fixed` (R,) a human's theme, UNASSIGNED
    or FREE; `taught` (R, given + 1) what humans' themes alone say of each row (teaching.py), None where there
    are none."""

    def __init__(
        self, alike: Floats, sizes: Floats, fixed: Labels, evidence: Evidence, taught: Floats | None = None
    ) -> None:
        self._alike = alike
        self._kernel = np.exp(_SHARPNESS * alike).astype(np.float32)
        np.fill_diagonal(self._kernel, 0.0)
        self._sizes = sizes[:, None]
        self._fixed = fixed
        self._evidence = evidence
        self._taught = taught

    def believe(self, start: Labels, given: int, anchors: Sequence[tuple[int, int]]) -> Belief:
        """The belief that grows from `start` (R,), every row in a theme; the first `given` themes are
        humans'.

        `anchors` are (row, theme) pairs that stand for the machine's own themes.
        """
        *_, whole = self.growing(start, given, anchors)
        return whole

    def growing(self, start: Labels, given: int, anchors: Sequence[tuple[int, int]]) -> Iterator[Belief]:
        """The same step by step, for who can't wait for all of it: the belief as far as it has come. Only the
        last one is whole."""
        themes = max(given, int(start.max(initial=-1)) + 1)
        chance = np.zeros((len(start), themes + 1), dtype=np.float32)
        nothing_yet = np.full((themes, themes), _NEVER, dtype=np.float32)
        belief = Belief(chance, nothing_yet, [(row, theme, False) for row, theme in anchors], given, chance)
        belief.care = np.full(self._evidence.people, _CARE, dtype=np.float32)
        agreed = start.copy()
        for _ in self._agree(agreed, themes, {row for row, _ in anchors}):
            yield belief
        chance[np.arange(len(start)), _column(agreed, themes)] = 1.0
        yield from self._settle(belief, _FIRST_STEPS if len(self._evidence) else _STEPS_WITHOUT_ANSWERS)
        for _ in range(_MOST_ROUNDS if len(self._evidence) else 0):
            if not self._bear(belief) and not self._join(belief):
                break
            yield from self._settle(belief, _NEXT_STEPS)
        belief.odds = self._odds(belief)
        yield belief

    def _agree(self, labels: Labels, themes: int, anchors: Collection[int]) -> Iterator[None]:
        """Moves one row after the other, some at a time, to where answers put it, except those that stand for
        themes. Steps of all rows at once do not find out of a theme that has swallowed another: whatever is
        shown is in it then, and every answer fits it as well as any other."""
        bonds = self._evidence.bonds(len(labels))
        asked = [row for row in np.unique(self._evidence.subject).tolist() if self._fixed[row] == FREE]
        asked = [row for row in asked if row not in anchors]
        there = np.flatnonzero(labels >= 0)
        for _ in range(_ROUNDS_TO_AGREE if themes else 0):
            before = labels.copy()
            for number, row in enumerate(asked, 1):
                score = np.bincount(labels[there], bonds[row, there], themes)
                best = int(score.argmax())
                if score[best] > score[labels[row]]:
                    labels[row] = best
                if number % _ROWS_A_STEP == 0:
                    yield
            if (labels == before).all():
                break

    def _settle(self, belief: Belief, steps: int) -> Iterator[Belief]:
        """Steps of expectation and maximisation: rows' chances from their themes' members and answers, then
        care."""
        for _ in range(steps):
            log_chance = self._log_prior(belief)
            if len(self._evidence):
                fitting = self._evidence.fitting(belief.chance)
                log_chance = log_chance + self._log_answers(belief.care, fitting)
            belief.sure = self._shares(log_chance)
            belief.chance = self._shares(self._anchored(log_chance, belief))
            if len(self._evidence):
                belief.care = self._care(belief, fitting)
            yield belief

    def _shares(self, log_chance: Floats) -> Floats:
        chance = np.exp(log_chance - log_chance.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        held = np.flatnonzero(self._fixed != FREE)
        chance[held] = 0.0
        chance[held, _column(self._fixed[held], chance.shape[1] - 1)] = 1.0
        return np.asarray(chance, dtype=np.float32)

    def _log_prior(self, belief: Belief) -> Floats:
        """What humans' themes leave over is shared by the machine's, by their density, and none of them."""
        given = belief.given if self._taught is not None else 0
        members = belief.chance[:, given:-1] * self._sizes
        density = (self._kernel @ members) / (members.sum(axis=0) + 1.0 - belief.chance[:, given:-1])
        density = density**_TRUST_IN_VECTORS + 1e-9
        prior = np.ones(belief.chance.shape, dtype=np.float32)
        if density.shape[1]:
            prior[:, given:-1] = density / density.sum(axis=1, keepdims=True) * (1.0 - _NOWHERE)
            prior[:, -1] = _NOWHERE
        if self._taught is not None:
            prior[:, :given] = self._taught[:, :-1]
            prior[:, given:] *= self._taught[:, -1:]
        return np.asarray(np.log(prior + 1e-12), dtype=np.float32)

    def _anchored(self, log_chance: Floats, belief: Belief) -> Floats:
        """The same with credit for the rows that stand for themes, so that no theme dissolves at its first
        step; a theme born of one row takes the place of "none" for it."""
        log_chance = log_chance.copy()
        for row, theme, born in belief.anchors:
            if born:
                alone = log_chance[row, -1] - np.log(_NOWHERE) + np.log(_ALONE)
                log_chance[row, theme] = np.logaddexp(log_chance[row, theme], alone)
                log_chance[row, -1] = _NEVER
            else:
                log_chance[row, theme] += _ANCHORED
        return log_chance

    def _log_answers(self, care: Floats, fitting: Floats) -> Floats:
        told = self._evidence
        careful = care[told.person][:, None]
        total = np.zeros((len(self._fixed), fitting.shape[1]), dtype=np.float32)
        np.add.at(total, told.subject, np.log(careful * fitting + (1.0 - careful) / told.options[:, None]))
        return total

    def _care(self, belief: Belief, fitting: Floats) -> Floats:
        told = self._evidence
        fits = (belief.chance[told.subject] * fitting).sum(axis=1)
        careful = belief.care[told.person]
        was_careful = careful * fits / (careful * fits + (1.0 - careful) / told.options)
        share = np.bincount(told.person, was_careful, told.people) + _CARE * _CARE_WORTH_ANSWERS
        count = np.bincount(told.person, minlength=told.people) + _CARE_WORTH_ANSWERS
        return np.asarray(np.minimum(share / count, _CARE_AT_MOST), dtype=np.float32)

    def _bear(self, belief: Belief) -> bool:
        """Makes themes of the rows that most likely belong to none, a few at a time and no two near
        neighbours."""
        born: list[int] = []
        nearest = self._kernel.argmax(axis=1)
        nowhere = np.where(self._fixed == FREE, belief.chance[:, -1], 0.0)
        for row in np.argsort(-nowhere, kind="stable").tolist():
            if nowhere[row] <= 0.5 or len(born) == _BIRTHS_AT_ONCE:
                break
            if int(nearest[row]) not in born and not any(int(nearest[other]) == row for other in born):
                born.append(row)
        if not born:
            return False
        first = belief.themes
        fresh = np.zeros((len(belief.chance), len(born)), dtype=np.float32)
        belief.chance = np.hstack([belief.chance[:, :-1], fresh, belief.chance[:, -1:]])
        for number, row in enumerate(born):
            belief.chance[row] = 0.0
            belief.chance[row, first + number] = 1.0
            belief.anchors.append((row, first + number, True))
        return True

    def _odds(self, belief: Belief) -> Floats:
        return joining_odds(belief.chance, self._sizes[:, 0], self._alike, self._evidence, belief.care)

    def _join(self, belief: Belief) -> bool:
        """Joins the two themes that are most likely one, unless both are humans'."""
        odds = self._odds(belief)
        odds[: belief.given, : belief.given] = _NEVER
        if not odds.size or odds.max() <= 0.0:
            return False
        first, second = sorted(int(place) for place in np.unravel_index(int(odds.argmax()), odds.shape))
        belief.chance[:, first] += belief.chance[:, second]
        belief.chance = np.delete(belief.chance, second, axis=1)
        after = {theme: theme - (theme > second) for theme in range(len(odds))} | {second: first}
        belief.anchors = [
            (row, after[theme], born) for row, theme, born in belief.anchors if after[theme] >= belief.given
        ]
        return True


def _column(labels: Labels, themes: int) -> Labels:
    """The column of each label in a table of chances: what was put aside belongs to no theme."""
    return np.where(labels == UNASSIGNED, themes, labels)


def certain(chance: Floats, labels: Labels) -> npt.NDArray[np.float32]:
    """(R,) the chance of each row's label; 0 for FREE and for a theme that nobody believed in."""
    believed = (labels >= 0) & (labels < chance.shape[1] - 1)
    found = chance[np.arange(len(labels)), np.where(believed, labels, 0)]
    return np.asarray(np.where(believed, found, 0.0), dtype=np.float32)
