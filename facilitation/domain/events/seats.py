"""Events about who sits where."""

import msgspec


class ParticipantSeated(msgspec.Struct, frozen=True, tag_field="type", tag="participant.seated"):
    """One person got places, by round number, without anybody else being moved."""

    participant: str
    seats: dict[int, str]


class SeatsDealt(msgspec.Struct, frozen=True, tag_field="type", tag="seats.dealt"):
    """Who sits where: round number → participant → table, for the rounds that had not begun.

    `report` says in figures what the plan reached (repeats, bound and the like)."""

    seats: dict[int, dict[str, str]]
    report: dict[str, int] = {}


SeatsEvent = ParticipantSeated | SeatsDealt
