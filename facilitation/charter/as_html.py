"""A document as HTML: each block of its Markdown through Python-Markdown, then through nh3, then into an
element with a class.

Markdown is no sanitiser, so nh3 lets through only the elements that as_markdown.py can mean; charts and
pictures are no Markdown and are put beside it. The style of the page is in print_style.py.
"""

from base64 import b64encode
from html import escape

import markdown
import nh3
from msgspec.structs import replace

from facilitation.charter.as_markdown import block_markdown
from facilitation.charter.chart import chart_svg
from facilitation.charter.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Picture,
    Register,
    Span,
    Strip,
    Table,
)
from facilitation.charter.print_style import STYLE
from facilitation.domain.text import clean

_TEXT_TAGS = {"h1", "h2", "h3", "h4", "p", "blockquote", "ul", "li", "a", "strong"}
_TAGS = _TEXT_TAGS | {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"id", "href"}}


def to_html_fragment(document: Document) -> str:
    """The document as one `<article class="document" lang="…">`, to stand in a page that has its own style
    and title."""
    reader = markdown.Markdown(extensions=["tables"], output_format="html")
    inner = "\n".join(_block(reader, block, place) for place, block in enumerate(document.blocks))
    name = "document cover" if document.cover else "document"
    return f'<article class="{name}" lang="{escape(document.locale)}">\n{inner}\n</article>\n'


def to_html_page(document: Document) -> str:
    """A whole page that needs nothing else: its style and pictures are inside, it asks for no file and runs
    no script."""
    return page(document.title, document.locale, STYLE, f"<main>\n{to_html_fragment(document)}</main>")


def page(title: str, locale: str, style: str, body: str) -> str:
    """A page around a body that is HTML already."""
    return (
        f'<!doctype html>\n<html lang="{escape(locale)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def strip_element(pictures: tuple[Picture, ...]) -> str:
    """Pictures with their bytes inside, in one row; nothing where there are none."""
    drawn = "".join(
        f'<img src="data:{one.type};base64,{b64encode(one.data).decode()}" alt="{escape(clean(one.alt))}">'
        for one in pictures
    )
    return f'<div class="logos">{drawn}</div>' if drawn else ""


def _block(reader: markdown.Markdown, block: Block, place: int) -> str:
    match block:
        case Strip():
            return strip_element(block.pictures)
        case Figure():
            drawn = chart_svg(block.chart, f"chart-{place}")
            table = _written(reader, block.table)
            told = f"<details><summary>{escape(block.unfold)}</summary>{table}</details>"
            return f"<figure>{drawn}</figure>\n{told}"
        case Note():
            return _written(reader, Paragraph(block.spans, "references"))
        case Heading() | Paragraph():
            return _written(reader, replace(block, spans=tuple(map(_unmarked, block.spans))))
        case _:
            return _written(reader, block)


def _unmarked(span: Span) -> Span:
    """The span without the mark of a note: on a page a note stands right below."""
    return replace(span, note=0) if span.note else span


def _written(reader: markdown.Markdown, block: Block) -> str:
    drawn = reader.reset().convert(block_markdown(block))
    safe = nh3.clean(drawn, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(), link_rel=None)
    if isinstance(block, Table):
        # Nothing but the writer's own header can be an element here, so the text can be changed.
        named = f"<caption>{escape(block.caption)}</caption>"
        safe = safe.replace("<table>", f"<table>{named}", 1).replace("<th>", '<th scope="col">')
    name = _class(block)
    return f'<div class="{name}">{safe}</div>' if name else safe


def _class(block: Block) -> str:
    match block:
        case Register():
            return "ideas"
        case Heading():
            return "new-page" if block.starts_page else ""
        case Paragraph() | Bullets() | Table():
            return block.role
        case _:
            return ""
