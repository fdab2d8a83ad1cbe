"""Commands about who sits where."""

from typing import Literal

from facilitation.domain.commands.command import Command


class ProposeSeats(Command, frozen=True, tag="seats.propose"):
    """Plan the rounds that have not begun, and let moderators look at it before it is dealt."""


class DealSeats(Command, frozen=True, tag="seats.deal"):
    """Plan who sits where in every round that has not begun; with the number of a `proposal`, as it
    stands."""

    proposal: int | None = None


class DiscardSeats(Command, frozen=True, tag="seats.discard"):
    """Forget the proposal; what was dealt stays."""


class MoveSeat(Command, frozen=True, tag="seat.move"):
    """Seat one person by hand, in a round (without one: the open or else the next); in the `proposal` or in
    what was dealt. `pin`: and keep it in every plan."""

    participant: str
    table: str
    round: int | None = None
    proposal: bool = False
    pin: bool = False


class SwapSeats(Command, frozen=True, tag="seat.swap"):
    """Let two people change places in one round or, without one, in all that have not begun; in the
    `proposal` or in what was dealt."""

    participant: str
    other: str
    round: int | None = None
    proposal: bool = False


class PinSeat(Command, frozen=True, tag="seat.pin"):
    """Have a person at a table in a round whatever is planned (without a table: where he or she sits now),
    or with `on: false` no longer."""

    participant: str
    round: int
    table: str | None = None
    on: bool = True


class MakeRequest(Command, frozen=True, tag="request.make"):
    """Ask that two to twelve people sit apart, or together, in all rounds to come."""

    kind: Literal["apart", "together"]
    participants: tuple[str, ...]


class DropRequest(Command, frozen=True, tag="request.drop"):
    """Let a request count no more."""

    request: str
