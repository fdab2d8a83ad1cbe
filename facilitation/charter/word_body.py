"""The body of a Word file as WordprocessingML, with its footnotes: one function an element, text always
escaped.

Styles are named by the names of word_style.py and written by their ids. Measures: widths in twentieths of a
point. Pictures are drawn by word_pictures.py; the file around all this is made in as_docx.py.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from facilitation.charter.document import (
    Block,
    Bullets,
    Figure,
    Heading,
    Note,
    Paragraph,
    Picture,
    Register,
    RegisterRow,
    Span,
    Spans,
    Strip,
    Table,
)
from facilitation.charter.word_pictures import row_of_pictures
from facilitation.charter.word_style import STYLES, TEXT_WIDTH_MM

_TWIPS_A_MM = 1440 / 25.4
_ROW_MM = {"signatures": 13, "steps": 13, "form": 11}
"""The height of rows that somebody writes into by hand."""

Cells = Sequence[Spans]


class Body(NamedTuple):
    """What a file is filled with: the elements of its body, its footnotes (empty where there is none), and
    the pictures that the body names `picture1`, `picture2` and so on."""

    xml: str
    footnotes: str
    pictures: tuple[Picture, ...]


def body_of(blocks: Sequence[Block], style_ids: Mapping[str, str]) -> Body:
    """The blocks as elements, where the prefixes `w`, `r` and `wp` are known."""
    writer = _Writer(style_ids)
    shown = [block.table if isinstance(block, Figure) else block for block in blocks]
    drawn = []
    for block, following in zip(shown, [*shown[1:], None], strict=True):
        drawn.append(writer.block(block))
        if isinstance(block, Table | Register) and not isinstance(following, Heading):
            # Word would join two tables that touch, a file must not end with one, and text stands too near.
            drawn.append(writer.gap())
    return Body("".join(drawn), "".join(writer.footnotes), tuple(writer.pictures))


class _Writer:
    """One body being written; bookmarks and pictures are numbered through it."""

    def __init__(self, style_ids: Mapping[str, str]) -> None:
        self.style_ids = style_ids
        self.bookmarks = 0
        self.footnotes: list[str] = []
        self.pictures: list[Picture] = []

    def block(self, block: Block) -> str:
        """One block's elements; a note's go among the footnotes."""
        match block:
            case Heading():
                # Word counts the levels of headings below the title.
                style = "Title" if block.level == 1 else f"Heading {block.level - 1}"
                return self._paragraph(
                    style, block.spans, "<w:pageBreakBefore/>" if block.starts_page else ""
                )
            case Paragraph():
                return self._paragraph(STYLES.get(block.role, "Normal"), block.spans)
            case Bullets():
                return "".join(self._paragraph("List Bullet", item) for item in block.items)
            case Table():
                return self._plain_table(block)
            case Register():
                return self._table(block, [_idea(row) for row in block.rows])
            case Figure():
                return self._plain_table(block.table)
            case Note():
                self.footnotes.append(self._footnote(block))
                return ""
            case Strip():
                first = len(self.pictures) + 1
                self.pictures += block.pictures
                return self._styled("Logos", row_of_pictures(block.pictures, first))

    def _plain_table(self, table: Table) -> str:
        rows: list[Cells] = [[(Span(cell),) for cell in row] for row in table.rows]
        return self._table(table, rows, _ROW_MM.get(table.role, 0))

    def _footnote(self, note: Note) -> str:
        sign = f"<w:r><w:rPr>{self._look('Note Mark')}</w:rPr><w:footnoteRef/></w:r>"
        text = "".join(self._span(span) for span in (Span(" "), *note.spans))
        return f'<w:footnote w:id="{note.number}">{self._styled("Note Text", sign + text)}</w:footnote>'

    def _look(self, style: str) -> str:
        return f"<w:rStyle w:val={quoteattr(self.style_ids[style])}/>"

    def _styled(self, style: str, inner: str, more: str = "") -> str:
        named = f"<w:pStyle w:val={quoteattr(self.style_ids[style])}/>"
        return f"<w:p><w:pPr>{named}{more}</w:pPr>{inner}</w:p>"

    def gap(self) -> str:
        """An empty paragraph hardly higher than a line's rule."""
        return self._paragraph("Table Gap", ())

    def _paragraph(self, style: str, spans: Spans, more: str = "") -> str:
        return self._styled(style, "".join(self._span(span) for span in spans), more)

    def _span(self, span: Span) -> str:
        # Styles throughout: checkers of accessibility take formatting by hand for a meaning that is not told.
        look = self._look("Document Link") if span.goes_to else self._look("Strong") if span.strong else ""
        properties = f"<w:rPr>{look}</w:rPr>" if look else ""
        run = f'<w:r>{properties}<w:t xml:space="preserve">{escape(span.text)}</w:t></w:r>'
        if span.goes_to:
            place = quoteattr(_bookmark(span.goes_to))
            run = f'<w:hyperlink w:anchor={place} w:history="1">{run}</w:hyperlink>'
        if span.note:
            mark = self._look("Note Mark")
            run += f'<w:r><w:rPr>{mark}</w:rPr><w:footnoteReference w:id="{span.note}"/></w:r>'
        return self._marked(run, span.anchor) if span.anchor else run

    def _marked(self, run: str, anchor: str) -> str:
        self.bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self.bookmarks}" w:name={quoteattr(_bookmark(anchor))}/>'
        return f'{start}{run}<w:bookmarkEnd w:id="{self.bookmarks}"/>'

    def _table(self, table: Table | Register, rows: Sequence[Cells], height_mm: int = 0) -> str:
        """A table of the page's width whose first row is marked as header and repeated on each page."""
        total = sum(table.widths)
        widths = [round(TEXT_WIDTH_MM * share / total * _TWIPS_A_MM) for share in table.widths]
        titles = [(Span(title),) for title in table.header]
        head = self._row(titles, widths, "<w:tblHeader/>", "Table Head")
        tall = f'<w:trHeight w:val="{round(height_mm * _TWIPS_A_MM)}"/>' if height_mm else ""
        told = quoteattr(table.caption)
        properties = (
            f'<w:tblStyle w:val="{self.style_ids["Table Grid"]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={told}/><w:tblDescription w:val={told}/>"
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        body = "".join(self._row(row, widths, tall) for row in rows)
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"

    def _row(self, cells: Cells, widths: Sequence[int], more: str, style: str = "Table Text") -> str:
        texts = [self._paragraph(style, spans) for spans in cells]
        drawn = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text}</w:tc>'
            for text, width in zip(texts, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{drawn}</w:tr>"


def _idea(row: RegisterRow) -> Cells:
    return [(Span(row.number, anchor=row.anchor),), (Span(row.text),), *row.facts]


def _bookmark(anchor: str) -> str:
    """Word's bookmarks hold letters, digits and underscores only."""
    return anchor.replace("-", "_")
