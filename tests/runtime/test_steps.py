"""The last steps of moderators, read off the journal."""

from facilitation.domain import commands as c
from facilitation.domain.actors import MODERATOR
from facilitation.runtime.steps import KEPT, Steps
from tests.runtime.cafes import Cafe


def test_they_are_told_newest_first_with_what_they_were_about_and_no_word_that_anybody_wrote(
    cafe: Cafe,
) -> None:
    steps = Steps()
    [anna] = cafe.at_work(1)
    cafe.ask(anna, c.PostIdea("Tajemnica"))
    cafe.ask(MODERATOR, c.HideIdea("I1"), "console1-hide")
    told = steps.last(cafe.workshop)
    assert [(each["type"], each["of"]) for each in told] == [
        ("idea.hidden", {"idea": "I1"}),
        ("round.opened", {"round": 1}),
        ("seats.dealt", {}),
    ]
    assert (told[0]["command"], told[0]["seq"], told[0]["count"]) == ("console1-hide", cafe.workshop.seq, 1)
    assert "Tajemnica" not in str(told)


def test_what_comes_later_is_added_and_one_command_is_one_step(cafe: Cafe) -> None:
    steps = Steps()
    assert steps.last(cafe.workshop) == []
    cafe.ask(MODERATOR, c.AddParticipants((c.Listed("Anna"), c.Listed("Jan"))))
    first = steps.last(cafe.workshop)
    assert [(each["type"], each["count"]) for each in first] == [("participant.joined", 2)]
    assert steps.last(cafe.workshop) == first
    for number in range(KEPT):
        cafe.ask(MODERATOR, c.EditWorkshop(f"Tytuł {number}"))
    assert [each["type"] for each in steps.last(cafe.workshop)] == ["workshop.edited"] * KEPT
    assert Steps().last(cafe.workshop) == steps.last(cafe.workshop)


def test_of_a_workshop_that_is_no_more_nothing_is_kept(cafe: Cafe) -> None:
    steps = Steps()
    cafe.ask(MODERATOR, c.EditWorkshop("Tytuł"))
    told = steps.last(cafe.workshop)
    cafe.workshop.entries = lambda after=0: []  # type: ignore[method-assign, assignment]
    assert steps.last(cafe.workshop) == told
    steps.forget("ANOTHER")
    assert steps.last(cafe.workshop) == told
    steps.forget(cafe.workshop.code)
    assert steps.last(cafe.workshop) == []
