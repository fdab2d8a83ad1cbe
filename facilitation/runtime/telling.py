"""Telling beside the writer: what has been committed is told and answered while the next batch is on its way
to the disk, one batch after the other and in their order. `workshop.py` says what telling is."""

from collections.abc import Callable

from facilitation.runtime.concurrency import Concurrency, Signal


class Telling:
    """At most one piece of telling is under way. Used by one (green) thread at a time, the writer's."""

    def __init__(self, concurrency: Concurrency) -> None:
        self._concurrency = concurrency
        self._ended: Signal | None = None

    @property
    def under_way(self) -> bool:
        """Whether something was begun whose end nobody has awaited yet."""
        return self._ended is not None

    def begin(self, work: Callable[[], None]) -> None:
        """Runs `work`, which raises nothing, beside the caller, after what was begun before."""
        self.end()
        ended = self._ended = self._concurrency.signal()

        def tell() -> None:
            try:
                work()
            finally:
                ended.set()

        self._concurrency.spawn(tell)

    def end(self) -> None:
        """Blocks until what was begun has ended."""
        if self._ended is not None:
            self._ended.wait()
            self._ended = None
