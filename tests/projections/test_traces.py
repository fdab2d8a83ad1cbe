"""What is told only to who asks: how far the room is with its answers, and what stands behind an article."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain.actors import BOARD, GUEST, MODERATOR, Actor, participant
from facilitation.domain.refusals import Refusal
from facilitation.projections import told, view
from tests.domain.histories import History, begun

PHONE = participant("P2")


@pytest.fixture
def asked() -> History:
    """Three people, two of whom have a sector; two articles are put to the room."""
    history = begun(tables=2, people=1)
    for _ in range(2):
        history.ask(GUEST, c.JoinParticipant(name="Osoba", institution="Urząd", sector="policja"))
    history.ask(MODERATOR, c.OpenRound())
    for number, text in enumerate(("Jedno okienko", "Mówimy wprost", "Ukryte"), 1):
        history.ask(participant(f"P{number}"), c.PostIdea(text))
    history.ask(MODERATOR, c.AddArticle("wartosci", "Okienko.", ("I2", "I1", "I3")))
    history.ask(MODERATOR, c.AddArticle("wartosci", "Bez pomysłu."))
    history.ask(MODERATOR, c.HideIdea("I3"))
    history.ask(MODERATOR, c.OpenAgreement())
    return history


def test_the_ideas_behind_an_article_say_where_they_come_from_and_never_whose_they_are(
    asked: History,
) -> None:
    one = {"number": 2, "text": "Mówimy wprost", "table": 2, "round": 1, "support": 0, "sector": "policja"}
    two = {"number": 1, "text": "Jedno okienko", "table": 1, "round": 1, "support": 0}
    assert told(asked.now, PHONE, "A1")["ideas"] == [one, two]
    assert told(asked.now, PHONE, "A2")["ideas"] == []


def test_how_many_have_answered_counts_people_and_not_answers(asked: History) -> None:
    assert told(asked.now, PHONE)["progress"] == {"articles": 2, "all": 0, "some": 0, "of": 3}
    for who, article in (("P1", "A1"), ("P1", "A2"), ("P2", "A2")):
        asked.ask(participant(who), c.AnswerArticle(article, "agree"))
    asked.ask(participant("P1"), c.LeaveParticipant())
    asked.ask(participant("P3"), c.LeaveParticipant())
    progress = {"articles": 2, "all": 1, "some": 2, "of": 2}
    assert told(asked.now, PHONE) == {"progress": progress}
    assert [view(asked.now, channel).get("answering") for channel in ("board", "moderator", "public")] == [
        progress,
        progress,
        None,
    ]
    asked.ask(MODERATOR, c.CloseAgreement())
    assert (told(asked.now, PHONE), "answering" in view(asked.now, "board")) == ({"progress": {}}, False)


@pytest.mark.parametrize(
    ("actor", "article", "refusal"),
    [
        (GUEST, "", Refusal("not_allowed")),
        (Actor("partner"), "A1", Refusal("not_allowed")),
        (PHONE, "A9", Refusal("unknown_article", "article", {"value": "A9"})),
    ],
)
def test_who_is_not_in_the_room_is_told_nothing(
    asked: History, actor: Actor, article: str, refusal: Refusal
) -> None:
    with pytest.raises(Refusal) as refused:
        told(asked.now, actor, article)
    assert refused.value == refusal


def test_phones_are_told_only_of_articles_that_they_show(asked: History) -> None:
    asked.ask(MODERATOR, c.CloseAgreement())
    assert len(told(asked.now, BOARD, "A1")["ideas"]) == 2
    with pytest.raises(Refusal) as refused:
        told(asked.now, PHONE, "A1")
    assert refused.value == Refusal("unknown_article", "article")
