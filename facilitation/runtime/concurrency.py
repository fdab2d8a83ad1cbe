"""What the runtime asks of the machinery that runs it: threads, signals, time. It names none itself.

`threads.py` is this with the standard library's threads; `facilitation/server.py` hands in one of green
threads.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

Returned = TypeVar("Returned")


class Signal(Protocol):
    """Something that happens once. Waiting for it after it has happened returns at once."""

    def set(self) -> None:
        """It has happened: everybody who waits goes on. Setting it again does nothing."""

    def wait(self, timeout_seconds: float | None = None) -> bool:
        """Blocks the calling (green) thread; True once it has happened, False when the time is over."""


class Concurrency(Protocol):
    """Eight things, all of them safe to call from any (green) thread of the server."""

    def spawn(self, work: Callable[[], None]) -> None:
        """Runs `work` beside the caller and returns at once. `work` raises nothing."""

    def signal(self) -> Signal:
        """A new signal that has not happened."""

    def lock(self) -> AbstractContextManager[object]:
        """A new mutual exclusion for `with`, held for moments only; not re-entrant."""

    def sleep(self, seconds: float) -> None:
        """Lets the others run for at least this long."""

    def give_way(self) -> None:
        """Lets the others run once."""

    def run_blocking(self, work: Callable[[], Returned]) -> Returned:
        """Runs `work`, which waits for a disk, in a real thread; only the calling (green) thread waits.
        Returns what `work` returns and raises what it raises. Two calls may run at the same time."""

    def clock_ms(self) -> int:
        """Milliseconds since the epoch."""

    def new_seed(self) -> int:
        """A fresh random number from 0 to 2**32 - 1: chance enters with a command and nowhere else."""
