"""How often somebody may be wrong: codes, links, keys and sign-ins that fail, counted by address.

Only failures count, since a venue shares one address, and a prankster among the guests too: whoever gives a
right code or holds a valid token is never stopped. Codes are too many to be guessed at any speed
(facilitation/runtime/codes.py); a key may be one that somebody has chosen, and can't be guessed at this one.
How fast commands may come is another matter: `site.limits`.
"""

from typing import Final, Literal

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from facilitation.domain.refusals import Refusal

Attempt = Literal["code", "key"]

RATES: Final = {"code": "30/minute", "key": "30/minute"}
"""Wrong codes, and wrong keys, tokens and links, from one address. What is wrong beyond that is answered
`too_fast`; and of keys, not even the right one is looked at for the rest of the minute."""

_ITEMS: Final = {name: parse(rate) for name, rate in RATES.items()}


class Throttle:
    """The failures of one server, by address."""

    def __init__(self) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def check(self, attempt: Attempt, address: str) -> None:
        """Refuses `too_fast` where an address has failed too often in the last minute."""
        if not self._window.test(_ITEMS[attempt], attempt, address):
            raise Refusal("too_fast")

    def failed(self, attempt: Attempt, address: str) -> None:
        """Counts a failure, or refuses `too_fast` where there were too many before."""
        if not self._window.hit(_ITEMS[attempt], attempt, address):
            raise Refusal("too_fast")
