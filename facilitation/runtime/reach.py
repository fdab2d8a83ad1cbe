"""Under which address phones reach this computer, and whether that has changed since the server started: the
laptop went to another Wi-Fi, or the router gave it another number."""

from collections.abc import Callable
from typing import Final, NoReturn

LOOK_AGAIN_SECONDS: Final = 3.0


class Reach:
    """`address` is the last one known, empty where there never was one; `moved` says that it is not the one
    of before."""

    def __init__(self, look: Callable[[], str] = lambda: "") -> None:
        """`look` gives the address of this moment, or nothing while there is no network."""
        self._look = look
        self.address = look()
        self.moved = False

    def look_again(self) -> bool:
        """Whether the address is another one now. A network that is away for a moment changes nothing."""
        found = self._look()
        if not found or found == self.address:
            return False
        self.moved = self.moved or bool(self.address)
        self.address = found
        return self.moved

    def watch(self, sleep: Callable[[float], None], tell: Callable[[], None]) -> NoReturn:
        """Looks now and then, for ever, and calls `tell` after each change."""
        while True:
            sleep(LOOK_AGAIN_SECONDS)
            if self.look_again():
                tell()
