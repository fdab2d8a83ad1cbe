"""The runtime's Concurrency with the standard library's threads: for the command line, for tests, and for
any server that isn't green. What each method promises stands in `concurrency.py`."""

import secrets
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from facilitation.runtime.concurrency import Returned, Signal


class ThreadSignal:
    """Something that happens once."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """It has happened."""
        self._event.set()

    def wait(self, timeout_seconds: float | None = None) -> bool:
        """Blocks the calling thread; whether it has happened."""
        return self._event.wait(timeout_seconds)


class Threads:
    """Plain threads, the clock of the machine, its randomness."""

    def spawn(self, work: Callable[[], None]) -> None:
        """Runs `work` in a thread that doesn't keep the process alive."""
        threading.Thread(target=work, daemon=True).start()

    def signal(self) -> Signal:
        """A new signal."""
        return ThreadSignal()

    def lock(self) -> AbstractContextManager[object]:
        """A new mutual exclusion."""
        return threading.Lock()

    def sleep(self, seconds: float) -> None:
        """Pauses the calling thread."""
        time.sleep(seconds)

    def give_way(self) -> None:
        """Lets the others run once."""
        time.sleep(0)

    def run_blocking(self, work: Callable[[], Returned]) -> Returned:
        """Runs `work` right here: a thread that waits holds nobody up."""
        return work()

    def clock_ms(self) -> int:
        """Milliseconds since the epoch."""
        return time.time_ns() // 1_000_000

    def new_seed(self) -> int:
        """A fresh random number."""
        return secrets.randbits(32)
