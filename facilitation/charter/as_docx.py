"""A document as a Word file: real headings, lists, tables and footnotes, links to bookmarks, a language and a
title.

The body is written as WordprocessingML (ECMA-376, part 1, chapter 17) in word_body.py and how it looks is set
in word_style.py; python-docx supplies the file around them. Its own way of setting styles searches all styles
for each paragraph, which takes a minute for two thousand ideas. It knows no footnotes, so their part is added
here.
"""

import io
import zipfile
from datetime import date, datetime

import docx

from facilitation.charter.document import Document
from facilitation.charter.word_body import Body, body_of
from facilitation.charter.word_pictures import EXTENSIONS
from facilitation.charter.word_style import dress

_PROPERTY_CHARACTERS = 255
_TEMPLATES_DAY = date(2013, 12, 23)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# Word asks for these two: the rule above footnotes, and the one above those that go on from the page before.
_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)
_RULES_NAMED = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def to_docx_bytes(document: Document, day: date | None) -> bytes:
    """The file. `day` stands in its properties as the day it was made (without one, that of
    the template); the same document gives the same
    bytes."""
    word = docx.Document()
    style_ids = dress(word, document.locale, document.page, document.cover)
    core = word.core_properties
    core.title, core.language = _short(document.title), document.locale
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    made = day or _TEMPLATES_DAY
    core.created = core.modified = datetime(made.year, made.month, made.day)
    saved = io.BytesIO()
    word.save(saved)
    return _filled(saved, body_of(document.blocks, style_ids))


def _short(title: str) -> str:
    """The title as the file's properties can hold it."""
    return title if len(title) <= _PROPERTY_CHARACTERS else f"{title[: _PROPERTY_CHARACTERS - 1]}…"


def _filled(empty: io.BytesIO, body: Body) -> bytes:
    """The same file with this body before its one section's properties, and without the moment it was
    packed."""
    inserted = {
        "word/document.xml": ("<w:sectPr", body.xml),
        "word/_rels/document.xml.rels": ("</Relationships>", _relationships(body)),
        "[Content_Types].xml": ("<Override", _content_types(body)),
        "word/settings.xml": ("<w:compat>", _RULES_NAMED if body.footnotes else ""),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(empty) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in inserted:
                before, more = inserted[name]
                content = content.replace(before.encode(), more.encode() + before.encode(), 1)
            _pack(new, name, content)
        if body.footnotes:
            _pack(new, "word/footnotes.xml", _footnotes(body.footnotes))
        for number, picture in enumerate(body.pictures, 1):
            _pack(new, f"word/media/picture{number}.{EXTENSIONS[picture.type]}", picture.data)
    return out.getvalue()


def _pack(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    file.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)


def _footnotes(footnotes: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:footnotes xmlns:w="{_WORD}">{_RULES}{footnotes}</w:footnotes>'.encode()


def _relationships(body: Body) -> str:
    named = [("footnotes", "footnotes", "footnotes.xml")] if body.footnotes else []
    for number, picture in enumerate(body.pictures, 1):
        named.append((f"picture{number}", "image", f"media/picture{number}.{EXTENSIONS[picture.type]}"))
    return "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in named
    )


def _content_types(body: Body) -> str:
    found = '<Default Extension="png" ContentType="image/png"/>' if body.pictures else ""
    if body.footnotes:
        found += f'<Override PartName="/word/footnotes.xml" ContentType="{_NOTES_TYPE}"/>'
    return found
