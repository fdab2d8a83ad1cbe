"""How fast somebody may go: far above what people do, by seat before address."""

import pytest

from facilitation.domain.actors import GUEST, MODERATOR, Actor, participant
from facilitation.domain.commands import (
    Command,
    HideIdea,
    JoinParticipant,
    PostIdea,
    RewordIdea,
    SupportIdea,
    UpdateParticipant,
)
from facilitation.domain.refusals import Refusal
from facilitation.live.limits import Limits

VENUE = "192.0.2.7"


def carried_out(limits: Limits, actor: Actor, command: Command, times: int, address: str = VENUE) -> int:
    """How many of so many in a row are let through."""
    for done in range(times):
        try:
            limits.command("CODE", actor, address, command)
        except Refusal as refusal:
            return done if refusal == Refusal("too_fast") else -1
    return times


def test_each_kind_of_command_has_its_own_pace_for_each_seat() -> None:
    limits = Limits()
    one = participant("P1")
    let_through = {
        "ideas": carried_out(limits, one, PostIdea("x"), 1000),
        "support": carried_out(limits, one, SupportIdea("I1"), 1000),
        "own details": carried_out(limits, one, UpdateParticipant(), 1000),
        "own words, counted with the details": carried_out(limits, one, RewordIdea("I1", "x"), 1000),
        "moderating": carried_out(limits, MODERATOR, HideIdea("I1"), 2000),
    }
    assert let_through == {
        "ideas": 20,
        "support": 120,
        "own details": 60,
        "own words, counted with the details": 0,
        "moderating": 1200,
    }


def test_a_whole_venue_writes_at_once_from_one_address() -> None:
    limits = Limits()
    people = [participant(f"P{number}") for number in range(300)]
    assert [carried_out(limits, one, PostIdea("x"), 5) for one in people] == [5] * 300


def test_arrivals_are_counted_by_address_since_nobody_has_a_seat_yet() -> None:
    limits = Limits()
    assert carried_out(limits, GUEST, JoinParticipant(), 1000) == 600
    assert carried_out(limits, GUEST, JoinParticipant(), 1, address="192.0.2.8") == 1


def test_the_same_person_in_another_workshop_is_somebody_else() -> None:
    limits = Limits()
    carried_out(limits, participant("P1"), PostIdea("x"), 1000)
    limits.command("OTHER", participant("P1"), VENUE, PostIdea("x"))


def test_snapshots_are_counted_by_connection() -> None:
    limits = Limits()
    for _ in range(60):
        limits.snapshot("sid")
    with pytest.raises(Refusal, match="too_fast"):
        limits.snapshot("sid")
    limits.snapshot("another")
