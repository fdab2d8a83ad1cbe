"""The channel `public`: what anybody with the code may know, whether joined or not. No idea, no name, no
number of people."""

from facilitation.domain.translations import shown as translated
from facilitation.domain.workshop import Area, Round, Table, Workshop
from facilitation.projections import agreement, harvest, messages
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span


def view(workshop: Workshop) -> View:
    """Title, phase, areas, tables and rounds, the harvest and the charter as phones see them, and what all
    are told. Times are milliseconds since the epoch."""
    said = messages.everybodys(workshop)
    return {**_frame(workshop), **harvest.view(workshop), **agreement.public(workshop), **said}


def patch(span: Span) -> View:
    """What changed of it."""
    frame = diff(_frame(span.before), _frame(span.after)) if span.frame else {}
    said = messages.patch(span, messages.everybodys)
    return {**frame, **harvest.patch(span), **agreement.public_patch(span), **said}


def _frame(workshop: Workshop) -> View:
    now = workshop.open_round or workshop.next_round
    shown: View = {
        "code": workshop.code,
        "title": workshop.title,
        "purpose": workshop.purpose,
        "language": workshop.language,
        "format": workshop.format,
        "scenario": workshop.scenario,
        "phase": workshop.phase,
        "areas": {a.id: _area(a) for a in workshop.areas.values()},
        "tables": {t.id: _table(t) for t in workshop.tables.values()},
        "rounds": {str(r.number): _round(r) for r in workshop.rounds.values()},
        "sectors": list(workshop.sectors),
    }
    if now:
        shown["round"] = now.number
    translations = translated(workshop)
    if translations:
        shown["translations"] = translations
    return shown


def _area(area: Area) -> View:
    return {"title": area.title, "question": area.question, "kind": area.kind, "order": area.order}


def _table(table: Table) -> View:
    shown: View = {"number": table.number, "topic": table.topic, "question": table.question}
    marks = {"area": table.area, "chairs": table.chairs, "closed": table.closed}
    return {**shown, **{name: value for name, value in marks.items() if value}}


def _round(held: Round) -> View:
    shown: View = {
        "number": held.number,
        "minutes": held.minutes,
        "question": held.question,
        "status": held.status,
    }
    if held.area:
        shown["area"] = held.area
    happened = {
        "opened_at": held.opened_at,
        "closes_at": held.closes_at,
        "closed_at": held.closed_at,
        "paused_at": held.paused_at,
    }
    return {**shown, **{name: at for name, at in happened.items() if at}}
