"""Each room imports what ARCHITECTURE.md allows it and nothing else."""

from __future__ import annotations

import re
import sys
from typing import NamedTuple

import pytest

from tests.rules import sources

HEADING = "## Who may import what"


class Row(NamedTuple):
    """What one room may import, and what of the standard library it may not."""

    rooms: set[str]
    libraries: set[str]
    never: set[str]


def table() -> dict[str, Row]:
    """The rows of the table, by room."""
    text = (sources.ROOT / "ARCHITECTURE.md").read_text("utf-8")
    section = text.partition(HEADING)[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    cells = [
        [set(re.findall(r"`([^`]+)`", cell)) for cell in line.strip()[1:-1].split("|")] for line in lines
    ]
    return {room.pop(): Row(rooms, libraries, never) for room, rooms, libraries, never in cells}


def test_every_room_has_its_row_in_the_table_and_every_row_its_room():
    rooms = {sources.room(path) for path in sources.modules()} - {"__init__"}
    assert set(table()) == rooms


def test_the_table_names_only_rooms_that_have_a_row():
    assert {room for row in table().values() for room in row.rooms} <= set(table())


@pytest.mark.parametrize("path", sources.modules(), ids=sources.name)
def test_a_module_imports_only_what_its_room_may(path):
    room = sources.room(path)
    row = table().get(room, Row(set(), set(), set()))
    assert [
        f"line {line}: {name}" for line, name in sources.imports(path) if not _allowed(name, room, row)
    ] == []


def _allowed(name: str, room: str, row: Row) -> bool:
    top, _, rest = name.partition(".")
    if top == "facilitation":
        return rest.split(".")[0] in {"", "__version__", room, *row.rooms}
    if top in sys.stdlib_module_names:
        return top not in row.never
    return top in row.libraries
