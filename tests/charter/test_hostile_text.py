"""Whatever people type stands in the documents as text: no heading, list, link, element or row comes of
it."""

from __future__ import annotations

from datetime import date, timedelta, timezone
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitation import charter
from facilitation.charter import PAPERS, Occasion, Picture
from facilitation.charter.typography import set_text
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.text import clean
from facilitation.domain.workshop import Person, Workshop
from tests.charter import shapes
from tests.charter.hostile_marks import MARKS

DAY = date(2019, 10, 28)
ZONE = timezone(timedelta(hours=1))  # Warsaw in winter

LONG = "x" * 10_000
TEXTS = st.one_of(
    st.lists(st.sampled_from(MARKS), min_size=1, max_size=8).map("".join),
    st.lists(st.sampled_from(MARKS), min_size=1, max_size=8).map(" ".join),
    st.text(min_size=1, max_size=40),
).filter(lambda text: any(character.isalnum() for character in clean(text)))


def workshop_saying(text: str) -> Workshop:
    """A workshop in which this text stands in every place that a person may fill."""
    kinds = (("a", "aspiration"), ("v", "values"), ("r", "rules"))
    areas = tuple(e.PlannedArea(slug, text, text, kind) for slug, kind in kinds)
    tables = (e.PlannedTable("T1", text, text, "a"),)
    rounds = (e.PlannedRound(20, f"Runda: {text}"),)
    made = e.WorkshopCreated("CODE", 0, text, "", "pl", "classic", areas, tables, rounds, (text,), text)
    state = apply(apply(None, made), e.ParticipantJoined("P1", 0, text)).with_people(
        {"P1": Person(text, text)}
    )
    for number, (slug, _) in enumerate(kinds, 1):
        state = apply(state, e.IdeaPosted(f"I{number}", text, "T1", 1, 0, slug, "P1"))
        state = apply(state, e.ThemeMade(f"M{number}", slug, text, (f"I{number}",)))
        said = f"Nazwa: {text}" if slug == "v" else text
        drafted = e.DraftedArticle(f"A{number}", slug, f"M{number}", said, (f"I{number}",))
        state = apply(state, e.CharterDrafted(0, (drafted,)))
    state = apply(state, e.IdeaPosted("I4", text, "T1", 1, 0, objects=True))
    return everything_around(state, text)


def everything_around(state: Workshop, text: str) -> Workshop:
    """The text also in details, hand-overs, objections, reservations, declarations and next steps."""
    for event in (
        e.WorkshopDetailed(text, "", text, text, text, text, text, clean(text)),
        e.HandoverWritten("T1", text, 1, 0),
        e.ThemeObjected("M3", "P1", text, 0),
        e.AgreementOpened(("A1", "A2", "A3"), 0),
        e.ArticleAnswered("A1", "P1", "reservation", 0, text),
        e.AgreementOpened(("A1",), 0),
        e.ArticleAnswered("A1", "P1", "reservation", 0, text),
        e.DeclarationMade("D1", 0, "1", "", text, text, text, text),
        e.TaskAdded("K1", text, text, text),
    ):
        state = apply(state, event)
    return state.with_people({"D1": Person(text, f"Dom {text} koniec", text, text)})


def charter_saying(text: str) -> charter.Charter:
    """Its charter."""
    return charter.charter_of(workshop_saying(text), DAY, text)


PLAIN = "zwykłe słowa"
WRITERS = {
    "charter": lambda text: charter.to_markdown(charter_saying(text)),
    "protokół": lambda text: charter.to_report_markdown(workshop_saying(text), DAY, ZONE, text),
}


@cache
def plain(writer: str, reader: str) -> list[object]:
    """The elements of a Markdown document in which only harmless words stand."""
    return shapes.MARKDOWN_READERS[reader](WRITERS[writer](PLAIN)).elements


@cache
def plain_html() -> list[object]:
    """The same of the HTML page."""
    return shapes.of_html(charter.to_html(charter_saying(PLAIN))).elements


@cache
def plain_word() -> list[object]:
    """The same of the Word file."""
    return shapes.of_word(charter.to_docx(charter_saying(PLAIN))).elements


def stands_in(shape: shapes.Shape, text: str) -> bool:
    """Whether the text stands in it as printed, and letter by letter for each of its four ideas."""
    return set_text(clean(text), "pl") in shape.text and shape.text.count(clean(text)) >= 4


@pytest.mark.parametrize("reader", shapes.MARKDOWN_READERS)
@pytest.mark.parametrize("writer", WRITERS)
@settings(max_examples=20, deadline=None)
@given(text=TEXTS)
@example(text=LONG)
@example(text="# 1. - | <script>alert(1)</script> [x](javascript:alert(1)) `x` --- \\")
def test_no_text_becomes_structure_in_markdown(writer, reader, text):
    shape = shapes.MARKDOWN_READERS[reader](WRITERS[writer](text))
    assert shape.elements == plain(writer, reader)
    assert stands_in(shape, text)


@settings(max_examples=20, deadline=None)
@given(text=TEXTS)
@example(text=LONG)
@example(text="</article><script>alert(1)</script><style>*{}</style>")
def test_no_text_becomes_structure_in_html(text):
    shape = shapes.of_html(charter.to_html(charter_saying(text)))
    assert shape.elements == plain_html()
    assert stands_in(shape, text)


@settings(max_examples=12, deadline=None)
@given(text=TEXTS)
@example(text=LONG)
@example(text="</w:t></w:r></w:p><w:p/>")
def test_no_text_becomes_structure_in_word(text):
    shape = shapes.of_word(charter.to_docx(charter_saying(text)))
    assert shape.elements == plain_word()
    assert stands_in(shape, text)


OTHER_PAPERS = [
    name for name in PAPERS if name not in ("charter.html", "charter.docx", "charter.md", "report.md")
]
STRUCTURED = [name for name in OTHER_PAPERS if name.endswith((".html", ".docx"))]


def paper(name: str, text: str) -> list[object]:
    """The elements of another paper in which the text stands everywhere."""
    occasion = Occasion(DAY, ZONE, (Picture(b"", "image/png", text, 1, 1),))
    data = PAPERS[name].write(workshop_saying(text), occasion)
    if name.endswith(".docx"):
        return [*shapes.of_word(data).elements]
    # A picture's text is an attribute: compared are the elements and the names of their attributes.
    found = shapes.of_html(data.decode()).elements
    return [(tag, [attribute for attribute, _ in attributes]) for tag, attributes in found]


@cache
def plain_paper(name: str) -> list[object]:
    """The same of a paper in which only harmless words stand."""
    return paper(name, PLAIN)


@pytest.mark.parametrize("name", STRUCTURED)
@settings(max_examples=6, deadline=None)
@given(text=TEXTS)
@example(text="</text></svg><script>alert(1)</script></w:t></w:r></w:p><w:p/>]]>")
def test_no_text_becomes_structure_in_any_other_paper(name, text):
    assert paper(name, text) == plain_paper(name)


def test_both_readers_of_markdown_see_the_same_elements():
    one, other = (plain("charter", reader) for reader in shapes.MARKDOWN_READERS)
    assert [name for name, _ in one] == [name for name, _ in other]
