"""Places that a moderator gives by hand, in what was dealt or in the proposal: moving, swapping, pinning.

A pin follows its person when he or she is moved by hand; a host stays at the table.
"""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain import lookup
from facilitation.domain.decision import Context, Decision
from facilitation.domain.places import Proposal
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Participant, Round, Table, Workshop


def move(w: Workshop, command: c.MoveSeat, context: Context) -> Decision:
    """One person to one table, in one round that has not ended."""
    who = lookup.participant(w, command.participant)
    table = _open_table(w, command.table)
    meant = _meant(w, command.round, command.proposal)
    if not who.present:
        raise Refusal("not_seated", "participant")
    moved = _placed(w, who, {meant.number: table.id}, command.proposal, context)
    pins = who.pins.get(meant.number) == table.id or any(isinstance(event, e.SeatPinned) for event in moved)
    if command.pin and meant.status == "planned" and not pins:
        moved = (*moved, e.SeatPinned(who.id, meant.number, table.id))
    return Decision(moved)


def swap(w: Workshop, command: c.SwapSeats, context: Context) -> Decision:
    """Two people change places in a round, or their whole routes in rounds that have not begun."""
    one, other = lookup.participant(w, command.participant), lookup.participant(w, command.other, "other")
    if one.id == other.id:
        raise Refusal("invalid_value", "other")
    for who, field in ((one, "participant"), (other, "other")):
        if not who.present:
            raise Refusal("not_seated", field)
        if who.id in w.hosts:
            raise Refusal("host_stays", field)
    if command.round is not None:
        numbers = [_meant(w, command.round, command.proposal).number]
    else:
        _the_proposal(w, command.proposal)
        numbers = [r.number for r in w.rounds.values() if r.status == "planned"]
    ones, others = _places(w, one, command.proposal), _places(w, other, command.proposal)
    both = [number for number in numbers if number in ones and number in others]
    return Decision(
        (
            *_placed(w, one, {number: others[number] for number in both}, command.proposal, context),
            *_placed(w, other, {number: ones[number] for number in both}, command.proposal, context),
        )
    )


def pin(w: Workshop, command: c.PinSeat, context: Context) -> Decision:
    """One person at one table in one round to come, in every plan; seated there at once in the proposal or,
    without one, in what was dealt."""
    who = lookup.participant(w, command.participant)
    meant = lookup.round_(w, command.round)
    if meant.status != "planned":
        raise Refusal("round_started", "round")
    if not command.on:
        pinned = meant.number in who.pins
        return Decision((e.SeatUnpinned(who.id, meant.number),)) if pinned else Decision()
    proposed = w.proposal is not None and meant.number in w.proposal.seats
    sits = _places(w, who, True).get(meant.number) if proposed else None
    named = command.table or sits or who.seats.get(meant.number)
    if not named:
        raise Refusal("missing_field", "table")
    table = _open_table(w, named)
    _stays(w, who, {meant.number: table.id})
    seated: tuple[e.Event, ...] = ()
    if who.present and (proposed or w.dealt):
        seated = _placed(w, who, {meant.number: table.id}, proposed, context)
    if who.pins.get(meant.number) == table.id:
        return Decision(seated)
    moved = tuple(event for event in seated if not isinstance(event, e.SeatPinned))
    return Decision((*moved, e.SeatPinned(who.id, meant.number, table.id)))


def _placed(
    w: Workshop, who: Participant, seats: dict[int, str], proposal: bool, context: Context
) -> tuple[e.Event, ...]:
    """The events that seat somebody at these tables, pins included; none where nothing changes."""
    _stays(w, who, seats)
    now = _places(w, who, proposal)
    changed = {number: table for number, table in seats.items() if now.get(number) != table}
    if not changed:
        return ()
    pins = (e.SeatPinned(who.id, n, t) for n, t in changed.items() if who.pins.get(n, t) != t)
    if proposal:
        return (e.ProposalEdited(who.id, changed, context.plan_report), *pins)
    return (e.ParticipantSeated(who.id, changed), *pins)


def _places(w: Workshop, who: Participant, proposal: bool) -> dict[int, str]:
    if not proposal:
        return who.seats
    proposed = _the_proposal(w, True)
    assert proposed is not None
    return {number: seats[who.id] for number, seats in proposed.seats.items() if who.id in seats}


def _stays(w: Workshop, who: Participant, seats: dict[int, str]) -> None:
    hosted = w.hosts.get(who.id)
    if hosted and any(table != hosted for table in seats.values()):
        raise Refusal("host_stays", "participant")


def _the_proposal(w: Workshop, wanted: bool) -> Proposal | None:
    if wanted and w.proposal is None:
        raise Refusal("proposal_gone", "proposal")
    return w.proposal


def _meant(w: Workshop, number: int | None, proposal: bool) -> Round:
    """The round that is named, or the first there is: of the proposal, which is about rounds to come only,
    or else the open one or the next."""
    _the_proposal(w, proposal)
    first = w.next_round if proposal else w.open_round or w.next_round
    meant = first if number is None else lookup.round_(w, number)
    if meant is None:
        raise Refusal("no_round_left", "round")
    if meant.status not in ("planned", "open"):
        raise Refusal("round_closed", "round")
    if proposal and meant.status != "planned":
        raise Refusal("round_started", "round")
    return meant


def _open_table(w: Workshop, identifier: str) -> Table:
    table = lookup.table(w, identifier)
    if table.closed:
        raise Refusal("table_closed", "table")
    return table
