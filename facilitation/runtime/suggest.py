"""From a workshop's ideas to a job of grouping them, and from the reply to what the domain takes. What a
moderator has placed stays where it is and is not asked about; how grouping works is facilitation/themes'
business."""

from facilitation.domain.commands import SuggestThemes
from facilitation.domain.decision import ProposedTheme
from facilitation.domain.workshop import Idea, Workshop
from facilitation.runtime.jobs import GroupArea, Grouped, GroupJob
from facilitation.themes import IdeaText, KeptTheme

Suggested = dict[str, tuple[ProposedTheme, ...]]


def group_job(workshop: Workshop, command: SuggestThemes, seed: int) -> GroupJob:
    """The job of grouping the command's area, or all; areas with nothing to group are left out."""
    asked = [area for area in workshop.areas if command.area in (None, area)]
    areas = {area: _group_area(workshop, area) for area in asked if _loose(workshop, area)}
    return GroupJob(areas, command.fineness, seed)


def proposals(grouped: Grouped) -> Suggested:
    """The reply as `Context.suggestion` wants it: new themes whole, kept ones with what would be added to
    them."""
    return {
        area: tuple(
            ProposedTheme(theme.title, theme.added if theme.kept else theme.ideas, theme.kept or "")
            for theme in suggestion.themes
        )
        for area, suggestion in grouped.areas.items()
    }


def _loose(workshop: Workshop, area: str) -> list[Idea]:
    """The ideas of the area that no human has placed and that are in no theme a moderator keeps."""
    return [
        idea
        for idea in workshop.ideas.values()
        if idea.area == area and idea.visible and idea.placed_by != "moderator" and not _kept(workshop, idea)
    ]


def _kept(workshop: Workshop, idea: Idea) -> bool:
    return bool(idea.theme) and workshop.themes[idea.theme].kept


def _group_area(workshop: Workshop, area: str) -> GroupArea:
    themes = [theme for theme in workshop.themes.values() if theme.area == area and theme.kept]
    held = {theme.id: workshop.ideas_in(theme.id) for theme in themes}
    ideas = [*_loose(workshop, area), *(idea for group in held.values() for idea in group)]
    ideas.sort(key=lambda idea: idea.number)
    return GroupArea(
        tuple(IdeaText(idea.id, idea.text) for idea in ideas),
        tuple(KeptTheme(t.id, t.title, tuple(idea.id for idea in held[t.id])) for t in themes),
    )
