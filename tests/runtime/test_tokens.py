"""Tokens: who a bearer is, and that nobody becomes somebody else."""

import pytest

from facilitation.domain.actors import BOARD, GUEST, MODERATOR, SYSTEM, Actor, participant, tablet
from facilitation.domain.refusals import Refusal
from facilitation.runtime.tokens import Tokens

OURS = Tokens(b"our secret")


@pytest.mark.parametrize("actor", [MODERATOR, BOARD, participant("P7"), tablet("T3")])
def test_a_token_reads_as_whom_it_was_issued_for_and_is_the_same_every_time(actor: Actor) -> None:
    token = OURS.issue("CODE", actor)
    assert OURS.read("CODE", token) == actor
    assert Tokens(b"our secret").issue("CODE", actor) == token


@pytest.mark.parametrize("actor", [GUEST, SYSTEM])
def test_nobody_gets_a_token_for_what_needs_none(actor: Actor) -> None:
    with pytest.raises(KeyError):
        OURS.issue("CODE", actor)


def forged() -> dict[str, str]:
    """Tokens that are none, each by another trick."""
    good = OURS.issue("CODE", participant("P7"))
    payload, _, signature = good.partition(".")
    other = OURS.issue("CODE", MODERATOR).partition(".")
    return {
        "another workshop's": OURS.issue("OTHER", participant("P7")),
        "another secret's": Tokens(b"their secret").issue("CODE", participant("P7")),
        "a moderator's payload with a participant's signature": f"{other[0]}.{signature}",
        "a participant's payload with a moderator's signature": f"{payload}.{other[2]}",
        "cut": good[:-1],
        "longer": good + "A",
        "empty": "",
        "no token": "P7",
        "not ASCII": "żółw.ś",
        "surrogate": "\udc80.\udc80",
        "a dot": ".",
        "very long": "a" * 100_000,
    }


@pytest.mark.parametrize("trick", list(forged()))
def test_a_forged_token_is_nobodys(trick: str) -> None:
    with pytest.raises(Refusal) as caught:
        OURS.read("CODE", forged()[trick])
    assert caught.value == Refusal("unauthorized")
