"""Under which address phones reach this computer, and whether that has changed since the server started: the
laptop went to another Wi-Fi, or the router gave it another number."""

from collections.abc import Callable
from typing import Final, NoReturn

LOOK_AGAIN_SECONDS: Final = 3.0


class Reach:
    """`address` is the last one known, empty where there never was one; `moved_at` (ms since the epoch) says
    since when it is not the one of before, 0 where it is."""

    def __init__(self, look: Callable[[], str] = lambda: "", clock_ms: Callable[[], int] = lambda: 0) -> None:
        """`look` gives the address of this moment, or nothing while there is no network."""
        self._look = look
        self._clock_ms = clock_ms
        self.address = look()
        self.moved_at = 0

    def look_again(self) -> bool:
        """Whether the address is another one now. A network that is away for a moment changes nothing."""
        found = self._look()
        if not found or found == self.address:
            return False
        known, self.address = self.address, found
        if known:
            self.moved_at = self._clock_ms()
        return bool(known)

    def watch(self, sleep: Callable[[float], None], tell: Callable[[], None]) -> NoReturn:
        """Looks now and then, for ever, and calls `tell` after each change."""
        while True:
            sleep(LOOK_AGAIN_SECONDS)
            if self.look_again():
                tell()
