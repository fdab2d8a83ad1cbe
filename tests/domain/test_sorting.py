"""The room sorts, what arrives is placed, themes come back: by example."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR, SYSTEM, participant, tablet
from facilitation.domain.decision import Decision, ProposedTheme
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import TapAnswer
from tests.domain.histories import History, begun
from tests.domain.test_decisions import refusal

ANNA, JAN = participant("P1"), participant("P2")


@pytest.fixture
def harvest() -> History:
    """Four ideas in one area by Anna (I1, I2) and Jan (I3, I4); the machine made M1 of the first three."""
    history = begun(tables=1, rounds=1, people=2)
    history.ask(MODERATOR, c.OpenRound())
    for who, text in ((ANNA, "zaufanie"), (ANNA, "ufamy sobie"), (JAN, "ufność"), (JAN, "herbata")):
        history.ask(who, c.PostIdea(text, area="wartosci"))
    history.ask(MODERATOR, c.CloseRound())
    proposal = ProposedTheme("zaufanie", ("I1", "I2", "I3"), confidence=(90, 60, 50))
    history.ask(MODERATOR, c.SuggestThemes("wartosci"), suggestion={"wartosci": (proposal,)})
    return history


def sorting(history: History) -> History:
    history.ask(MODERATOR, c.OpenSorting("wartosci"))
    return history


def stands(history: History, idea: str) -> tuple[str, str]:
    found = history.now.ideas[idea]
    return found.theme, found.placed_by


def test_a_suggestion_says_how_sure_it_is(harvest: History) -> None:
    assert {i.id: (i.theme, i.confidence) for i in harvest.now.ideas.values()} == {
        "I1": ("M1", 90),
        "I2": ("M1", 60),
        "I3": ("M1", 50),
        "I4": ("", 0),
    }


def test_sorting_is_opened_for_one_area_or_all_but_not_while_people_talk(harvest: History) -> None:
    assert sorting(harvest).now.sorting == ("wartosci",)
    assert harvest.ask(MODERATOR, c.OpenSorting("wartosci")) == Decision()
    opened = harvest.ask(MODERATOR, c.OpenSorting())
    assert opened == Decision((e.SortingOpened(("zasady",), harvest.at),))
    assert harvest.now.sorting == ("wartosci", "zasady")
    harvest.ask(MODERATOR, c.CloseSorting())
    assert harvest.now.sorting == ()
    assert harvest.ask(MODERATOR, c.CloseSorting()) == Decision()
    harvest.ask(MODERATOR, c.AddRound(10))
    harvest.ask(MODERATOR, c.OpenRound())
    assert refusal(harvest, MODERATOR, c.OpenSorting()) == Refusal("round_open")


def test_an_answer_is_recorded_with_the_ideas_that_stood_for_each_candidate(harvest: History) -> None:
    sorting(harvest).ask(MODERATOR, c.MakeTheme("wartosci", "Na razie pusto"))
    decision = harvest.ask(ANNA, c.AnswerQuestion("I4", ("M1", "M2", ("I3", "I99"), "M99"), 1))
    shown = (("I1", "I2", "I3"), "M2", ("I3",), ())
    assert decision == Decision((e.QuestionAnswered("I4", "P1", shown, harvest.at, 1),))
    assert harvest.now.answers == {"I4": (TapAnswer("P1", shown, 1, False),)}
    assert harvest.now.participants["P1"].answered == 1


def test_none_of_these_passing_and_a_tablet_are_answers_too(harvest: History) -> None:
    sorting(harvest)
    harvest.ask(JAN, c.AnswerQuestion("I1", (("I2",),)))
    harvest.ask(JAN, c.AnswerQuestion("I2", (), 4, skip=True))
    harvest.ask(tablet("T1"), c.AnswerQuestion("I1", (("I3",),), 0))
    assert harvest.now.answers == {
        "I1": (TapAnswer("P2", (("I2",),), None, False), TapAnswer("T1", (("I3",),), 0, False)),
        "I2": (TapAnswer("P2", (), None, True),),
    }


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (c.AnswerQuestion("I1", (("I3",),), 0), Refusal("own_idea", "idea")),
        (c.AnswerQuestion("I99", (("I3",),), 0), Refusal("unknown_idea", "idea", {"value": "I99"})),
        (c.AnswerQuestion("I3", (("I1",),), 1), Refusal("invalid_value", "chosen")),
        (c.AnswerQuestion("I3", (("I1",),), -1), Refusal("invalid_value", "chosen")),
        (c.AnswerQuestion("I3", ()), Refusal("invalid_value", "shown")),
        (c.AnswerQuestion("I3", (("I1",),) * 7, 0), Refusal("too_many", "shown", {"limit": 6})),
        (c.AnswerQuestion("I3", (("I1",) * 13,), 0), Refusal("too_many", "shown", {"limit": 12})),
    ],
)
def test_what_is_no_answer_is_refused(harvest: History, answer: c.AnswerQuestion, expected: Refusal) -> None:
    assert refusal(sorting(harvest), ANNA, answer) == expected


def test_nobody_answers_twice_nor_where_nothing_is_sorted(harvest: History) -> None:
    wish = c.AnswerQuestion("I3", (("I1",),), 0)
    assert refusal(harvest, ANNA, wish) == Refusal("sorting_closed")
    sorting(harvest).ask(ANNA, wish)
    assert refusal(harvest, ANNA, wish) == Refusal("already_answered", "idea")
    harvest.ask(MODERATOR, c.HideIdea("I4"))
    assert refusal(harvest, ANNA, c.AnswerQuestion("I4", (("I1",),), 0)) == Refusal("idea_hidden", "idea")


def test_while_the_room_sorts_whatever_no_moderator_placed_may_move(harvest: History) -> None:
    sorting(harvest).ask(MODERATOR, c.PlaceIdea("I3", "M1"))
    placed = (
        c.Placing("I2", "new", 80, "room"),
        c.Placing("I3", "new", 99, "room"),
        c.Placing("I4", "new", 70),
    )
    decision = harvest.ask(SYSTEM, c.ArrangeIdeas("wartosci", placed, (c.Making("new", " Ufność "),)))
    moved = (e.ArrangedIdea("I2", "M2", 80, "room"), e.ArrangedIdea("I4", "M2", 70))
    arranged = e.IdeasArranged("wartosci", moved, (e.MadeTheme("M2", "Ufność"),))
    assert decision == Decision((arranged,), {"placed": 2})
    assert [stands(harvest, i) for i in ("I1", "I2", "I3", "I4")] == [
        ("M1", "machine"),
        ("M2", "room"),
        ("M1", "moderator"),
        ("M2", "machine"),
    ]
    assert not any(idea.new for idea in harvest.now.ideas.values())
    assert harvest.ask(SYSTEM, c.ArrangeIdeas("wartosci", (c.Placing("I2", "M2", 80, "room"),))) == Decision()


def test_a_theme_nobody_touched_goes_with_its_last_idea(harvest: History) -> None:
    away = tuple(c.Placing(idea, "new", 50) for idea in ("I1", "I2", "I3"))
    decision = sorting(harvest).ask(SYSTEM, c.ArrangeIdeas("wartosci", away, (c.Making("new", "Razem"),)))
    assert decision is not None
    [event] = decision.events
    assert isinstance(event, e.IdeasArranged)
    assert event.removed == ("M1",)
    assert list(harvest.now.themes) == ["M2"]


def test_where_nothing_is_sorted_only_arrivals_find_a_place_and_are_new_until_accepted(
    harvest: History,
) -> None:
    harvest.ask(MODERATOR, c.PostIdea("ufajmy", table="T1", area="wartosci"))
    wish = c.ArrangeIdeas(
        "wartosci", (c.Placing("I2", "", 90), c.Placing("I4", "M1", 90), c.Placing("I5", "M1", 75))
    )
    decision = harvest.ask(SYSTEM, wish)
    placed = (e.ArrangedIdea("I5", "M1", 75),)
    assert decision == Decision((e.IdeasArranged("wartosci", placed),), {"placed": 1})
    assert (stands(harvest, "I5"), harvest.now.ideas["I5"].new) == (("M1", "machine"), True)
    assert harvest.ask(SYSTEM, c.ArrangeIdeas("wartosci", (c.Placing("I5", "", 0),))) == Decision()
    assert harvest.ask(MODERATOR, c.AcceptArrivals("zasady")) == Decision((), {"ideas": 0})
    accepted = harvest.ask(MODERATOR, c.AcceptArrivals())
    assert accepted == Decision((e.ArrivalsAccepted(("I5",)),), {"ideas": 1})
    assert (stands(harvest, "I5"), harvest.now.ideas["I5"].new) == (("M1", "moderator"), False)
    assert harvest.now.themes["M1"].kept


def test_only_the_server_itself_arranges(harvest: History) -> None:
    assert refusal(harvest, MODERATOR, c.ArrangeIdeas("wartosci")) == Refusal("not_allowed", "type")
    assert refusal(harvest, ANNA, c.LikenIdeas("wartosci")) == Refusal("not_allowed", "type")


def test_ideas_that_say_the_same_follow_the_first_until_it_is_gone(harvest: History) -> None:
    groups = (("I3", "I1", "I2"), ("I2", "I4"), ("I99",))
    decision = harvest.ask(SYSTEM, c.LikenIdeas("wartosci", groups))
    assert decision == Decision((e.IdeasLikened("wartosci", (("I1", "I2", "I3"),)),))
    assert {i.id: i.same_as for i in harvest.now.ideas.values()} == {
        "I1": "",
        "I2": "I1",
        "I3": "I1",
        "I4": "",
    }
    assert harvest.ask(SYSTEM, c.LikenIdeas("wartosci", groups)) == Decision()
    harvest.ask(ANNA, c.WithdrawIdea("I1"))
    assert {i.id: i.same_as for i in harvest.now.ideas.values()} == {"I2": "", "I3": "I2", "I4": ""}
    harvest.ask(JAN, c.RewordIdea("I3", "coś innego"))
    assert harvest.now.ideas["I3"].same_as == ""


def test_several_ideas_are_placed_at_once(harvest: History) -> None:
    decision = harvest.ask(MODERATOR, c.PlaceIdeas(("I1", "I4", "I1"), "M1"))
    assert decision == Decision((e.IdeaPlaced("I1", "M1"), e.IdeaPlaced("I4", "M1")), {"placed": 2})
    assert harvest.ask(MODERATOR, c.PlaceIdeas(("I1", "I4"), "M1")) == Decision((), {"placed": 0})


def test_a_merged_theme_comes_back_with_the_ideas_that_are_still_where_the_merge_put_them(
    harvest: History,
) -> None:
    harvest.ask(MODERATOR, c.MakeTheme("wartosci", "Ciepło", ("I4",)))
    was = harvest.now.ideas
    harvest.ask(MODERATOR, c.MergeTheme("M1", "M2"))
    harvest.ask(MODERATOR, c.PlaceIdea("I2", None))
    assert harvest.ask(MODERATOR, c.RestoreTheme("M1")) == Decision((e.ThemeRestored("M1", "zaufanie"),))
    assert [harvest.now.ideas[i] for i in ("I1", "I3", "I4")] == [was[i] for i in ("I1", "I3", "I4")]
    assert stands(harvest, "I2") == ("", "moderator")
    assert harvest.ask(MODERATOR, c.RestoreTheme("M1")) == Decision()
    assert refusal(harvest, MODERATOR, c.RestoreTheme("M9")) == Refusal("unknown_theme", "theme")


def test_an_emptied_theme_comes_back_but_not_in_the_words_of_an_idea_that_is_gone(harvest: History) -> None:
    harvest.ask(MODERATOR, c.EmptyTheme("M1"))
    harvest.ask(MODERATOR, c.BlankIdea("I1"))
    assert harvest.ask(MODERATOR, c.RestoreTheme("M1")) == Decision((e.ThemeRestored("M1", "ufność"),))
    assert stands(harvest, "I3") == ("M1", "machine")
