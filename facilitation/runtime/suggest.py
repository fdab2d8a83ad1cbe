"""From what the themes desk suggests to what the domain takes. What a moderator has placed stays where it is
and is not asked about; how grouping works is facilitation/themes' business."""

from collections.abc import Callable

from facilitation.domain.commands import SuggestThemes
from facilitation.domain.decision import ProposedTheme
from facilitation.domain.workshop import Workshop
from facilitation.themes import SuggestedTheme, Suggestion

Suggested = dict[str, tuple[ProposedTheme, ...]]

Grouping = Callable[[str, float, int], Suggestion]
"""Area, fineness and seed → themes for all its ideas, by all that is known. Raises JobFailed."""


def suggested(workshop: Workshop, command: SuggestThemes, group: Grouping, seed: int) -> Suggested | None:
    """As `Context.suggestion` wants it, for the command's area or all: new themes whole, kept ones with what
    would be added to them. None where there is nothing to group."""
    asked = [area for area in workshop.areas if command.area in (None, area) and _has_loose(workshop, area)]
    found = {area: group(area, command.fineness, seed) for area in asked}
    return {area: tuple(map(_proposal, one.themes)) for area, one in found.items()} or None


def _proposal(theme: SuggestedTheme) -> ProposedTheme:
    sure = dict(zip(theme.ideas, theme.confidence, strict=True))
    ideas = theme.added if theme.kept else theme.ideas
    percent = tuple(round(100 * sure[idea]) for idea in ideas)
    return ProposedTheme(theme.title, ideas, theme.kept or "", percent)


def _has_loose(workshop: Workshop, area: str) -> bool:
    """Whether there is an idea that no human has placed and that is in no theme a moderator keeps."""
    return any(
        not (idea.theme and workshop.themes[idea.theme].kept)
        for idea in workshop.ideas.values()
        if idea.area == area and idea.visible and idea.placed_by != "moderator"
    )
