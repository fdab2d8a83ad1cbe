"""The documents have an entry for every command, event, refusal, setting and CLI command, and no other."""

import re
from pathlib import Path
from typing import get_args

import msgspec

from facilitation import cli, config
from facilitation.domain import commands, events
from facilitation.domain.decide import RULES
from facilitation.domain.refusals import SENTENCES

DOCS = Path(__file__).parents[2] / "docs"


def rows(heading: str, document: str = "interface.md") -> list[list[str]]:
    """The cells of the table under a heading, its head left out."""
    section = (DOCS / document).read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))] for line in lines[2:]]


def fields(shape: type[msgspec.Struct]) -> dict[str, bool]:
    """Field → whether it must be given."""
    return {field.encode_name: field.required for field in msgspec.structs.fields(shape)}


def documented(cell: str) -> dict[str, bool]:
    return {name: not optional for name, optional in re.findall(r"`(\w+)`(\??)", cell)}


def test_every_command_is_documented_with_its_fields_and_who_may_give_it() -> None:
    written = {
        kind.strip("`"): (documented(cell), set(who.split(", "))) for kind, cell, who, _ in rows("Commands")
    }
    assert written == {
        kind: (fields(shape), set(RULES[shape].roles)) for kind, shape in commands.COMMANDS.items()
    }


def test_every_event_is_documented_with_its_fields() -> None:
    written = {kind.strip("`"): documented(cell) for kind, cell, _ in rows("Events")}
    assert written == {str(e.__struct_config__.tag): fields(e) for e in get_args(events.Event)}


def test_every_refusal_is_documented_with_its_status_and_sentence() -> None:
    written = {code.strip("`"): (int(status), sentence) for code, status, sentence in rows("Refusals")}
    assert written == dict(SENTENCES)


def test_every_command_of_the_command_line_is_documented() -> None:
    assert {row[0].strip("`") for row in rows("Commands", "command-line.md")} == set(cli.obrus.commands)


def test_every_setting_is_documented_with_its_variable_default_and_sentence() -> None:
    assert [[cell.strip("`") for cell in row] for row in rows("Settings", "command-line.md")] == [
        [each.option, each.variable, str(each.default) or "none", each.sentence] for each in config.table()
    ]
