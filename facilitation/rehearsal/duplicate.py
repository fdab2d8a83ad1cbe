"""The copy of a prepared workshop that is rehearsed: what was prepared, and nobody's data. Pure."""

from facilitation.domain import bounds
from facilitation.domain import commands as c
from facilitation.domain.events import PlannedArea, PlannedRound, PlannedTable, WorkshopCreated
from facilitation.domain.workshop import Workshop


def duplicate(of: Workshop, title: str, code: str, at: int) -> WorkshopCreated:
    """The first event of the copy: areas, tables and rounds as they are prepared now, not one of them begun,
    under another title. Tables are numbered anew where one was taken away. A rehearsal of a rehearsal is one
    of the same workshop."""
    return WorkshopCreated(
        code=code,
        at=at,
        title=title[: bounds.TITLE_CHARACTERS],
        scenario=of.scenario,
        language=of.language,
        format=of.format,
        areas=tuple(PlannedArea(a.id, a.title, a.question, a.kind) for a in of.areas.values()),
        tables=tuple(
            PlannedTable(_id(place), t.topic, t.question, t.area)
            for place, t in enumerate(of.tables.values())
        ),
        rounds=tuple(PlannedRound(r.minutes, r.question, r.area) for r in of.rounds.values()),
        sectors=of.sectors,
        purpose=of.purpose,
        rehearsal_of=of.rehearsal_of or of.code,
        translations=of.translations,
    )


def furnishing(of: Workshop) -> list[c.Command]:
    """What a moderator still has to say in the copy so that it is as prepared: chairs, closed tables, whether
    ideas are approved first."""
    wishes: list[c.Command] = []
    for place, table in enumerate(of.tables.values()):
        if table.chairs:
            wishes.append(c.EditTable(_id(place), chairs=table.chairs))
        if table.closed:
            wishes.append(c.CloseTable(_id(place)))
    if of.approve_first:
        wishes.append(c.SwitchApproval(True))
    return wishes


def hosted(of: Workshop) -> tuple[str, ...]:
    """The copy's tables that have a host in the original."""
    return tuple(_id(place) for place, table in enumerate(of.tables.values()) if table.host)


def _id(place: int) -> str:
    return f"T{place + 1}"
