"""The workshops of one server: each opened when first asked for, once, and all of them closed in the end."""

import logging
import uuid
from collections.abc import Callable
from datetime import date

from facilitation.domain.actors import SYSTEM
from facilitation.domain.apply import UnknownEvent
from facilitation.domain.events import WorkshopCreated
from facilitation.domain.refusals import Refusal
from facilitation.domain.scenario import Parameters, create
from facilitation.journal.entry import Commit, Entry
from facilitation.journal.failures import JournalDamaged, JournalFailed, NoSuchJournal
from facilitation.journal.journal import Journal, Shelf
from facilitation.journal.journal import Mended as Mended
from facilitation.meters import Meters
from facilitation.runtime.codes import canonical, new_code
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.desk_process import DeskProcess
from facilitation.runtime.desk_wire import Desks
from facilitation.runtime.expiry import end_results
from facilitation.runtime.jobs import Jobs
from facilitation.runtime.scenarios import Scenarios
from facilitation.runtime.sorter import Sorter
from facilitation.runtime.worker_process import WorkerProcess
from facilitation.runtime.workshop import LiveWorkshop

log = logging.getLogger(__name__)


class Registry:
    """The workshops on one shelf. `scenarios` is what new ones are made from."""

    def __init__(
        self,
        shelf: Shelf,
        concurrency: Concurrency,
        scenarios: Scenarios,
        jobs: Jobs | None = None,
        meters: Meters | None = None,
        desks: Desks | None = None,
    ) -> None:
        """Opens nothing yet. Without `jobs`, a worker process does them; without `desks`, another one."""
        self.scenarios = scenarios
        self.mended: dict[str, Mended] = {}
        self._shelf = shelf
        self._concurrency = concurrency
        self._jobs = jobs or WorkerProcess(concurrency)
        self._desks = desks or DeskProcess(concurrency)
        self._sorters: dict[str, Sorter] = {}
        self._meters = meters or Meters()
        self._opening = concurrency.lock()
        self._open: dict[str, LiveWorkshop] = {}
        self._stopping = False
        self._removed: tuple[Callable[[str], None], ...] = ()
        self._meters.gauge("obrus_workshops_open", "Workshops in memory.", self._count_open)

    def create(self, parameters: Parameters) -> LiveWorkshop:
        """A new workshop under a new code, its first event on disk. Refuses what is out of bounds,
        `unknown_scenario`, `storage_failed` and `stopping`."""
        scenario = self.scenarios.find(parameters.scenario, parameters.language)
        others = self.scenarios.others(scenario)
        return self.begin(lambda code, at: create(scenario, parameters, code, at, others))

    def begin(self, planned: Callable[[str, int], WorkshopCreated]) -> LiveWorkshop:
        """A new workshop that begins with what is `planned` for a code and a time. Refuses as `create`."""
        first = planned(new_code(), self._concurrency.clock_ms())
        command = str(uuid.uuid4())
        commit = Commit(command, SYSTEM.label, {}, (Entry(1, first.at, SYSTEM.label, command, first),))
        with self._opening:
            return self._opened(lambda: self._shelf.create(first.code, first.at, commit))

    def get(self, code: str) -> LiveWorkshop:
        """The workshop of this code, however it was typed. Refuses `unknown_workshop`, `stopping`,
        `journal_damaged` and, where the disk does not give its journal, `storage_failed`."""
        code = canonical(code)
        found = self._open.get(code)
        if code in self.mended and self.mended[code].aside is None:
            raise Refusal("journal_damaged")
        if found is None:
            with self._opening:
                found = self._open.get(code) or self._opened(lambda: self._shelf.open(code))
        end_results(found, date.fromtimestamp(self._concurrency.clock_ms() / 1_000))
        return found

    def sorter(self, code: str) -> Sorter:
        """What helps the room of this workshop to sort. Refuses as `get` does."""
        return self._sorters[self.get(code).code]

    def mend(self) -> None:
        """Once, before any workshop is opened: has damaged journals made sound as far as they can be, and
        keeps in `mended`, by code, what was found."""
        for mended in self._shelf.mend():
            self.mended[mended.code] = mended
            log.error("%s was damaged (%s): %s", mended.code, mended.what, mended.failure or "saved")

    def codes(self) -> tuple[str, ...]:
        """The codes of all workshops on the shelf, open or not, in alphabetical order."""
        return self._shelf.codes()

    def when_removed(self, tell: Callable[[str], None]) -> None:
        """`tell(code)` is called from now on when a workshop is not there any more."""
        self._removed = (*self._removed, tell)

    def remove(self, code: str) -> None:
        """Ends a workshop and deletes its file and every copy of it. What is left to do in it is refused with
        `stopping`. Refuses as `get` does, and with `storage_failed` where the file can't be deleted."""
        workshop = self.get(code)
        with self._opening:
            self._open.pop(workshop.code, None)
            self._sorters.pop(workshop.code).close()
            workshop.stop()
            try:
                self._concurrency.run_blocking(lambda: self._shelf.remove(workshop.code))
            except JournalFailed as failure:
                log.error("a workshop can't be deleted: %s", failure)
                raise Refusal("storage_failed") from failure
        for tell in self._removed:
            tell(workshop.code)

    def close_all(self) -> None:
        """Refuses what comes from now on, commits what waits, closes every journal and ends the jobs."""
        self._stopping = True
        with self._opening:
            opened, self._open = self._open, {}
        self._jobs.close()
        self._desks.close()
        for workshop in opened.values():
            workshop.stop()

    def _count_open(self) -> int:
        """Rehearsals are no workshops, for whoever counts."""
        return sum(not workshop.state.rehearsal_of for workshop in self._open.values())

    def _opened(self, journal: Callable[[], Journal]) -> LiveWorkshop:
        if self._stopping:
            raise Refusal("stopping")
        try:
            workshop = self._live(self._concurrency.run_blocking(journal))
        except NoSuchJournal:
            raise Refusal("unknown_workshop") from None
        except (JournalDamaged, UnknownEvent, LookupError) as failure:  # the last: an event about nothing
            log.error("a workshop can't be opened: %s: %s", type(failure).__name__, failure)
            raise Refusal("journal_damaged") from failure
        except JournalFailed as failure:
            log.error("a workshop can't be opened: %s", failure)
            raise Refusal("storage_failed") from failure
        self._sorters[workshop.code] = Sorter(workshop, self._concurrency, self._desks)
        self._open[workshop.code] = workshop
        return workshop

    def _live(self, journal: Journal) -> LiveWorkshop:
        return LiveWorkshop(journal, self._concurrency, self._jobs, self._meters)
