"""Events about who sits where, and what a plan has to keep."""

from typing import Literal

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


class SeatsProposed(msgspec.Struct, frozen=True, tag_field="type", tag="seats.proposed"):
    """A plan to look at before it is dealt: seats and report as in `seats.dealt`. Only moderators see it."""

    proposal: int
    seats: dict[int, dict[str, str]]
    report: dict[str, int] = {}


class ProposalEdited(msgspec.Struct, frozen=True, tag_field="type", tag="proposal.edited"):
    """One person has other places in the proposal, by round number. `report` has the figures of the proposal
    as it is now, or nothing where nobody counted."""

    participant: str
    seats: dict[int, str]
    report: dict[str, int] = {}


class SeatsDiscarded(msgspec.Struct, frozen=True, tag_field="type", tag="seats.discarded"):
    """The proposal is gone; what was dealt stays."""


class SeatPinned(msgspec.Struct, frozen=True, tag_field="type", tag="seat.pinned"):
    """Every plan seats this person at this table in this round."""

    participant: str
    round: int
    table: str


class SeatUnpinned(msgspec.Struct, frozen=True, tag_field="type", tag="seat.unpinned"):
    """A plan may seat this person anywhere in this round."""

    participant: str
    round: int


class RequestMade(msgspec.Struct, frozen=True, tag_field="type", tag="request.made"):
    """These people are to sit apart, or together, in every round to come."""

    request: str
    kind: Literal["apart", "together"]
    participants: tuple[str, ...]


class RequestDropped(msgspec.Struct, frozen=True, tag_field="type", tag="request.dropped"):
    """A request does not count any more."""

    request: str


SeatsEvent = (
    ParticipantSeated
    | SeatsDealt
    | SeatsProposed
    | ProposalEdited
    | SeatsDiscarded
    | SeatPinned
    | SeatUnpinned
    | RequestMade
    | RequestDropped
)
