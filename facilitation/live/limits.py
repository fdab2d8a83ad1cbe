"""How fast somebody may go. By seat before address: a whole venue shares one address, a seat is one person.

The figures are far above what people do and far below what harms: forty ideas a minute are faster than
anybody writes, and a phone that was offline for a quarter of an hour still empties its outbox at one go.
"""

from typing import Final, Literal, Protocol

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from facilitation.domain.actors import Actor
from facilitation.domain.commands import Command, JoinParticipant, PostIdea, SupportIdea
from facilitation.domain.refusals import Refusal

RATES: Final = {
    "idea.post": "20/30 second",
    "idea.support": "120/minute",
    "participant.join": "3000/minute",
    "participant": "60/minute",
    "moderator": "1200/minute",
    "snapshot": "60/minute",
}
"""Per seat; but per workshop for its moderators, per connection for snapshots, and per address for
joining, when nobody has a seat yet: as many in a minute as a workshop has room for."""

_ITEMS: Final[dict[str, RateLimitItem]] = {name: parse(rate) for name, rate in RATES.items()}
_OWN_RATE: Final[dict[type[Command], str]] = {
    PostIdea: "idea.post",
    SupportIdea: "idea.support",
    JoinParticipant: "participant.join",
}


class Attempts(Protocol):
    """Who gives wrong codes; the same counters for sockets and pages."""

    def failed(self, attempt: Literal["code"], address: str) -> None:
        """Counts a failure, or refuses `too_fast` where an address has failed too often lately."""


class Limits:
    """The counters of one server, for sockets and HTTP alike."""

    def __init__(self) -> None:
        self._windows = FixedWindowRateLimiter(MemoryStorage())

    def command(self, code: str, actor: Actor, address: str, command: Command) -> None:
        """Counts one command of somebody in the workshop `code`, or refuses `too_fast`."""
        if actor.role == "moderator":
            self._hit("moderator", code)
        else:
            self._hit(_OWN_RATE.get(type(command), "participant"), code, actor.participant or address)

    def snapshot(self, connection: str) -> None:
        """Counts one snapshot that a connection asked for, or refuses `too_fast`."""
        self._hit("snapshot", connection)

    def _hit(self, rate: str, *seat: str) -> None:
        if not self._windows.hit(_ITEMS[rate], rate, *seat):
            raise Refusal("too_fast")
