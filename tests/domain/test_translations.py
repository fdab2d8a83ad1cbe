"""The workshop's own texts in its other language: what they are, and when they are not any more."""

from pathlib import Path

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import GUEST, MODERATOR, participant
from facilitation.domain.decision import Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.scenario import Parameters, create
from facilitation.domain.translations import language_of, said_in, texts
from facilitation.projections import view
from facilitation.runtime.scenarios import Scenarios
from tests.domain.histories import History, begun
from tests.domain.test_decisions import refusal

BUILT_IN = Scenarios([Path(__file__).parents[2] / "sessions" / "scenarios"])
VALUES, ASKED = "Na czym nam zależy", "Co zawsze ma dla nas znaczenie?"


@pytest.fixture
def prepared() -> History:
    """Two tables about the same, one topic and one question, both with an English version."""
    history = begun(tables=2, people=1)
    for table in ("T1", "T2"):
        history.ask(MODERATOR, c.EditTable(table, topic=VALUES, question=ASKED))
    history.ask(MODERATOR, c.TranslateText("en", VALUES, "  Values "))
    history.ask(MODERATOR, c.TranslateText("en", ASKED, "What always matters to us?"))
    return history


def shown(history: History) -> dict[str, dict[str, str]]:
    return view(history.now, "public").get("translations", {})


def test_a_text_is_translated_once_wherever_it_stands_and_its_version_goes_to_everybody(
    prepared: History,
) -> None:
    assert shown(prepared) == {"en": {VALUES: "Values", ASKED: "What always matters to us?"}}
    w = prepared.now
    assert [said_in(w, "en", text) for text in (VALUES, ASKED, w.title)] == [
        "Values",
        "What always matters to us?",
        w.title,
    ]
    assert said_in(w, "pl", VALUES) == VALUES
    assert language_of(prepared.now, "en", VALUES) == "en"
    assert language_of(prepared.now, "en", prepared.now.title) == "pl"


def test_what_is_said_again_changes_nothing_and_an_empty_version_takes_it_back(prepared: History) -> None:
    assert prepared.ask(MODERATOR, c.TranslateText("en", VALUES, "Values")) == Decision()
    taken = prepared.ask(MODERATOR, c.TranslateText("en", VALUES, " \u200b"))
    assert taken == Decision((e.TextTranslated("en", VALUES),))
    assert shown(prepared) == {"en": {ASKED: "What always matters to us?"}}
    prepared.ask(MODERATOR, c.TranslateText("en", ASKED, ""))
    assert "translations" not in view(prepared.now, "public")


def test_words_that_are_changed_have_no_version_until_it_is_written_and_it_is_back_with_the_old_words(
    prepared: History,
) -> None:
    for table in ("T1", "T2"):
        assert VALUES in shown(prepared)["en"]
        prepared.ask(MODERATOR, c.EditTable(table, topic="Nasze wartości"))
    assert shown(prepared) == {"en": {ASKED: "What always matters to us?"}}
    prepared.ask(MODERATOR, c.EditTable("T1", topic=VALUES))
    assert shown(prepared)["en"][VALUES] == "Values"


def test_every_text_of_the_workshops_own_can_be_translated_and_nothing_else(prepared: History) -> None:
    w = prepared.now
    areas = {text for area in w.areas.values() for text in (area.title, area.question)}
    rounds = {held.question for held in w.rounds.values()}
    own = {w.title, w.purpose, *areas, VALUES, ASKED, *rounds, *w.sectors} - {""}
    assert texts(w).keys() == own
    for text in own:
        assert prepared.ask(MODERATOR, c.TranslateText("en", text, f"[{text}]"[:60])).events
    assert shown(prepared)["en"].keys() == own
    gone = Refusal("unknown_text", "text")
    assert refusal(prepared, MODERATOR, c.TranslateText("en", "Wartosci", "Values")) == gone
    assert refusal(prepared, MODERATOR, c.TranslateText("en", "", "Values")) == gone


def test_only_a_moderator_translates_and_only_into_the_other_language_and_what_fits(
    prepared: History,
) -> None:
    for actor in (GUEST, participant("P1")):
        assert refusal(prepared, actor, c.TranslateText("en", VALUES, "x")) == Refusal("not_allowed", "type")
    for language in ("pl", "de", ""):
        wrong = Refusal("invalid_value", "language")
        assert refusal(prepared, MODERATOR, c.TranslateText(language, VALUES, "x")) == wrong
    long = Refusal("too_long", "translation", {"limit": 200, "length": 201})
    assert refusal(prepared, MODERATOR, c.TranslateText("en", VALUES, "a" * 201)) == long
    prepared.ask(MODERATOR, c.CloseWorkshop())
    over = Refusal("workshop_closed")
    assert refusal(prepared, MODERATOR, c.TranslateText("en", VALUES, "x")) == over


@pytest.mark.parametrize("scenario", BUILT_IN.all(), ids=lambda each: f"{each.id}.{each.language}")
@pytest.mark.parametrize("format_", ["stations", "classic"])
def test_a_workshop_from_a_built_in_scenario_reads_in_full_in_both_languages(scenario, format_) -> None:
    parameters = Parameters(scenario=scenario.id, language=scenario.language, format=format_, tables=7)
    (other,) = BUILT_IN.others(scenario)
    history = History()
    history.happen(create(scenario, parameters, "TESTED", 1, (other,)))
    meant = History()
    meant.happen(create(other, parameters, "TESTED", 1))
    assert texts(history.now).keys() == shown(history)[other.language].keys()
    said = [said_in(history.now, other.language, text) for text in texts(history.now)]
    assert said == [*texts(meant.now)]
