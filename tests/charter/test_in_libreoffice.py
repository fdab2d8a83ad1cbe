"""LibreOffice opens the Word files without repair, and what it makes of them as PDF has what a screen reader
needs: title, language, headings in the outline, header cells, footnotes and links."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import timedelta, timezone
from typing import NamedTuple

import docx
import pytest

from facilitation.charter import PAPERS
from tests.charter import full
from tests.charter.shapes import of_word

SOFFICE = shutil.which("soffice")
PLENTY_SECONDS = 240
PDF_UA = '{"PDFUACompliance":{"type":"boolean","value":"true"}}'
NAMES = ("charter.docx", "report.docx")
ZONE = timezone(timedelta(hours=1))

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")


class Converted(NamedTuple):
    """A Word file, and the PDF that LibreOffice has made of it."""

    word: bytes
    pdf: bytes


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Converted]:
    """Charter and protokół of the full sample, both converted in one go, with a profile of their own."""
    folder = tmp_path_factory.mktemp("office")
    words = {name: PAPERS[name].write(full.workshop(), full.occasion(ZONE)) for name in NAMES}
    for name, data in words.items():
        (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf:writer_pdf_Export:" + PDF_UA, "--outdir", str(folder)]
    subprocess.run(
        [str(SOFFICE), profile, *convert, *(str(folder / name) for name in words)],
        check=True,
        capture_output=True,
        timeout=PLENTY_SECONDS,
    )
    return {
        name: Converted(data, (folder / name).with_suffix(".pdf").read_bytes())
        for name, data in words.items()
    }


def elements(pdf: bytes, kind: str) -> int:
    """How many elements of this kind the structure of a tagged PDF has."""
    return len(re.findall(rf"/S/{kind}(?![\w#])".encode(), pdf))


def outline(pdf: bytes) -> list[str]:
    """The titles of its outline, with plain spaces."""
    titles = re.findall(rb"/Title<FEFF([0-9A-F]+)>\s*/Dest", pdf)
    return [bytes.fromhex(one.decode()).decode("utf-16-be").replace("\u00a0", " ").strip() for one in titles]


@pytest.mark.parametrize("name", NAMES)
def test_its_headings_are_the_outline(converted: dict[str, Converted], name: str):
    word = docx.Document(io.BytesIO(converted[name].word))
    headings = [p.text.replace("\u00a0", " ") for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert (outline(converted[name].pdf), len(headings) > 10) == (headings, True)


@pytest.mark.parametrize("name", NAMES)
def test_it_tells_its_title_and_its_language(converted: dict[str, Converted], name: str):
    pdf, word = converted[name].pdf, docx.Document(io.BytesIO(converted[name].word))
    info = re.findall(rb"/Title<FEFF([0-9A-F]+)>(?!\s*/Dest)", pdf)
    assert [bytes.fromhex(one.decode()).decode("utf-16-be") for one in info] == [word.core_properties.title]
    assert (set(re.findall(rb"/Lang\(([^)]*)\)", pdf)), b"<pdfuaid:part>1<" in pdf) == ({b"pl-PL"}, True)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_header_cells(converted: dict[str, Converted], name: str):
    pdf, word = converted[name].pdf, docx.Document(io.BytesIO(converted[name].word))
    assert elements(pdf, "TH") == sum(len(table.columns) for table in word.tables)


def test_footnotes_and_links_are_such(converted: dict[str, Converted]):
    pdf, shape = converted["charter.docx"].pdf, of_word(converted["charter.docx"].word)
    notes = sum(tag == "footnoteReference" for tag, _ in shape.elements)
    assert (elements(pdf, "Note"), notes > 10) == (notes, True)
    assert len(re.findall(rb"/Subtype/Link\b", pdf)) >= len(shape.links) > 50
