"""How fast somebody may go. By seat before address: a whole venue shares one address, a seat is one person.

The figures are far above what people do and far below what harms: forty ideas a minute are faster than
anybody writes, and a phone that was offline for a quarter of an hour still empties its outbox at one go.
"""

import time
from collections.abc import Callable
from typing import Final, Literal, Protocol

from limits import RateLimitItem, parse

from facilitation.domain.actors import Actor
from facilitation.domain.commands import (
    AnswerQuestion,
    Command,
    JoinParticipant,
    PostIdea,
    SpendDots,
    SupportIdea,
)
from facilitation.domain.refusals import Refusal

RATES: Final = {
    "idea.post": "20/30 second",
    "idea.support": "120/minute",
    "participant.join": "3000/minute",
    "participant": "60/minute",
    "moderator": "1200/minute",
    "question.answer": "180/minute",
    "theme.vote": "120/minute",
    "question": "240/minute",
    "snapshot": "60/minute",
}
"""Per seat; but per workshop for its moderators, per connection for snapshots, and per address for
joining, when nobody has a seat yet: as many in a minute as a workshop has room for."""

_ITEMS: Final[dict[str, RateLimitItem]] = {name: parse(rate) for name, rate in RATES.items()}
_OWN_RATE: Final[dict[type[Command], str]] = {
    PostIdea: "idea.post",
    SupportIdea: "idea.support",
    AnswerQuestion: "question.answer",
    SpendDots: "theme.vote",
    JoinParticipant: "participant.join",
}
_SWEEP_SECONDS: Final = 60.0


class Attempts(Protocol):
    """Who gives wrong codes; the same counters for sockets and pages."""

    def failed(self, attempt: Literal["code"], address: str) -> None:
        """Counts a failure, or refuses `too_fast` where an address has failed too often lately."""


class Windows:
    """How often something happened in a window of time that begins when it first does.

    The storage of `limits` goes by the clock on the wall, which somebody may set back, and looks at every
    seat there is a hundred times a second, in a thread it starts anew each time: a tenth of what a room of
    1,000 costs."""

    def __init__(self, clock_seconds: Callable[[], float] = time.monotonic) -> None:
        self._clock_seconds = clock_seconds
        self._open: dict[tuple[str, ...], tuple[float, int]] = {}
        self._sweep_at = 0.0

    def hit(self, item: RateLimitItem, *key: str) -> bool:
        """Counts once more; False, and nothing is counted, where that would be too often."""
        now = self._clock_seconds()
        if now >= self._sweep_at:
            self._open = {each: window for each, window in self._open.items() if window[0] > now}
            self._sweep_at = now + _SWEEP_SECONDS
        ends, count = self._open.get(key, (0.0, 0))
        if ends <= now:
            ends, count = now + item.get_expiry(), 0
        if count >= item.amount:
            return False
        self._open[key] = (ends, count + 1)
        return True


class Limits:
    """The counters of one server, for sockets and HTTP alike."""

    def __init__(self) -> None:
        self._windows = Windows()

    def command(self, code: str, actor: Actor, address: str, command: Command) -> None:
        """Counts one command of somebody in the workshop `code`, or refuses `too_fast`."""
        if actor.role == "moderator":
            self._hit("moderator", code)
        else:
            seat = actor.participant or actor.table or address
            self._hit(_OWN_RATE.get(type(command), "participant"), code, seat)

    def question(self, code: str, actor: Actor, address: str) -> None:
        """Counts one question, search for similar ideas or look at the agreement, or refuses `too_fast`."""
        if actor.role == "moderator":
            self._hit("moderator", code)
        else:
            self._hit("question", code, actor.participant or actor.table or address)

    def snapshot(self, connection: str) -> None:
        """Counts one snapshot that a connection asked for, or refuses `too_fast`."""
        self._hit("snapshot", connection)

    def _hit(self, rate: str, *seat: str) -> None:
        if not self._windows.hit(_ITEMS[rate], rate, *seat):
            raise Refusal("too_fast")
