"""Events about tables and their hosts."""

import msgspec


class HostAppointed(msgspec.Struct, frozen=True, tag_field="type", tag="host.appointed"):
    """A participant stays at a table as its host from now on."""

    table: str
    participant: str


class HostReleased(msgspec.Struct, frozen=True, tag_field="type", tag="host.released"):
    """A table has no host any more."""

    table: str


class TableAdded(msgspec.Struct, frozen=True, tag_field="type", tag="table.added"):
    """One more table."""

    table: str
    topic: str = ""
    question: str = ""
    area: str = ""


class TableEdited(msgspec.Struct, frozen=True, tag_field="type", tag="table.edited"):
    """A table's topic, question or area is this now."""

    table: str
    topic: str = ""
    question: str = ""
    area: str = ""


class TableDropped(msgspec.Struct, frozen=True, tag_field="type", tag="table.dropped"):
    """A table without ideas was taken away; places at it are free again."""

    table: str


TablesEvent = HostAppointed | HostReleased | TableAdded | TableEdited | TableDropped
