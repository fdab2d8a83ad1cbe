"""What the themes desk has to know of a workshop: all of it, or what has changed from one state to a later
one. Two states share what did not change, so that identity tells."""

from collections.abc import Iterable, Mapping
from typing import Any

from facilitation.domain.workshop import Idea, TapAnswer, Theme, Workshop
from facilitation.runtime.desk_wire import AnswerFact, Facts, IdeaFact, ThemeFact


def everything(workshop: Workshop) -> Facts:
    """All facts, in the order of the ideas."""
    answers = (fact for idea, given in workshop.answers.items() for fact in _answers(idea, given))
    return Facts(
        code=workshop.code,
        afresh=True,
        ideas=tuple(fact for idea in workshop.ideas.values() for fact in _idea(idea)),
        themes=tuple(_theme(theme) for theme in workshop.themes.values()),
        answers=tuple(answers),
        fineness=dict(workshop.fineness),
    )


def news(before: Workshop, after: Workshop) -> Facts | None:
    """What is different, or None if nothing is that the desk should know."""
    changed = [after.ideas[i] for i in _changed(before.ideas, after.ideas)]
    ideas = tuple(fact for idea in changed for fact in _idea(idea))
    silent = {idea.id for idea in changed if not idea.visible}
    facts = Facts(
        code=after.code,
        ideas=ideas,
        gone=tuple(sorted(silent | _gone(before.ideas, after.ideas))),
        themes=tuple(_theme(after.themes[t]) for t in _changed(before.themes, after.themes)),
        themes_gone=tuple(sorted(_gone(before.themes, after.themes))),
        answers=tuple(_new_answers(before, after)),
        fineness=dict(after.fineness) if before.fineness is not after.fineness else {},
    )
    told = (facts.ideas, facts.gone, facts.themes, facts.themes_gone, facts.answers, facts.fineness)
    return facts if any(told) else None


def _new_answers(before: Workshop, after: Workshop) -> Iterable[AnswerFact]:
    for idea in _changed(before.answers, after.answers):
        known = len(before.answers.get(idea, ()))
        yield from _answers(idea, after.answers[idea][known:])


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    if before is after:
        return []
    return [key for key, value in after.items() if before.get(key) is not value]


def _gone(before: Mapping[str, Any], after: Mapping[str, Any]) -> set[str]:
    return set() if before is after else {*before.keys()} - {*after.keys()}


def _idea(idea: Idea) -> Iterable[IdeaFact]:
    if idea.visible and idea.area:
        yield IdeaFact(idea.id, idea.area, idea.text, idea.theme, idea.placed_by == "moderator")


def _theme(theme: Theme) -> ThemeFact:
    return ThemeFact(theme.id, theme.area, theme.title, theme.kept)


def _answers(idea: str, given: Iterable[TapAnswer]) -> Iterable[AnswerFact]:
    return (AnswerFact(idea, one.who, one.shown, one.chosen) for one in given if not one.skipped)
