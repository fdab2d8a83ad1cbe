"""What the events about who sits where do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_participant, put, without
from facilitation.domain.places import Proposal, Request
from facilitation.domain.workshop import Workshop


def _participant_seated(w: Workshop, event: e.ParticipantSeated) -> Workshop:
    seats = {**w.participants[event.participant].seats, **event.seats}
    return change_participant(w, event.participant, seats=dict(sorted(seats.items())))


def _seats_dealt(w: Workshop, event: e.SeatsDealt) -> Workshop:
    participants = {}
    for who in w.participants.values():
        kept = {r: t for r, t in who.seats.items() if r not in event.seats}
        dealt = {r: seats[who.id] for r, seats in event.seats.items() if who.id in seats}
        participants[who.id] = replace(who, seats=dict(sorted({**kept, **dealt}.items())))
    return replace(w, participants=participants, dealt=True, deal_report=event.report, proposal=None)


def _seats_proposed(w: Workshop, event: e.SeatsProposed) -> Workshop:
    proposal = Proposal(event.proposal, event.seats, event.report)
    return replace(w, proposal=proposal, proposal_count=event.proposal)


def _proposal_edited(w: Workshop, event: e.ProposalEdited) -> Workshop:
    if w.proposal is None:
        return w
    seats = dict(w.proposal.seats)
    for number, table in event.seats.items():
        seats[number] = put(seats.get(number, {}), event.participant, table)
    return replace(w, proposal=replace(w.proposal, seats=dict(sorted(seats.items())), report=event.report))


def _seats_discarded(w: Workshop, _event: e.SeatsDiscarded) -> Workshop:
    return replace(w, proposal=None)


def _seat_pinned(w: Workshop, event: e.SeatPinned) -> Workshop:
    pins = put(w.participants[event.participant].pins, event.round, event.table)
    return change_participant(w, event.participant, pins=dict(sorted(pins.items())))


def _seat_unpinned(w: Workshop, event: e.SeatUnpinned) -> Workshop:
    pins = without(w.participants[event.participant].pins, event.round)
    return change_participant(w, event.participant, pins=pins)


def _request_made(w: Workshop, event: e.RequestMade) -> Workshop:
    made = Request(event.request, event.kind, event.participants)
    return replace(w, requests=put(w.requests, made.id, made), request_count=w.request_count + 1)


def _request_dropped(w: Workshop, event: e.RequestDropped) -> Workshop:
    return replace(w, requests=without(w.requests, event.request))


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.ParticipantSeated: _participant_seated,
    e.SeatsDealt: _seats_dealt,
    e.SeatsProposed: _seats_proposed,
    e.ProposalEdited: _proposal_edited,
    e.SeatsDiscarded: _seats_discarded,
    e.SeatPinned: _seat_pinned,
    e.SeatUnpinned: _seat_unpinned,
    e.RequestMade: _request_made,
    e.RequestDropped: _request_dropped,
}
