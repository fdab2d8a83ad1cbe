"""Papers are written in a process of their own, each of them once for all who want it, and one that can't be
written is refused."""

import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

import pytest

from facilitation.charter import PAPERS, Occasion
from facilitation.domain import commands as c
from facilitation.domain.actors import MODERATOR
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.runtime.jobs import JobFailed
from facilitation.runtime.paper_jobs import PaperJob, Written
from facilitation.runtime.papers import Papers
from facilitation.runtime.threads import Threads
from facilitation.runtime.worker_process import PaperProcess
from tests.charter import full
from tests.runtime.cafes import Cafe

DAY = date(2026, 10, 14)
# A stand-in for the process: it dies at one name and does not understand another.
MORTAL = """
import base64, json, os, sys
for line in sys.stdin:
    name = json.loads(line)["name"]
    if name == "poster.html":
        os._exit(3)
    if name == "report.md":
        print('{"type":"broken","detail":"no such thing"}', flush=True)
    else:
        print(json.dumps({"type": "written", "data": base64.b64encode(name.encode()).decode()}), flush=True)
"""


def occasion(_state: Workshop) -> Occasion:
    """The day it was held."""
    return Occasion(DAY, UTC)


class Writer:
    """Writes a paper as the title of the state it is made from, once the gate is open; keeps the jobs."""

    def __init__(self) -> None:
        self.begun: list[PaperJob] = []
        self.at_work = threading.Event()
        self.gate = threading.Event()
        self.gate.set()
        self.fails = False

    def do(self, job: PaperJob, timeout_seconds: float) -> Written:
        self.begun.append(job)
        self.at_work.set()
        assert self.gate.wait(20)
        if self.fails:
            raise JobFailed("it broke, says the test")
        return Written(job.workshop.title.encode())

    def close(self) -> None:
        """Nothing to end."""


class House(NamedTuple):
    """A workshop, who writes its papers, and these."""

    cafe: Cafe
    writer: Writer
    papers: Papers

    def write(self, name: str = "charter.md") -> bytes:
        return self.papers.write(name, self.cafe.workshop, occasion)

    def title(self, title: str) -> None:
        """The workshop is called this from now on."""
        assert self.cafe.workshop.submit(title, c.EditWorkshop(title=title), MODERATOR).ok


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Papers that a test can hold up."""
    cafe, writer = Cafe(tmp_path), Writer()
    built = House(cafe, writer, Papers(writer, Threads()))
    built.title("one")
    return built


class Reader:
    """Somebody who wants a paper, in a thread of his own."""

    def __init__(self, write: Callable[[], bytes]) -> None:
        self.read: bytes | Refusal | None = None
        self._thread = threading.Thread(target=self._run, args=(write,), daemon=True)
        self._thread.start()

    def _run(self, write: Callable[[], bytes]) -> None:
        try:
            self.read = write()
        except Refusal as refusal:
            self.read = refusal

    def answer(self) -> bytes | Refusal | None:
        """What came of it."""
        self._thread.join(20)
        return self.read


def test_a_paper_is_kept_while_it_is_true(house: House) -> None:
    assert [house.write(), house.write(), house.write("charter.docx")] == [b"one"] * 3
    house.title("two")
    assert [house.write(), house.write()] == [b"two"] * 2
    assert [job.name for job in house.writer.begun] == ["charter.md", "charter.docx", "charter.md"]


def test_nothing_is_kept_of_a_workshop_that_is_not_there_any_more(house: House) -> None:
    house.write()
    house.papers.forget("ANOTHER")
    house.write()
    assert len(house.writer.begun) == 1
    house.papers.forget(house.cafe.code)
    house.write()
    assert len(house.writer.begun) == 2


def test_many_who_want_it_at_once_wait_for_one(house: House) -> None:
    house.writer.gate.clear()
    readers = [Reader(house.write) for _ in range(5)]
    assert house.writer.at_work.wait(20)
    readers += [Reader(house.write) for _ in range(5)]
    house.writer.gate.set()
    assert [reader.answer() for reader in readers] == [b"one"] * 10
    assert len(house.writer.begun) == 1


def test_what_is_written_is_never_older_than_the_wish_for_it(house: House) -> None:
    house.writer.gate.clear()
    first = Reader(house.write)
    assert house.writer.at_work.wait(20)
    house.title("two")
    second = Reader(house.write)
    house.writer.gate.set()
    assert (first.answer(), second.answer(), house.write()) == (b"one", b"two", b"two")


def test_a_paper_that_can_not_be_written_is_refused_to_all_who_wait_and_written_the_next_time(
    house: House,
) -> None:
    house.writer.fails = True
    house.writer.gate.clear()
    readers = [Reader(house.write) for _ in range(3)]
    assert house.writer.at_work.wait(20)
    house.writer.gate.set()
    assert [reader.answer() for reader in readers] == [Refusal("paper_failed")] * 3
    house.writer.fails = False
    assert house.write() == b"one"


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Callable[[str], bytes]]:
    """Writes the papers of a workshop through a process that may die."""
    cafe = Cafe(tmp_path)
    papers = Papers(PaperProcess(Threads(), [sys.executable, "-c", MORTAL]), Threads())
    yield lambda name: papers.write(name, cafe.workshop, occasion)
    papers.close()


def test_a_process_that_dies_or_fails_is_a_refusal_and_the_next_paper_is_written(
    mortal: Callable[[str], bytes],
) -> None:
    for name in ("poster.html", "report.md"):
        with pytest.raises(Refusal) as caught:
            mortal(name)
        assert (caught.value.code, mortal(f"after {name}")) == ("paper_failed", f"after {name}".encode())


def test_the_process_writes_what_this_one_would() -> None:
    state, told = full.workshop(), full.occasion(timezone(timedelta(hours=2)))
    process = PaperProcess(Threads())
    try:
        for name in ("charter.docx", "report.html"):
            job = PaperJob(name, state, told.day, 7200, told.logos)
            expected = PAPERS[name].write(state, told)
            assert process.do(job, 60) == Written(expected)
    finally:
        process.close()
