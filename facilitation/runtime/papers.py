"""The papers of a server's workshops, written in a process of their own and kept while they are true: two
hundred phones that fetch the charter when the results are shared have it written once.

What a paper is stands in facilitation/charter/papers.py, who may have which in facilitation/web/exports.py.
"""

import logging
from collections.abc import Callable
from typing import Final

from facilitation.charter import Occasion
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.journal.failures import JournalFailed
from facilitation.runtime.concurrency import Concurrency, Signal
from facilitation.runtime.jobs import JobFailed
from facilitation.runtime.paper_jobs import PaperJob, PaperJobs
from facilitation.runtime.workshop import LiveWorkshop

PAPER_SECONDS: Final = 60.0
"""So long a paper may take; the slowest of 2,000 ideas takes a second and a half of a processor."""

KEPT_BYTES: Final = 16 * 1024 * 1024

log = logging.getLogger(__name__)

Occasions = Callable[[Workshop], Occasion]


class _Order:
    """One paper on its way. `state` is None until it is its turn: whoever asks before that gets it as it will
    stand then."""

    def __init__(self, written: Signal) -> None:
        self.written = written
        self.state: Workshop | None = None
        self.data: bytes | None = None


class Papers:
    """Writes papers one after the other; those who want the same one wait for it together."""

    def __init__(self, jobs: PaperJobs, concurrency: Concurrency) -> None:
        self._jobs = jobs
        self._concurrency = concurrency
        self._turn = concurrency.lock()
        self._book = concurrency.lock()
        self._orders: dict[tuple[str, str], _Order] = {}
        self._kept: dict[tuple[str, str], _Order] = {}

    def write(self, name: str, workshop: LiveWorkshop, occasion: Occasions) -> bytes:
        """The paper of this name (one of the charter's PAPERS), of a state no older than this call. Blocks
        the calling (green) thread. Refuses `paper_failed`. `occasion` may raise JournalFailed."""
        key = workshop.code, name
        with self._book:
            kept = self._kept.get(key)
            if kept is not None and kept.state is workshop.state and kept.data is not None:
                return kept.data
            order = self._orders.get(key)
            mine = order is None or (order.state is not None and order.state is not workshop.state)
            if order is None or mine:
                order = self._orders[key] = _Order(self._concurrency.signal())
        if mine:
            self._carry_out(order, key, workshop, occasion)
        else:
            order.written.wait()
        if order.data is None:
            raise Refusal("paper_failed")
        return order.data

    def forget(self, code: str) -> None:
        """Keeps nothing of this workshop, which is not there any more."""
        with self._book:
            self._kept = {key: order for key, order in self._kept.items() if key[0] != code}

    def close(self) -> None:
        """Writes no more."""
        self._jobs.close()

    def _carry_out(
        self, order: _Order, key: tuple[str, str], workshop: LiveWorkshop, occasion: Occasions
    ) -> None:
        try:
            with self._turn:
                with self._book:
                    state = order.state = workshop.state
                told = occasion(state)
                order.data = self._jobs.do(_job(key[1], state, told), PAPER_SECONDS).data
        except (JobFailed, JournalFailed) as failure:
            log.error("%s could not be written: %s", key[1], failure)
        finally:
            with self._book:
                if self._orders.get(key) is order:
                    del self._orders[key]
                self._keep(key, order)
            order.written.set()

    def _keep(self, key: tuple[str, str], order: _Order) -> None:
        """Keeps what was written last, and of what was written before what is still true, as far as there is
        room. What was erased since is not kept."""
        self._kept = {
            known: one for known, one in self._kept.items() if known[0] != key[0] or one.state is order.state
        }
        self._kept.pop(key, None)
        if order.data is None:
            return
        self._kept[key] = order
        size = sum(len(one.data or b"") for one in self._kept.values())
        for oldest in list(self._kept):
            if size <= KEPT_BYTES:
                return
            size -= len(self._kept.pop(oldest).data or b"")


def _job(name: str, state: Workshop, occasion: Occasion) -> PaperJob:
    offset = occasion.zone.utcoffset(None)
    return PaperJob(name, state, occasion.day, round(offset.total_seconds()) if offset else 0, occasion.logos)
