"""What stands around the seats: a plan that is only proposed, who is to sit apart or together, what a
table hands over, and what moderators tell the room. Who sits where stands with the participants in
workshop.py."""

from typing import Literal

import msgspec

Plan = dict[int, dict[str, str]]
"""Round number → participant → table."""


class Proposal(msgspec.Struct, frozen=True):
    """A plan that moderators look at before it is dealt; `report` has its figures, as far as they were
    counted."""

    number: int
    seats: Plan
    report: dict[str, int] = {}


class Request(msgspec.Struct, frozen=True):
    """People who are to sit apart, or together, in the rounds to come."""

    id: str
    kind: Literal["apart", "together"]
    participants: tuple[str, ...]


class Handover(msgspec.Struct, frozen=True):
    """What a table tells those who come next: written after (or in) this round, lines kept."""

    text: str
    round: int
    at: int
    by: Literal["host", "table", "moderator"]


class Message(msgspec.Struct, frozen=True):
    """What a moderator told the room, or (`table`) one table; `board`: the wall, too. `round` is the one that
    was on, or to which people were on their way, when it was sent; 0 when none was."""

    id: str
    number: int
    text: str
    at: int
    table: str = ""
    board: bool = False
    round: int = 0
    withdrawn_at: int = 0
