"""The areas of the charter: one that nothing belongs to can be taken away, and comes back as it was."""

from collections.abc import Iterable

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain import lookup
from facilitation.domain.decision import Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop


def drop(w: Workshop, command: c.DropArea, _context: Context) -> Decision:
    """An area goes while nothing belongs to it; what is hidden, erased or taken out belongs to it too, since
    it may come back or stands in the record."""
    area = lookup.area(w, command.area)
    if len(w.areas) == 1:
        raise Refusal("last_one", "area")
    tables = [table.number for table in w.tables.values() if table.area == area.id]
    if tables:
        raise Refusal("area_has_tables", "area", {"tables": _listed(tables)})
    rounds = [held.number for held in w.rounds.values() if held.area == area.id]
    if rounds:
        raise Refusal("area_has_rounds", "area", {"rounds": _listed(rounds)})
    if any(article.area == area.id for article in w.articles.values()):
        raise Refusal("area_has_articles", "area")
    if any(idea.area == area.id for idea in w.ideas.values()):
        raise Refusal("area_has_ideas", "area")
    if any(theme.area == area.id for theme in w.themes.values()):
        raise Refusal("area_has_themes", "area")
    return Decision((e.AreaDropped(area.id),))


def restore(w: Workshop, command: c.RestoreArea, _context: Context) -> Decision:
    """An area that was taken away is back."""
    if command.area in w.areas:
        return Decision()
    return Decision((e.AreaRestored(lookup.gone_area(w, command.area).id),))


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers))
