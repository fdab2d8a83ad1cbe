"""What is computed for a command, when, and what happens when it can't be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import BOARD, GUEST, MODERATOR
from facilitation.domain.refusals import Refusal
from facilitation.runtime.ack import Ack
from facilitation.runtime.jobs import DealJob, Dealt, Impossible, Job, Reply
from facilitation.themes.requests import Decide, Know
from tests.runtime.cafes import STATIONS, Cafe, HereJobs, NoJobs


class AnsweringJobs(HereJobs):
    """Jobs with replies that a test chooses."""

    def __init__(self, reply: Callable[[Job], Reply]) -> None:
        super().__init__()
        self._reply = reply

    def do(self, job: Job, timeout_seconds: float) -> Reply:
        """The chosen reply."""
        self.done.append(job)
        return self._reply(job)


def refusal(code: str, field: str | None = None, **params: str) -> Ack:
    """The answer that refuses so."""
    return Ack(False, 0, {}, Refusal(code, field, params))


def test_a_deal_is_planned_once_and_its_result_is_the_event(cafe: Cafe) -> None:
    cafe.joined(9)
    assert cafe.ask(MODERATOR, c.DealSeats(), "deal").ok
    assert [type(job) for job in cafe.jobs.done] == [DealJob]
    dealt = cafe.events()[-1]
    assert isinstance(dealt, e.SeatsDealt)
    people = cafe.workshop.state.participants.values()
    rounds = cafe.workshop.state.rounds
    assert dealt.seats == {number: {p.id: p.seats[number] for p in people} for number in rounds}
    assert dealt.report["repeats"] >= 0
    assert cafe.ask(MODERATOR, c.DealSeats(), "deal").ok
    assert len(cafe.jobs.done) == 1


@pytest.mark.parametrize(
    ("actor", "command", "code"),
    [
        (BOARD, c.DealSeats(), "not_allowed"),
        (GUEST, c.SuggestThemes(), "not_allowed"),
        (MODERATOR, c.DealSeats(), "nobody_to_seat"),
        (MODERATOR, c.SuggestThemes("nowhere"), "unknown_area"),
        (MODERATOR, c.SuggestThemes(fineness=float("nan")), "invalid_value"),
        (MODERATOR, c.SuggestThemes(), "nothing_to_group"),
    ],
)
def test_nothing_is_computed_for_what_is_refused_anyway(cafe: Cafe, actor, command, code: str) -> None:
    ack = cafe.ask(actor, command)
    assert ack.refusal is not None
    assert ack.refusal.code == code
    assert cafe.jobs.done == []


def test_a_deal_that_fails_is_refused_and_may_be_tried_again_under_the_same_id(tmp_path: Path) -> None:
    cafe = Cafe(tmp_path, jobs=NoJobs())
    cafe.joined(3)
    assert cafe.ask(MODERATOR, c.DealSeats(), "deal") == refusal("job_failed")
    cafe.jobs = HereJobs()
    assert cafe.reopen().ask(MODERATOR, c.DealSeats(), "deal").ok
    cafe.close()


def test_a_deal_that_breaks_is_refused_and_a_round_opens_all_the_same(tmp_path: Path) -> None:
    cafe = Cafe(tmp_path, jobs=AnsweringJobs(lambda job: Dealt([[["nobody"]]], {})))
    cafe.joined(3)
    assert cafe.ask(MODERATOR, c.DealSeats()) == refusal("job_failed")
    assert cafe.ask(MODERATOR, c.OpenRound()).ok
    cafe.close()


def test_a_deal_without_a_plan_is_refused_with_the_remedy(tmp_path: Path) -> None:
    cafe = Cafe(tmp_path, jobs=AnsweringJobs(lambda job: Impossible("Three people, two chairs.")))
    cafe.joined(3)
    assert cafe.ask(MODERATOR, c.DealSeats()) == refusal("seats_infeasible")
    cafe.close()


def test_a_round_opens_even_if_planning_fails_and_everybody_has_a_seat(tmp_path: Path) -> None:
    cafe = Cafe(tmp_path, jobs=NoJobs())
    cafe.joined(5)
    assert cafe.ask(MODERATOR, c.OpenRound()) == Ack(True, cafe.workshop.seq, {"round": 1})
    assert all(cafe.workshop.state.seat_of(who) for who in cafe.workshop.state.participants)
    cafe.close()


def test_a_round_that_is_opened_before_the_deal_deals_by_plan(cafe: Cafe) -> None:
    cafe.joined(5)
    assert cafe.ask(MODERATOR, c.OpenRound()).ok
    assert [type(event).__name__ for event in cafe.events()[-2:]] == ["SeatsDealt", "RoundOpened"]
    assert cafe.workshop.state.deal_report["repeats"] >= 0
    assert cafe.ask(MODERATOR, c.CloseRound()).ok
    assert cafe.ask(MODERATOR, c.OpenRound()).ok
    assert len(cafe.jobs.done) == 1


def test_who_joins_while_a_deal_is_computed_has_a_seat_too(tmp_path: Path) -> None:
    def meanwhile(job: Job) -> Reply:
        cafe.joined(2)
        return HereJobs().do(job, 60)

    cafe = Cafe(tmp_path, jobs=AnsweringJobs(meanwhile))
    cafe.joined(4)
    assert cafe.ask(MODERATOR, c.DealSeats()).ok
    rounds = set(cafe.workshop.state.rounds)
    assert {who.id: set(who.seats) for who in cafe.workshop.state.participants.values()} == {
        f"P{n}": rounds for n in range(1, 7)
    }
    cafe.close()


def test_the_same_deal_asked_for_twice_at_once_is_computed_once(tmp_path: Path) -> None:
    acks: list[Ack] = []

    def meanwhile(job: Job) -> Reply:
        cafe.concurrency.spawn(lambda: acks.append(cafe.workshop.submit("deal", c.DealSeats(), MODERATOR)))
        cafe.concurrency.spawn(lambda: acks.append(cafe.workshop.submit("deal", c.DealSeats(), BOARD)))
        return HereJobs().do(job, 60)

    jobs = AnsweringJobs(meanwhile)
    cafe = Cafe(tmp_path, jobs=jobs)
    cafe.joined(4)
    first = cafe.ask(MODERATOR, c.DealSeats(), "deal")
    cafe.concurrency.settle()
    assert first.ok
    assert sorted(acks, key=lambda ack: ack.ok) == [refusal("command_id_taken", "id"), first]
    assert len(jobs.done) == 1
    cafe.close()


def test_late_arrivals_visit_each_station_once_and_move_nobody(tmp_path: Path) -> None:
    cafe = Cafe(tmp_path, STATIONS)
    cafe.at_work(16)
    seats = {who.id: who.seats for who in cafe.workshop.state.participants.values()}
    cafe.joined(3)
    state = cafe.workshop.state
    assert {who: state.participants[who].seats for who in seats} == seats
    for late in ("P17", "P18", "P19"):
        assert sorted(state.participants[late].seats) == [1, 2, 3, 4]
        assert len(set(state.participants[late].seats.values())) == 4
    cafe.close()


def test_who_comes_back_is_seated_where_he_or_she_has_not_been(tmp_path: Path) -> None:
    cafe = Cafe(tmp_path, STATIONS)
    [ala, *_] = cafe.at_work(8)
    cafe.ask(ala, c.LeaveParticipant())
    assert list(cafe.workshop.state.participants["P1"].seats) == [1]
    cafe.ask(ala, c.ReturnParticipant())
    seats = cafe.workshop.state.participants["P1"].seats
    assert sorted(seats) == [1, 2, 3, 4]
    assert len(set(seats.values())) == 4
    cafe.close()


def test_suggested_themes_leave_what_a_moderator_has_placed_and_fill_kept_ones(cafe: Cafe) -> None:
    [ala] = cafe.at_work(1)
    for text in ("zaufanie", "zaufanie do siebie", "kawa o poranku", "ufamy sobie", "herbata"):
        cafe.ask(ala, c.PostIdea(text, area="wartosci" if "wartosci" in cafe.workshop.state.areas else None))
    area = next(iter({idea.area for idea in cafe.workshop.state.ideas.values()}))
    kept = cafe.ask(MODERATOR, c.MakeTheme(area, "Zaufanie", ("I1",))).result["theme"]
    cafe.ask(MODERATOR, c.PlaceIdea("I5", None))
    ack = cafe.ask(MODERATOR, c.SuggestThemes(area))
    here = f"{cafe.code}/{area}"
    [known] = [told for told in cafe.desk_was_told if isinstance(told, Know) and told.area == here]
    assert [idea.id for idea in known.ideas] == ["I1", "I2", "I3", "I4", "I5"]
    [decided] = [told for told in cafe.desk_was_told if isinstance(told, Decide) and told.area == here]
    assert [(theme.id, theme.ideas) for theme in decided.decisions.kept] == [(kept, ("I1",))]
    assert decided.decisions.unassigned == ("I5",)
    state = cafe.workshop.state
    assert (state.ideas["I1"].theme, state.ideas["I5"].theme) == (kept, "")
    assert ack.ok or ack.refusal == Refusal("nothing_to_group")
    assert state.themes[kept].title == "Zaufanie"


def test_hidden_and_blanked_ideas_are_not_shown_to_the_machine(cafe: Cafe) -> None:
    [ala] = cafe.at_work(1)
    for text in ("zaufanie", "secret one", "secret two", "spokój"):
        cafe.ask(ala, c.PostIdea(text))
    cafe.ask(MODERATOR, c.HideIdea("I2"))
    cafe.ask(MODERATOR, c.BlankIdea("I3"))
    cafe.ask(MODERATOR, c.SuggestThemes())
    known = [told for told in cafe.desk_was_told if isinstance(told, Know) and told.ideas]
    assert [[idea.text for idea in told.ideas] for told in known] == [["zaufanie", "spokój"]]


def test_a_charter_is_drafted_from_the_themes(cafe: Cafe) -> None:
    [ala] = cafe.at_work(1)
    cafe.ask(ala, c.PostIdea("we trust one another in every meeting"))
    area = cafe.workshop.state.ideas["I1"].area
    cafe.ask(MODERATOR, c.MakeTheme(area, "Trust", ("I1",)))
    assert cafe.ask(MODERATOR, c.DraftCharter()) == Ack(True, cafe.workshop.seq, {"articles": 1})
    assert cafe.workshop.state.articles["A1"].ideas == ("I1",)
    assert cafe.jobs.done[1:] == []
