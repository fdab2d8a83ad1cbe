"""One workshop while it runs: its state, and the one writer through which everything goes that changes it.

What waits together is committed together: while one batch is on its way to the disk, the next one gathers,
and the last one is told and answered. Nobody is told of anything, nor answered, before it is on disk.
`batch.py` decides, `computing.py` supplies what deciding needs, `registry.py` opens workshops.
"""

import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final, Protocol

from facilitation.domain import commands as c
from facilitation.domain.actors import Actor
from facilitation.domain.apply import replay
from facilitation.domain.bounds import COMMAND_ID_CHARACTERS
from facilitation.domain.events import Event
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.journal.entry import Entry
from facilitation.journal.journal import Journal
from facilitation.meters import Meters
from facilitation.runtime.ack import Ack, Answers, refused
from facilitation.runtime.asked import Asked, AskedInPassing
from facilitation.runtime.batch import Batch
from facilitation.runtime.computing import Computing
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.copying import Copying
from facilitation.runtime.jobs import Jobs
from facilitation.runtime.saving import Saving
from facilitation.runtime.suggest import Grouping
from facilitation.runtime.telling import Telling

# While the disk takes nothing, it is tried again this often, whether somebody writes or not.
TRY_AGAIN_SECONDS: Final = 3.0

# So many commands are committed together at most, so that the first of a whole room need not wait for the
# last; and after so many that are decided or answered the others have their turn.
TOGETHER: Final = 100
AT_ONCE: Final = 20
# From one commit to the next, while there are commands all the time. Each commit costs about 2 ms of CPU
# beside what its commands cost: a room that writes has five in one instead of two, and is served sooner.
GATHERING_SECONDS: Final = 0.01

log = logging.getLogger(__name__)


class Listener(Protocol):
    """Whoever wants to know what has happened."""

    def changed(self, before: Workshop, after: Workshop, events: Sequence[Event], seq: int) -> None:
        """These events have been committed, the last one as `seq`. Called in their order, by the writer,
        which waits."""


class LiveWorkshop:
    """One open workshop. Its methods may be called from any (green) thread."""

    def __init__(
        self, journal: Journal, concurrency: Concurrency, jobs: Jobs, meters: Meters | None = None
    ) -> None:
        """Replays the journal, which computes nothing anew. Raises JournalFailed, or UnknownEvent."""
        self.code = journal.code
        self.saving = Saving()
        self._journal = journal
        self._concurrency = concurrency
        self._read()
        self._in_doubt = False
        self._computing = Computing(jobs, concurrency)
        # What happens in a rehearsal is nobody's statistics.
        self._meters = (not self.state.rehearsal_of and meters) or Meters()
        self._copying = Copying(journal, concurrency, self._meters)
        self._listeners: tuple[Listener, ...] = ()
        self._lock = concurrency.lock()
        self._queue: list[Asked] = []
        self._ahead: dict[str, Asked] = {}
        self._under_way: set[str] = set()
        self._writing = False
        self._telling = Telling(concurrency)
        self._stopping = False
        self._stopped = concurrency.signal()

    @property
    def state(self) -> Workshop:
        """The state that is on disk."""
        return self._now[1]

    @property
    def seq(self) -> int:
        """The seq of its last entry."""
        return self._now[0]

    @property
    def standing(self) -> tuple[int, Workshop]:
        """Both at once: `seq` and `state`, as they belong together."""
        return self._now

    def knows(self, command_id: str) -> bool:
        """Whether this id has its answer already, or will have it in a moment: sent again, it does nothing
        more."""
        return command_id in self._under_way or command_id in self._answers

    def submit(self, command_id: str, command: c.Command, actor: Actor) -> Ack:
        """Carries the command out, or refuses it; blocks until that is on disk. The same id gets the same
        answer and does nothing twice, now and after a restart."""
        if not _is_id(command_id):
            return refused(Refusal("invalid_value", "id"))
        asked = Asked(command_id, command, actor, self._concurrency.signal())
        self._under_way.add(command_id)
        try:
            if self._computing.needs_job(self.state, command):
                return self._submit_after_job(asked)
            return self._submit(asked)
        finally:
            self._under_way.discard(command_id)

    def takes_in_passing(self, command_id: str, command: c.Command) -> bool:
        """Whether nothing has to be computed for the command before the writer has it."""
        return _is_id(command_id) and not self._computing.needs_job(self.state, command)

    def submit_in_passing(
        self, command_id: str, command: c.Command, actor: Actor, then: Callable[[Ack], None]
    ) -> None:
        """As `submit`, for a command that `takes_in_passing` takes, but does not block: `then` is called once
        with the answer, by the writer, and raises nothing."""

        def answered(ack: Ack) -> None:
            self._under_way.discard(command_id)
            then(ack)

        asked = AskedInPassing(command_id, command, actor, answered)
        self._under_way.add(command_id)
        if not self._enqueue(asked):
            answered(refused(Refusal("stopping")))

    def group_with(self, grouping: Grouping, finish_sorting: Callable[[], None] = lambda: None) -> None:
        """Says who suggests themes here (without, `themes.suggest` is refused), and what is done before the
        room's sorting is closed: its last answers should count."""
        self._computing.grouping = grouping
        self._computing.finish_sorting = finish_sorting

    def subscribe(self, listener: Listener) -> None:
        """Tells the listener of every change from the next one on."""
        self._listeners = (*self._listeners, listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Tells it no more."""
        self._listeners = tuple(one for one in self._listeners if one is not listener)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """The journal's entries with a greater seq, as they stand at this call; each is understood when it
        is its turn, so that whoever reads many can give way now and then. Raises JournalFailed, also then."""
        return self._concurrency.run_blocking(lambda: self._journal.read(after))

    def file(self, name: str) -> bytes | None:
        """The bytes of a file, such as a logo by its id; None where there is none. Raises JournalFailed."""
        return self._concurrency.run_blocking(lambda: self._journal.file(name))

    def stop(self) -> None:
        """Refuses what comes from now on, commits what waits, then lets go of the journal. Blocks until
        that is done."""
        with self._lock:
            self._stopping = True
            idle = not self._writing
        if not idle:
            self._stopped.wait()
        self._concurrency.run_blocking(self._journal.close)

    def _read(self) -> list[Event]:
        """Takes over all that the journal holds; gives its events."""
        entries, people, answers = self._concurrency.run_blocking(
            lambda: (list(self._journal.read()), dict(self._journal.people()), list(self._journal.answers()))
        )
        events = [entry.event for entry in entries]
        self._now = (len(entries), replay(events).with_people({**people}))
        self._answers = Answers(answers)
        return events

    def _submit(self, asked: Asked) -> Ack:
        return asked.wait() if self._enqueue(asked) else refused(Refusal("stopping"))

    def _enqueue(self, asked: Asked) -> bool:
        """The writer has it now; False where nothing is taken any more."""
        with self._lock:
            if self._stopping:
                return False
            self._queue.append(asked)
            start, self._writing = not self._writing, True
        if start:
            self._concurrency.spawn(self._write)
        return True

    def _submit_after_job(self, asked: Asked) -> Ack:
        """The job runs while the writer goes on with other commands; the same id sent again waits for the
        first."""
        known = self._answers.find(asked.command_id, asked.actor)
        if known is not None:
            return known
        with self._lock:
            first = self._ahead.setdefault(asked.command_id, asked)
        if first is not asked:
            ack = first.wait()
            return self._submit(asked) if ack.ok else ack
        try:
            asked.computed = self._computing.ahead(self.state, asked.command, asked.actor)
            return self._submit(asked)
        except Refusal as refusal:
            asked.ack = refused(refusal)
            return asked.ack
        finally:
            del self._ahead[asked.command_id]
            asked.answer()

    def _write(self) -> None:
        """Batch after batch until nobody waits. After a commit that failed nothing is built on memory or on
        the file before the two have been brought together."""
        began = 0.0
        while True:
            if self._in_doubt:
                self._telling.end()
                self._settle()
            self._gather(began)
            with self._lock:
                waiting, self._queue = self._queue[:TOGETHER], self._queue[TOGETHER:]
                if not waiting and not self._telling.under_way:
                    self._writing = False
                    break
            if waiting:
                began = time.perf_counter()
                self._do(waiting)
            else:
                self._telling.end()
        if self._stopping:
            self._stopped.set()

    def _gather(self, began: float) -> None:
        """Waits until GATHERING_SECONDS have passed since the last commit began, if somebody waits for the
        next one."""
        left_seconds = began + GATHERING_SECONDS - time.perf_counter()
        if left_seconds > 0 and self._queue:
            self._concurrency.signal().wait(left_seconds)

    def _do(self, waiting: Sequence[Asked]) -> None:
        """Commits a batch. Then it is told and answered: beside the next one, if that waits already."""
        tell = self._committed(waiting)

        def answer() -> None:
            tell()
            for number, asked in enumerate(waiting, 1):
                asked.answer()
                self._give_way_after(number)

        if self._queue and not self._copying.due:
            self._telling.begin(answer)
            return
        answer()
        self._copying.copy_if_due()
        # What was sent goes out before the next batch is decided, and what has come is decided with it.
        self._concurrency.give_way()

    def _committed(self, waiting: Sequence[Asked]) -> Callable[[], None]:
        """What tells of a batch that has been tried."""
        try:
            return self._commit(waiting)
        except Exception:
            log.exception("%s: a batch of %d commands broke", self.code, len(waiting))
            return lambda: None
        finally:
            self._telling.end()

    def _commit(self, waiting: Sequence[Asked]) -> Callable[[], None]:
        """Decides, commits, and only then, and once the last batch has been told, changes what is in memory.
        Leaves the answers in each `ack`; gives what tells of the changes."""
        if self._in_doubt:
            self._put_off(waiting)
            return lambda: None
        before, batch = self.state, Batch(self.state, self.seq)
        first: dict[str, Asked] = {}
        again: list[Asked] = []
        for number, asked in enumerate(waiting, 1):
            self._give_way_after(number)
            known = self._answers.find(asked.command_id, asked.actor)
            if known is not None:
                asked.ack = known
            elif first.setdefault(asked.command_id, asked) is asked:
                self._decide(batch, asked)
            else:
                again.append(asked)
        saved = self._saved(batch)
        self._telling.end()
        if saved:
            self._now = (batch.seq, batch.after)
        self._remember(first.values(), {commit.command for commit in batch.commits}, saved)
        for asked in again:
            asked.ack = self._answers.find(asked.command_id, asked.actor) or first[asked.command_id].ack
        if not (saved and batch.commits):
            return lambda: None
        self._copying.saw(batch.events)
        return lambda: self._tell(before, batch.events)

    def _give_way_after(self, number: int) -> None:
        """Lets the others run after each AT_ONCE commands."""
        if number % AT_ONCE == 0:
            self._concurrency.give_way()

    def _put_off(self, waiting: Sequence[Asked]) -> None:
        """Answers while the disk takes nothing."""
        for asked in waiting:
            known = self._answers.find(asked.command_id, asked.actor)
            asked.ack = known or refused(Refusal("storage_failed"))
        self._keep_waiting(asked for asked in waiting if not asked.ack.ok)

    def _keep_waiting(self, unsaved: Iterable[Asked]) -> None:
        self.saving.refused((asked.command_id, asked.actor.role) for asked in unsaved)

    def _settle(self) -> None:
        """Tries whether the disk takes anything again. If the commit that failed is in the file after all, it
        has happened, and everybody is told; whoever sends it again gets its answer."""
        seq, before = self._now
        try:
            if self._concurrency.run_blocking(self._journal.settle):
                self._tell(before, self._read()[seq:])
        except Exception as failure:  # of whatever kind, it is tried again
            self.saving.failed(failure)
            return
        self._in_doubt = False
        log.info("%s: the disk takes everything again", self.code)
        self.saving.works()

    def _try_again(self) -> None:
        """Tries the disk now and then until it works or the server stops."""
        while self._in_doubt and not self._stopping:
            self._concurrency.sleep(TRY_AGAIN_SECONDS)
            with self._lock:
                start = not self._writing and not self._stopping
                self._writing = self._writing or start
            if start:
                self._write()

    def _decide(self, batch: Batch, asked: Asked) -> None:
        try:
            context = self._computing.context(batch, asked.command, asked.actor, asked.computed)
            asked.ack = batch.take(asked.command_id, asked.command, context)
        except Refusal as refusal:
            asked.ack = refused(refusal)
        except Exception:
            log.exception("%s: %s could not be decided", self.code, type(asked.command).__name__)
            asked.ack = refused(Refusal("job_failed"))
        asked.unsaved = bool(batch.commits)

    def _saved(self, batch: Batch) -> bool:
        """Whether the batch is on disk now; one that changes nothing needs none."""
        if not batch.commits:
            return True
        began = time.perf_counter()
        try:
            self._concurrency.run_blocking(lambda: self._journal.append(batch.commits))
        except Exception as failure:  # of whatever kind, nothing of the batch is in the journal
            self._meters.commits_failed += 1
            log.error("%s: %d commands could not be saved: %s", self.code, len(batch.commits), failure)
            self._in_doubt = True
            self.saving.failed(failure)
            self._concurrency.spawn(self._try_again)
            return False
        self._meters.commits.observe(time.perf_counter() - began)
        return True

    def _remember(self, decided: Collection[Asked], committed: set[str], saved: bool) -> None:
        unsaved = [asked for asked in decided if not saved and asked.unsaved]
        for asked in unsaved:
            asked.ack = refused(Refusal("storage_failed"))
        if unsaved:
            self._keep_waiting(unsaved)
        for asked in decided:
            if saved and asked.command_id in committed:
                self._answers.keep(asked.command_id, asked.actor, asked.ack)
            else:
                self._answers.remember(asked.command_id, asked.actor, asked.ack)

    def _tell(self, before: Workshop, events: Sequence[Event]) -> None:
        seq, after = self._now
        for listener in self._listeners:
            try:
                listener.changed(before, after, events, seq)
            except Exception:
                log.exception("%s: a listener broke", self.code)


def _is_id(command_id: str) -> bool:
    printable = command_id.isascii() and command_id.isprintable()
    return printable and 0 < len(command_id) <= COMMAND_ID_CHARACTERS
