"""What the themes desk's process knows: the ideas, themes and answers of each open workshop, by area, and
what facilitation/themes makes of them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from facilitation.runtime.desk_wire import (
    AnswerFact,
    Arrange,
    Arranged,
    AskQuestion,
    DeskReply,
    DeskRequest,
    Done,
    Facts,
    FindSame,
    FindSimilar,
    Forget,
    Found,
    Group,
    IdeaFact,
    NextQuestion,
    ThemeFact,
)
from facilitation.themes import Answer, IdeaText, KeptTheme, ask, suggest
from facilitation.themes.suggest import default_encoder


class KnownDesks:
    """The workshops this process has been told of."""

    def __init__(self) -> None:
        self._desks: dict[str, Desk] = {}

    def do(self, request: DeskRequest) -> DeskReply:
        """The reply to a request. Raises what goes wrong."""
        if isinstance(request, Facts):
            if request.afresh or request.code not in self._desks:
                self._desks[request.code] = Desk()
            self._desks[request.code].learn(request)
            return Done()
        if isinstance(request, Forget):
            self._desks.pop(request.code, None)
            return Done()
        desk = self._desks.setdefault(request.code, Desk())
        if isinstance(request, AskQuestion):
            return desk.question(request)
        if isinstance(request, Arrange):
            return desk.arrange(request)
        return Found(desk.same(request.area) if isinstance(request, FindSame) else desk.similar(request))

    def think(self) -> bool:
        """One step more of what can be thought about ahead; False when there is nothing."""
        return False


class Desk:
    """One workshop."""

    def __init__(self) -> None:
        self._ideas: dict[str, IdeaFact] = {}
        self._themes: dict[str, ThemeFact] = {}
        self._answers: dict[tuple[str, str], AnswerFact] = {}
        self._fineness: dict[str, float] = {}

    def learn(self, facts: Facts) -> None:
        self._ideas.update((idea.id, idea) for idea in facts.ideas)
        self._themes.update((theme.id, theme) for theme in facts.themes)
        self._answers.update(((one.idea, one.person), one) for one in facts.answers)
        for gone in facts.gone:
            self._ideas.pop(gone, None)
        for theme in facts.themes_gone:
            self._themes.pop(theme, None)
        self._fineness.update(facts.fineness)

    def question(self, request: AskQuestion) -> NextQuestion:
        barred = {*request.own, *request.seen}
        for area in request.areas:
            ranked = [q for q in ask(self._texts(area), **self._told(area)) if q.idea not in barred]
            if ranked:
                best = min(ranked, key=lambda question: request.open.count(question.idea))
                return NextQuestion(best.idea, tuple(("", shown) for shown in best.shown))
        return NextQuestion()

    def arrange(self, request: Arrange) -> Arranged:
        told = self._told(request.area)
        if request.arrivals is not None:
            here = [t for t in self._themes.values() if t.area == request.area]
            held = {t.id: tuple(i.id for i in self._ideas.values() if i.theme == t.id) for t in here}
            told["kept"] = [KeptTheme(t.id, t.title, held[t.id]) for t in here]
        suggestion = suggest(self._texts(request.area), **told)
        groups = []
        for theme in suggestion.themes:
            sure = dict(zip(theme.ideas, theme.confidence, strict=True))
            ideas = (
                theme.added if request.arrivals is None else [i for i in theme.added if i in request.arrivals]
            )
            if ideas:
                percent = tuple(round(100 * sure[idea]) for idea in ideas)
                groups.append(Group(tuple(ideas), percent, theme.kept or "", theme.title))
        loose = [i for i in suggestion.unassigned if not self._ideas[i].by_hand]
        return Arranged(tuple(groups), tuple(loose) if request.arrivals is None else ())

    def same(self, area: str) -> tuple[tuple[str, ...], ...]:
        texts = self._texts(area)
        return suggest(texts).same if texts else ()

    def similar(self, request: FindSimilar) -> tuple[tuple[str, ...], ...]:
        text = self._ideas[request.idea].text if request.idea in self._ideas else request.text
        among = [idea for idea in request.among if idea in self._ideas]
        vectors = default_encoder().encode([text, *(self._ideas[idea].text for idea in among)])
        order = np.argsort(-(vectors[1:] @ vectors[0]), kind="stable").tolist()
        return (tuple(among[place] for place in order[: request.count]),)

    def _texts(self, area: str) -> Sequence[IdeaText]:
        return [IdeaText(idea.id, idea.text) for idea in self._ideas.values() if idea.area == area]

    def _told(self, area: str) -> dict[str, Any]:
        here = [idea for idea in self._ideas.values() if idea.area == area]
        kept = [theme for theme in self._themes.values() if theme.area == area and theme.kept]
        held = {t.id: tuple(i.id for i in here if i.by_hand and i.theme == t.id) for t in kept}
        answers = [a for a in self._answers.values() if a.idea in self._ideas]
        return {
            "kept": [KeptTheme(theme.id, theme.title, held[theme.id]) for theme in kept],
            "unassigned": [idea.id for idea in here if idea.by_hand and not idea.theme],
            "answers": [
                Answer(a.idea, tuple(tuple(c) for c in a.shown if not isinstance(c, str)), a.chosen, a.person)
                for a in answers
                if self._ideas[a.idea].area == area and all(not isinstance(c, str) for c in a.shown)
            ],
            "fineness": self._fineness.get(area, 0.5),
        }
