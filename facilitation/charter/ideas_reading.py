"""IDEAS.csv read: rows of ideas from a file that a person or another program wrote, and a workshop made of
them.

The file's form is in the public interface: UTF-8 with or without a BOM, `,` or `;`, any line ends, a header
with `text` and optionally id, area, table, round, sector, institution, support, lang. Columns with other
names are left alone.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from facilitation.charter.ideas_csv import unguarded
from facilitation.domain import bounds
from facilitation.domain.text import clean, readable

REASONS: Mapping[str, str] = {
    "not_utf8": "is not UTF-8 text",
    "empty": "has no header and no rows",
    "no_text_column": "has no column “text”",
    "column_twice": "has this column twice",
    "row_length": "has another number of fields than the header",
    "broken_quotes": "has quotation marks that do not match",
    "empty_text": "has no text",
    "too_long": "is longer than {limit} characters",
    "not_a_number": "is not a whole number from 0 to {limit}: {value}",
    "too_many": "has more than {limit} ideas",
}
"""Why a file is refused; what a person reads after the file, the row and the field."""

LARGEST = 10_000
"""The highest number of a round and of supporters that is believed."""

_LIMITS = {
    "text": bounds.IDEA_CHARACTERS,
    "area": bounds.TITLE_CHARACTERS,
    "sector": bounds.SECTOR_CHARACTERS,
    "institution": bounds.INSTITUTION_CHARACTERS,
    "id": bounds.REFERENCE_CHARACTERS,
    "table": bounds.REFERENCE_CHARACTERS,
    "lang": bounds.REFERENCE_CHARACTERS,
}


class IdeasRefused(ValueError):
    """A file that can't be used. `row` counts as a person sees it (the header is 1), 0 for the file as a
    whole."""

    def __init__(
        self, file: str, code: str, row: int = 0, field: str = "", value: str = "", limit: int = 0
    ) -> None:
        self.file, self.code, self.row, self.field = file, code, row, field
        place = "".join((f", row {row}" if row else "", f", field “{field}”" if field else ""))
        super().__init__(f"{file}{place}: {REASONS[code].format(value=value[:40], limit=limit)}")


class IdeaRow(msgspec.Struct, frozen=True):
    """One row. Texts are cleaned and empty where absent; `round` and `support` are 0 where absent."""

    text: str
    id: str = ""
    area: str = ""
    table: str = ""
    round: int = 0
    sector: str = ""
    institution: str = ""
    support: int = 0
    lang: str = ""


def read_ideas(data: bytes, file: str) -> tuple[IdeaRow, ...]:
    """The rows in order; empty lines are passed over. `file` is the name a refusal tells. Raises
    IdeasRefused."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise IdeasRefused(file, "not_utf8", row) from None
    lines = list(_numbered(text, file))
    if not lines:
        raise IdeasRefused(file, "empty")
    columns = _columns(lines[0][1], file)
    if len(lines) - 1 > bounds.IDEAS:
        raise IdeasRefused(file, "too_many", limit=bounds.IDEAS)
    return tuple(_row(file, number, columns, cells) for number, cells in lines[1:])


def _numbered(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, with their places among all rows: the header is 1, the first idea 2."""
    header = text.lstrip("\r\n").split("\n", 1)[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    # strict: a quotation mark that is never closed is an error and does not swallow the rest of the file.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 1
    try:
        for number, cells in enumerate(rows, 1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        if "field limit" in str(error):
            raise IdeasRefused(file, "too_long", number + 1, limit=bounds.IDEA_CHARACTERS) from None
        raise IdeasRefused(file, "broken_quotes", number + 1) from None


def _columns(header: Sequence[str], file: str) -> tuple[str, ...]:
    columns = tuple(clean(name).lower() for name in header)
    for name in IdeaRow.__struct_fields__:
        if columns.count(name) > 1:
            raise IdeasRefused(file, "column_twice", 1, name)
    if "text" not in columns:
        raise IdeasRefused(file, "no_text_column", 1, "text")
    return columns


def _row(file: str, number: int, columns: tuple[str, ...], cells: Sequence[str]) -> IdeaRow:
    if len(cells) != len(columns):
        raise IdeasRefused(file, "row_length", number)
    known = {
        name: cell for name, cell in zip(columns, cells, strict=True) if name in IdeaRow.__struct_fields__
    }
    texts = {name: _text(file, number, name, cell) for name, cell in known.items() if name in _LIMITS}
    if not readable(texts["text"]):
        raise IdeasRefused(file, "empty_text", number, "text")
    numbers = {name: _number(file, number, name, known.get(name, "")) for name in ("round", "support")}
    return IdeaRow(**texts, **numbers)  # type: ignore[arg-type]


def _text(file: str, number: int, name: str, cell: str) -> str:
    cleaned = clean(unguarded(cell))
    if len(cleaned) > _LIMITS[name]:
        raise IdeasRefused(file, "too_long", number, name, limit=_LIMITS[name])
    return cleaned


def _number(file: str, number: int, name: str, cell: str) -> int:
    written = cell.strip()
    if not written:
        return 0
    if (
        not (written.isascii() and written.isdigit())
        or len(written) > len(str(LARGEST))
        or int(written) > LARGEST
    ):
        raise IdeasRefused(file, "not_a_number", number, name, written, LARGEST)
    return int(written)
