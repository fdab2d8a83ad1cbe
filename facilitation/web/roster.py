"""A list of participants as a spreadsheet saves it: CSV with a line of column names, in English or Polish.

Byte order mark or none, comma, semicolon or tab, any line ends, UTF-8 or Windows-1250, columns in any order.
"""

import csv
import io
import secrets
from collections.abc import Sequence
from typing import Final, NamedTuple

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from facilitation.domain import bounds
from facilitation.domain.commands import AddParticipants, Listed
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean
from facilitation.web import access
from facilitation.web.site import site

blueprint = Blueprint("roster", __name__, url_prefix="/api")

ROSTER_BYTES: Final = 256 * 1024

_COLUMNS: Final = {
    "name": "name",
    "imię i nazwisko": "name",
    "imie i nazwisko": "name",
    "nazwisko i imię": "name",
    "institution": "institution",
    "instytucja": "institution",
    "sector": "sector",
    "sektor": "sector",
}
_LIMITS: Final = {
    "name": bounds.NAME_CHARACTERS,
    "institution": bounds.INSTITUTION_CHARACTERS,
    "sector": bounds.SECTOR_CHARACTERS,
}


class Roster(NamedTuple):
    """The people of a list, and the columns in it that mean nothing to us."""

    people: tuple[Listed, ...]
    ignored: tuple[str, ...]


@blueprint.post("/workshops/<code>/participants.csv")
def participants(code: str) -> ResponseReturnValue:
    """Put a list of people on the list of participants: all of it or, where it can't be read, nothing."""
    request.max_content_length = ROSTER_BYTES
    found, actor = access.moderated(code)
    file = request.files.get("file")
    roster = read(file.read() if file else request.get_data(cache=False))
    wished = AddParticipants(roster.people, request.args.get("expected") == "1")
    site().limits.command(found.code, actor, access.address(), wished)
    ack = found.submit(secrets.token_urlsafe(16), wished, actor)
    if ack.refusal is not None:
        raise ack.refusal
    return jsonify({**ack.result, "ignored_columns": roster.ignored})


def read(data: bytes) -> Roster:
    """The list in these bytes. Refuses `list_unreadable`, or `list_row` with the row (the line of names is
    the first) and the column at fault."""
    rows = _rows(_text(data))
    head = [clean(cell) for cell in rows[0]] if rows else []
    columns = {at: _COLUMNS[name.casefold()] for at, name in enumerate(head) if name.casefold() in _COLUMNS}
    if not columns or len(set(columns.values())) < len(columns):
        raise Refusal("list_unreadable")
    people = [
        _person(head, columns, number, row) for number, row in enumerate(rows[1:], 2) if any(map(clean, row))
    ]
    ignored = [name for at, name in enumerate(head) if name and at not in columns]
    return Roster(tuple(one for one in people if one != Listed()), tuple(ignored))


def _person(head: Sequence[str], columns: dict[int, str], number: int, row: Sequence[str]) -> Listed:
    said = {field: clean(row[at]) for at, field in columns.items() if at < len(row)}
    for at, field in columns.items():
        length, limit = len(said.get(field, "")), _LIMITS[field]
        if length > limit:
            params: dict[str, str | int] = {
                "row": number,
                "column": head[at],
                "length": length,
                "limit": limit,
            }
            raise Refusal("list_row", None, params)
    return Listed(**said)


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1250"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal("list_unreadable")


def _rows(text: str) -> list[list[str]]:
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise Refusal("list_unreadable") from None
