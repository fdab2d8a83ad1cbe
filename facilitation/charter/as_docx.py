"""A document as a Word file: real headings, lists and tables, links to bookmarks, a language and a title.

The body is written as WordprocessingML (ECMA-376, part 1, chapter 17) in word_body.py and how it looks is set
in word_style.py; python-docx supplies the file around them. Its own way of setting styles searches all styles
for each paragraph, which takes a minute for two thousand ideas.
"""

import io
import zipfile
from datetime import date, datetime

import docx

from facilitation.charter.document import Document
from facilitation.charter.word_body import body_xml
from facilitation.charter.word_style import dress

_PROPERTY_CHARACTERS = 255
_TEMPLATES_DAY = date(2013, 12, 23)
_BODY_PART = "word/document.xml"
_SECTION = b"<w:sectPr"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def to_docx_bytes(document: Document, day: date | None) -> bytes:
    """The file. `day` stands in its properties as the day it was made (without one, that of
    the template); the same document gives the same
    bytes."""
    word = docx.Document()
    style_ids = dress(word, document.locale, document.page)
    core = word.core_properties
    core.title, core.language = _short(document.title), document.locale
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    made = day or _TEMPLATES_DAY
    core.created = core.modified = datetime(made.year, made.month, made.day)
    saved = io.BytesIO()
    word.save(saved)
    return _filled(saved, body_xml(document.blocks, style_ids).encode())


def _short(title: str) -> str:
    """The title as the file's properties can hold it."""
    return title if len(title) <= _PROPERTY_CHARACTERS else f"{title[: _PROPERTY_CHARACTERS - 1]}…"


def _filled(empty: io.BytesIO, body: bytes) -> bytes:
    """The same file with this body before its one section's properties, and without the moment it was
    packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(empty) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _BODY_PART:
                content = content.replace(_SECTION, body + _SECTION, 1)
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
