"""Commands about who sits where."""

from facilitation.domain.commands.command import Command


class DealSeats(Command, frozen=True, tag="seats.deal"):
    """Plan who sits where in every round that has not begun."""


class MoveSeat(Command, frozen=True, tag="seat.move"):
    """Seat one person by hand, in a round (without one: the open or else the next)."""

    participant: str
    table: str
    round: int | None = None
