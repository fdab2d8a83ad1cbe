"""Python's garbage collection, kept out of people's way. A full collection stops everything for as long as
it takes to look at every object: more than a tenth of a second with 1,000 connections.

So no full collection happens by itself. What has come to stay (the modules at the start, then each few
connections) is looked at once and then set aside, so that the next look is at what is new only. Things set
aside that die in a cycle, as connections do, stay in memory until everything is looked at again, in a quiet
moment.
"""

import gc
from collections.abc import Callable
from typing import Final, NoReturn, Protocol

TICK_SECONDS: Final = 0.1
QUIET_SECONDS: Final = 2.0
AT_LATEST_SECONDS: Final = 300.0
ALL_SECONDS: Final = 3_600.0
GONE: Final = 200
"""So many connections have to be gone, and half as many as there are, before everything is looked at; one
that is gone takes 66 kB."""
NEW: Final = 2_000
"""So many new objects before they are looked at; a room of 1,000 that writes makes them in a fifth of a
second. Each state of it is dicts of as many entries, so that a look at 7,000 new objects took 10 ms."""
AT_ONCE: Final = 5_000
"""So many are looked at without waiting for a tick; Python's own 700 looks twice at most objects, 6 % of what
an idea costs."""

# More of them than there will be between two of ours.
_NEVER: Final = 1_000_000


class Crowd(Protocol):
    """The people a server serves, in figures: commands so far, connections now, connections that have
    ended."""

    commands: int
    gone: int

    @property
    def connections(self) -> int:
        """How many are connected."""


def settle() -> None:
    """Once, when everything is imported and wired."""
    _look_and_set_aside()
    gc.set_threshold(AT_ONCE, gc.get_threshold()[1], _NEVER)


def tidy(sleep: Callable[[float], None], crowd: Crowd) -> NoReturn:
    """Collects what is new whenever there is enough of it, and everything when it pays and nobody sends, for
    ever."""
    tidier = Tidier(crowd)
    while True:
        sleep(TICK_SECONDS)
        tidier.tick()


class Tidier:
    """Decides at every tick whether something is to be collected."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._commands = crowd.commands
        self._gone = crowd.gone
        self._quiet_seconds = 0.0
        self._waited_seconds = 0.0
        self._seconds = 0.0

    def tick(self) -> None:
        """Another TICK_SECONDS have passed."""
        self._seconds += TICK_SECONDS
        quiet, self._commands = self._commands == self._crowd.commands, self._crowd.commands
        self._quiet_seconds = self._quiet_seconds + TICK_SECONDS if quiet else 0.0
        self._waited_seconds = self._waited_seconds + TICK_SECONDS if self._pays() else 0.0
        if self._waited_seconds and (
            self._quiet_seconds >= QUIET_SECONDS or self._waited_seconds >= AT_LATEST_SECONDS
        ):
            gc.unfreeze()
            _look_and_set_aside()
            self._gone, self._seconds = self._crowd.gone, 0.0
        else:
            new, *looked_at = gc.get_count()
            if new >= NEW or any(looked_at):
                _look_and_set_aside()

    def _pays(self) -> bool:
        enough = max(GONE, self._crowd.connections // 2)
        return self._crowd.gone - self._gone >= enough or self._seconds >= ALL_SECONDS


def _look_and_set_aside() -> None:
    gc.collect()
    gc.freeze()
