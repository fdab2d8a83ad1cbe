"""Sorting: the people in the room sort the ideas of one area, one tap at a time. Who is asked what next.

Keeps a belief (weighing.py) while answers come in. An answer moves the belief about its own idea at once; all
of it is weighed anew in steps (`think`), so that nobody waits for that. What a question is worth is in
asking.py.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from facilitation.themes.answers import Answer, Evidence, Question, evidence_of
from facilitation.themes.area import Area
from facilitation.themes.asking import Ranking, RowQuestion
from facilitation.themes.grouping import FREE
from facilitation.themes.naming import title_of
from facilitation.themes.weighing import Belief

_OPEN_ELSEWHERE = 0.25
_LIKE_ONE_OPEN = 0.8
_CARE = 0.85
_MIDDLE = 0.5


@dataclass(frozen=True)
class Asked:
    """One person's next question, for each candidate a title and the ideas that seem to belong to it by now,
    and what the answer is expected to teach, in nats."""

    question: Question
    titles: tuple[str, ...]
    members: tuple[tuple[str, ...], ...]
    worth: float


class Sorting:
    """The sorting of one area. `ids` are the area's ideas in their order; `answers` what is known so far.

    Has no questions before `think` has run to its end once.
    """

    def __init__(self, area: Area, ids: Sequence[str], answers: Mapping[str, Answer]) -> None:
        self.ids = tuple(ids)
        self._area = area
        self._row_of = {idea: int(area.rows.of[number]) for number, idea in enumerate(ids)}
        self._answers = dict(answers)
        self._ideas = set(self._row_of.values())
        self._askable = set(np.flatnonzero(area.rows.fixed == FREE).tolist()) & self._ideas
        self._idea_of = {row: idea for idea, row in reversed(self._row_of.items())}
        self._belief: Belief | None = None
        self._best: dict[int, RowQuestion] = {}
        self._titles: dict[int, str] = {}
        self._unweighed = 0
        self._thinking = self._weigh()

    def answered(self, told: str, answer: Answer) -> None:
        """Takes one answer, known by `told`; the same again is nothing new. Ideas that are not here are
        passed over."""
        if told in self._answers or answer.idea not in self._row_of:
            return
        self._answers[told] = answer
        self._unweighed += 1
        self._move(answer)

    def think(self) -> bool:
        """Weighs on, for some thousandths of a second; False when there is nothing left to weigh."""
        if next(self._thinking, None) is not None:
            return True
        if not self._unweighed:
            return False
        self._unweighed = 0
        self._thinking = self._weigh()
        return True

    def question(self, barred: Collection[str], open_: Sequence[str]) -> Asked | None:
        """The question that teaches most, about none of the ideas in `barred` nor any that is the same. What
        other phones show now (`open_`, ideas) is worth less. None when there is no other."""
        not_these = {self._row_of[idea] for idea in barred if idea in self._row_of}
        rows = Counter(self._row_of[idea] for idea in open_ if idea in self._row_of)
        themes: Counter[int] = Counter()
        for row, often in rows.items():
            if row in self._best:
                themes[self._best[row].themes[0]] += often

        def worth(question: RowQuestion) -> tuple[float, int]:
            """Less for what another phone shows, and a little less for what is about the same theme."""
            less = _OPEN_ELSEWHERE ** rows[question.row] * _LIKE_ONE_OPEN ** themes[question.themes[0]]
            return round(question.worth * less, 6), -question.row

        free = (question for row, question in self._best.items() if row not in not_these)
        best = max(free, key=worth, default=None)
        if best is None:
            return None
        names = tuple(tuple(self._idea_of[row] for row in shown) for shown in best.shown)
        titles = tuple(self._title(theme) for theme in best.themes)
        members = tuple(tuple(self.ids[place] for place in self._places(theme)) for theme in best.themes)
        return Asked(Question(self._idea_of[best.row], names), titles, members, best.worth)

    def _title(self, theme: int) -> str:
        if theme < len(self._area.kept):
            return self._area.kept[theme].title
        if theme not in self._titles:
            places = self._places(theme)
            texts = [self._area.readable(place) for place in places]
            alike = self._area.alike[np.ix_(places, places)]
            self._titles[theme] = title_of(texts, alike, list(self._titles.values())) if texts else "…"
        return self._titles[theme]

    def _places(self, theme: int) -> list[int]:
        """Where in `ids` the ideas of a theme are, as it seems since all was last weighed."""
        return np.flatnonzero(self._homes == theme).tolist()

    def _weigh(self) -> Iterator[Belief]:
        weighed = {told: answer for told, answer in self._answers.items() if answer.idea in self._row_of}
        evidence = evidence_of([self._here(answer) for answer in weighed.values()], self._row_of)
        weighing, (start, anchors) = self._area.weighing(evidence, _MIDDLE)
        belief = None
        for belief in weighing.growing(start, len(self._area.kept), anchors):
            yield belief
        assert belief is not None
        self._take(belief, evidence)
        for told, answer in self._answers.items():
            if told not in weighed:
                self._move(answer)

    def _take(self, belief: Belief, evidence: Evidence) -> None:
        self._belief, self._titles = belief, {}
        self._homes = belief.labels()[self._area.rows.of[: len(self.ids)]]
        area = self._area
        self._ranking = Ranking(belief, evidence, self._ideas, area.between, area.rows.fixed)
        self._best = self._ranking.best(self._askable)

    def _here(self, answer: Answer) -> Answer:
        shown = tuple(tuple(idea for idea in shown if idea in self._row_of) for shown in answer.shown)
        return Answer(answer.idea, shown, answer.chosen, answer.person)

    def _move(self, answer: Answer) -> None:
        """Moves the belief about the row that was asked about, by this answer alone."""
        if self._belief is None or answer.idea not in self._row_of:
            return
        row, chance = self._row_of[answer.idea], self._belief.chance
        fits = evidence_of([self._here(answer)], self._row_of).fitting(chance)[0]
        moved = chance[row] * (_CARE * fits + (1.0 - _CARE) / (len(answer.shown) + 1))
        chance[row] = moved / moved.sum()
        question = self._ranking.of_row(row)
        if row in self._askable and question is not None:
            self._best[row] = question
