"""Who is being asked what: the question each phone shows and the one that is ready behind it, so that nobody
waits for the desk. What is asked is the desk's choice; what may be asked, and how it reads, is decided
here."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from facilitation.domain import events as e
from facilitation.domain.bounds import SHOWN_EXAMPLES
from facilitation.domain.workshop import Workshop
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.desk_wire import NextQuestion

PUT_AWAY_MS: Final = 90_000
"""A phone that has not answered for so long is taken to show its question to nobody."""

EXAMPLES: Final = 2

Shown = dict[str, Any]


class Questions:
    """The questions of one workshop's people; `who` is a participant's id, or a table's for its tablet."""

    def __init__(self, workshop: Workshop, concurrency: Concurrency) -> None:
        self._concurrency = concurrency
        self._seen: dict[str, dict[str, None]] = {}
        for idea, given in workshop.answers.items():
            for one in given:
                self._seen.setdefault(one.who, {})[idea] = None
        self._current: dict[str, NextQuestion] = {}
        self._following: dict[str, NextQuestion] = {}
        self._shown_ms: dict[str, int] = {}
        self._askable: tuple[Workshop, frozenset[str]] = (workshop, _askable(workshop))

    def changed(self, after: Workshop, events: Sequence[e.Event]) -> None:
        """Takes note of what was answered."""
        for event in events:
            if isinstance(event, e.QuestionAnswered):
                self._seen.setdefault(event.participant, {})[event.idea] = None
        if not after.sorting:
            for kept in (self._current, self._following, self._shown_ms):
                kept.clear()

    def present(self, workshop: Workshop, who: str) -> Shown | None:
        """The question to show now: the same until it is answered, then the one behind it. None if there is
        none (any more) that may be asked."""
        current = self._current.get(who)
        if current is None or not self._may_be_asked(workshop, who, current.idea):
            current = self._following.pop(who, None)
            if current is None or not self._may_be_asked(workshop, who, current.idea):
                self._current.pop(who, None)
                return None
            self._current[who] = current
        self._shown_ms[who] = self._concurrency.clock_ms()
        return self._told(workshop, who, current)

    def lacks_following(self, who: str) -> bool:
        """Whether none is ready behind the one that is shown."""
        return who not in self._following

    def got(self, who: str, question: NextQuestion) -> None:
        """The desk's choice for this person, to be asked after the present one."""
        if question.idea:
            self._following[who] = question

    def known(self, workshop: Workshop, who: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """One's own ideas, and those one need not be asked about (again): answered, or shown now."""
        shown = [one.idea for kept in (self._current, self._following) if (one := kept.get(who))]
        return _own(workshop, who), (*self._seen.get(who, ()), *shown)

    def open_elsewhere(self, who: str) -> tuple[str, ...]:
        """The ideas that other people are asked about at present."""
        since = self._concurrency.clock_ms() - PUT_AWAY_MS
        others = [other for other, at in self._shown_ms.items() if at >= since and other != who]
        kept = (self._current, self._following)
        return tuple(one.idea for other in others for each in kept if (one := each.get(other)))

    def _may_be_asked(self, workshop: Workshop, who: str, idea: str) -> bool:
        return idea in self._askable_now(workshop) and idea not in self._left_out(workshop, who)

    def _left_out(self, workshop: Workshop, who: str) -> set[str]:
        return {*_own(workshop, who), *self._seen.get(who, ())}

    def _askable_now(self, workshop: Workshop) -> frozenset[str]:
        known, askable = self._askable
        if known.ideas is not workshop.ideas or known.sorting is not workshop.sorting:
            askable = _askable(workshop)
            self._askable = (workshop, askable)
        return askable

    def _told(self, workshop: Workshop, who: str, question: NextQuestion) -> Shown:
        left = len(self._askable_now(workshop) - self._left_out(workshop, who))
        return {
            "idea": question.idea,
            "text": workshop.ideas[question.idea].text,
            "candidates": _candidates(workshop, question),
            "left": left,
            "done": len(self._seen.get(who, ())),
        }


def _askable(workshop: Workshop) -> frozenset[str]:
    """What the room may be asked about: whatever no moderator has placed."""
    if not workshop.sorting:
        return frozenset()
    free = (i for i in workshop.ideas.values() if i.visible and i.placed_by != "moderator")
    return frozenset(idea.id for idea in free if idea.area in workshop.sorting)


def _own(workshop: Workshop, who: str) -> tuple[str, ...]:
    participant = workshop.participants.get(who)
    if participant is not None:
        return participant.ideas
    return tuple(i for i in workshop.tablecloths.get(who, ()) if workshop.ideas[i].by_table)


def _candidates(workshop: Workshop, question: NextQuestion) -> list[Shown]:
    """As people read them: by the theme on the wall where there is one, else by their ideas."""
    meant = [(_theme_of(workshop, theme, ideas), ideas) for theme, ideas in question.candidates]
    typical = workshop.typical({theme for theme, _ in meant if theme}, SHOWN_EXAMPLES)
    told: list[Shown] = []
    taken: set[str] = set()
    for theme, ideas in meant:
        others = [workshop.ideas[i] for i in ideas if i in workshop.ideas and i != question.idea]
        visible = [idea for idea in others if idea.visible]
        if theme and theme not in taken:
            taken.add(theme)
            title = workshop.themes[theme].title
            texts = [idea.text for idea in typical[theme] if idea.text != title and idea.id != question.idea]
            told.append({"theme": theme, "title": title, "examples": texts[:EXAMPLES]})
        elif not theme and visible:
            texts = [idea.text for idea in visible]
            own = {"ideas": [idea.id for idea in visible[: EXAMPLES + 1]]}
            told.append({**own, "title": texts[0], "examples": texts[1 : EXAMPLES + 1]})
    return told


def _theme_of(workshop: Workshop, theme: str, ideas: Sequence[str]) -> str:
    """The theme on the wall that a candidate stands for: its own, or the one most of its ideas are in."""
    if theme in workshop.themes:
        return theme
    in_themes = Counter(one.theme for i in ideas if (one := workshop.ideas.get(i)) and one.theme)
    return max(in_themes, key=lambda found: in_themes[found], default="")
