"""Workshops to run tests on: real journals in a folder, a clock that is set, jobs that are done at once or
not at all."""

import itertools
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import GUEST, MODERATOR, Actor, participant
from facilitation.domain.scenario import Parameters
from facilitation.journal.entry import Commit
from facilitation.journal.failures import StorageFailed
from facilitation.journal.shelf import SqliteShelf
from facilitation.journal.sqlite import SqliteJournal
from facilitation.runtime import worker
from facilitation.runtime.ack import Ack
from facilitation.runtime.feeding import desk_area, everything
from facilitation.runtime.jobs import Job, JobFailed, Reply
from facilitation.runtime.registry import Registry
from facilitation.runtime.scenarios import Scenarios
from facilitation.runtime.threads import Threads
from facilitation.runtime.workshop import LiveWorkshop
from facilitation.themes import Suggestion
from facilitation.themes.desk import ThemesDesk
from facilitation.themes.requests import Group, Request

SCENARIOS = Scenarios([Path(__file__).parents[2] / "sessions" / "scenarios"])
STATIONS = Parameters(title="Próba", scenario="pzk", language="pl")
CLASSIC = Parameters(title="Trial", scenario="classic", language="en")


class SetThreads(Threads):
    """Plain threads with a clock that goes on by a second whenever it is read, and seeds that count.
    Whoever sleeps wakes at once, or, while `awake` is cleared, when it is set; who gives way goes on."""

    def __init__(self) -> None:
        self.awake = threading.Event()
        self.awake.set()
        self.slept_seconds: list[float] = []
        self._spawned: list[threading.Thread] = []
        self._milliseconds = itertools.count(1_700_000_000_000, 1_000)
        self._seeds = itertools.count()

    def spawn(self, work: Callable[[], None]) -> None:
        """Runs `work` in a thread, which `settle` waits for."""
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        self._spawned.append(thread)

    def sleep(self, seconds: float) -> None:
        """Takes note of it, and no longer than it must."""
        self.slept_seconds.append(seconds)
        assert self.awake.wait(20)

    def give_way(self) -> None:
        """Goes on."""

    def settle(self) -> None:
        """Waits until everything that was spawned has ended."""
        while self._spawned:
            self._spawned.pop().join(20)

    def clock_ms(self) -> int:
        """A second later than the last time."""
        return next(self._milliseconds)

    def new_seed(self) -> int:
        """The next number."""
        return next(self._seeds)


class HereJobs:
    """Does jobs in this very process, and keeps them."""

    def __init__(self) -> None:
        self.done: list[Job] = []

    def do(self, job: Job, timeout_seconds: float) -> Reply:
        """The worker's own reply."""
        self.done.append(job)
        return worker.do(job)

    def close(self) -> None:
        """Nothing to end."""


class NoJobs:
    """Fails every job; a test that has it proves that nothing was computed."""

    def do(self, job: Job, timeout_seconds: float) -> Reply:
        """Never."""
        raise JobFailed("no jobs here")

    def close(self) -> None:
        """Nothing to end."""


class WatchedJournal(SqliteJournal):
    """A real journal that counts its appends, and can be held up or made to fail."""

    def __init__(self, path: Path, code: str, *, writable: bool = True) -> None:
        super().__init__(path, code, writable=writable)
        self.appended: list[int] = []
        self.arrived = threading.Event()
        self.open_gate = threading.Event()
        self.open_gate.set()
        self.fails_after: int | None = None

    def append(self, commits: Sequence[Commit]) -> None:
        """As a journal does, once the gate is open."""
        self.arrived.set()
        assert self.open_gate.wait(20)
        if self.fails_after is not None and len(self.appended) >= self.fails_after:
            raise StorageFailed("the disk is full, says the test")
        super().append(commits)
        self.appended.append(len(commits))


class Cafe:
    """One workshop, its registry and its folder. `reopen` is a restart of the server."""

    def __init__(
        self, folder: Path, parameters: Parameters = CLASSIC, jobs: HereJobs | NoJobs | None = None
    ) -> None:
        self.folder = folder
        self.jobs = jobs or HereJobs()
        self.concurrency = SetThreads()
        self._start()
        self.code = self.registry.create(parameters).code
        self._open()
        self._ids = itertools.count(1)

    def _start(self) -> None:
        self.shelf = SqliteShelf(self.folder)
        self.registry = Registry(self.shelf, self.concurrency, SCENARIOS, self.jobs)

    def _open(self) -> None:
        """The workshop anew, on a journal that is watched."""
        self.journal = WatchedJournal(self.folder / f"{self.code}.db", self.code)
        self.workshop = LiveWorkshop(self.journal, self.concurrency, self.jobs)
        self.desk_was_told: list[Request] = []
        self.workshop.group_with(self._group)

    def _group(self, area: str, fineness: float, seed: int) -> Suggestion:
        """A themes desk that is told everything whenever it is asked, and keeps nothing."""
        desk, state = ThemesDesk(), self.workshop.state
        told = everything(state)
        self.desk_was_told += told
        for request in told:
            desk.do(request)
        found = desk.do(Group(desk_area(state, area), fineness, seed))
        assert isinstance(found, Suggestion), found
        return found

    def reopen(self) -> "Cafe":
        """The server is stopped and started again."""
        self.workshop.stop()
        self._open()
        return self

    def close(self) -> None:
        """Everything let go."""
        self.workshop.stop()
        self.registry.close_all()
        self.shelf.close()

    def ask(self, actor: Actor, command: c.Command, command_id: str = "") -> Ack:
        """One command, under an id of its own unless one is given."""
        return self.workshop.submit(command_id or f"id-{next(self._ids)}", command, actor)

    def joined(self, count: int, **details: str) -> list[Actor]:
        """This many people come; the actors they are."""
        acks = [self.ask(GUEST, c.JoinParticipant(**details)) for _ in range(count)]
        return [participant(ack.result["participant"]) for ack in acks]

    def at_work(self, count: int) -> list[Actor]:
        """This many people come, are seated, and the first round is open."""
        people = self.joined(count)
        assert self.ask(MODERATOR, c.DealSeats()).ok
        assert self.ask(MODERATOR, c.OpenRound()).ok
        return people

    def events(self) -> list[e.Event]:
        """Everything in the journal."""
        return [entry.event for entry in self.journal.read()]


class together(AbstractContextManager["Callable[..., Future[Ack]]"]):  # noqa: N801 (reads as a verb)
    """Within, `ask(…)` gives a future: commands wait in the queue while an earlier one is on its way to
    the disk, and all go when the block ends."""

    def __init__(self, cafe: Cafe) -> None:
        self._cafe = cafe
        self._pool = ThreadPoolExecutor(64)

    def __enter__(self) -> "Callable[..., Future[Ack]]":
        journal = self._cafe.journal
        journal.arrived.clear()
        journal.open_gate.clear()
        self._first = self._pool.submit(self._cafe.ask, MODERATOR, c.EditWorkshop("Anew"))
        assert journal.arrived.wait(20)
        return self._ask

    def _ask(self, actor: Actor, command: c.Command, command_id: str = "") -> "Future[Ack]":
        waiting = len(self._cafe.workshop._queue)
        future = self._pool.submit(self._cafe.ask, actor, command, command_id)
        while len(self._cafe.workshop._queue) == waiting:
            assert not future.done()
        return future

    def __exit__(self, *_: object) -> None:
        self._cafe.journal.open_gate.set()
        self._pool.shutdown(wait=True)
        assert self._first.result().ok
