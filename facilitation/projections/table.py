"""The channel `table/ID`: one tablecloth, for those who sit at it. Nothing says who wrote what."""

from facilitation.domain.workshop import Workshop
from facilitation.projections import ideas
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span, occupancy


def view(workshop: Workshop, table: str) -> View:
    """How many sit here now, who hosts, and every visible idea of this table from all rounds."""
    cloth = workshop.tablecloths.get(table, ())
    return {
        **_frame(workshop, table, occupancy(workshop)[table]),
        "ideas": {i: shown for i in cloth if (shown := ideas.for_room(workshop, i))},
    }


def patch(span: Span, table: str) -> View:
    """What changed of it."""
    changed: View = {}
    if span.moved:
        before, after = span.occupancy
        changed = diff(_frame(span.before, table, before[table]), _frame(span.after, table, after[table]))

    def shown(workshop: Workshop, identifier: str) -> View | None:
        idea = workshop.ideas.get(identifier)
        return ideas.for_room(workshop, identifier) if idea and idea.table == table else None

    written = span.keyed(span.ideas_at(table), shown)
    return {**changed, "ideas": written} if written else changed


def _frame(workshop: Workshop, table: str, people: int) -> View:
    host = workshop.tables[table].host if table in workshop.tables else ""
    frame: View = {"table": table, "people": people}
    if host:
        frame["host"] = workshop.person(host).name or f"#{workshop.participants[host].number}"
    return frame
