"""What a written document is made of, apart from its words: elements in order for Markdown and HTML,
paragraphs and tables for Word. Two texts that differ in people's words only must have the same shape."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser

import docx
import markdown
from docx.oxml.ns import qn
from lxml import etree
from markdown_it import MarkdownIt


@dataclass
class Shape:
    """Elements with their attributes in order; the words; where links lead and which places there are."""

    elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in one string."""
        return "".join(self.words)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shape = Shape()

    def handle_starttag(self, tag, attrs):
        self.shape.elements.append((tag, tuple(attrs)))
        known = dict(attrs)
        if tag == "a" and "href" in known:
            self.shape.links.append(known["href"] or "")
        if "id" in known:
            self.shape.places.append(known["id"] or "")

    def handle_endtag(self, tag):
        self.shape.elements.append((f"/{tag}", ()))

    def handle_data(self, data):
        self.shape.words.append(data)

    def handle_comment(self, data):
        self.shape.elements.append(("comment", ()))

    def handle_decl(self, decl):
        self.shape.elements.append((f"!{decl}", ()))


def of_html(text: str) -> Shape:
    """The shape of an HTML text."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.shape


def by_python_markdown(text: str) -> Shape:
    """The shape of a Markdown text as Python-Markdown reads it, raw HTML let through."""
    return of_html(markdown.markdown(text, extensions=["tables"], output_format="html"))


def by_markdown_it(text: str) -> Shape:
    """The same as markdown-it reads it: CommonMark with tables, raw HTML let through."""
    return of_html(MarkdownIt("commonmark").enable("table").render(text))


MARKDOWN_READERS = {"Python-Markdown": by_python_markdown, "markdown-it": by_markdown_it}


def of_word(data: bytes) -> Shape:
    """The shape of a Word file: each paragraph's style and what is in it, each table's rows and cells."""
    word = docx.Document(io.BytesIO(data))
    shape = Shape()
    names = ("p", "tbl", "tr", "tc", "r", "hyperlink", "bookmarkStart", "tblHeader", "sectPr")
    notes = ("footnoteReference", "footnote")
    kept = {qn(f"w:{name}") for name in (*names, *notes)}
    for element in (*word.element.body.iter(), *footnotes(data)):
        if element.tag in kept:
            shape.elements.append((element.tag.rpartition("}")[2], _word_attributes(element)))
        if element.tag == qn("w:t"):
            shape.words.append(element.text or "")
        if element.tag == qn("w:hyperlink"):
            shape.links.append(element.get(qn("w:anchor")))
        if element.tag == qn("w:bookmarkStart"):
            shape.places.append(element.get(qn("w:name")))
    return shape


def footnotes(data: bytes) -> list[etree._Element]:
    """Every element of a Word file's footnotes."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if "word/footnotes.xml" not in packed.namelist():
            return []
        return list(etree.fromstring(packed.read("word/footnotes.xml")).iter())


def _word_attributes(element) -> tuple[tuple[str, str | None], ...]:
    style = element.find(qn("w:pPr") + "/" + qn("w:pStyle"))
    return (("style", style.get(qn("w:val"))),) if style is not None else ()
