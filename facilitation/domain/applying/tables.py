"""What the events about tables and their hosts do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_proposal, change_table, put, without
from facilitation.domain.places import Handover
from facilitation.domain.workshop import Participant, Table, Workshop


def _host_appointed(w: Workshop, event: e.HostAppointed) -> Workshop:
    w = change_proposal(w, lambda _, who, table: event.table if who == event.participant else table)
    return change_table(w, event.table, host=event.participant)


def _host_released(w: Workshop, event: e.HostReleased) -> Workshop:
    return change_table(w, event.table, host="")


def _table_added(w: Workshop, event: e.TableAdded) -> Workshop:
    number = w.table_count + 1
    table = Table(event.table, number, event.topic, event.question, event.area, chairs=event.chairs)
    return replace(w, tables=put(w.tables, table.id, table), table_count=number)


def _table_edited(w: Workshop, event: e.TableEdited) -> Workshop:
    return change_table(
        w, event.table, topic=event.topic, question=event.question, area=event.area, chairs=event.chairs
    )


def _table_dropped(w: Workshop, event: e.TableDropped) -> Workshop:
    left = _unseated(w, event.table, set(w.rounds))
    return replace(left, tables=without(w.tables, event.table), handovers=without(w.handovers, event.table))


def _table_closed(w: Workshop, event: e.TableClosed) -> Workshop:
    planned = {r.number for r in w.rounds.values() if r.status == "planned"}
    return change_table(_unseated(w, event.table, planned), event.table, closed=True, host="")


def _table_reopened(w: Workshop, event: e.TableReopened) -> Workshop:
    return change_table(w, event.table, closed=False)


def _unseated(w: Workshop, table: str, rounds: set[int]) -> Workshop:
    """The workshop in which nobody has a place or a pin at the table in these rounds, nor is to have."""

    def elsewhere(places: dict[int, str]) -> dict[int, str]:
        return {r: t for r, t in places.items() if t != table or r not in rounds}

    def cleared(who: Participant) -> Participant:
        if table not in who.seats.values() and table not in who.pins.values():
            return who
        return replace(who, seats=elsewhere(who.seats), pins=elsewhere(who.pins))

    left = replace(w, participants={p.id: cleared(p) for p in w.participants.values()})
    return change_proposal(left, lambda _, __, at: "" if at == table else at)


def _handover_written(w: Workshop, event: e.HandoverWritten) -> Workshop:
    """What is written again in the same round replaces what was; of an earlier round, the last stays in the
    history."""
    earlier = w.handovers.get(event.table)
    history = w.handover_history
    if earlier and event.text and earlier.round != event.round:
        history = (*history, (event.table, earlier))
    if not event.text:
        return replace(w, handovers=without(w.handovers, event.table))
    now = Handover(event.text, event.round, event.at, event.by)
    return replace(w, handovers=put(w.handovers, event.table, now), handover_history=history)


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.HostAppointed: _host_appointed,
    e.HostReleased: _host_released,
    e.TableAdded: _table_added,
    e.TableEdited: _table_edited,
    e.TableDropped: _table_dropped,
    e.TableClosed: _table_closed,
    e.TableReopened: _table_reopened,
    e.HandoverWritten: _handover_written,
}
