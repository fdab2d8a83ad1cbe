"""What the events about the room's sorting do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import keep_theme, put
from facilitation.domain.workshop import TapAnswer, Theme, Workshop


def _sorting_opened(w: Workshop, event: e.SortingOpened) -> Workshop:
    first = dict.fromkeys(event.areas, w.idea_count)
    areas = tuple(area for area in w.areas if area in w.sorting or area in event.areas)
    return replace(w, sorting=areas, sorted_until={**first, **w.sorted_until})


def _sorting_closed(w: Workshop, _event: e.SortingClosed) -> Workshop:
    return replace(w, sorting=())


def _question_answered(w: Workshop, event: e.QuestionAnswered) -> Workshop:
    answer = TapAnswer(event.participant, event.shown, event.chosen, event.skipped)
    answers = put(w.answers, event.idea, (*w.answers.get(event.idea, ()), answer))
    who = w.participants.get(event.participant)
    if who is None:
        return replace(w, answers=answers)
    counted = replace(who, answered=who.answered + 1)
    return replace(w, answers=answers, participants=put(w.participants, who.id, counted))


def _ideas_arranged(w: Workshop, event: e.IdeasArranged) -> Workshop:
    themes = {t.id: t for t in w.themes.values() if t.id not in event.removed}
    for number, made in enumerate(event.made, w.theme_count + 1):
        themes[made.theme] = Theme(made.theme, number, event.area, made.title, kept=False)
    ideas = dict(w.ideas)
    until = w.sorted_until.get(event.area, w.idea_count)
    for placed in event.placed:
        idea = ideas[placed.idea]
        ideas[idea.id] = replace(
            idea,
            theme=placed.theme,
            placed_by=placed.by if placed.theme else "",
            confidence=placed.confidence,
            new=idea.number > until and bool(placed.theme),
        )
    return replace(w, ideas=ideas, themes=themes, theme_count=w.theme_count + len(event.made))


def _ideas_likened(w: Workshop, event: e.IdeasLikened) -> Workshop:
    first = {other: group[0] for group in event.groups for other in group[1:]}
    ideas = {
        i.id: replace(i, same_as=first.get(i.id, ""))
        if i.area == event.area and i.same_as != first.get(i.id, "")
        else i
        for i in w.ideas.values()
    }
    return replace(w, ideas=ideas)


def _arrivals_accepted(w: Workshop, event: e.ArrivalsAccepted) -> Workshop:
    ideas = dict(w.ideas)
    for idea in event.ideas:
        ideas[idea] = replace(ideas[idea], placed_by="moderator", new=False, confidence=0)
    after = replace(w, ideas=ideas)
    for theme in dict.fromkeys(ideas[idea].theme for idea in event.ideas):
        after = keep_theme(after, theme)
    return after


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.SortingOpened: _sorting_opened,
    e.SortingClosed: _sorting_closed,
    e.QuestionAnswered: _question_answered,
    e.IdeasArranged: _ideas_arranged,
    e.IdeasLikened: _ideas_likened,
    e.ArrivalsAccepted: _arrivals_accepted,
}
