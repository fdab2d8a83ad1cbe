"""What simulated people do, and that nothing of it is refused: they only ever wish for what is possible."""

from random import Random

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import GUEST, MODERATOR, participant
from facilitation.domain.decision import ArticleDraft, ProposedTheme
from facilitation.rehearsal.cast import cast
from facilitation.rehearsal.crowd import answer, occupation, wish
from tests.domain.histories import History, begun

CAST = cast("pl")


def everybody_acts(history: History, times: int, seed: int = 7) -> list[str]:
    """Each person acts so many times; the types of the events this led to. Nothing is refused."""
    chance, before = Random(seed), len(history.events)
    for _ in range(times):
        for who in list(history.now.participants):
            wished = wish(history.now, history.now.participants[who], CAST, chance)
            if wished:
                history.ask(participant(who), wished)
    assert history.refusals == []
    return [e.type_of(event) for event in history.events[before:]]


@pytest.fixture
def room() -> History:
    """Eight people at two tables, one of whom hosts the first."""
    history = begun(tables=2, rounds=2)
    for role in CAST.roles(8):
        history.ask(GUEST, c.JoinParticipant(role.name, role.institution, role.sector))
    history.ask(MODERATOR, c.AppointHost("T1", "P1"))
    return history


@pytest.fixture
def harvest(room: History) -> History:
    """They have written in two rounds, and there are themes."""
    for _ in room.now.rounds:
        room.ask(MODERATOR, c.OpenRound())
        everybody_acts(room, 6)
        room.ask(MODERATOR, c.CloseRound())
    ideas = tuple(i.id for i in room.now.ideas.values() if i.area == "wartosci")
    found = {"wartosci": (ProposedTheme("Zaufanie", ideas[:2]), ProposedTheme("Szacunek", ideas[2:]))}
    room.ask(MODERATOR, c.SuggestThemes(), suggestion=found)
    return room


def test_before_a_round_and_while_its_clock_stands_nobody_does_anything(room: History) -> None:
    assert everybody_acts(room, 3) == []
    room.ask(MODERATOR, c.OpenRound())
    room.ask(MODERATOR, c.PauseRound())
    assert (everybody_acts(room, 3), occupation(room.now)) == ([], "wait")


def test_in_a_round_they_write_support_build_on_and_sum_up_what_is_about_their_table(room: History) -> None:
    room.ask(MODERATOR, c.OpenRound())
    happened = everybody_acts(room, 12)
    assert set(happened) == {"idea.posted", "idea.supported", "handover.written"}
    ideas = room.now.ideas.values()
    assert any(idea.builds_on for idea in ideas)
    assert all(idea.text in CAST.about(room.now.areas[idea.area]) for idea in ideas)
    assert all(idea.area == room.now.tables[idea.table].area for idea in ideas)
    assert len({idea.text for idea in ideas}) == len(ideas)


def test_the_last_round_is_not_silent_because_everything_has_been_said(room: History) -> None:
    room.ask(MODERATOR, c.OpenRound())
    everybody_acts(room, 60)
    room.ask(MODERATOR, c.CloseRound())
    room.ask(MODERATOR, c.OpenRound())
    assert "idea.posted" in everybody_acts(room, 6)


def test_in_a_vote_they_spend_their_dots_and_no_more(harvest: History) -> None:
    harvest.ask(MODERATOR, c.OpenVoting(dots=3))
    assert set(everybody_acts(harvest, 8)) <= {"theme.voted", "theme.objected"}
    assert {harvest.now.dots_left(who, "wartosci") for who in harvest.now.participants} == {0}
    assert everybody_acts(harvest, 3) == []


def test_they_answer_each_article_once_and_say_why_they_cannot_accept_one(harvest: History) -> None:
    drafts = tuple(ArticleDraft("wartosci", theme, f"Zapis {theme}", ()) for theme in harvest.now.themes)
    harvest.ask(MODERATOR, c.DraftCharter(), drafts=drafts)
    harvest.ask(MODERATOR, c.OpenAgreement())
    assert everybody_acts(harvest, 4, seed=3) == ["article.answered"] * 8 * len(harvest.now.articles)
    given = [said for article in harvest.now.articles.values() for said in article.answers.values()]
    assert all(bool(said.reason) == (said.answer == "reservation") for said in given)


def test_who_has_left_does_nothing(room: History) -> None:
    room.ask(MODERATOR, c.OpenRound())
    for who in list(room.now.participants):
        room.ask(MODERATOR, c.LeaveParticipant(who))
    assert everybody_acts(room, 3) == []


def test_a_question_of_the_room_is_answered_by_what_it_offers() -> None:
    question = {"idea": "I7", "candidates": [{"theme": "M1", "ideas": ["I1"]}, {"ideas": ["I2", "I3"]}]}
    given = [answer(question, Random(seed)) for seed in range(40)]
    assert {each.chosen for each in given if each} == {0, 1, None}
    assert {(each.idea, each.shown) for each in given if each} == {("I7", ("M1", ("I2", "I3")))}
    assert answer({}, Random(1)) is None


@pytest.mark.parametrize("language", ["pl", "en"])
def test_in_both_languages_there_are_words_for_every_area_and_name_for_everybody(language: str) -> None:
    spoken = cast(language)
    assert {name: len(set(texts)) for name, texts in spoken.ideas.items()} == {
        name: len(texts) for name, texts in CAST.ideas.items()
    }
    assert len(spoken.roles(120)) == 120
    assert all("{ideas}" in words for words in spoken.handovers)
