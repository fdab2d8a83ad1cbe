"""A document as Markdown: plain CommonMark; pipe tables, `<a id>` places and `[^1]` footnotes are the only
additions.

A footnote stands right below what it belongs to: a reader that knows no footnotes shows it there as a
paragraph, one that does moves it to the foot. No character of a text becomes markup, whatever it is and
wherever it stands. Backslashes are used where every parser knows them, entities for the rest.
"""

import re
from collections.abc import Iterable

from facilitation.charter.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Register,
    Span,
    Strip,
    Table,
)

# Only characters that Python-Markdown and CommonMark both let a backslash escape may have one.
_ESCAPES = str.maketrans(
    {character: "\\" + character for character in "\\`*_[]#"}
    | {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;"}
)
_LIST_MARK = re.compile(r"^(\d{1,9}|)([.)+-])(?=\s|$)")
_RULE = re.compile(r"^([-=_]+)")


def escape(text: str) -> str:
    """The text such that Markdown shows just these characters. Expects one line, as domain.text.clean leaves
    it."""
    return text.translate(_ESCAPES)


def to_markdown_text(document: Document) -> str:
    """The whole document, blocks apart by an empty line."""
    return "\n\n".join(block_markdown(block) for block in document.blocks) + "\n"


def block_markdown(block: Block) -> str:
    """One block, without the empty lines around it."""
    match block:
        case Heading():
            return "#" * block.level + " " + _inline(block.spans)
        case Paragraph():
            return ("> " if block.role == "lead" else "") + _line(block.spans)
        case Bullets():
            return "\n".join("- " + _line(item) for item in block.items)
        case Table():
            return _table(block)
        case Register():
            return _register(block)
        case Note():
            return f"[^{block.number}]: {_line(block.spans)}"
        case Strip():
            return _line((Span(f"{block.label}: {'; '.join(one.alt for one in block.pictures)}"),))
        case Figure():
            return _table(block.table)


def _line(spans: Iterable[Span]) -> str:
    """The spans as one line that begins no list, rule or heading of its own."""
    return _RULE.sub(_backslashed, _LIST_MARK.sub(r"\1\\\2", _inline(spans)))


def _inline(spans: Iterable[Span]) -> str:
    return "".join(_span(span) for span in spans).strip(" ")


def _backslashed(rule: re.Match[str]) -> str:
    return f"\\{rule.group(1)}" if rule.group(1)[0] in "-_" else f"&#61;{rule.group(1)[1:]}"


def _span(span: Span) -> str:
    text = escape(span.text)
    if span.strong:
        # A space goes outside, or the asterisks would stand for themselves.
        inner = text.rstrip(" ")
        text = f"**{inner}**{text[len(inner) :]}"
    if span.goes_to:
        text = f"[{text}](#{span.goes_to})"
    if span.note:
        text = f"{text}[^{span.note}]"
    return f'<a id="{span.anchor}"></a>{text}' if span.anchor else text


def _table(table: Table) -> str:
    rules = ["---"] * len(table.header)
    return "\n".join(
        _row(row) for row in ([escape(cell) for cell in table.header], rules, *map(_escaped, table.rows))
    )


def _escaped(cells: tuple[str, ...]) -> list[str]:
    return [escape(cell) for cell in cells]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _register(register: Register) -> str:
    lines = []
    for row in register.rows:
        number = Span(row.number, strong=True, anchor=row.anchor)
        known = (Span(" ("), *row.said, Span(")")) if row.said else ()
        lines.append("- " + _line((number, Span(f" {row.text}"), *known)))
    return "\n".join(lines)
