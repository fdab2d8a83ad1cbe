"""Who is being asked what: the question each phone shows and those that are ready behind it, so that nobody
waits for the desk. What is asked is the desk's choice; what may be asked, and how it reads, is decided
here."""

from collections.abc import Sequence
from typing import Any, Final

from facilitation.domain import events as e
from facilitation.domain.workshop import Workshop
from facilitation.themes.requests import Asks, Choice

EXAMPLES: Final = 2
AHEAD: Final = 2
"""So many questions are ready behind the one that a phone shows: while the desk regroups, it asks nobody."""

Shown = dict[str, Any]


class Questions:
    """The questions of one workshop's people; `who` is a participant's id, or a table's for its tablet."""

    def __init__(self, workshop: Workshop) -> None:
        self._seen: dict[str, dict[str, None]] = {}
        for idea, given in workshop.answers.items():
            for one in given:
                self._seen.setdefault(one.who, {})[idea] = None
        self._current: dict[str, Asks] = {}
        self._following: dict[str, list[Asks]] = {}
        self._askable: tuple[Workshop, frozenset[str]] = (workshop, _askable(workshop))

    def changed(self, after: Workshop, events: Sequence[e.Event]) -> None:
        """Takes note of what was answered."""
        for event in events:
            if isinstance(event, e.QuestionAnswered):
                self._seen.setdefault(event.participant, {})[event.idea] = None
        if not after.sorting:
            self._current.clear()
            self._following.clear()

    def present(self, workshop: Workshop, who: str) -> Shown | None:
        """The question to show now: the same until it is answered, then the one behind it. None if there is
        none (any more) that may be asked."""
        current = self._current.get(who)
        if current is None or not self._may_be_asked(workshop, who, current.idea):
            ahead = self._following.get(who, [])
            fit = [one for one in ahead if self._may_be_asked(workshop, who, one.idea)]
            self._following[who] = fit[1:]
            if not fit:
                self._current.pop(who, None)
                return None
            current = self._current[who] = fit[0]
        return self._told(workshop, who, current)

    def lacks_following(self, who: str) -> bool:
        """Whether fewer than AHEAD are ready behind the one that is shown."""
        return len(self._following.get(who, ())) < AHEAD

    def got(self, who: str, question: Asks) -> None:
        """The desk's choice for this person, to be asked after those that wait already."""
        ahead = self._following.setdefault(who, [])
        if question.idea is not None and question.idea not in {one.idea for one in ahead}:
            ahead.append(question)

    def known(self, workshop: Workshop, who: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """One's own ideas, and those one need not be asked about (again): answered, or shown now."""
        shown = [one.idea or "" for one in self._following.get(who, ())]
        if who in self._current:
            shown.append(self._current[who].idea or "")
        return _own(workshop, who), (*self._seen.get(who, ()), *shown)

    def _may_be_asked(self, workshop: Workshop, who: str, idea: str | None) -> bool:
        return idea in self._askable_now(workshop) and idea not in self._left_out(workshop, who)

    def _left_out(self, workshop: Workshop, who: str) -> set[str]:
        return {*_own(workshop, who), *self._seen.get(who, ())}

    def _askable_now(self, workshop: Workshop) -> frozenset[str]:
        known, askable = self._askable
        if known.ideas is not workshop.ideas or known.sorting is not workshop.sorting:
            askable = _askable(workshop)
            self._askable = (workshop, askable)
        return askable

    def _told(self, workshop: Workshop, who: str, question: Asks) -> Shown:
        idea = workshop.ideas[question.idea or ""]
        left = len(self._askable_now(workshop) - self._left_out(workshop, who))
        return {
            "idea": idea.id,
            "text": idea.text,
            "candidates": [_candidate(workshop, choice) for choice in question.choices],
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


def _candidate(workshop: Workshop, choice: Choice) -> Shown:
    """As people read it: by the theme's title and two of its ideas. `ideas` are what is shown, as the answer
    says it."""
    ideas = [idea for i in choice.ideas if (idea := workshop.ideas.get(i)) and idea.visible]
    theme = workshop.themes.get(choice.theme or "")
    title = theme.title if theme else choice.title
    told = {
        "title": title,
        "examples": [idea.text for idea in ideas if idea.text != title][:EXAMPLES],
        "ideas": [idea.id for idea in ideas],
    }
    return {"theme": theme.id, **told} if theme else told
