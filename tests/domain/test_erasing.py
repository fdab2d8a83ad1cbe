"""What an idea said is nowhere once it is erased, and everything else reads and replays as before."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR, participant
from facilitation.domain.apply import replay
from facilitation.domain.decision import ArticleDraft, ProposedTheme
from facilitation.domain.erasing import MARK, Erasure, Rewriter
from tests.domain.histories import History, begun, histories

IKS = "Pani Iks z ulicy Dziewiątej"


def rewritten(history: History) -> list[e.Event]:
    """The events as a journal holds them that erased what was to be erased."""
    kept = list(history.events)
    for at, words in history.erased.items():
        blanked = history.events[at]
        before = [
            replace(one, text="")
            if isinstance(one, e.IdeaPosted | e.IdeaReworded) and one.idea == blanked.idea
            else one
            for one in kept[:at]
        ]
        rewriter = Rewriter(words, [one for one in before if isinstance(one, Rewriter.TYPES)])
        kept[:at] = [rewriter.rewritten(one) for one in before]
    return kept


@given(histories(40))
@settings(max_examples=40, deadline=None)
def test_what_is_left_of_a_journal_replays_to_the_live_state(history: History) -> None:
    assert replay(rewritten(history)) == replace(history.now, people={})
