"""From what the themes desk says to the server's own command: which groups are which themes on the wall, and
what has to be moved. What a moderator placed is not touched, whatever the desk says."""

from collections.abc import Sequence
from typing import Final, Literal

from facilitation.domain import commands as c
from facilitation.domain.workshop import Idea, Workshop
from facilitation.themes import requests as r
from facilitation.themes.suggestion import SuggestedTheme, Suggestion

NOTICED_PERCENT: Final = 10
"""A place that is only a little surer or less sure than it was is no news."""


def sorted_anew(workshop: Workshop, area: str, suggestion: Suggestion) -> c.ArrangeIdeas:
    """The command that leads from the wall to a suggestion; groups keep the themes they mostly are."""
    names, made = _names(workshop, area, suggestion.themes)
    wanted = [
        _placing(workshop, idea, name, confidence)
        for name, theme in zip(names, suggestion.themes, strict=True)
        for idea, confidence in zip(theme.ideas, theme.confidence, strict=True)
    ]
    wanted += [c.Placing(idea) for idea in suggestion.unassigned]
    return _moving(workshop, area, wanted, made)


def arrived(workshop: Workshop, area: str, places: r.Places) -> c.ArrangeIdeas:
    """The command that puts new ideas where they belong, as far as they belong anywhere."""
    wanted = [_placing(workshop, p.idea, p.theme, p.confidence) for p in places.places if p.theme]
    return _moving(workshop, area, wanted, [])


def _moving(
    workshop: Workshop, area: str, wanted: Sequence[c.Placing], made: Sequence[c.Making]
) -> c.ArrangeIdeas:
    placed = tuple(one for one in wanted if _is_news(workshop.ideas.get(one.idea), one))
    used = {one.theme for one in placed}
    return c.ArrangeIdeas(area, placed, tuple(making for making in made if making.mark in used))


def _names(
    workshop: Workshop, area: str, groups: Sequence[SuggestedTheme]
) -> tuple[list[str], list[c.Making]]:
    """A theme for each group: a moderator's own, else the machine's theme that shares most ideas with it,
    else one to be made."""
    names = [group.kept or "" for group in groups]
    own = {t.id for t in workshop.themes.values() if t.area == area and not t.kept} - {*names}
    shared: dict[tuple[int, str], int] = {}
    for number, group in enumerate(groups):
        for idea in group.ideas if not names[number] else ():
            theme = workshop.ideas[idea].theme if idea in workshop.ideas else ""
            if theme in own:
                shared[number, theme] = shared.get((number, theme), 0) + 1
    for (number, theme), _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        if not names[number] and theme in own:
            names[number] = theme
            own.remove(theme)
    made = [c.Making(f"new-{n}", groups[n].title) for n, name in enumerate(names) if not name]
    return [name or f"new-{n}" for n, name in enumerate(names)], made


def _placing(workshop: Workshop, idea: str, theme: str, confidence: float) -> c.Placing:
    return c.Placing(idea, theme, round(100 * confidence), _by(workshop, idea))


def _by(workshop: Workshop, idea: str) -> Literal["machine", "room"]:
    """Whose word it is: the room's, once somebody has said where the idea belongs."""
    said = any(not one.skipped for one in workshop.answers.get(idea, ()))
    return "room" if said else "machine"


def _is_news(idea: Idea | None, placing: c.Placing) -> bool:
    if idea is None or idea.placed_by == "moderator":
        return False
    if idea.theme != placing.theme:
        return True
    if not placing.theme:
        return False
    surer = abs(idea.confidence - placing.confidence)
    return idea.placed_by != placing.by or surer >= NOTICED_PERCENT
