"""Agreement, dissent, accession, next steps: what the documents tell of them, and what they never do."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta, timezone

import pytest

from facilitation.charter import PAPERS, charter_of, compose
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.workshop import Person
from tests.charter.full import CONTACT, HIDDEN_RESERVATION, WITHDRAWN, occasion, workshop
from tests.charter.sample import BEGUN_AT, article_about
from tests.charter.small import empty, told

ZONE = timezone(timedelta(hours=1))  # Warsaw in winter


def written(name: str, state=None) -> str:
    """A paper of the full sample as text, whatever its format."""
    data = PAPERS[name].write(state or workshop(), occasion(ZONE))
    if name.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [packed.read(part).decode("utf-8", "replace") for part in packed.namelist()]
        return "".join(parts)
    return data.decode("utf-8-sig")


def test_every_sentence_tells_how_many_agree():
    sentences = charter_of(workshop(), None).sentences
    figures = {s.number: s.agreement.parts for s in sentences if s.agreement}
    assert figures == {s.number: (14, 4, 3 if s.number == "4.2" else 0) for s in sentences}


def test_points_in_dispute_stand_in_their_own_words_without_what_was_hidden():
    disputes = charter_of(workshop(), None).disputes
    assert [(d.number, d.reservations, d.objections, [i.number for i in d.ideas]) for d in disputes] == [
        ("4.1", (), (), [56]),
        (
            "4.2",
            ("Co z instytucjami, które zagłosują przeciw?", "Wolimy zgodę wszystkich"),
            ("Większość nie może decydować o zadaniach instytucji, która się na nie nie zgadza.",),
            [],
        ),
        ("", (), (), [58]),
    ]


def test_an_idea_that_objects_stands_behind_no_sentence_and_does_not_speak_for_its_theme():
    sentence = next(s for s in charter_of(workshop(), None).sentences if s.number == "4.1")
    assert [source.number for source in sentence.sources] == [31, 32, 33, 57]
    state = apply(
        told(empty(), ("r", "raz w miesiącu", 0)),
        e.IdeaPosted("I2", "Nie zgadzam się na tak częste spotkania", "T1", 1, 0, "r", "P2", objects=True),
    )
    state = apply(state, e.ThemeMade("M1", "r", "Spotkania", ("I1", "I2")))
    assert [draft.text for draft in compose(state)] == ["Raz w miesiącu."]


def test_the_answers_to_an_earlier_wording_stay_in_the_record():
    (row,) = re.findall(r"^\| 4\.1 \| Spotykamy.*$", written("report.md"), flags=re.MULTILINE)
    assert row == "| 4.1 | Spotykamy się raz w miesiącu, zawsze w ten sam dzień. | 15 | 0 | 5 |".replace(
        " w ", " w\u00a0"
    )


@pytest.mark.parametrize("name", ["charter.md", "report.md"])
def test_sentences_that_nobody_answered_are_named_and_stand_in_no_table(name):
    state = told(empty(), ("r", "spotykamy się raz w miesiącu", 0), ("r", "dzwonimy do siebie", 0))
    drafted = tuple(e.DraftedArticle(f"A{n}", "r", "", f"Zdanie {n}.", (f"I{n}",)) for n in (1, 2))
    for event in (
        e.CharterDrafted(0, drafted),
        e.AgreementOpened(("A1", "A2"), 0),
        e.ArticleAnswered("A1", "P1", "agree", 0),
    ):
        state = apply(state, event)
    text = written(name, state)
    answered, silent = (s.number for s in charter_of(state, None).sentences)
    assert f"Nikt nie powiedział, czy zgadza się z\u00a0tymi zdaniami: {silent}." in text
    rows = re.findall(r"^\| (\d+\.\d+).* \|$", text, flags=re.MULTILINE)
    assert rows.count(answered) >= 1
    assert silent not in rows


@pytest.mark.parametrize("name", PAPERS)
def test_what_was_hidden_or_withdrawn_is_in_no_paper(name):
    text = written(name).replace("\u00a0", " ")
    assert [
        word for word in ("Malinowska", HIDDEN_RESERVATION, WITHDRAWN, "Osoba Wycofana") if word in text
    ] == []


@pytest.mark.parametrize("name", PAPERS)
def test_only_who_consented_is_named_and_contacts_stand_in_the_declarations_alone(name):
    text = written(name)
    assert ("Osoba Tajna" in text, CONTACT in text) == (False, name.startswith("declarations"))
    named = name.startswith(("charter", "declarations", "partners", "report", "ideas.xlsx"))
    assert ("Jolanta Wierzbicka" in text) == named


def test_partners_stand_in_the_table_with_what_they_bring_and_the_others_below():
    charter = charter_of(workshop(), None)
    assert [(p.institution, p.representative) for p in charter.partners] == [
        ("Miejska Biblioteka Publiczna", "Jolanta Wierzbicka, dyrektorka"),
        ("Stowarzyszenie „Dom z Oknami”", "Marek Sobczak, prezes zarządu"),
    ]
    assert "Miejska Biblioteka Publiczna" not in charter.others
    assert "Dom Kultury" in charter.others


def test_each_institution_has_its_declaration_and_one_is_empty():
    charter = charter_of(workshop(), None)
    headings = re.findall(r"<h2>(.*?)</h2>", written("declarations.html"))
    institutions = [p.institution for p in charter.partners] + list(charter.others)
    assert [heading.replace("&nbsp;", " ") for heading in headings] == [
        *(f"Deklaracja przystąpienia: {name}" for name in institutions),
        "Deklaracja przystąpienia",
    ]


def test_next_steps_and_the_next_meeting_have_their_days_written_out():
    text = written("report.md").replace("\u00a0", " ")
    steps = text.partition("## Dalsze kroki")[2].partition("## Statystyka")[0]
    assert steps.strip().splitlines() == [
        "| Co | Kto | Do kiedy |",
        "| --- | --- | --- |",
        "| Rozesłać projekt karty wszystkim instytucjom | Miejski Ośrodek Pomocy Społecznej "
        "| 8 listopada 2019 r. |",
        "| Zebrać uwagi prawników i radnych | Urząd Miasta | do połowy listopada |",
        "| Przygotować listę kontaktów | Poradnia Psychologiczno-Pedagogiczna |  |",
        "",
        "- **Data następnego spotkania:** 25 listopada 2019 r.",
    ]


def test_the_title_page_tells_who_when_where_and_with_whose_money():
    text = written("charter.md").replace("\u00a0", " ").partition("## 1.")[0]
    assert text.strip().split("\n\n") == [
        "Znaki: Fundusze Europejskie – znak programu; Herb miasta Dąbrowa",
        "# Karta Partnerskiego Zespołu Kooperacyjnego w Dąbrowie",
        "Karta wypracowana i poddana pod zgodę podczas warsztatu World Café",
        "Dąbrowa, sala konferencyjna Urzędu Miasta, 28 października 2019 r.",
        "Organizator: Miejski Ośrodek Pomocy Społecznej w Dąbrowie",
        "Projekt współfinansowany ze środków Europejskiego Funduszu Społecznego.",
    ]


@pytest.mark.parametrize("name", [name for name in PAPERS if name.endswith(".html")])
def test_a_page_shows_the_logos_with_what_they_are(name):
    alts = re.findall(r'<img src="data:image/png;base64,[^"]+" alt="([^"]+)">', written(name))
    assert alts == ["Fundusze Europejskie – znak programu", "Herb miasta Dąbrowa"]


def test_dots_go_before_support_in_a_draft():
    state = told(empty(), ("r", "raz w miesiącu", 5), theme="Spotkania")
    state = told(state, ("r", "mówimy krótko", 0), theme="Krótko")
    state = apply(apply(state, e.VotingOpened(("r",), 0)), e.DotsSpent("M2", "P1", 3))
    assert [draft.text for draft in compose(state)] == ["Mówimy krótko.", "Raz w miesiącu."]


def test_the_timetable_tells_pauses_where_there_were_any():
    state = workshop()
    held = max(state.rounds) + 1
    at = BEGUN_AT + 200 * 60_000
    for event in (
        e.RoundAdded(held, 20),
        e.RoundOpened(held, at, at + 20 * 60_000),
        e.RoundPaused(held, at + 5 * 60_000),
        e.RoundResumed(held, at + 12 * 60_000, at + 27 * 60_000),
        e.RoundClosed(held, at + 27 * 60_000),
    ):
        state = apply(state, event)
    text = written("report.md", state)
    assert "| Runda | Początek | Koniec | Planowany czas | Rzeczywisty czas | W tym przerwy |" in text
    assert f"| {held} | 12:20 | 12:47 | 20 min | 27 min | 7 min |" in text


def test_a_sentence_that_was_reworded_is_put_again_with_new_answers():
    article = workshop().articles[article_about(workshop(), "Spotkania")]
    assert (len(article.puts), len(article.answers)) == (2, 18)


def test_an_earlier_draft_that_quoted_a_hidden_idea_is_not_quoted_in_the_record():
    state = told(empty(areas="r"), ("r", "raz w miesiącu", 0), theme="Spotkania")
    state = apply(
        state, e.CharterDrafted(0, (e.DraftedArticle("A1", "r", "M1", "Raz w miesiącu.", ("I1",)),))
    )
    state = apply(apply(state, e.AgreementOpened(("A1",), 0)), e.ArticleAnswered("A1", "P1", "agree", 0))
    state = apply(apply(state, e.ArticleReworded("A1", "Co miesiąc.", 1)), e.AgreementOpened(("A1",), 2))
    rows = [row for row in written("report.md", state).splitlines() if row.startswith("| 2.1 |")]
    assert rows == ["| 2.1 | Raz w\u00a0miesiącu. | 1 | 0 | 0 |"]
    hidden = written("report.md", apply(state, e.IdeaHidden("I1")))
    assert [row for row in hidden.splitlines() if row.startswith("| 2.1 |")] == ["| 2.1 | … | 1 | 0 | 0 |"]


def test_an_institution_that_acceded_under_its_full_name_is_not_listed_by_its_short_one_again():
    state = empty().with_people(
        {
            "P1": Person("Maria Lis", "SP nr 3"),
            "P2": Person("", "sp nr 3"),
            "P3": Person("", "Dom Kultury"),
            "D1": Person("Maria Lis", "Szkoła Podstawowa nr 3"),
        }
    )
    state = apply(state, e.DeclarationMade("D1", 0, "1", "P1", "oświata", "", "", ""))
    charter = charter_of(state, None)
    assert ([one.institution for one in charter.partners], charter.others) == (
        ["Szkoła Podstawowa nr 3"],
        ("Dom Kultury",),
    )
    withdrawn = apply(state, e.DeclarationWithdrawn("D1", 1)).with_people({"D1": None})
    assert charter_of(withdrawn, None).others == ("Dom Kultury", "SP nr 3")


def test_many_sentences_that_nobody_answered_are_named_from_the_first_to_the_last():
    state = empty(areas="ar")
    for number in range(1, 7):
        area = "a" if number < 3 else "r"
        state = apply(state, e.ArticleAdded(f"A{number}", area, f"Zdanie {number}.", 0))
    state = apply(state, e.AgreementOpened(tuple(state.articles), 0))
    state = apply(state, e.ArticleAnswered("A1", "P1", "agree", 0))
    (line,) = [line for line in written("report.md", state).splitlines() if line.startswith("Nikt nie")]
    assert line.replace("\u00a0", " ") == "Nikt nie powiedział, czy zgadza się z tymi zdaniami: 2.2, 3.1–3.4."
