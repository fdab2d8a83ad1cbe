"""Events about people: coming, going, being named and being forgotten."""

import msgspec


class ParticipantJoined(msgspec.Struct, frozen=True, tag_field="type", tag="participant.joined"):
    """Somebody came into the room, or (`expected`) is on the list and not here yet. The name and institution,
    if given, stand apart from the journal."""

    participant: str
    at: int
    sector: str = ""
    by_moderator: bool = False
    expected: bool = False


class ParticipantConnected(msgspec.Struct, frozen=True, tag_field="type", tag="participant.connected"):
    """Somebody whom a moderator had put on the list has joined with a phone."""

    participant: str


class ParticipantUpdated(msgspec.Struct, frozen=True, tag_field="type", tag="participant.updated"):
    """Somebody's details changed; the journal knows the sector only."""

    participant: str
    sector: str


class ParticipantLeft(msgspec.Struct, frozen=True, tag_field="type", tag="participant.left"):
    """Somebody went home; the places of the rounds that have not begun are free again."""

    participant: str


class ParticipantReturned(msgspec.Struct, frozen=True, tag_field="type", tag="participant.returned"):
    """Somebody who had left is back."""

    participant: str


class ParticipantErased(msgspec.Struct, frozen=True, tag_field="type", tag="participant.erased"):
    """Somebody's name and institution were erased on request; this is the record of it."""

    participant: str
    at: int


PeopleEvent = (
    ParticipantJoined
    | ParticipantConnected
    | ParticipantUpdated
    | ParticipantLeft
    | ParticipantReturned
    | ParticipantErased
)
