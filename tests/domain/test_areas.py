"""An area of the charter goes while nothing belongs to it, and comes back as it was."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR
from facilitation.domain.refusals import Refusal
from tests.domain.histories import History, begun


@pytest.fixture
def free() -> History:
    """Two areas, and a single table, which is about the first one."""
    history = begun(tables=1, people=2)
    assert [t.area for t in history.now.tables.values()] == ["wartosci"]
    assert list(history.now.areas) == ["wartosci", "zasady"]
    return history


def refused(history: History, command: c.Command) -> Refusal:
    before = history.now
    assert history.ask(MODERATOR, command) is None
    assert history.now is before
    return history.refusals[-1]


def test_an_area_without_anything_goes_and_comes_back_in_its_place(free: History) -> None:
    free.ask(MODERATOR, c.EditTable("T1", area="zasady"))
    before = free.now
    free.ask(MODERATOR, c.DropArea("wartosci"))
    assert list(free.now.areas) == ["zasady"]
    free.ask(MODERATOR, c.RestoreArea("wartosci"))
    assert free.now == before
    assert list(free.now.areas) == ["wartosci", "zasady"]


def test_what_was_brought_back_already_stays_and_what_never_was_is_unknown(free: History) -> None:
    before = free.now
    assert free.ask(MODERATOR, c.RestoreArea("zasady")) is not None
    assert free.now is before
    unknown = Refusal("unknown_area", "area", {"value": "dawny"})
    assert refused(free, c.RestoreArea("dawny")) == unknown
    assert refused(free, c.DropArea("dawny")) == unknown


def test_an_area_of_tables_stays_until_they_are_about_another_also_closed_ones(free: History) -> None:
    for command in (c.AddTable(area="zasady"), c.AddTable(area="zasady"), c.CloseTable("T3")):
        free.ask(MODERATOR, command)
    assert refused(free, c.DropArea("zasady")) == Refusal("area_has_tables", "area", {"tables": "2, 3"})
    free.ask(MODERATOR, c.EditTable("T2", area=""))
    free.ask(MODERATOR, c.EditTable("T3", area="wartosci"))
    assert free.ask(MODERATOR, c.DropArea("zasady")) is not None


def test_an_area_of_rounds_stays(free: History) -> None:
    for number in (4, 5):
        free.happen(e.RoundAdded(number, 15, area="zasady"))
    assert refused(free, c.DropArea("zasady")) == Refusal("area_has_rounds", "area", {"rounds": "4, 5"})
    free.ask(MODERATOR, c.DropRound(5))
    free.ask(MODERATOR, c.DropRound(4))
    assert free.ask(MODERATOR, c.DropArea("zasady")) is not None


def test_an_area_of_ideas_stays_even_if_they_are_hidden_or_erased(free: History) -> None:
    free.ask(MODERATOR, c.OpenRound())
    free.ask(MODERATOR, c.PostIdea("Jedno okienko", area="zasady", table="T1"))
    for command in (c.HideIdea("I1"), c.BlankIdea("I1")):
        assert refused(free, c.DropArea("zasady")) == Refusal("area_has_ideas", "area")
        free.ask(MODERATOR, command)
    assert refused(free, c.DropArea("zasady")) == Refusal("area_has_ideas", "area")


def test_an_area_of_themes_goes_when_they_are_dissolved_and_they_come_back_after_it_only(
    free: History,
) -> None:
    free.ask(MODERATOR, c.MakeTheme("zasady", "Na później"))
    assert refused(free, c.DropArea("zasady")) == Refusal("area_has_themes", "area")
    free.ask(MODERATOR, c.EmptyTheme("M1"))
    free.ask(MODERATOR, c.DropArea("zasady"))
    assert refused(free, c.RestoreTheme("M1")) == Refusal("unknown_area", "area", {"value": "zasady"})
    free.ask(MODERATOR, c.RestoreArea("zasady"))
    free.ask(MODERATOR, c.RestoreTheme("M1"))
    assert free.now.themes["M1"].area == "zasady"


def test_an_area_of_articles_stays_even_if_they_were_taken_out(free: History) -> None:
    free.ask(MODERATOR, c.AddArticle("zasady", "Mówimy prosto."))
    free.ask(MODERATOR, c.DropArticle("A1"))
    assert refused(free, c.DropArea("zasady")) == Refusal("area_has_articles", "area")


def test_the_last_area_stays(free: History) -> None:
    free.ask(MODERATOR, c.DropArea("zasady"))
    free.ask(MODERATOR, c.EditTable("T1", area=""))
    assert refused(free, c.DropArea("wartosci")) == Refusal("last_one", "area")


def test_an_area_that_is_gone_is_neither_sorted_nor_voted_on(free: History) -> None:
    for command in (c.MakeTheme("zasady", "Na później"), c.MakeTheme("wartosci", "Zaufanie")):
        free.ask(MODERATOR, command)
    for command in (c.OpenSorting(), c.OpenVoting(), c.EmptyTheme("M1"), c.DropArea("zasady")):
        assert free.ask(MODERATOR, command) is not None, free.refusals
    assert free.now.sorting == ("wartosci",)
    assert free.now.voting is not None
    assert free.now.voting.areas == ("wartosci",)
