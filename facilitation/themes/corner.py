"""A corner of the desk: one area, what was told about it, and its sorting, once somebody asked.

Nothing here answers requests (desk.py) or takes long: what does is handed out as work on a copy.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitation.themes import requests as r
from facilitation.themes.answers import Answer
from facilitation.themes.area import Area
from facilitation.themes.encoders import Encoder
from facilitation.themes.knowing import Known
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.sorting import Asked, Sorting
from facilitation.themes.suggestion import KeptTheme

READ_AT_ONCE = 16
"""So many new texts are encoded in one thought: some 50 ms."""


@dataclass
class Corner:
    """One area. `sorting` asks, `coming` takes its place once it has weighed everything; `preparing` says
    that the area is being read anew for that."""

    known: Known
    decisions: r.Decisions = field(default_factory=r.Decisions)
    answers: dict[str, Answer] = field(default_factory=dict)
    sorting: Sorting | None = None
    coming: Sorting | None = None
    preparing: bool = False
    changed: bool = False
    answered: dict[str, set[str]] = field(default_factory=dict)
    """The ideas that each person answered about."""
    open: dict[str, r.Asks] = field(default_factory=dict)
    """What each phone shows now."""

    def decide(self, decisions: r.Decisions) -> None:
        """Takes what humans decided, instead of all that was decided before."""
        before = self.decisions
        self.decisions = decisions
        if (before.kept, before.unassigned) != (decisions.kept, decisions.unassigned):
            self.changed = True
        if (before.together, before.apart) != (decisions.together, decisions.apart):
            self.changed = True

    def told(self, number: str, answer: Answer) -> None:
        """Takes a person's answer; their phone no longer shows what was answered. Raises ThemesRefused."""
        if number in self.answers:
            return
        if answer.chosen is not None and not 0 <= answer.chosen < len(answer.shown):
            raise ThemesRefused("answer_choice_unknown", answer=number, chosen=answer.chosen)
        person = str(answer.person)
        self.answers[number] = answer
        self.answered.setdefault(person, set()).add(answer.idea)
        for sorting in (self.sorting, self.coming):
            if sorting is not None:
                sorting.answered(number, answer)
        if person in self.open and self.open[person].idea == answer.idea:
            del self.open[person]

    def barred(self, request: r.Next) -> set[str]:
        """Ideas that this person is not to be asked about: own, seen, placed by a human, or gone."""
        answered = self.answered.get(request.person, set())
        held = {idea for theme in self.decisions.kept for idea in theme.ideas}
        gone = set(self.sorting.ids) - self.known.ideas.keys() if self.sorting else set()
        return {*request.own, *request.seen, *self.decisions.unassigned, *answered, *held, *gone}

    def prepare(self, encoder: Encoder) -> Callable[[], Sorting]:
        """The work that reads the area for a sorting, by what is known now."""
        self.changed, self.preparing = False, True
        ideas = list(self.known.ideas.values())
        decided, answers = self.decided(), self.standing()

        def work() -> Sorting:
            sorting = Sorting(
                Area(ideas, encoder, **decided, answers=()), [idea.id for idea in ideas], answers
            )
            sorting.think()
            return sorting

        return work

    def prepared(self, sorting: Sorting) -> None:
        """Takes what `prepare` worked out, and tells it what was answered meanwhile."""
        self.preparing = False
        for number, answer in self.standing().items():
            sorting.answered(number, answer)
        self.coming = sorting

    def think(self) -> bool:
        """Weighs on for a moment; False when there is nothing to weigh."""
        if self.coming is None:
            return self.sorting is not None and not self.must_prepare() and self.sorting.think()
        if not self.coming.think():
            self.sorting, self.coming = self.coming, None
        return True

    def must_prepare(self) -> bool:
        """Whether the sorting knows less than there is to know."""
        return self.sorting is not None and self.changed and not self.preparing and self.coming is None

    def decided(self) -> dict[str, Any]:
        """Decisions as suggest() takes them: of ideas that are gone nothing is left."""
        known, decisions = self.known.ideas, self.decisions
        return {
            "kept": [
                KeptTheme(t.id, t.title, tuple(idea for idea in t.ideas if idea in known))
                for t in decisions.kept
            ],
            "unassigned": [idea for idea in decisions.unassigned if idea in known],
            "together": [pair for pair in decisions.together if pair[0] in known and pair[1] in known],
            "apart": [pair for pair in decisions.apart if pair[0] in known and pair[1] in known],
        }

    def standing(self) -> dict[str, Answer]:
        """The answers without ideas that are gone."""
        known = self.known.ideas
        return {
            number: Answer(
                answer.idea,
                tuple(tuple(idea for idea in candidate if idea in known) for candidate in answer.shown),
                answer.chosen,
                answer.person,
            )
            for number, answer in self.answers.items()
            if answer.idea in known
        }

    def choices(self, asked: Asked) -> tuple[r.Choice, ...]:
        """The candidates, with the names of the themes on the wall that most of their examples stand in. Not
        of one from which they strayed: where the room would put the examples with ideas of another theme, the
        candidate is named after what it is now."""
        themes = {theme.id: theme for theme in (*self.decisions.kept, *self.decisions.wall)}
        home = {idea: theme.id for theme in themes.values() for idea in theme.ideas}
        taken: set[str] = set()
        choices = []
        for shown, title, members in zip(asked.question.shown, asked.titles, asked.members, strict=True):
            theme, often = _commonest(shown, home)
            strayed = theme != _commonest({*shown, *members}, home)[0]
            if theme is None or theme in taken or often * 2 <= len(shown) or strayed:
                choices.append(r.Choice(None, title, shown))
            else:
                taken.add(theme)
                choices.append(r.Choice(theme, themes[theme].title, shown))
        return tuple(choices)

    def must_know(self, ideas: Sequence[str]) -> None:
        """Raises ThemesRefused for an idea that is not here."""
        for idea in ideas:
            if idea not in self.known.ideas:
                raise ThemesRefused("idea_unknown", idea=idea)

    def answers_about(self) -> Mapping[str, list[Answer]]:
        """The answers by the idea they are about."""
        found: dict[str, list[Answer]] = {}
        for answer in self.answers.values():
            found.setdefault(answer.idea, []).append(answer)
        return found


def _commonest(ideas: Collection[str], home: Mapping[str, str]) -> tuple[str | None, int]:
    """The theme that most of these ideas stand in, and how many do; the first of those with as many."""
    stand = Counter(sorted(home[idea] for idea in ideas if idea in home))
    return stand.most_common(1)[0] if stand else (None, 0)
