"""What the themes desk has to know of a workshop: all of it, or what has changed from one state to a later
one. Two states share what did not change, so that identity tells. An area is called CODE/AREA there."""

from collections.abc import Iterable
from typing import Final

from facilitation.domain.things import changed
from facilitation.domain.workshop import Idea, TapAnswer, Theme, Workshop
from facilitation.themes import requests as r
from facilitation.themes.answers import Answer
from facilitation.themes.suggestion import IdeaText, KeptTheme

ANCHORS: Final = 3
"""So many ideas say what a theme is about that a moderator keeps and has placed nothing in."""


def desk_area(workshop: Workshop, area: str) -> str:
    """What the desk calls an area of this workshop."""
    return f"{workshop.code}/{area}"


def everything(workshop: Workshop) -> list[r.Request]:
    """All there is to know, told to a desk that may know something else."""
    told: list[r.Request] = []
    for area in workshop.areas:
        here = desk_area(workshop, area)
        visible = [idea for idea in workshop.ideas.values() if idea.area == area and idea.visible]
        told.append(r.Forget(here))
        told.append(r.Know(here, tuple(_text(idea) for idea in visible)))
        told.append(r.Decide(here, decisions(workshop, area)))
        answers = [
            (idea.id, one) for idea in visible for one in workshop.answers.get(idea.id, ()) if not one.skipped
        ]
        if answers:
            told.append(r.Told(here, dict(_answer(idea, one) for idea, one in answers)))
    return told


def news(before: Workshop, after: Workshop) -> list[r.Request]:
    """What is different, if the desk should know of it."""
    others = changed(before.ideas, after.ideas)
    ideas = sorted((after.ideas[i] for i in others & after.ideas.keys()), key=lambda idea: idea.number)
    gone = [before.ideas[i] for i in others - after.ideas.keys()]
    told: list[r.Request] = []
    for area in after.areas:
        here = desk_area(after, area)
        told += _come_and_gone(before, here, [i for i in ideas if i.area == area], gone, area)
        if _decided(before, after, ideas, area):
            told.append(r.Decide(here, decisions(after, area)))
        told += _answered(before, after, area)
    return told


def decisions(workshop: Workshop, area: str) -> r.Decisions:
    """What humans decided about an area. While the room sorts it, only what a moderator placed is sure of its
    place; else whatever is in a theme that a moderator keeps. A theme that the machine made and that has lost
    its ideas is not told: by its title alone it would go on drawing ideas to where nobody wants them."""
    themes = [theme for theme in workshop.themes.values() if theme.area == area]
    held: dict[str, list[Idea]] = {theme.id: [] for theme in themes}
    for idea in workshop.ideas.values():
        if idea.theme in held and idea.visible and idea.area == area:
            held[idea.theme].append(idea)
    by_hand = [i for i in workshop.ideas.values() if i.area == area and i.placed_by == "moderator"]
    return r.Decisions(
        kept=tuple(_kept(workshop, theme, held[theme.id]) for theme in themes if theme.kept),
        unassigned=tuple(idea.id for idea in by_hand if idea.visible and not idea.theme),
        wall=tuple(_shown(theme, held[theme.id]) for theme in themes if held[theme.id] and not theme.kept),
    )


def _kept(workshop: Workshop, theme: Theme, held: list[Idea]) -> KeptTheme:
    if theme.area not in workshop.sorting:
        return _shown(theme, held)
    by_hand = [idea for idea in held if idea.placed_by == "moderator"]
    surest = sorted(held, key=lambda idea: (-idea.confidence, idea.number))
    return _shown(theme, by_hand or surest[:ANCHORS])


def _shown(theme: Theme, ideas: Iterable[Idea]) -> KeptTheme:
    return KeptTheme(theme.id, theme.title, tuple(idea.id for idea in ideas))


def _come_and_gone(
    before: Workshop, here: str, ideas: Iterable[Idea], gone: Iterable[Idea], area: str
) -> Iterable[r.Request]:
    known, silent = [], [idea.id for idea in gone if idea.area == area]
    for idea in ideas:
        was = before.ideas.get(idea.id)
        if idea.visible and (was is None or not was.visible or was.text != idea.text):
            known.append(_text(idea))
        elif was is not None and was.visible and not idea.visible:
            silent.append(idea.id)
    if silent:
        yield r.Forget(here, tuple(silent))
    if known:
        yield r.Know(here, tuple(known))


def _decided(before: Workshop, after: Workshop, ideas: Iterable[Idea], area: str) -> bool:
    """Whether an idea stands elsewhere, a theme came, went or is called otherwise, or sorting began or
    ended."""
    if (area in before.sorting) != (area in after.sorting):
        return True
    for theme in changed(before.themes, after.themes):
        was, now = before.themes.get(theme), after.themes.get(theme)
        here = area in {each.area for each in (was, now) if each}
        if here and (was is None or now is None or (was.title, was.kept) != (now.title, now.kept)):
            return True
    return any(idea.area == area and _stands(idea) != _stands(before.ideas.get(idea.id)) for idea in ideas)


def _stands(idea: Idea | None) -> tuple[str, str, bool]:
    return (idea.theme, idea.placed_by, idea.visible) if idea else ("", "", True)


def _answered(before: Workshop, after: Workshop, area: str) -> Iterable[r.Request]:
    answers: dict[str, Answer] = {}
    for idea in sorted(changed(before.answers, after.answers) & after.answers.keys() & after.ideas.keys()):
        if after.ideas[idea].area == area:
            known = len(before.answers.get(idea, ()))
            fresh = (one for one in after.answers[idea][known:] if not one.skipped)
            answers.update(_answer(idea, one) for one in fresh)
    if answers:
        yield r.Told(desk_area(after, area), answers)


def _text(idea: Idea) -> IdeaText:
    return IdeaText(idea.id, idea.text)


def _answer(idea: str, given: TapAnswer) -> tuple[str, Answer]:
    """A candidate that is a theme without ideas says nothing about any idea yet."""
    shown = tuple(() if isinstance(candidate, str) else candidate for candidate in given.shown)
    return f"{idea} {given.who}", Answer(idea, shown, given.chosen, given.who)
