"""A document as HTML: each block of its Markdown through Python-Markdown, then through nh3, then into an
element with a class.

Markdown is no sanitiser, so nh3 lets through only the elements that as_markdown.py can mean. The style of the
page is in print_style.py.
"""

from html import escape

import markdown
import nh3

from facilitation.charter.as_markdown import block_markdown
from facilitation.charter.document import Block, Document, Heading, Register, Table
from facilitation.charter.print_style import STYLE

_TEXT_TAGS = {"h1", "h2", "h3", "h4", "p", "blockquote", "ul", "li", "a", "strong"}
_TAGS = _TEXT_TAGS | {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"id", "href"}}


def to_html_fragment(document: Document) -> str:
    """The document as one `<article class="document" lang="…">`, to stand in a page that has its own style
    and title."""
    reader = markdown.Markdown(extensions=["tables"], output_format="html")
    inner = "\n".join(_block(reader, block) for block in document.blocks)
    return f'<article class="document" lang="{escape(document.locale)}">\n{inner}\n</article>\n'


def to_html_page(document: Document) -> str:
    """A whole page that needs nothing else: its style is inside, it asks for no file and runs no script."""
    title, lang = escape(document.title), escape(document.locale)
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{to_html_fragment(document)}</main>\n</body>\n</html>\n"
    )


def _block(reader: markdown.Markdown, block: Block) -> str:
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
        case _:
            return block.role
