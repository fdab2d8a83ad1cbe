"""A document as a Word file: real headings, lists and tables, links to bookmarks, a language and a title.

How it looks is in word_style.py. The bytes depend on the document and its day alone.
"""

import io
import zipfile
from datetime import date, datetime

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from facilitation.charter.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Register,
    Span,
    Spans,
    Table,
)
from facilitation.charter.word_style import STYLES, TEXT_WIDTH_MM, dress

_SIGNING_ROW_MM = 13
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def to_docx_bytes(document: Document, day: date) -> bytes:
    """The file. `day` stands in its properties as the day it was made; the same document gives the same
    bytes."""
    word = docx.Document()
    dress(word, document.locale, document.page)
    core = word.core_properties
    core.title, core.language = document.title, document.locale
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = datetime(day.year, day.month, day.day)
    _Writer(word).write(document)
    saved = io.BytesIO()
    word.save(saved)
    return _dateless(saved.getvalue())


def _dateless(packed: bytes) -> bytes:
    """The same archive without the moment at which it was packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


class _Writer:
    """One Word file being written; bookmarks are numbered through it."""

    def __init__(self, word: WordDocument) -> None:
        self.word = word
        self.bookmarks = 0

    def write(self, document: Document) -> None:
        for block in document.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level=1):
                self._spans(self.word.add_paragraph(style="Title"), block.spans)
            case Heading():
                # Word's own numbering of levels begins below the title.
                heading = self.word.add_heading(level=block.level - 1)
                heading.paragraph_format.page_break_before = block.starts_page or None
                self._spans(heading, block.spans)
            case Paragraph():
                self._spans(self.word.add_paragraph(style=STYLES.get(block.role, "Normal")), block.spans)
            case Bullets():
                for item in block.items:
                    self._spans(self.word.add_paragraph(style="List Bullet"), item)
            case Table():
                self._table(block)
            case Register():
                self._register(block)

    def _spans(self, paragraph: WordParagraph, spans: Spans) -> None:
        for span in spans:
            self._span(paragraph, span)

    def _span(self, paragraph: WordParagraph, span: Span) -> None:
        run = paragraph.add_run(span.text)
        run.bold = True if span.strong else None
        if span.goes_to:
            run.style = "Document Link"
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _bookmark(span.goes_to))
            link.set(qn("w:history"), "1")
            run._r.addprevious(link)
            link.append(run._r)
        if span.anchor:
            self._mark(run._r, span.anchor)

    def _mark(self, run: object, anchor: str) -> None:
        self.bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self.bookmarks))
        start.set(qn("w:name"), _bookmark(anchor))
        run.addprevious(start)  # type: ignore[attr-defined]
        run.addnext(end)  # type: ignore[attr-defined]

    def _table(self, table: Table) -> None:
        drawn = self._grid(table.header, table.widths, table.caption, len(table.rows))
        for row, cells in zip(drawn.rows[1:], table.rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.paragraphs[0].add_run(text)
            if table.role in ("signatures", "steps"):
                row.height = Mm(_SIGNING_ROW_MM)

    def _register(self, register: Register) -> None:
        drawn = self._grid(register.header, register.widths, register.caption, len(register.rows))
        # Rows are walked as elements: python-docx finds a cell by its place anew each time, which is slow for
        # many rows.
        for element, row in zip(drawn._tbl.tr_lst[1:], register.rows, strict=True):
            number = (Span(row.number, anchor=row.anchor),)
            for cell, spans in zip(element.tc_lst, (number, (Span(row.text),), *row.facts), strict=True):
                self._spans(_Cell(cell, drawn).paragraphs[0], spans)

    def _grid(self, header: tuple[str, ...], shares: tuple[int, ...], caption: str, rows: int) -> WordTable:
        """A table of the page's width whose first row is marked as header and repeated on each page."""
        drawn: WordTable = self.word.add_table(rows + 1, len(header), style="Table Grid")
        drawn.autofit = False
        widths = [Mm(TEXT_WIDTH_MM * share / sum(shares)) for share in shares]
        for column, width in zip(drawn._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        for element in drawn._tbl.tr_lst:
            element.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, width in zip(element.tc_lst, widths, strict=True):
                cell.width = width
                _Cell(cell, drawn).paragraphs[0].style = "Table Text"
        first = drawn._tbl.tr_lst[0]
        first.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, text in zip(first.tc_lst, header, strict=True):
            _Cell(cell, drawn).paragraphs[0].add_run(text).bold = True
        _describe(drawn, caption)
        self._gap()
        return drawn

    def _gap(self) -> None:
        """Word joins two tables that touch; a small empty paragraph also keeps a table from ending the
        file."""
        self.word.add_paragraph(style="Table Gap")


def _bookmark(anchor: str) -> str:
    """Word's bookmarks hold letters, digits and underscores only."""
    return anchor.replace("-", "_")


def _describe(table: WordTable, caption: str) -> None:
    """The alternative text of a table: title and description."""
    properties = table._tbl.tblPr
    for name in ("w:tblCaption", "w:tblDescription"):
        element = OxmlElement(name)
        element.set(qn("w:val"), caption)
        properties.append(element)
