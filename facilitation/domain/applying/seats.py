"""What the events about who sits where do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_participant
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
    return replace(w, participants=participants, dealt=True, deal_report=event.report)


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.ParticipantSeated: _participant_seated,
    e.SeatsDealt: _seats_dealt,
}
