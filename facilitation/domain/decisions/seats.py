"""Who sits where: taking over a computed plan, and seating one person without moving anybody.

How a good plan is found is not known here; the room `seating` computes it and the context brings it. Places
given by hand are in by_hand.py.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.decision import Context, Decision
from facilitation.domain.places import Plan
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Participant, Table, Workshop


def deal(w: Workshop, command: c.DealSeats, context: Context) -> Decision:
    """The computed plan, or the proposal as it stands, for all rounds that have not begun; who came in
    meanwhile is seated beside it."""
    planned = rounds_to_plan(w)
    plan, report = context.plan or {}, context.plan_report
    if command.proposal is not None:
        if w.proposal is None or w.proposal.number != command.proposal:
            raise Refusal("proposal_gone", "proposal")
        plan, report = w.proposal.seats, w.proposal.report
    event = e.SeatsDealt({number: _valid(w, number, plan.get(number, {})) for number in planned}, report)
    return Decision((event, *seat_everybody(apply(w, event))))


def propose(w: Workshop, _command: c.ProposeSeats, context: Context) -> Decision:
    """The computed plan to look at, with a place for everybody; nothing is dealt."""
    plan = _complete(w, rounds_to_plan(w), context.plan or {})
    number = w.proposal_count + 1
    return Decision((e.SeatsProposed(number, plan, context.plan_report),), {"proposal": number})


def discard(w: Workshop, _command: c.DiscardSeats, _context: Context) -> Decision:
    """There is no proposal any more."""
    return Decision((e.SeatsDiscarded(),)) if w.proposal else Decision()


def rounds_to_plan(w: Workshop) -> list[int]:
    """The rounds that have not begun; refuses where there is nobody or nothing to plan for."""
    if not w.present:
        raise Refusal("nobody_to_seat")
    planned = [r.number for r in w.rounds.values() if r.status == "planned"]
    if not planned:
        raise Refusal("no_round_left")
    return planned


def seat_everybody(
    w: Workshop, reseats: Mapping[str, dict[int, str]] | None = None
) -> tuple[e.ParticipantSeated, ...]:
    """Seats for all present people who lack one in a round that is open or to come, one after the other;
    `reseats` as in the context."""
    return _seated(w, w.present, reseats or {})


def seat_arrival(
    w: Workshop, participant: str, proposal: dict[int, str] | None
) -> tuple[e.ParticipantSeated, ...]:
    """Places for one person in the open round and those to come, as proposed where that is possible,
    otherwise at the emptiest table not visited before; nobody else moves. Nothing before seats were first
    dealt."""
    return _seated(w, [w.participants[participant]], {participant: proposal or {}})


def seat_anew(
    w: Workshop, participant: str, proposal: dict[int, str] | None
) -> tuple[e.ParticipantSeated, ...]:
    """The same for all rounds to come, whatever places this person had there; everyone else keeps theirs."""
    if not w.participants[participant].present:
        return ()
    return seat_arrival(without_seats(w, (participant,)), participant, proposal)


def without_seats(w: Workshop, people: Iterable[str]) -> Workshop:
    """The workshop in which these people have no places in the rounds that have not begun."""
    freed = {}
    for identifier in people:
        who = w.participants[identifier]
        kept = {n: t for n, t in who.seats.items() if w.rounds[n].status != "planned"}
        freed[identifier] = replace(who, seats=kept)
    return replace(w, participants={**w.participants, **freed})


def _seated(
    w: Workshop, people: Iterable[Participant], proposed: Mapping[str, dict[int, str]]
) -> tuple[e.ParticipantSeated, ...]:
    if not w.dealt:
        return ()
    hosts, taken, tables = w.hosts, _taken(w), w.open_tables
    events: list[e.ParticipantSeated] = []
    for who in people:
        seats: dict[int, str] = {}
        for number in taken:
            if who.seats.get(number):
                continue
            wished = proposed.get(who.id, {}).get(number, "")
            given = _given(w, hosts, who, number) or (wished if _open(w, wished) else "")
            seats[number] = given or _emptiest(tables, who, taken[number], seats)
            taken[number][seats[number]] += 1
        if seats:
            events.append(e.ParticipantSeated(who.id, seats))
    return tuple(events)


def _taken(w: Workshop) -> dict[int, Counter[str]]:
    """For each round that is open or to come, how many of those who are here sit where. This is asked for
    each person who comes late, so it is kept short: 1,000 people took a millisecond."""
    seats = [p.seats for p in w.participants.values() if p.present]
    to_come = [r.number for r in w.rounds.values() if r.status in ("open", "planned")]
    return {number: Counter([taken.get(number, "") for taken in seats]) for number in to_come}


def _given(w: Workshop, hosts: dict[str, str], who: Participant, number: int) -> str:
    """The table that is not a planner's choice: the one this person hosts, or is pinned to; or empty."""
    pinned = who.pins.get(number, "")
    return hosts.get(who.id) or (pinned if _open(w, pinned) else "")


def _open(w: Workshop, table: str) -> bool:
    return table in w.tables and not w.tables[table].closed


def _emptiest(
    tables: Iterable[Table], who: Participant, taken: Mapping[str, int], chosen: dict[int, str]
) -> str:
    visited: dict[str, int] = {}
    for table in {**who.seats, **chosen}.values():
        visited[table] = visited.get(table, 0) + 1
    been, here = visited.get, taken.get

    def cost(table: Table) -> tuple[int, bool, int, int]:
        people = here(table.id, 0)
        return been(table.id, 0), 0 < table.chairs <= people, people, table.number

    return min(tables, key=cost).id


def _valid(w: Workshop, number: int, seats: dict[str, str]) -> dict[str, str]:
    """Only people who are here, at tables that are open, hosts and the pinned at their own: a plan may be
    older than the state."""
    hosts = w.hosts
    return {
        p: _given(w, hosts, w.participants[p], number) or t
        for p, t in seats.items()
        if p in w.participants and w.participants[p].present and _open(w, t)
    }


def _complete(w: Workshop, planned: list[int], plan: Plan) -> Plan:
    """The plan with a place for everybody who is here in each of the rounds."""
    dealt = e.SeatsDealt({number: _valid(w, number, plan.get(number, {})) for number in planned})
    for event in seat_everybody(apply(w, dealt)):
        for number, table in event.seats.items():
            if number in dealt.seats:
                dealt.seats[number][event.participant] = table
    return dealt.seats
