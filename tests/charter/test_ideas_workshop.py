"""A charter for a file of ideas goes the same way as one for a workshop that was held."""

from __future__ import annotations

from datetime import date

from facilitation import charter
from facilitation.charter import IdeaRow
from facilitation.domain.events import PlannedArea

DAY = date(2019, 10, 28)
ROWS = (
    IdeaRow("spotykamy się co miesiąc", "11", "zasady", "T3", 2, "NGO", "Dom Kultury", 4),
    IdeaRow("raz na kwartał", "5", "zasady", "3", 1, "", "", 1),
    IdeaRow("mówimy prawdę", "8", "wartosci", "zielony", 0, "", "dom kultury", 0),
)
AREAS = (PlannedArea("wartosci", "Wartości", "", "values"), PlannedArea("inne", "Inne"))


def made(*rows: IdeaRow, areas=()):
    """The workshop of these rows, in Polish."""
    return charter.workshop_of(rows, title="Karta", language="pl", areas=areas)


def test_a_charter_of_a_file_has_articles_with_traces_an_annex_and_partners():
    themes = {"zasady": [("Spotkania", ["I11", "I5"])], "wartosci": [("Prawda", ["I8"])]}
    written = charter.charter_of(charter.with_themes(made(*ROWS, areas=AREAS), themes), DAY)
    sections = [
        (section.title, [(s.name, s.text, s.people) for s in section.sentences])
        for section in written.sections
    ]
    assert sections == [
        ("Wartości", [("Prawda", "Mówimy prawdę.", 0)]),
        ("Zasady", [("", "Spotykamy się co miesiąc.", 0)]),
    ]
    assert [
        (i.number, i.table, i.round, i.support, i.articles) for group in written.annex for i in group.ideas
    ] == [
        (8, 0, 0, 0, ("2.1",)),
        (5, 3, 1, 1, ("3.1",)),
        (11, 3, 2, 4, ("3.1",)),
    ]
    assert (written.others, written.people, written.tables, written.rounds) == (("Dom Kultury",), 0, 1, 0)


def test_it_counts_no_people_it_does_not_know_of():
    written = charter.to_markdown(charter.charter_of(made(*ROWS), DAY))
    assert "Rozmawiano przy 1 stoliku." in written
    assert ("osób" in written, "rund" in written.split("## 2")[0], "Zapisano 3 pomysły." in written) == (
        False,
        False,
        True,
    )


def test_ids_that_are_no_numbers_or_stand_twice_give_way_to_the_rows_place():
    assert list(made(IdeaRow("a", "x"), IdeaRow("b", "2")).ideas) == ["I1", "I2"]
    assert list(made(IdeaRow("a", "7"), IdeaRow("b", "7")).ideas) == ["I1", "I2"]
    assert list(made(IdeaRow("a", "I9"), IdeaRow("b", "4")).ideas) == ["I9", "I4"]


def test_without_areas_there_is_one_and_rows_without_an_area_stand_in_the_first():
    assert [(a.id, a.title) for a in made(IdeaRow("a")).areas.values()] == [("pomysly", "Pomysły")]
    assert [i.area for i in made(IdeaRow("a"), IdeaRow("b", area="zasady")).ideas.values()] == [
        "zasady",
        "zasady",
    ]


def test_a_charter_of_ideas_without_themes_has_an_annex_and_no_articles():
    written = charter.charter_of(charter.with_themes(made(*ROWS), {}), DAY)
    assert [section.sentences for section in written.sections] == [(), ()]
    assert sum(len(group.ideas) for group in written.annex) == 3


def test_a_known_area_may_be_called_at_more_length_and_an_unknown_one_is_called_as_it_is():
    rows = (IdeaRow("a", area="moje_sprawy"), IdeaRow("b", area="wartosci-zespolu"))
    assert [(area.id, area.title, area.kind) for area in made(*rows, areas=AREAS).areas.values()] == [
        ("wartosci-zespolu", "Wartości", "values"),
        ("moje_sprawy", "Moje sprawy", "free"),
    ]


def test_a_day_that_nobody_knows_is_left_to_be_filled_in():
    written = charter.charter_of(made(*ROWS), None)
    assert "- **Data warsztatu:** (do uzupełnienia)\n" in charter.to_markdown(written)
    assert charter.to_docx(written) == charter.to_docx(written)
