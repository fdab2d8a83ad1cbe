"""Seats, rhythm, hosts and lists by example: the events, the state they lead to, or the refusal."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import GUEST, MODERATOR, Actor, participant, tablet
from facilitation.domain.decision import Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Handover, Person, Request
from facilitation.projections.points import points
from tests.domain.histories import MINUTE, History, begun
from tests.domain.test_decisions import refusal

ANNA, JAN, EWA = participant("P1"), participant("P2"), participant("P3")
PLAN = {1: {"P1": "T1", "P2": "T2", "P3": "T3"}, 2: {"P1": "T2", "P2": "T3", "P3": "T1"}}


@pytest.fixture
def lobby() -> History:
    """Three people, three tables, two rounds; nothing is dealt."""
    return begun(tables=3, rounds=2, people=3)


@pytest.fixture
def dealt(lobby: History) -> History:
    """Everybody has a table of their own in each round."""
    lobby.ask(MODERATOR, c.DealSeats(), plan=PLAN)
    return lobby


@pytest.fixture
def talking(dealt: History) -> History:
    """Round 1 is open; Anna (P1) at T1 has written I1."""
    dealt.ask(MODERATOR, c.OpenRound())
    dealt.ask(ANNA, c.PostIdea("Jedno okienko"))
    return dealt


def seats(history: History) -> dict[str, dict[int, str]]:
    return {who.id: who.seats for who in history.now.present}


def routes(plan: dict[int, dict[str, str]]) -> dict[str, dict[int, str]]:
    people = plan[1]
    return {who: {number: seated[who] for number, seated in plan.items()} for who in people}


def test_a_proposal_is_dealt_as_it_stands_with_whoever_came_beside_it(lobby: History) -> None:
    decision = lobby.ask(MODERATOR, c.ProposeSeats(), plan=PLAN, plan_report={"repeats": 0})
    assert decision == Decision((e.SeatsProposed(1, PLAN, {"repeats": 0}),), {"proposal": 1})
    assert seats(lobby) == {"P1": {}, "P2": {}, "P3": {}}
    lobby.ask(GUEST, c.JoinParticipant())
    lobby.ask(JAN, c.LeaveParticipant())
    assert refusal(lobby, MODERATOR, c.DealSeats(7)) == Refusal("proposal_gone", "proposal")
    lobby.ask(MODERATOR, c.DealSeats(1))
    assert seats(lobby) == {
        "P1": {1: "T1", 2: "T2"},
        "P3": {1: "T3", 2: "T1"},
        "P4": {1: "T2", 2: "T3"},
    }
    assert (lobby.now.proposal, lobby.now.deal_report) == (None, {"repeats": 0})


def test_a_discarded_proposal_leaves_what_was_dealt(dealt: History) -> None:
    dealt.ask(MODERATOR, c.ProposeSeats(), plan={1: PLAN[2], 2: PLAN[1]})
    dealt.ask(MODERATOR, c.DiscardSeats())
    assert (dealt.now.proposal, seats(dealt)) == (None, routes(PLAN))
    refused = refusal(dealt, MODERATOR, c.MoveSeat("P1", "T3", proposal=True))
    assert refused == Refusal("proposal_gone", "proposal")


def test_what_is_changed_in_the_proposal_is_dealt_only_with_it(dealt: History) -> None:
    dealt.ask(MODERATOR, c.ProposeSeats(), plan=PLAN, plan_report={"repeats": 3})
    dealt.ask(MODERATOR, c.SwapSeats("P1", "P2", round=1, proposal=True))
    assert seats(dealt) == routes(PLAN)
    assert dealt.now.proposal is not None
    assert dealt.now.proposal.seats[1] == {"P1": "T2", "P2": "T1", "P3": "T3"}
    assert dealt.now.proposal.report == {}, "nobody has counted since"


def test_two_people_swap_one_round_or_all_that_is_to_come(talking: History) -> None:
    talking.ask(MODERATOR, c.SwapSeats("P1", "P2"))
    assert seats(talking)["P1"] == {1: "T1", 2: "T3"}
    assert seats(talking)["P2"] == {1: "T2", 2: "T2"}
    talking.ask(MODERATOR, c.SwapSeats("P1", "P3", round=1))
    assert (seats(talking)["P1"][1], seats(talking)["P3"][1]) == ("T3", "T1")
    talking.ask(MODERATOR, c.AppointHost("T2", "P2"))
    assert refusal(talking, MODERATOR, c.SwapSeats("P1", "P2")) == Refusal("host_stays", "other")
    moved = refusal(talking, MODERATOR, c.MoveSeat("P2", "T1", round=2))
    assert moved == Refusal("host_stays", "participant")


def test_a_pin_seats_at_once_holds_against_every_plan_and_follows_a_move(dealt: History) -> None:
    dealt.ask(MODERATOR, c.PinSeat("P1", 2, "T3"))
    assert (seats(dealt)["P1"], dealt.now.participants["P1"].pins) == ({1: "T1", 2: "T3"}, {2: "T3"})
    dealt.ask(MODERATOR, c.DealSeats(), plan=PLAN)
    assert seats(dealt)["P1"] == {1: "T1", 2: "T3"}
    dealt.ask(MODERATOR, c.MoveSeat("P1", "T2", round=2))
    assert dealt.now.participants["P1"].pins == {2: "T2"}
    dealt.ask(MODERATOR, c.MoveSeat("P2", "T1", round=1, pin=True))
    dealt.ask(MODERATOR, c.PinSeat("P1", 2, on=False))
    assert [who.pins for who in dealt.now.present] == [{}, {1: "T1"}, {}]


def test_without_a_table_a_pin_is_where_the_person_sits(dealt: History) -> None:
    dealt.ask(MODERATOR, c.PinSeat("P3", 1))
    assert dealt.now.participants["P3"].pins == {1: "T3"}
    assert refusal(begun(people=1), MODERATOR, c.PinSeat("P1", 1)) == Refusal("missing_field", "table")


def test_requests_are_kept_once_and_dropped(lobby: History) -> None:
    lobby.ask(MODERATOR, c.MakeRequest("apart", ("P1", "P2")))
    again = lobby.ask(MODERATOR, c.MakeRequest("apart", ("P2", "P1", "P2")))
    assert again == Decision((), {"request": "R1"})
    assert lobby.now.requests == {"R1": Request("R1", "apart", ("P1", "P2"))}
    lobby.ask(MODERATOR, c.DropRequest("R1"))
    assert lobby.now.requests == {}
    one = refusal(lobby, MODERATOR, c.MakeRequest("together", ("P1", "P1")))
    assert one == Refusal("invalid_value", "participants")


def test_a_paused_round_has_as_much_time_left_when_it_goes_on(talking: History) -> None:
    end = talking.now.rounds[1].closes_at
    talking.ask(MODERATOR, c.PauseRound())
    paused = talking.at
    talking.ask(MODERATOR, c.ExtendRound(5))
    talking.ask(ANNA, c.PostIdea("W przerwie"))
    talking.at += 3 * MINUTE
    talking.ask(MODERATOR, c.ResumeRound())
    held = talking.now.rounds[1]
    assert (held.closes_at, held.paused_at) == (end + 5 * MINUTE + talking.at - paused, 0)
    assert talking.ask(MODERATOR, c.ResumeRound()) == Decision()


def test_a_closed_table_keeps_its_ideas_and_seats_nobody_in_rounds_to_come(talking: History) -> None:
    talking.ask(MODERATOR, c.AppointHost("T1", "P3"))
    assert refusal(talking, MODERATOR, c.CloseTable("T1")) == Refusal("round_open")
    talking.ask(MODERATOR, c.CloseRound())
    talking.ask(MODERATOR, c.CloseTable("T1"), reseats={"P3": {2: "T3"}})
    assert seats(talking) == {
        "P1": {1: "T1", 2: "T2"},
        "P2": {1: "T2", 2: "T3"},
        "P3": {1: "T3", 2: "T3"},
    }
    assert (talking.now.hosts, list(talking.now.ideas)) == ({}, ["I1"])
    for command in (c.MoveSeat("P1", "T1", round=2), c.PinSeat("P1", 2, "T1"), c.AppointHost("T1", "P1")):
        assert refusal(talking, MODERATOR, command) == Refusal("table_closed", "table")
    talking.ask(MODERATOR, c.CloseTable("T2"))
    assert refusal(talking, MODERATOR, c.CloseTable("T3")) == Refusal("last_one", "table")
    talking.ask(MODERATOR, c.ReopenTable("T1"))
    assert [t.id for t in talking.now.open_tables] == ["T1", "T3"]


def test_full_tables_are_taken_last_by_who_comes(dealt: History) -> None:
    dealt.ask(MODERATOR, c.EditTable("T1", chairs=1))
    dealt.ask(MODERATOR, c.EditTable("T2", chairs=1))
    for _ in range(2):
        dealt.ask(GUEST, c.JoinParticipant())
    assert [seats(dealt)[who][1] for who in ("P4", "P5")] == ["T3", "T3"]
    wrong = refusal(dealt, MODERATOR, c.EditTable("T1", chairs=201))
    assert wrong == Refusal("invalid_value", "chairs")


def test_a_host_who_is_replaced_moves_on_and_everybody_else_stays(talking: History) -> None:
    talking.ask(MODERATOR, c.AppointHost("T3", "P2"))
    talking.ask(MODERATOR, c.AppointHost("T3", "P1"), reseats={"P2": {2: "T1"}})
    assert seats(talking) == {
        "P1": {1: "T1", 2: "T3"},
        "P2": {1: "T2", 2: "T1"},
        "P3": {1: "T3", 2: "T1"},
    }
    talking.ask(MODERATOR, c.ReleaseHost("T3"))
    assert (seats(talking)["P1"][2] in ("T2", "T3"), talking.now.hosts) == (True, {})


def test_a_list_adds_whom_it_does_not_know_and_a_phone_becomes_the_person_on_it(lobby: History) -> None:
    people = (
        c.Listed("Żaneta  Źdźbło", "Sąd", "prawo"),
        c.Listed("żaneta źdźbło", "SĄD"),
        c.Listed("Osoba 1", "Urząd 0"),
    )
    decision = lobby.ask(MODERATOR, c.AddParticipants(people, expected=True))
    assert decision is not None
    assert decision.result == {"added": 1, "known": 2}
    added = lobby.now.participants["P4"]
    assert (added.present, added.expected, added.by_moderator) == (False, True, True)
    lobby.ask(MODERATOR, c.DealSeats(), plan=PLAN)
    decision = lobby.ask(GUEST, c.JoinParticipant("ŻANETA ŹDŹBŁO"), seats={1: "T2", 2: "T2"})
    assert decision is not None
    assert decision.result == {"participant": "P4"}
    came = lobby.now.participants["P4"]
    assert (came.present, came.expected, came.phone, came.sector) == (True, False, True, "prawo")
    assert (came.seats, lobby.now.person("P4")) == ({1: "T2", 2: "T2"}, Person("Żaneta Źdźbło", "Sąd"))
    second = lobby.ask(GUEST, c.JoinParticipant("Żaneta Źdźbło", "Sąd"))
    assert second is not None
    assert second.result == {"participant": "P5"}, "she has a phone already"


def test_a_name_that_two_on_the_list_have_is_nobodys(lobby: History) -> None:
    two = (c.Listed("Jan Bąk", "Sąd"), c.Listed("Jan Bąk", "Policja"))
    lobby.ask(MODERATOR, c.AddParticipants(two))
    assert lobby.ask(GUEST, c.JoinParticipant("Jan Bąk")).result == {"participant": "P6"}  # type: ignore[union-attr]
    assert lobby.ask(GUEST, c.JoinParticipant("Jan Bąk", "policja")).result == {"participant": "P5"}  # type: ignore[union-attr]


def test_who_was_expected_and_comes_without_a_phone_or_not_at_all(lobby: History) -> None:
    lobby.ask(MODERATOR, c.AddParticipants((c.Listed("Ala"), c.Listed("Ola")), expected=True))
    lobby.ask(MODERATOR, c.ReturnParticipant("P4"))
    lobby.ask(MODERATOR, c.LeaveParticipant("P5"))
    marks = {who: (p.present, p.expected) for who, p in lobby.now.participants.items() if who in ("P4", "P5")}
    assert marks == {"P4": (True, False), "P5": (False, False)}


def test_a_list_of_which_one_line_is_too_long_adds_nobody(lobby: History) -> None:
    people = (c.Listed("Ala"), c.Listed("x" * 81))
    refused = refusal(lobby, MODERATOR, c.AddParticipants(people))
    assert refused == Refusal("too_long", "name", {"limit": 80, "length": 81})


def test_a_hand_over_is_its_hosts_its_tablets_or_the_moderators(talking: History) -> None:
    talking.ask(MODERATOR, c.AppointHost("T1", "P1"))
    talking.ask(ANNA, c.WriteHandover("  Mamy okienko. \n\n\nCo dalej?\n"))
    first = Handover("Mamy okienko.\n\nCo dalej?", 1, talking.at, "host")
    assert talking.now.handovers == {"T1": first}
    for command in (c.CloseRound(), c.OpenRound()):
        talking.ask(MODERATOR, command)
    talking.ask(tablet("T1"), c.WriteHandover("Okienko"))
    assert talking.now.handovers == {"T1": Handover("Okienko", 2, talking.at, "table")}
    assert talking.now.handover_history == (("T1", first),)
    talking.ask(MODERATOR, c.WriteHandover("", "T1"))
    assert talking.now.handovers == {}


@pytest.mark.parametrize(
    ("actor", "command", "expected"),
    [
        (JAN, c.WriteHandover("a"), Refusal("not_host", "table")),
        (tablet("T1"), c.WriteHandover("a", "T2"), Refusal("not_your_table", "table")),
        (
            tablet("T1"),
            c.WriteHandover("a" * 1_501),
            Refusal("too_long", "text", {"limit": 1500, "length": 1501}),
        ),
        (MODERATOR, c.WriteHandover("a"), Refusal("missing_field", "table")),
        (tablet("T9"), c.PostIdea("a"), Refusal("unauthorized")),
        (tablet("T1"), c.PostIdea("a", table="T2"), Refusal("not_your_table", "table")),
        (tablet("T1"), c.SupportIdea("I1"), Refusal("not_allowed", "type")),
        (tablet("T1"), c.RewordIdea("I1", "b"), Refusal("not_yours", "idea")),
        (JAN, c.PostIdea("a", for_table=True), Refusal("not_host", "for_table")),
        (JAN, c.PostIdea("a", builds_on="I1"), Refusal("not_your_table", "builds_on")),
        (MODERATOR, c.PinSeat("P1", 1, "T1"), Refusal("round_started", "round")),
        (MODERATOR, c.SwapSeats("P1", "P1"), Refusal("invalid_value", "other")),
        (MODERATOR, c.DropRequest("R1"), Refusal("unknown_request", "request", {"value": "R1"})),
    ],
)
def test_what_is_not_possible_says_why(
    talking: History, actor: Actor, command: c.Command, expected: Refusal
) -> None:
    assert refusal(talking, actor, command) == expected


def test_what_a_table_writes_has_no_author_and_its_tablet_and_host_may_correct_it(talking: History) -> None:
    talking.ask(MODERATOR, c.AppointHost("T1", "P1"))
    talking.ask(tablet("T1"), c.PostIdea("Wspólny telefon", builds_on="I1", objects=True))
    talking.ask(ANNA, c.PostIdea("Herbata", for_table=True))
    told = [(i.author, i.table, i.by_table, i.builds_on, i.objects) for i in talking.now.ideas.values()]
    assert told[1:] == [("", "T1", True, "I1", True), ("", "T1", True, "", False)]
    talking.ask(ANNA, c.RewordIdea("I2", "Jeden telefon"))
    talking.ask(tablet("T1"), c.WithdrawIdea("I3"))
    assert [i.text for i in talking.now.ideas.values()] == ["Jedno okienko", "Jeden telefon"]
    assert refusal(talking, tablet("T2"), c.WithdrawIdea("I2")) == Refusal("not_yours", "idea")


def test_points_are_the_best_supported_of_different_themes_and_supported_objections(talking: History) -> None:
    for text in ("b", "c", "d", "e", "f"):
        talking.ask(ANNA, c.PostIdea(text))
    talking.ask(ANNA, c.PostIdea("nie zgadzam się", objects=True))
    talking.ask(ANNA, c.PostIdea("ja też nie", objects=True))
    talking.ask(MODERATOR, c.MoveSeat("P2", "T1"))
    for idea in ("I7", "I6", "I2"):
        talking.ask(JAN, c.SupportIdea(idea))
    assert points(talking.now, "T1") == ["I2", "I6", "I1", "I3", "I7"]
    talking.ask(MODERATOR, c.MakeTheme("wartosci", "Jedno", ("I1", "I2", "I3")))
    assert points(talking.now, "T1") == ["I2", "I6", "I4", "I5", "I7"]
    talking.ask(MODERATOR, c.HideIdea("I6"))
    assert points(talking.now, "T1") == ["I2", "I1", "I4", "I5", "I7"]
    assert points(talking.now, "T2") == []
