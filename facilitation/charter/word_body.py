"""The body of a Word file as WordprocessingML: one function an element, text always escaped.

Styles are named by the names of word_style.py and written by their ids. Measures: widths in twentieths of a
point.
"""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from facilitation.charter.document import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Register,
    RegisterRow,
    Span,
    Spans,
    Table,
)
from facilitation.charter.word_style import STYLES, TEXT_WIDTH_MM

_TWIPS_A_MM = 1440 / 25.4
_SIGNING_ROW_MM = 13

Cells = Sequence[Spans]


def body_xml(blocks: Sequence[Block], style_ids: Mapping[str, str]) -> str:
    """The blocks as elements that stand in a file's body, where the prefix `w` is known."""
    writer = _Writer(style_ids)
    drawn = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        drawn.append(writer.block(block))
        if isinstance(block, Table | Register) and not isinstance(following, Heading | Paragraph | Bullets):
            # Word would join two tables that touch, and a file must not end with one.
            drawn.append(writer.gap())
    return "".join(drawn)


class _Writer:
    """One body being written; bookmarks are numbered through it."""

    def __init__(self, style_ids: Mapping[str, str]) -> None:
        self.style_ids = style_ids
        self.bookmarks = 0

    def block(self, block: Block) -> str:
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
                rows: list[Cells] = [[(Span(cell),) for cell in row] for row in block.rows]
                tall = block.role in ("signatures", "steps")
                return self._table(block, rows, _SIGNING_ROW_MM if tall else 0)
            case Register():
                return self._table(block, [_idea(row) for row in block.rows])

    def gap(self) -> str:
        """An empty paragraph hardly higher than a line's rule."""
        return self._paragraph("Table Gap", ())

    def _paragraph(self, style: str, spans: Spans, more: str = "") -> str:
        named = f"<w:pStyle w:val={quoteattr(self.style_ids[style])}/>"
        return f"<w:p><w:pPr>{named}{more}</w:pPr>{''.join(self._span(span) for span in spans)}</w:p>"

    def _span(self, span: Span) -> str:
        look = f'<w:rStyle w:val="{self.style_ids["Document Link"]}"/>' if span.goes_to else ""
        look += "<w:b/>" if span.strong else ""
        run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(span.text)}</w:t></w:r>'
        if span.goes_to:
            place = quoteattr(_bookmark(span.goes_to))
            run = f'<w:hyperlink w:anchor={place} w:history="1">{run}</w:hyperlink>'
        return self._marked(run, span.anchor) if span.anchor else run

    def _marked(self, run: str, anchor: str) -> str:
        self.bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self.bookmarks}" w:name={quoteattr(_bookmark(anchor))}/>'
        return f'{start}{run}<w:bookmarkEnd w:id="{self.bookmarks}"/>'

    def _table(self, table: Table | Register, rows: Sequence[Cells], height_mm: int = 0) -> str:
        """A table of the page's width whose first row is marked as header and repeated on each page."""
        total = sum(table.widths)
        widths = [round(TEXT_WIDTH_MM * share / total * _TWIPS_A_MM) for share in table.widths]
        head = self._row([(Span(title, strong=True),) for title in table.header], widths, "<w:tblHeader/>")
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

    def _row(self, cells: Cells, widths: Sequence[int], more: str) -> str:
        texts = [self._paragraph("Table Text", spans) for spans in cells]
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
