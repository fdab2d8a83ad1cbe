"""What each event does to the state. `apply` is total over the events of events/ and raises on anything
else.

Nothing is decided here: an event in the journal has happened. The functions are in applying/, one an event,
a table at the end of each file.
"""

from collections.abc import Callable, Iterable
from typing import Any

from facilitation.domain import events as e
from facilitation.domain.applying import (
    agreement,
    areas,
    articles,
    declarations,
    ideas,
    messages,
    papers,
    people,
    rounds,
    seats,
    sorting,
    tables,
    themes,
    voting,
)
from facilitation.domain.applying import workshop as whole
from facilitation.domain.workshop import Area, Round, Table, Workshop


class UnknownEvent(TypeError):
    """An event this version does not know: its journal was written by a newer one."""


def apply(workshop: Workshop | None, event: e.Event) -> Workshop:
    """The workshop after the event; `None` stands for what is before `workshop.created`. The given state is
    unchanged."""
    if isinstance(event, e.WorkshopCreated):
        return _created(event)
    handler = _HANDLERS.get(type(event))
    if handler is None or workshop is None:
        raise UnknownEvent(f"{type(event).__name__} can't be applied here")
    return handler(workshop, event)


def replay(history: Iterable[e.Event]) -> Workshop:
    """The workshop that a whole history adds up to. Raises UnknownEvent when it is empty or does not begin
    at the beginning."""
    workshop: Workshop | None = None
    for event in history:
        workshop = apply(workshop, event)
    if workshop is None:
        raise UnknownEvent("an empty history is no workshop")
    return workshop


def _created(event: e.WorkshopCreated) -> Workshop:
    tables = [Table(t.id, n, t.topic, t.question, t.area) for n, t in enumerate(event.tables, 1)]
    return Workshop(
        code=event.code,
        created_at=event.at,
        title=event.title,
        purpose=event.purpose,
        scenario=event.scenario,
        language=event.language,
        format=event.format,
        areas={a.id: Area(a.id, a.title, a.question, a.kind, n) for n, a in enumerate(event.areas, 1)},
        sectors=event.sectors,
        tables={t.id: t for t in tables},
        rounds={n: Round(n, r.minutes, r.question, r.area) for n, r in enumerate(event.rounds, 1)},
        table_count=len(tables),
        rehearsal_of=event.rehearsal_of,
        translations=event.translations,
    )


_HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    **whole.HANDLERS,
    **areas.HANDLERS,
    **people.HANDLERS,
    **seats.HANDLERS,
    **tables.HANDLERS,
    **rounds.HANDLERS,
    **ideas.HANDLERS,
    **themes.HANDLERS,
    **sorting.HANDLERS,
    **voting.HANDLERS,
    **articles.HANDLERS,
    **agreement.HANDLERS,
    **declarations.HANDLERS,
    **papers.HANDLERS,
    **messages.HANDLERS,
}
