"""The Word file is one that a screen reader can use: title, language, headings, header rows, links."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from facilitation import charter
from facilitation.charter import PAPERS
from tests.charter import full
from tests.charter.sample import workshop
from tests.charter.small import empty

DAY = date(2019, 10, 28)


@pytest.fixture(scope="module")
def word():
    """The sample's charter, opened."""
    return docx.Document(io.BytesIO(charter.to_docx(charter.charter_of(workshop(), DAY, "Dąbrowa"))))


def test_its_properties_tell_title_language_and_day_and_no_author(word):
    core = word.core_properties
    assert (core.title, core.language, core.author, core.last_modified_by, core.created) == (
        "Karta Partnerskiego Zespołu Kooperacyjnego w Dąbrowie",
        *("pl-PL", "", "", datetime(2019, 10, 28, tzinfo=UTC)),
    )


@pytest.mark.parametrize(("language", "locale"), [("pl", "pl-PL"), ("en", "en-GB")])
def test_its_text_is_in_the_language_of_the_workshop(language, locale):
    made = docx.Document(io.BytesIO(charter.to_docx(charter.charter_of(empty(language), DAY))))
    assert {lang.get(qn("w:val")) for lang in made.styles.element.iter(qn("w:lang"))} == {locale}


def test_its_headings_are_headings_and_no_level_is_passed_over(word):
    levels = [int(p.style.name[-1]) for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert (levels[0], max(levels)) == (1, 2)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [p.text for p in word.paragraphs if p.style.name == "Title"] == [
        "Karta Partnerskiego Zespołu Kooperacyjnego w\u00a0Dąbrowie"
    ]


def test_the_first_row_of_every_table_is_marked_as_its_header_and_every_table_is_described(word):
    marked = [
        [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows].count(True)
        for table in word.tables
    ]
    first = [table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in word.tables]
    told = [table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) for table in word.tables]
    assert (marked, first) == ([1] * 5, [True] * 5)
    assert told == [
        "Miejsce na podpisy partnerów",
        *("Aspiracja główna (17 pomysłów)", "Wartości (13 pomysłów)"),
        *("Zasady pracy organizacyjnej (13 pomysłów)", "Standardy komunikacji (12 pomysłów)"),
    ]


def test_all_formatting_is_by_styles(word):
    """What is formatted by hand, LibreOffice's checker of accessibility takes for a meaning that is not
    told."""
    looks = {look.tag for run in word.element.body.iter(qn("w:rPr")) for look in run}
    assert looks == {qn("w:rStyle")}
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert [said.tag for said in defaults] == [qn("w:lang")]


def test_a_picture_is_described_where_word_looks_and_where_libreoffice_does():
    made = full.workshop(), full.occasion(UTC)
    opened = docx.Document(io.BytesIO(PAPERS["report.docx"].write(*made)))
    told = [(one.get("descr"), one.get("title")) for one in opened.element.body.iter(qn("wp:docPr"))]
    assert told == [(logo.alt, logo.alt) for logo in full.LOGOS]


def test_lists_are_lists(word):
    listed = [p.text for p in word.paragraphs if p.style.name == "List Bullet"]
    assert listed[0] == "Nazwa: Karta Partnerskiego Zespołu Kooperacyjnego w\u00a0Dąbrowie"
    assert word.styles["List Bullet"].element.pPr.numPr is not None


def test_the_same_charter_gives_the_same_bytes():
    made = charter.charter_of(workshop(), DAY)
    assert charter.to_docx(made) == charter.to_docx(made)


def test_no_table_touches_the_next_or_ends_the_file():
    with zipfile.ZipFile(io.BytesIO(charter.to_docx(charter.charter_of(workshop(), DAY)))) as packed:
        body = packed.read("word/document.xml").decode()
    assert ("</w:tbl><w:tbl>" in body, "</w:tbl><w:sectPr" in body) == (False, False)
