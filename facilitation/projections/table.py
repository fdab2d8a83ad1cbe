"""The channel `table/ID`: one tablecloth, for those who sit at it. Nothing says who wrote what."""

from facilitation.domain.workshop import Workshop
from facilitation.projections import ideas, messages, seating
from facilitation.projections.merge import View, diff
from facilitation.projections.points import points
from facilitation.projections.span import Span, occupancy


def view(workshop: Workshop, table: str) -> View:
    """How many sit here now, who hosts, every visible idea of this table from all rounds, what it hands over
    and which ideas it might."""
    cloth = workshop.tablecloths.get(table, ())
    return {
        **_frame(workshop, table, occupancy(workshop)[table]),
        **_handover(workshop, table),
        **messages.tables(workshop, table),
        "ideas": {i: shown for i in cloth if (shown := ideas.for_table(workshop, i))},
        "points": points(workshop, table),
    }


def patch(span: Span, table: str) -> View:
    """What changed of it."""
    changed: View = {}
    if span.moved:
        before, after = span.occupancy
        changed = diff(_frame(span.before, table, before[table]), _frame(span.after, table, after[table]))

    def shown(workshop: Workshop, identifier: str) -> View | None:
        idea = workshop.ideas.get(identifier)
        return ideas.for_table(workshop, identifier) if idea and idea.table == table else None

    if table in span.handovers:
        changed |= diff(_handover(span.before, table), _handover(span.after, table))
    changed |= messages.patch(span, lambda workshop: messages.tables(workshop, table))
    at_table = span.ideas_at(table)
    if at_table and points(span.before, table) != (now := points(span.after, table)):
        changed["points"] = now
    written = span.keyed(at_table, shown)
    return {**changed, "ideas": written} if written else changed


def _handover(workshop: Workshop, table: str) -> View:
    written = workshop.handovers.get(table)
    return {"handover": seating.handover(written)} if written else {}


def _frame(workshop: Workshop, table: str, people: int) -> View:
    host = workshop.tables[table].host if table in workshop.tables else ""
    frame: View = {"table": table, "people": people}
    if host:
        frame["host"] = workshop.person(host).name or f"#{workshop.participants[host].number}"
    return frame
