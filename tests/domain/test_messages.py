"""What a moderator tells the room: which screens show it, and until when."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR, participant, tablet
from facilitation.domain.decision import Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.projections import view
from tests.domain.histories import History, begun
from tests.domain.test_decisions import refusal


@pytest.fixture
def talking() -> History:
    """Round 1 of two is open at two tables."""
    history = begun(tables=2, rounds=2, people=2)
    history.ask(MODERATOR, c.OpenRound())
    return history


def shown(workshop: Workshop) -> dict[str, str]:
    """The text that each channel has, where it has one."""
    channels = ("public", "table/T1", "table/T2", "board")
    views = {channel: view(workshop, channel) for channel in channels}
    return {channel: found["message"]["text"] for channel, found in views.items() if "message" in found}


def test_a_message_reaches_every_phone_or_one_table_and_the_wall_only_if_it_is_meant_to(
    talking: History,
) -> None:
    decision = talking.ask(MODERATOR, c.SendMessage("  Za chwilę\nkawa. "))
    sent = e.MessageSent("N1", "Za chwilę kawa.", talking.at, round=1)
    assert decision == Decision((sent,), {"message": "N1"})
    assert shown(talking.now) == {"public": "Za chwilę kawa."}
    talking.ask(MODERATOR, c.SendMessage("Mówcie ciszej.", "T2"))
    talking.ask(MODERATOR, c.SendMessage("Czyje klucze?", board=True))
    assert shown(talking.now) == {
        "public": "Czyje klucze?",
        "table/T2": "Mówcie ciszej.",
        "board": "Czyje klucze?",
    }


def test_a_withdrawn_message_is_on_no_screen_and_the_one_before_it_is_back(talking: History) -> None:
    for text in ("Za chwilę kawa.", "Za chwilę obiad."):
        talking.ask(MODERATOR, c.SendMessage(text, board=True))
    assert talking.ask(MODERATOR, c.WithdrawMessage("N2")) == Decision(
        (e.MessageWithdrawn("N2", talking.at),)
    )
    assert shown(talking.now) == {"public": "Za chwilę kawa.", "board": "Za chwilę kawa."}
    assert talking.ask(MODERATOR, c.WithdrawMessage("N2")) == Decision()
    assert view(talking.now, "moderator")["messages"]["N2"] == {
        "number": 2,
        "text": "Za chwilę obiad.",
        "at": talking.at - 2_000,
        "board": True,
        "withdrawn_at": talking.at - 1_000,
    }


def test_who_comes_to_a_table_does_not_read_what_was_said_to_those_before(talking: History) -> None:
    talking.ask(MODERATOR, c.SendMessage("Okno!", "T1", board=True))
    talking.ask(MODERATOR, c.CloseRound())
    assert shown(talking.now) == {}
    talking.ask(MODERATOR, c.SendMessage("Tu brakuje krzesła.", "T1"))
    talking.ask(MODERATOR, c.OpenRound())
    assert shown(talking.now) == {"table/T1": "Tu brakuje krzesła."}


def test_only_a_moderator_sends_messages_and_only_such_that_fit(
    talking: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    for actor in (participant("P1"), tablet("T1")):
        assert refusal(talking, actor, c.SendMessage("Kawa!")) == Refusal("not_allowed", "type")
    assert refusal(talking, MODERATOR, c.SendMessage(" \u200b ")) == Refusal("empty_text", "text")
    long = Refusal("too_long", "text", {"limit": 200, "length": 201})
    assert refusal(talking, MODERATOR, c.SendMessage("a" * 201)) == long
    assert refusal(talking, MODERATOR, c.SendMessage("Kawa!", "T9")).code == "unknown_table"
    assert refusal(talking, MODERATOR, c.WithdrawMessage("N1")).code == "unknown_message"
    monkeypatch.setattr("facilitation.domain.bounds.MESSAGES", 1)
    talking.ask(MODERATOR, c.SendMessage("Kawa!"))
    assert refusal(talking, MODERATOR, c.SendMessage("Kawa!")) == Refusal("too_many", None, {"limit": 1})


def test_in_a_closed_workshop_a_message_can_only_be_withdrawn(talking: History) -> None:
    talking.ask(MODERATOR, c.SendMessage("Kawa!"))
    talking.ask(MODERATOR, c.CloseRound())
    talking.ask(MODERATOR, c.CloseWorkshop())
    assert refusal(talking, MODERATOR, c.SendMessage("Herbata!")) == Refusal("workshop_closed")
    talking.ask(MODERATOR, c.WithdrawMessage("N1"))
    assert shown(talking.now) == {}
