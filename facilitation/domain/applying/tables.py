"""What the events about tables and their hosts do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_table, put, without
from facilitation.domain.workshop import Table, Workshop


def _host_appointed(w: Workshop, event: e.HostAppointed) -> Workshop:
    return change_table(w, event.table, host=event.participant)


def _host_released(w: Workshop, event: e.HostReleased) -> Workshop:
    return change_table(w, event.table, host="")


def _table_added(w: Workshop, event: e.TableAdded) -> Workshop:
    number = w.table_count + 1
    table = Table(event.table, number, event.topic, event.question, event.area)
    return replace(w, tables=put(w.tables, table.id, table), table_count=number)


def _table_edited(w: Workshop, event: e.TableEdited) -> Workshop:
    return change_table(w, event.table, topic=event.topic, question=event.question, area=event.area)


def _table_dropped(w: Workshop, event: e.TableDropped) -> Workshop:
    participants = {
        p.id: replace(p, seats={r: t for r, t in p.seats.items() if t != event.table})
        if event.table in p.seats.values()
        else p
        for p in w.participants.values()
    }
    return replace(w, tables=without(w.tables, event.table), participants=participants)


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.HostAppointed: _host_appointed,
    e.HostReleased: _host_released,
    e.TableAdded: _table_added,
    e.TableEdited: _table_edited,
    e.TableDropped: _table_dropped,
}
