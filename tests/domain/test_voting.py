"""The room votes: dots and objections, by example."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR, participant
from facilitation.domain.decision import Decision, ProposedTheme
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Voting
from facilitation.projections import view
from tests.domain.histories import History, begun
from tests.domain.test_decisions import refusal

ANNA, JAN = participant("P1"), participant("P2")


@pytest.fixture
def themes() -> History:
    """Two people, three themes in one area (M1, M2, M3) and one in another (M4)."""
    history = begun(tables=1, rounds=1, people=2)
    for title in ("Zaufanie", "Jawność", "Spokój"):
        history.ask(MODERATOR, c.MakeTheme("wartosci", title))
    history.ask(MODERATOR, c.MakeTheme("zasady", "Kontakt"))
    return history


@pytest.fixture
def voting(themes: History) -> History:
    """A vote with three dots in each area is open."""
    themes.ask(MODERATOR, c.OpenVoting())
    return themes


def dots(history: History, theme: str) -> dict[str, int]:
    return history.now.themes[theme].dots


def test_a_vote_is_opened_on_what_there_is(themes: History) -> None:
    decision = themes.ask(MODERATOR, c.OpenVoting(dots=5, named=True))
    event = e.VotingOpened(("wartosci", "zasady"), themes.at, 5, named=True, hidden=True)
    assert decision == Decision((event,), {"areas": 2})
    assert themes.now.voting == Voting(("wartosci", "zasady"), 5, named=True, hidden=True)
    assert themes.ask(MODERATOR, c.OpenVoting(dots=5, named=True)) == Decision()
    assert refusal(themes, MODERATOR, c.OpenVoting(dots=0)) == Refusal("invalid_value", "dots")
    assert refusal(themes, MODERATOR, c.OpenVoting(dots=21)) == Refusal("invalid_value", "dots")
    assert refusal(begun(), MODERATOR, c.OpenVoting()) == Refusal("nothing_to_vote")


def test_what_is_voted_on_is_taken_away_by_no_suggestion(themes: History) -> None:
    themes.ask(MODERATOR, c.OpenRound())
    themes.ask(ANNA, c.PostIdea("ufność", area="wartosci"))
    suggestion = {"wartosci": (ProposedTheme("ufność", ("I1",)),)}
    themes.ask(MODERATOR, c.SuggestThemes(), suggestion=suggestion)
    themes.ask(MODERATOR, c.OpenVoting())
    themes.ask(MODERATOR, c.SuggestThemes(), suggestion=suggestion)
    assert (themes.now.themes["M5"].kept, themes.now.ideas["I1"].theme) == (True, "M5")


def test_dots_are_spent_area_by_area_and_taken_back(voting: History) -> None:
    assert voting.ask(ANNA, c.SpendDots("M1", 2)) == Decision((e.DotsSpent("M1", "P1", 2),))
    voting.ask(ANNA, c.SpendDots("M4", 3))
    assert refusal(voting, ANNA, c.SpendDots("M2", 2)) == Refusal("no_dots_left", "dots", {"left": 1})
    assert refusal(voting, ANNA, c.SpendDots("M1", 4)) == Refusal("no_dots_left", "dots", {"left": 1})
    voting.ask(ANNA, c.SpendDots("M1", 3))
    voting.ask(ANNA, c.SpendDots("M1", 0))
    voting.ask(ANNA, c.SpendDots("M2", 3))
    assert voting.now.participants["P1"].dots == {"M4": 3, "M2": 3}
    assert (dots(voting, "M1"), dots(voting, "M2")) == ({}, {"P1": 3})
    assert voting.ask(ANNA, c.SpendDots("M2", 3)) == Decision()
    assert refusal(voting, ANNA, c.SpendDots("M2", -1)) == Refusal("invalid_value", "dots")


def test_nobody_votes_where_there_is_no_vote(voting: History) -> None:
    voting.ask(MODERATOR, c.OpenVoting(area="zasady"))
    assert refusal(voting, ANNA, c.SpendDots("M1", 1)) == Refusal("voting_closed")
    voting.ask(MODERATOR, c.CloseVoting())
    assert refusal(voting, ANNA, c.SpendDots("M4", 1)) == Refusal("voting_closed")
    assert refusal(voting, ANNA, c.ObjectTheme("M4", "nie")) == Refusal("voting_closed")
    assert refusal(begun(), MODERATOR, c.ShowVoting()) == Refusal("voting_closed")


def test_an_objection_has_a_reason_and_is_taken_back(voting: History) -> None:
    said = voting.ask(JAN, c.ObjectTheme("M2", "Nie da się\nprzed radą"))
    assert said == Decision((e.ThemeObjected("M2", "P2", "Nie da się przed radą", voting.at),))
    assert voting.now.participants["P2"].objected == {"M2": "Nie da się przed radą"}
    assert voting.ask(JAN, c.ObjectTheme("M2", "Nie da się przed radą")) == Decision()
    assert refusal(voting, JAN, c.ObjectTheme("M2")) == Refusal("empty_text", "reason")
    long = c.ObjectTheme("M2", "a" * 301)
    assert refusal(voting, JAN, long) == Refusal("too_long", "reason", {"limit": 300, "length": 301})
    voting.ask(JAN, c.ObjectTheme("M2", on=False))
    assert (voting.now.themes["M2"].objections, voting.now.participants["P2"].objected) == ({}, {})
    assert voting.ask(JAN, c.ObjectTheme("M2", on=False)) == Decision()


def test_a_merge_carries_dots_and_objections_along_and_a_restored_theme_has_them_again(
    voting: History,
) -> None:
    voting.ask(ANNA, c.SpendDots("M1", 2))
    voting.ask(ANNA, c.SpendDots("M2", 1))
    voting.ask(JAN, c.SpendDots("M1", 1))
    voting.ask(JAN, c.ObjectTheme("M1", "Nie"))
    before = voting.now
    voting.ask(MODERATOR, c.MergeTheme("M1", "M2"))
    assert dots(voting, "M2") == {"P1": 2, "P2": 1}
    assert voting.now.participants["P2"].objected == {"M2": "Nie"}
    voting.ask(MODERATOR, c.RestoreTheme("M1"))
    assert {t: voting.now.themes[t].dots for t in ("M1", "M2")} == {
        t: before.themes[t].dots for t in ("M1", "M2")
    }
    assert voting.now.participants["P2"].objected == {"M1": "Nie"}
    assert voting.now.participants["P1"].dots == {"M1": 2, "M2": 1}


def test_dots_spent_elsewhere_meanwhile_do_not_come_back_with_a_theme(voting: History) -> None:
    voting.ask(ANNA, c.SpendDots("M1", 3))
    voting.ask(MODERATOR, c.EmptyTheme("M1"))
    voting.ask(ANNA, c.SpendDots("M2", 2))
    voting.ask(MODERATOR, c.RestoreTheme("M1"))
    assert voting.now.participants["P1"].dots == {"M2": 2, "M1": 1}


def test_the_room_sees_results_when_they_are_shown_and_names_only_in_a_vote_with_names(
    voting: History,
) -> None:
    voting.ask(ANNA, c.SpendDots("M1", 2))
    voting.ask(JAN, c.ObjectTheme("M1", "Za mało"))
    results = {"dots": 2, "objections": [{"reason": "Za mało"}]}
    assert {"dots", "objections"}.isdisjoint(view(voting.now, "public")["themes"]["M1"])
    assert {"dots", "objections"}.isdisjoint(view(voting.now, "board")["themes"]["M1"])
    assert results.items() <= view(voting.now, "moderator")["themes"]["M1"].items()
    voting.ask(MODERATOR, c.ShowVoting())
    voting.ask(MODERATOR, c.CloseVoting())
    assert results.items() <= view(voting.now, "public")["themes"]["M1"].items()
    assert results.items() <= view(voting.now, "board")["themes"]["M1"].items()
    voting.ask(MODERATOR, c.OpenVoting(named=True, hidden=False))
    named = [{"reason": "Za mało", "by": "Osoba 2"}]
    assert view(voting.now, "board")["themes"]["M1"]["objections"] == named
    assert view(voting.now, "public")["themes"]["M1"]["objections"] == results["objections"]
