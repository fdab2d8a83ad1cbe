"""Events about tables, their hosts and what these hand over."""

from typing import Literal

import msgspec


class HostAppointed(msgspec.Struct, frozen=True, tag_field="type", tag="host.appointed"):
    """A participant stays at a table as its host from now on."""

    table: str
    participant: str


class HostReleased(msgspec.Struct, frozen=True, tag_field="type", tag="host.released"):
    """A table has no host any more."""

    table: str


class TableAdded(msgspec.Struct, frozen=True, tag_field="type", tag="table.added"):
    """One more table. `chairs`: so many may sit there; 0, as many as needed."""

    table: str
    topic: str = ""
    question: str = ""
    area: str = ""
    chairs: int = 0


class TableEdited(msgspec.Struct, frozen=True, tag_field="type", tag="table.edited"):
    """A table's topic, question, area or number of chairs is this now."""

    table: str
    topic: str = ""
    question: str = ""
    area: str = ""
    chairs: int = 0


class TableDropped(msgspec.Struct, frozen=True, tag_field="type", tag="table.dropped"):
    """A table without ideas was taken away; places at it are free again."""

    table: str


class TableClosed(msgspec.Struct, frozen=True, tag_field="type", tag="table.closed"):
    """Nobody sits at a table in the rounds to come; its ideas stay, places and pins there are gone."""

    table: str


class TableReopened(msgspec.Struct, frozen=True, tag_field="type", tag="table.reopened"):
    """A closed table may be sat at again."""

    table: str


class HandoverWritten(msgspec.Struct, frozen=True, tag_field="type", tag="handover.written"):
    """What a table tells those who come next, after which round and by whom; an empty text takes it back."""

    table: str
    text: str
    round: int
    at: int
    by: Literal["host", "table", "moderator"] = "host"


TablesEvent = (
    HostAppointed
    | HostReleased
    | TableAdded
    | TableEdited
    | TableDropped
    | TableClosed
    | TableReopened
    | HandoverWritten
)
