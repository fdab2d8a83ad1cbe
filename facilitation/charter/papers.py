"""Every paper that a workshop can be exported as, by the name its file has: what it is and how it is written.

Who may have which is decided in web/exports.py; the command line (archive.py) hands out the same ones.
"""

from collections.abc import Callable
from datetime import UTC, date, tzinfo
from typing import NamedTuple

from facilitation.charter import poster, print_style
from facilitation.charter.as_docx import to_docx_bytes
from facilitation.charter.as_html import to_html_page
from facilitation.charter.as_markdown import to_markdown_text
from facilitation.charter.charter import Charter, charter_of
from facilitation.charter.declaration import declarations_document, partner_list_document
from facilitation.charter.document import Document, Picture
from facilitation.charter.ideas_csv import BOM, ideas_csv
from facilitation.charter.pages import charter_document
from facilitation.charter.print_style import style_source
from facilitation.charter.report import report_document
from facilitation.charter.statistics import statistics_document
from facilitation.charter.workbook import workbook
from facilitation.domain.workshop import Workshop

MARKDOWN = "text/markdown; charset=utf-8"
HTML = "text/html; charset=utf-8"
CSV = "text/csv; charset=utf-8"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Occasion(NamedTuple):
    """What a paper needs that is not in a workshop's state: the day it was held (None if nobody knows), the
    time zone its clock times are told in, and the logos' pictures."""

    day: date | None
    zone: tzinfo = UTC
    logos: tuple[Picture, ...] = ()


class Paper(NamedTuple):
    """One paper: its media type, how its bytes are written, and (a page only) what a
    Content-Security-Policy's `style-src` must allow for its style, and for no other, to apply."""

    mimetype: str
    write: Callable[[Workshop, Occasion], bytes]
    style_source: str = ""


def _charter(workshop: Workshop, occasion: Occasion) -> Charter:
    return charter_of(workshop, occasion.day, logos=occasion.logos)


def _of_charter(lay_out: Callable[[Charter], Document]) -> Callable[[Workshop, Occasion], Document]:
    return lambda workshop, occasion: lay_out(_charter(workshop, occasion))


def _report(workshop: Workshop, occasion: Occasion) -> Document:
    return report_document(workshop, occasion.day, occasion.zone, logos=occasion.logos)


def _statistics(workshop: Workshop, occasion: Occasion) -> Document:
    return statistics_document(workshop, occasion.zone, occasion.logos)


def _poster(workshop: Workshop, occasion: Occasion) -> bytes:
    return poster.poster_page(_charter(workshop, occasion)).encode()


def _ideas_csv(workshop: Workshop, occasion: Occasion) -> bytes:
    return f"{BOM}{ideas_csv(workshop)}".encode()


def _workbook(workshop: Workshop, occasion: Occasion) -> bytes:
    return workbook(workshop, occasion.zone)


def _markdown(lay_out: Callable[[Workshop, Occasion], Document]) -> Paper:
    return Paper(MARKDOWN, lambda workshop, occasion: to_markdown_text(lay_out(workshop, occasion)).encode())


def _html(lay_out: Callable[[Workshop, Occasion], Document]) -> Paper:
    def write(workshop: Workshop, occasion: Occasion) -> bytes:
        return to_html_page(lay_out(workshop, occasion)).encode()

    return Paper(HTML, write, style_source(print_style.STYLE))


def _word(lay_out: Callable[[Workshop, Occasion], Document]) -> Paper:
    return Paper(WORD, lambda workshop, occasion: to_docx_bytes(lay_out(workshop, occasion), occasion.day))


_CHARTER = _of_charter(charter_document)
_DECLARATIONS = _of_charter(declarations_document)
_PARTNERS = _of_charter(partner_list_document)

PAPERS = {
    "charter.md": _markdown(_CHARTER),
    "charter.docx": _word(_CHARTER),
    "charter.html": _html(_CHARTER),
    "poster.html": Paper(HTML, _poster, style_source(poster.STYLE)),
    "report.md": _markdown(_report),
    "report.docx": _word(_report),
    "report.html": _html(_report),
    "statistics.html": _html(_statistics),
    "declarations.docx": _word(_DECLARATIONS),
    "declarations.html": _html(_DECLARATIONS),
    "partners.docx": _word(_PARTNERS),
    "partners.html": _html(_PARTNERS),
    "ideas.csv": Paper(CSV, _ideas_csv),
    "ideas.xlsx": Paper(EXCEL, _workbook),
}
"""All of them, in the order a person looks for them."""
