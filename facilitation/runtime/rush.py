"""Whether a room writes all at once just now: then the processors belong to those who write, and what only
helps to sort afterwards (`sorter.py`, `holding.py`) waits."""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

IDEAS: Final = 30
WITHIN_SECONDS: Final = 1.0
LONGEST_SECONDS: Final = 10.0
"""What goes on for longer is no rush any more: a room that never stops is sorted, too."""


class Rush:
    """There is a rush while the last IDEAS ideas came in WITHIN_SECONDS. Any thread may ask; one tells."""

    def __init__(self, clock_seconds: Callable[[], float] = time.monotonic) -> None:
        self._clock_seconds = clock_seconds
        self._came: deque[float] = deque(maxlen=IDEAS)
        self._began: float | None = None

    def idea(self) -> None:
        """An idea has come."""
        self._came.append(self._clock_seconds())
        self.on()

    def on(self) -> bool:
        """Whether there is one."""
        now = self._clock_seconds()
        if len(self._came) < IDEAS or now - self._came[0] >= WITHIN_SECONDS:
            self._began = None
            return False
        began = self._began
        if began is None:
            began = self._began = now
        return now - began < LONGEST_SECONDS
