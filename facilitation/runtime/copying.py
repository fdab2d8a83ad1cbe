"""A copy of the journal at the end of each round, for the case that the file itself is lost. Made by the
workshop's writer when everybody has been answered and told, in a real thread; commands that come meanwhile
wait for it as they wait for a commit."""

from collections.abc import Iterable

import structlog

from facilitation.domain.events import Event, RoundClosed
from facilitation.journal.journal import Journal
from facilitation.meters import Meters
from facilitation.runtime.concurrency import Concurrency

log = structlog.get_logger("obrus.copies")


class Copying:
    """When a workshop's journal is copied, and what is said of it."""

    def __init__(self, journal: Journal, concurrency: Concurrency, meters: Meters) -> None:
        self._journal = journal
        self._concurrency = concurrency
        self._meters = meters
        self._due = False

    @property
    def due(self) -> bool:
        """Whether a round has ended since the last copy."""
        return self._due

    def saw(self, events: Iterable[Event]) -> None:
        """These events are on disk."""
        self._due = self._due or any(isinstance(event, RoundClosed) for event in events)

    def copy_if_due(self) -> None:
        """Blocks until the copy is made, if a round has ended since the last one. A copy that fails is said
        in the log and harms nothing."""
        if not self._due:
            return
        self._due = False
        try:
            name = self._concurrency.run_blocking(self._journal.copy)
        except Exception as failure:  # of whatever kind, the workshop goes on
            self._meters.copies_failed += 1
            log.warning("not_copied", workshop=self._journal.code, error=str(failure))
        else:
            log.info("copied", workshop=self._journal.code, file=name)
