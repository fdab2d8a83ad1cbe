"""The workshop's furniture: its tables and their hosts."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.decision import Context, Decision
from facilitation.domain.decisions import seats
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit
from facilitation.domain.workshop import Workshop


def add(w: Workshop, command: c.AddTable, _context: Context) -> Decision:
    """One more table; a station without an area of its own takes the area that has the fewest tables."""
    if w.open_round:
        raise Refusal("round_open")
    if len(w.tables) >= bounds.TABLES:
        raise Refusal("too_many", "table", {"limit": bounds.TABLES})
    area = lookup.area(w, command.area).id if command.area else _rarest_area(w)
    like = next((t for t in w.tables.values() if t.area == area), None)
    topic = fit(command.topic, bounds.TITLE_CHARACTERS, "topic") or (like.topic if like else "")
    question = fit(command.question, bounds.QUESTION_CHARACTERS, "question") or (
        like.question if like else ""
    )
    identifier = f"T{w.table_count + 1}"
    return Decision((e.TableAdded(identifier, topic, question, area),), {"table": identifier})


def edit(w: Workshop, command: c.EditTable, _context: Context) -> Decision:
    """Another topic, question or area; what is absent stays."""
    table = lookup.table(w, command.table)
    topic = table.topic if command.topic is None else fit(command.topic, bounds.TITLE_CHARACTERS, "topic")
    question = table.question
    if command.question is not None:
        question = fit(command.question, bounds.QUESTION_CHARACTERS, "question")
    area = table.area
    if command.area is not None:
        area = lookup.area(w, command.area).id if command.area else ""
    if (topic, question, area) == (table.topic, table.question, table.area):
        return Decision()
    return Decision((e.TableEdited(table.id, topic, question, area),))


def drop(w: Workshop, command: c.DropTable, _context: Context) -> Decision:
    """A table on which nothing is written goes, between rounds; whoever was to sit there gets another
    place."""
    table = lookup.table(w, command.table)
    if w.open_round:
        raise Refusal("round_open")
    if w.tablecloths.get(table.id):
        raise Refusal("table_in_use", "table")
    if len(w.tables) == 1:
        raise Refusal("last_one", "table")
    dropped = e.TableDropped(table.id)
    return Decision((dropped, *seats.seat_everybody(apply(w, dropped))))


def appoint_host(w: Workshop, command: c.AppointHost, _context: Context) -> Decision:
    """The host stays at the table in every round that has not begun."""
    table = lookup.table(w, command.table)
    who = lookup.participant(w, command.participant)
    if not who.present:
        raise Refusal("not_seated", "participant")
    if w.hosts.get(who.id, table.id) != table.id:
        raise Refusal("host_elsewhere", "participant")
    if table.host == who.id:
        return Decision()
    appointed = e.HostAppointed(table.id, who.id)
    there = {n: table.id for n, t in who.seats.items() if w.rounds[n].status == "planned" and t != table.id}
    return Decision((appointed, e.ParticipantSeated(who.id, there)) if there else (appointed,))


def release_host(w: Workshop, command: c.ReleaseHost, _context: Context) -> Decision:
    """The table goes on without a host; the person keeps the places dealt so far until seats are dealt
    again."""
    table = lookup.table(w, command.table)
    return Decision((e.HostReleased(table.id),)) if table.host else Decision()


def _rarest_area(w: Workshop) -> str:
    if w.format != "stations" or not w.areas:
        return ""
    count = {a: sum(t.area == a for t in w.tables.values()) for a in w.areas}
    return min(w.areas.values(), key=lambda area: (count[area.id], area.order)).id
