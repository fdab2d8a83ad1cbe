"""Who sits where: taking over a computed plan, seating one person without moving anybody, moving one by hand.

How a good plan is found is not known here; the room `seating` computes it and the context brings it.
"""

from collections import Counter

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain import lookup
from facilitation.domain.apply import apply
from facilitation.domain.decision import Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Participant, Workshop


def deal(w: Workshop, _command: c.DealSeats, context: Context) -> Decision:
    """The computed plan for all rounds that have not begun; who came in meanwhile is seated beside it."""
    if not w.present:
        raise Refusal("nobody_to_seat")
    planned = [r.number for r in w.rounds.values() if r.status == "planned"]
    if not planned:
        raise Refusal("no_round_left")
    plan = context.plan or {}
    dealt = {number: _valid(w, plan.get(number, {})) for number in planned}
    event = e.SeatsDealt(dealt, context.plan_report)
    return Decision((event, *seat_everybody(apply(w, event))))


def move(w: Workshop, command: c.MoveSeat, _context: Context) -> Decision:
    """One person to one table, in one round that has not ended."""
    who = lookup.participant(w, command.participant)
    table = lookup.table(w, command.table)
    meant = w.open_round or w.next_round if command.round is None else lookup.round_(w, command.round)
    if meant is None:
        raise Refusal("no_round_left", "round")
    if meant.status not in ("planned", "open"):
        raise Refusal("round_closed", "round")
    if not who.present:
        raise Refusal("not_seated", "participant")
    if who.seats.get(meant.number) == table.id:
        return Decision()
    return Decision((e.ParticipantSeated(who.id, {meant.number: table.id}),))


def seat_everybody(w: Workshop) -> tuple[e.ParticipantSeated, ...]:
    """Seats for all present people who lack one in a round that is open or to come, one after the other."""
    seated: list[e.ParticipantSeated] = []
    for who in w.present:
        for event in seat_arrival(w, who.id, None):
            w = apply(w, event)
            seated.append(event)
    return tuple(seated)


def seat_arrival(
    w: Workshop, participant: str, proposal: dict[int, str] | None
) -> tuple[e.ParticipantSeated, ...]:
    """Places for one person in the open round and those to come, as proposed where that is possible,
    otherwise at the emptiest
    table not visited before; nobody else moves. Nothing before seats were first dealt."""
    if not w.dealt:
        return ()
    who = w.participants[participant]
    open_ones = [r.number for r in w.rounds.values() if r.status in ("open", "planned")]
    seats: dict[int, str] = {}
    for number in open_ones:
        if who.seats.get(number):
            continue
        proposed = (proposal or {}).get(number, "")
        seats[number] = proposed if proposed in w.tables else _emptiest(w, who, number, seats)
    return (e.ParticipantSeated(participant, seats),) if seats else ()


def _emptiest(w: Workshop, who: Participant, number: int, chosen: dict[int, str]) -> str:
    hosted = w.hosts.get(who.id)
    if hosted:
        return hosted
    taken = Counter(p.seats.get(number, "") for p in w.present if p.id != who.id)
    visited = Counter({**who.seats, **chosen}.values())
    return min(w.tables.values(), key=lambda t: (visited[t.id], taken[t.id], t.number)).id


def _valid(w: Workshop, seats: dict[str, str]) -> dict[str, str]:
    """Only people who are here, at tables that are there, hosts at their own: a plan may be older than the
    state."""
    hosts = w.hosts
    return {
        p: hosts.get(p, t)
        for p, t in seats.items()
        if p in w.participants and w.participants[p].present and t in w.tables
    }
