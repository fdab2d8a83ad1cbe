"""What stands in a charter and what must not."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta, timezone

import pytest

from facilitation import charter
from facilitation.charter.charter import value
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.workshop import Person
from tests.charter.sample import drafted, workshop
from tests.charter.small import empty, told

DAY = date(2019, 10, 28)
ZONE = timezone(timedelta(hours=1))  # Warsaw in winter


def everything(state) -> str:
    """All that is ever written from a workshop, in one string."""
    made = charter.charter_of(state, DAY)
    with zipfile.ZipFile(io.BytesIO(charter.to_docx(made))) as word:
        packed = "".join(word.read(name).decode("utf-8", "replace") for name in word.namelist())
    return "".join(
        (
            charter.to_markdown(made),
            charter.to_html(made),
            charter.to_html_body(made),
            packed,
            charter.to_report_markdown(state, DAY, ZONE),
            charter.ideas_csv(state),
        )
    )


def secretive(kind: str):
    """A workshop whose only idea of a theme with more behind it, and whose article, say what must go."""
    state = told(
        empty(areas=kind),
        (kind, "sekretna sprawa pana Kowalskiego", 5),
        (kind, "mówimy sobie prawdę", 1),
        theme="Prawda",
    )
    state = told(state, (kind, "drugi sekretny szczegół", 2), theme="Drugi sekretny szczegół", kept=False)
    return drafted(state)


@pytest.mark.parametrize("kind", ["a", "v", "r", "f"])
@pytest.mark.parametrize(
    "gone", [lambda i: e.IdeaHidden(i), lambda i: e.IdeaWithdrawn(i), lambda i: e.IdeaBlanked(i, 0)]
)
def test_what_goes_after_the_articles_were_drafted_is_in_no_document(kind, gone):
    state = secretive(kind)
    assert "sekretn" in everything(state)
    assert "sekretn" not in everything(apply(apply(state, gone("I1")), e.IdeaHidden("I3")))


def test_an_article_all_of_whose_ideas_are_gone_goes_too():
    state = apply(secretive("r"), e.IdeaHidden("I3"))
    assert [s.text for s in charter.charter_of(state, DAY).sections[0].sentences] == [
        "Sekretna sprawa pana Kowalskiego."
    ]


def test_what_a_person_wrote_stands_also_when_its_ideas_are_gone():
    state = apply(secretive("r"), e.ArticleReworded("A1", "Mówimy prawdę, także gdy boli.", 0))
    for idea in ("I1", "I2"):
        state = apply(state, e.IdeaHidden(idea))
    (first, _) = charter.charter_of(state, DAY).sections[0].sentences
    assert (first.text, first.sources) == ("Mówimy prawdę, także gdy boli.", ())


def test_nobody_is_named_anywhere():
    assert "Osoba Tajna" not in everything(workshop())


def test_an_institution_stands_among_the_partners_and_never_in_the_data():
    state = workshop()
    assert "Fundacja Podwórko" in charter.charter_of(state, DAY).others
    for written in (charter.ideas_csv(state), charter.to_report_markdown(state, DAY, ZONE)):
        assert "Fundacja Podwórko" not in written


def test_partners_stand_once_in_alphabetical_order_without_those_who_were_erased():
    names = {"P1": "Żłobek", "P2": "Łaźnia", "P3": "łaźnia", "P4": "", "P5": "Lokal.", "P6": "Usunięta"}
    state = empty().with_people({key: Person("", name) for key, name in names.items()})
    erased = apply(state, e.ParticipantErased("P6", 0)).with_people({"P6": None})
    assert charter.charter_of(erased, DAY).others == ("Lokal", "Łaźnia", "Żłobek")


def test_dropped_articles_are_not_in_it_and_the_rest_is_numbered_without_a_gap():
    sections = charter.charter_of(workshop(), DAY).sections
    assert [[s.number for s in section.sentences] for section in sections] == [
        [f"{section}.{n}" for n in range(1, count + 1)] for section, count in ((2, 5), (3, 5), (4, 5), (5, 6))
    ]


def test_a_reworded_article_keeps_its_ideas():
    reworded = charter.charter_of(workshop(), DAY).sections[1].sentences[4]
    told_by = [source.number for source in reworded.sources]
    assert (reworded.name, reworded.text, told_by) == (
        "Otwartość",
        "Szukamy sposobu, a nie wymówki.",
        [27, 28],
    )


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Szacunek: Słuchamy. Nie oceniamy.", ("Szacunek", "Słuchamy. Nie oceniamy.")),
        ("Szacunek.", ("Szacunek", "")),
        ("Szacunek: ale: tak", ("Szacunek", "ale: tak")),
        (
            "Bez dwukropka, ale za to z bardzo długim zdaniem, które nie jest nazwą żadnej wartości.",
            ("", "Bez dwukropka, ale za to z bardzo długim zdaniem, które nie jest nazwą żadnej wartości."),
        ),
        (": zaczyna się od dwukropka", ("", "zaczyna się od dwukropka")),
    ],
)
def test_a_value_is_split_into_its_name_and_what_it_means(text, split):
    assert value(text) == split


def test_an_empty_workshop_has_a_charter_that_says_so():
    made = charter.charter_of(empty(), DAY)
    written = charter.to_markdown(made)
    assert (made.annex, made.others, [section.sentences for section in made.sections]) == ((), (), [()] * 3)
    assert written.count("W\u00a0tym obszarze nie ma jeszcze żadnego zdania.") == 3


def test_ideas_outside_all_areas_stand_in_the_annex():
    made = charter.charter_of(told(empty(), ("", "poza tematem", 0)), DAY)
    assert [(group.title, [idea.text for idea in group.ideas]) for group in made.annex] == [
        ("", ["poza tematem"])
    ]


HEADINGS = {
    "pl": """
1. Podstawa
2. Obszar a
3. Obszar v
4. Obszar r
5. Partnerzy
6. Zmiany karty, przystąpienie i\u00a0wystąpienie
Podpisy
Załączniki
Załącznik nr\u00a02. Wszystkie pomysły
""",
    "en": """
1. Basis
2. Obszar a
3. Obszar v
4. Obszar r
5. Partners
6. Changing, joining and leaving
Signatures
Annexes
Annex 2. All ideas
""",
}


@pytest.mark.parametrize("language", HEADINGS)
def test_the_headings_are_those_its_readers_expect_in_their_order(language):
    written = charter.to_markdown(charter.charter_of(empty(language), DAY))
    assert [line[3:] for line in written.splitlines() if line.startswith("## ")] == (
        HEADINGS[language].strip().split("\n")
    )


def test_the_page_says_its_language_and_asks_for_nothing():
    page = charter.to_html(charter.charter_of(workshop(), DAY))
    assert page.startswith('<!doctype html>\n<html lang="pl-PL">')
    assert [mark for mark in ("<script", "<link", "<img", "src=", "http") if mark in page] == []


def test_the_page_lets_no_foreign_element_through_even_if_markdown_did(monkeypatch):
    leaking = (
        "<script>alert(1)</script>\n\n<b onclick='x'>a</b> [y](javascript:alert(1)) <a href='data:,x'>z</a>"
    )
    monkeypatch.setattr("facilitation.charter.as_html.block_markdown", lambda _block: leaking)
    page = charter.to_html_body(charter.charter_of(empty(), DAY))
    assert [
        mark for mark in ("script", "alert", "onclick", "<b", "javascript", "data:") if mark in page
    ] == []
