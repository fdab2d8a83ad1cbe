"""A document as blocks: headings, paragraphs, lists and tables, each with a role. What stands between layout
and writers.

Text in a span is always text: the writers (as_markdown.py, as_html.py, as_docx.py) see to it that no
character in it can become markup. Anchors are names made here, such as `idea-12`; `goes_to` names the anchor
a span leads to. How a chart is drawn is in chart.py.
"""

from typing import Literal

import msgspec

from facilitation.charter.chart import Chart

Role = Literal[
    "",
    "subtitle",
    "intro",
    "lead",
    "article",
    "practice",
    "references",
    "note",
    "facts",
    "ideas",
    "signatures",
    "steps",
    "funding",
    "form",
]


class Span(msgspec.Struct, frozen=True):
    """A run of text. `anchor` marks this place, `goes_to` makes it a link to a place in the same document;
    `note` is the number of the Note whose mark follows the text, 0 for none."""

    text: str
    strong: bool = False
    goes_to: str = ""
    anchor: str = ""
    note: int = 0


Spans = tuple[Span, ...]


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 1 is the document's title and stands once. On paper it may start a new page."""

    level: int
    spans: Spans
    starts_page: bool = False


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph."""

    spans: Spans
    role: Role = ""


class Bullets(msgspec.Struct, frozen=True):
    """A list of one level, without numbers."""

    items: tuple[Spans, ...]
    role: Role = ""


class Table(msgspec.Struct, frozen=True):
    """A table with one header row. `widths` are shares of the page's width, one a column; `caption` says what
    it shows, for those who can't see it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    caption: str
    role: Role = ""


class Register(msgspec.Struct, frozen=True):
    """The ideas of an annex: a list where there are no real tables (Markdown), a table in Word. Each row: the
    number, its anchor, the words, then what is known of it, beside the header's last columns; an empty cell
    is not known."""

    header: tuple[str, ...]
    rows: tuple["RegisterRow", ...]
    widths: tuple[int, ...]
    caption: str


class RegisterRow(msgspec.Struct, frozen=True):
    """One idea. `facts` are the cells of a table row; `said` the same as words for a list."""

    number: str
    anchor: str
    text: str
    facts: tuple[Spans, ...]
    said: Spans


class Note(msgspec.Struct, frozen=True):
    """What is known of the block before it, which carries its mark: a footnote in Markdown and Word, small
    print on a page. Numbered from 1 through the document."""

    number: int
    spans: Spans


class Picture(msgspec.Struct, frozen=True):
    """A picture as its file's bytes; `type` is image/png or image/jpeg, the size is in pixels."""

    data: bytes
    type: str
    alt: str
    width: int
    height: int


class Strip(msgspec.Struct, frozen=True):
    """Pictures in one row: the logos. `label` says what they are, where they can't be shown."""

    pictures: tuple[Picture, ...]
    label: str


class Figure(msgspec.Struct, frozen=True):
    """A chart on a page, and the same figures as a table for every other format and for those who can't see
    it. `unfold` is what opens that table."""

    chart: Chart
    table: Table
    unfold: str


Block = Heading | Paragraph | Bullets | Table | Register | Note | Strip | Figure


class Document(msgspec.Struct, frozen=True):
    """A whole document. `locale` is a language tag such as pl-PL; `title` goes into the file's properties,
    `page` stands before the page's number. One with a `cover` has its first page for itself."""

    locale: str
    title: str
    page: str
    blocks: tuple[Block, ...]
    cover: bool = False
