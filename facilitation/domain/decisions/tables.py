"""The workshop's furniture: its tables and their hosts."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.decision import Context, Decision
from facilitation.domain.decisions import seats
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit
from facilitation.domain.workshop import Table, Workshop


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
    chairs = _chairs(command.chairs)
    return Decision((e.TableAdded(identifier, topic, question, area, chairs),), {"table": identifier})


def edit(w: Workshop, command: c.EditTable, _context: Context) -> Decision:
    """Another topic, question, area or number of chairs; what is absent stays."""
    table = lookup.table(w, command.table)
    topic = table.topic if command.topic is None else fit(command.topic, bounds.TITLE_CHARACTERS, "topic")
    question = table.question
    if command.question is not None:
        question = fit(command.question, bounds.QUESTION_CHARACTERS, "question")
    area = table.area
    if command.area is not None:
        area = lookup.area(w, command.area).id if command.area else ""
    chairs = table.chairs if command.chairs is None else _chairs(command.chairs)
    if (topic, question, area, chairs) == (table.topic, table.question, table.area, table.chairs):
        return Decision()
    return Decision((e.TableEdited(table.id, topic, question, area, chairs),))


def drop(w: Workshop, command: c.DropTable, context: Context) -> Decision:
    """A table on which nothing is written goes, between rounds; whoever was to sit there gets another
    place."""
    table = _given_up(w, command.table)
    if w.tablecloths.get(table.id):
        raise Refusal("table_in_use", "table")
    dropped = e.TableDropped(table.id)
    return Decision((dropped, *seats.seat_everybody(apply(w, dropped), context.reseats)))


def close(w: Workshop, command: c.CloseTable, context: Context) -> Decision:
    """Between rounds; whoever was to sit there gets another place, and its host moves on."""
    table = _given_up(w, command.table)
    if table.closed:
        return Decision()
    closed: tuple[e.Event, ...] = (e.TableClosed(table.id),)
    if table.host:
        closed = (e.HostReleased(table.id), *closed)
    after = w
    for event in closed:
        after = apply(after, event)
    return Decision((*closed, *seats.seat_everybody(after, context.reseats)))


def reopen(w: Workshop, command: c.ReopenTable, _context: Context) -> Decision:
    """From the next plan on, or for whoever comes late, there are places at it again."""
    table = lookup.table(w, command.table)
    if w.open_round:
        raise Refusal("round_open")
    return Decision((e.TableReopened(table.id),)) if table.closed else Decision()


def appoint_host(w: Workshop, command: c.AppointHost, context: Context) -> Decision:
    """The host stays at the table in every round that has not begun; who was host before gets new places
    there, and everybody else keeps theirs."""
    table = lookup.table(w, command.table)
    who = lookup.participant(w, command.participant)
    if table.closed:
        raise Refusal("table_closed", "table")
    if not who.present:
        raise Refusal("not_seated", "participant")
    if w.hosts.get(who.id, table.id) != table.id:
        raise Refusal("host_elsewhere", "participant")
    if table.host == who.id:
        return Decision()
    events: tuple[e.Event, ...] = (e.HostAppointed(table.id, who.id),)
    there = {n: table.id for n, t in who.seats.items() if w.rounds[n].status == "planned" and t != table.id}
    if there:
        events = (*events, e.ParticipantSeated(who.id, there))
    return Decision((*events, *_moving_on(w, events, table.host, context)))


def release_host(w: Workshop, command: c.ReleaseHost, context: Context) -> Decision:
    """The table goes on without a host; the person gets new places in the rounds to come."""
    table = lookup.table(w, command.table)
    if not table.host:
        return Decision()
    released = (e.HostReleased(table.id),)
    return Decision((*released, *_moving_on(w, released, table.host, context)))


def _moving_on(
    w: Workshop, events: tuple[e.Event, ...], host: str, context: Context
) -> tuple[e.ParticipantSeated, ...]:
    """New places for somebody who hosts no table any more."""
    if not host:
        return ()
    for event in events:
        w = apply(w, event)
    return seats.seat_anew(w, host, context.reseats.get(host))


def _given_up(w: Workshop, identifier: str) -> Table:
    """The table, if it may go or close: between rounds, and not the last one open."""
    table = lookup.table(w, identifier)
    if w.open_round:
        raise Refusal("round_open")
    if [t.id for t in w.open_tables] == [table.id]:
        raise Refusal("last_one", "table")
    return table


def _chairs(wanted: int) -> int:
    if not 0 <= wanted <= bounds.CHAIRS:
        raise Refusal("invalid_value", "chairs")
    return wanted


def _rarest_area(w: Workshop) -> str:
    if w.format != "stations" or not w.areas:
        return ""
    count = {a: sum(t.area == a for t in w.tables.values()) for a in w.areas}
    return min(w.areas.values(), key=lambda area: (count[area.id], area.order)).id
