"""What phones see of the harvest, in `public`: how far the sorting is, the vote, and the themes as text while
one of them is on or results are shown."""

from facilitation.domain.workshop import Theme, Workshop
from facilitation.projections import votes
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span

EXAMPLES = 2
# A place as sure as this is asked about no more than to be checked.
SURE_PERCENT = 80


def view(workshop: Workshop) -> View:
    """`sorting`, `voting` and `themes`, each only while it applies."""
    shown: View = {}
    if workshop.sorting:
        shown["sorting"] = {"areas": list(workshop.sorting), **_progress(workshop)}
    voting = workshop.voting
    if voting:
        shown["voting"] = {
            "areas": list(voting.areas),
            "dots": voting.dots,
            "named": voting.named,
            "hidden": voting.hidden,
            "open": voting.open,
        }
    areas = _areas(workshop)
    if areas:
        themes = [theme for theme in workshop.themes.values() if theme.area in areas]
        examples = workshop.typical([theme.id for theme in themes], EXAMPLES)
        shown["themes"] = {
            theme.id: {**_theme(workshop, theme), "examples": [idea.text for idea in examples[theme.id]]}
            for theme in themes
        }
    return shown


def patch(span: Span) -> View:
    """What changed of it. A dot costs one theme, not a look at every idea."""
    before, after = span.before, span.after
    if before.sorting != after.sorting or before.voting != after.voting:
        return diff(view(before), view(after))
    if not _areas(after):
        return {}
    if span.ideas:
        return diff(view(before), view(after))

    def shown(workshop: Workshop, identifier: str) -> View | None:
        theme = workshop.themes.get(identifier)
        if theme is None or theme.area not in _areas(workshop):
            return None
        # The ideas are the same, so that a theme which is new or gone has none.
        return {**_theme(workshop, theme), "examples": []}

    changed = span.keyed(span.themes, shown)
    return {"themes": changed} if changed else {}


def _areas(workshop: Workshop) -> frozenset[str]:
    """The areas whose themes phones see."""
    voting = workshop.voting
    put = voting.areas if voting and (voting.open or not voting.hidden) else ()
    return frozenset((*workshop.sorting, *put))


def _theme(workshop: Workshop, theme: Theme) -> View:
    said = {"title": theme.title, "area": theme.area, "order": theme.number}
    return {**said, **votes.for_public(workshop, theme)}


def _progress(workshop: Workshop) -> View:
    """How many ideas there are to sort, and how many have a sure place."""
    here = [i for i in workshop.ideas.values() if i.area in workshop.sorting and i.visible]
    sure = sum(i.placed_by == "moderator" or i.confidence >= SURE_PERCENT for i in here)
    return {"done": sure, "total": len(here)}
