"""The shipped scenarios: in both languages, alike in all but the words, ready to open a workshop with."""

from __future__ import annotations

import pytest

from facilitation.domain.bounds import QUESTION_CHARACTERS, SECTOR_CHARACTERS, TITLE_CHARACTERS
from facilitation.domain.scenario import Parameters, Scenario, create, parse
from tests.charter.scenario_files import SCENARIOS

FILES = sorted(path.name for path in SCENARIOS.glob("*.toml"))
IDS = sorted({name.split(".")[0] for name in FILES})


def scenario(name: str) -> Scenario:
    """The scenario in a file of this name."""
    return parse((SCENARIOS / name).read_text("utf-8"))


def bones(name: str) -> object:
    """All of a scenario but its words."""
    one = scenario(name)
    return (
        (one.id, one.format, one.minutes, [sector.id for sector in one.sectors]),
        [(area.id, area.kind) for area in one.areas],
        [table.area for table in one.tables],
        [held.area for held in one.rounds],
    )


def test_each_scenario_is_there_in_polish_and_in_english():
    assert [
        f"{name}.{language}.toml" for name in ("classic", "pzk", "values") for language in ("en", "pl")
    ] == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_named_by_its_id_and_language(name):
    assert f"{scenario(name).id}.{scenario(name).language}.toml" == name


@pytest.mark.parametrize("name", IDS)
def test_the_languages_differ_in_words_only(name):
    assert bones(f"{name}.pl.toml") == bones(f"{name}.en.toml")


@pytest.mark.parametrize("name", IDS)
def test_every_word_is_translated(name):
    one, other = (words(f"{name}.{language}.toml") for language in ("pl", "en"))
    assert [text for text in one if text in other and text not in ("sport",)] == []


def words(name: str) -> list[str]:
    """Every text of a scenario that a person reads."""
    one = scenario(name)
    areas = [text for area in one.areas for text in (area.title, area.question)]
    tables = [text for table in one.tables for text in (table.topic, table.question)]
    rounds = [held.question for held in one.rounds]
    return [one.title, one.purpose, *areas, *tables, *rounds, *(sector.label for sector in one.sectors)]


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_there_and_fits(name):
    one = scenario(name)
    titles = [one.title, *(area.title for area in one.areas), *(table.topic for table in one.tables)]
    questions = [area.question for area in one.areas]
    assert [text for text in words(name) if not text.strip()] == []
    assert max(map(len, titles)) <= TITLE_CHARACTERS
    assert max(map(len, questions)) <= QUESTION_CHARACTERS
    assert max(len(sector.label) for sector in one.sectors) <= SECTOR_CHARACTERS


@pytest.mark.parametrize("name", FILES)
def test_a_station_asks_the_question_of_its_area_and_so_does_the_only_round_about_one(name):
    one = scenario(name)
    asked = {area.id: (area.title, area.question) for area in one.areas}
    assert [(table.topic, table.question) for table in one.tables] == [
        asked[table.area] for table in one.tables
    ]
    about = [held.area for held in one.rounds]
    for held in one.rounds:
        assert (held.question == asked[held.area][1]) is (about.count(held.area) == 1)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_pzk_has_four_stations_and_four_rounds_the_later_ones_shorter(language):
    made = create(scenario(f"pzk.{language}.toml"), Parameters(language=language), "CODE", 0)
    assert [table.area for table in made.tables] == ["aspiracja", "wartosci", "zasady_pracy", "komunikacja"]
    assert [held.minutes for held in made.rounds] == [20, 15, 15, 10]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_classic_cafe_has_a_question_for_each_of_its_three_rounds_of_twenty_minutes(language):
    made = create(scenario(f"classic.{language}.toml"), Parameters(language=language), "CODE", 0)
    assert [(held.minutes, held.area) for held in made.rounds] == [
        (20, "cenimy"),
        (20, "zmieniamy"),
        (20, "zaczynamy"),
    ]
    assert {table.topic for table in made.tables} == {""}
