"""Every reference of the charter leads to a place that is there, in every format; every idea has one."""

from __future__ import annotations

from datetime import date

import pytest

from facilitation import charter
from tests.charter import shapes
from tests.charter.sample import workshop

DAY = date(2019, 10, 28)


def as_written(name: str) -> shapes.Shape:
    """The sample's charter in one format, read back."""
    made = charter.charter_of(workshop(), DAY, "Dąbrowa")
    if name == "Word":
        return shapes.of_word(charter.to_docx(made))
    if name == "HTML":
        return shapes.of_html(charter.to_html(made))
    return shapes.MARKDOWN_READERS[name](charter.to_markdown(made))


def places(kind: str, word: bool) -> list[str]:
    """The names of the places of all ideas or articles, in order."""
    made = charter.charter_of(workshop(), DAY)
    if kind == "idea":
        names = [f"idea-{idea.number}" for group in made.annex for idea in group.ideas]
    else:
        numbers = [sentence.number for section in made.sections for sentence in section.sentences]
        names = [f"article-{number.replace('.', '-')}" for number in numbers]
    return [name.replace("-", "_") for name in names] if word else names


FORMATS = [*shapes.MARKDOWN_READERS, "HTML", "Word"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_link_leads_to_a_place_that_is_there_once(name):
    shape = as_written(name)
    led = {link.removeprefix("#") for link in shape.links}
    assert (sorted(led - set(shape.places)), len(shape.places) - len(set(shape.places))) == ([], 0)


@pytest.mark.parametrize("name", FORMATS)
def test_every_idea_and_every_article_has_its_place(name):
    word = name == "Word"
    assert as_written(name).places == [*places("article", word), *places("idea", word)]


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_leads_to_all_its_ideas_and_they_lead_back(name):
    made = charter.charter_of(workshop(), DAY)
    forth = [
        f"idea-{s.number}" for section in made.sections for one in section.sentences for s in one.sources
    ]
    back = [number for group in made.annex for idea in group.ideas for number in idea.articles]
    links = [link.removeprefix("#").replace("_", "-") for link in as_written(name).links]
    led_back = [f"article-{number.replace('.', '-')}" for number in back]
    # In a Word file the footnotes are a part of their own, read after the body.
    assert links == ([*led_back, *forth] if name == "Word" else [*forth, *led_back])


def test_a_reference_tells_number_table_round_and_support():
    (sentence, *_) = charter.charter_of(workshop(), DAY).sections[0].sentences
    told = [(s.number, s.table, s.round, s.support, s.text) for s in sentence.sources]
    assert told == [
        (1, 1, 2, 14, "Chcemy, żeby w naszym mieście nikt nie został sam ze swoim kłopotem."),
        (2, 1, 3, 5, "zeby kazdy wiedzial gdzie moze przyjsc po pomoc"),
        (3, 1, 4, 4, "Sąsiad zauważy sąsiada"),
        (4, 1, 1, 1, "POMOC DLA SAMOTNYCH"),
    ]
    assert (sentence.number, sentence.people) == ("2.1", 15)


def test_the_annex_quotes_every_idea_once_letter_by_letter():
    made = charter.charter_of(workshop(), DAY)
    quoted = {idea.number: idea.text for group in made.annex for idea in group.ideas}
    assert quoted == {idea.number: idea.text for idea in workshop().ideas.values()}
    assert sum(len(group.ideas) for group in made.annex) == len(quoted)
