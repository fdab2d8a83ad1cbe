"""What the events about people: coming, going, being named and being forgotten do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_participant, change_proposal, change_table, put
from facilitation.domain.workshop import Participant, Workshop


def _participant_joined(w: Workshop, event: e.ParticipantJoined) -> Workshop:
    number = w.participant_count + 1
    joined = Participant(
        event.participant,
        number,
        event.sector,
        event.at,
        present=not event.expected,
        by_moderator=event.by_moderator,
        expected=event.expected,
    )
    return replace(w, participants=put(w.participants, joined.id, joined), participant_count=number)


def _participant_connected(w: Workshop, event: e.ParticipantConnected) -> Workshop:
    return change_participant(w, event.participant, phone=True)


def _participant_updated(w: Workshop, event: e.ParticipantUpdated) -> Workshop:
    return change_participant(w, event.participant, sector=event.sector)


def _participant_left(w: Workshop, event: e.ParticipantLeft) -> Workshop:
    seats = {
        r: t for r, t in w.participants[event.participant].seats.items() if w.rounds[r].status != "planned"
    }
    left = change_participant(w, event.participant, present=False, expected=False, seats=seats)
    left = change_proposal(left, lambda _, who, table: "" if who == event.participant else table)
    hosted = w.hosts.get(event.participant)
    return change_table(left, hosted, host="") if hosted else left


def _participant_returned(w: Workshop, event: e.ParticipantReturned) -> Workshop:
    return change_participant(w, event.participant, present=True, expected=False)


def _participant_erased(w: Workshop, event: e.ParticipantErased) -> Workshop:
    return replace(w, erased=(*w.erased, (event.participant, event.at)))


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.ParticipantJoined: _participant_joined,
    e.ParticipantConnected: _participant_connected,
    e.ParticipantUpdated: _participant_updated,
    e.ParticipantLeft: _participant_left,
    e.ParticipantReturned: _participant_returned,
    e.ParticipantErased: _participant_erased,
}
