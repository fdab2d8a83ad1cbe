"""The ideas of a workshop as data: IDEAS.csv, written.

Its reader is ideas_reading.py. What a person could be known by is not in it: no name, no institution.
"""

import csv
import io

from facilitation.domain.text import clean
from facilitation.domain.workshop import Idea, Workshop

COLUMNS = ("id", "text", "area", "table", "round", "sector", "support", "lang")
"""The columns that are written. The institution is not among them: where one person came from an institution
it is as good as a name, and a file that has left the house can't be erased on request."""

BOM = "\ufeff"
"""What a file begins with so that Excel takes it for UTF-8; every reader of ours passes over it."""

FORMULA_MARKS = ("=", "+", "-", "@")
"""A spreadsheet computes a cell that begins with one of these, so such a text gets an apostrophe in front."""


def ideas_csv(workshop: Workshop) -> str:
    """Every visible idea, in the order they were written, one a row under a header; ids are the numbers of
    the charter's annex, `table` a number. Lines end in CRLF, as RFC 4180 says."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for idea in sorted(workshop.ideas.values(), key=lambda one: one.number):
        if idea.visible:
            writer.writerow([guarded(str(cell)) for cell in _cells(workshop, idea)])
    return out.getvalue()


def _cells(workshop: Workshop, idea: Idea) -> tuple[str | int, ...]:
    author = workshop.participants.get(idea.author)
    table = workshop.tables.get(idea.table)
    return (
        idea.number,
        clean(idea.text),
        idea.area,
        table.number if table else "",
        idea.round or "",
        clean(author.sector) if author else "",
        len(idea.supporters),
        workshop.language,
    )


def guarded(cell: str) -> str:
    """The cell, harmless to a spreadsheet. `unguarded` undoes it."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA_MARKS) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA_MARKS) else cell
