"""Commands about people: coming, going, being named and being forgotten."""

import msgspec

from facilitation.domain.commands.command import Command


class JoinParticipant(Command, frozen=True, tag="participant.join"):
    """Come into the room; every field is optional. A moderator adds somebody without a phone like this. Who
    joins by a name that a moderator put on the list is that person."""

    name: str = ""
    institution: str = ""
    sector: str = ""


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person on a list of participants."""

    name: str = ""
    institution: str = ""
    sector: str = ""


class AddParticipants(Command, frozen=True, tag="participants.add"):
    """Put people on the list, at most 500 at once: they are here without a phone, or (`expected`) invited
    and not here yet. Who is on it already, by name and institution, is left out."""

    people: tuple[Listed, ...]
    expected: bool = False


class UpdateParticipant(Command, frozen=True, tag="participant.update"):
    """Change one's name, institution or sector (a moderator: anybody's); what is absent stays."""

    participant: str = ""
    name: str | None = None
    institution: str | None = None
    sector: str | None = None


class LeaveParticipant(Command, frozen=True, tag="participant.leave"):
    """Go home; the places in rounds to come are free again."""

    participant: str = ""


class ReturnParticipant(Command, frozen=True, tag="participant.return"):
    """Come back after having left, or be here at last when expected, and get places for the rounds to
    come."""

    participant: str = ""


class EraseParticipant(Command, frozen=True, tag="participant.erase"):
    """Erase one's name and institution for good. The ideas stay, without a name."""

    participant: str = ""
