"""The worker: a process that is started when needed, kept, and replaced when it is gone."""

import subprocess
import sys
import threading
from collections.abc import Iterator

import msgspec
import pytest

from facilitation.runtime import worker
from facilitation.runtime.jobs import (
    Broken,
    DealJob,
    Dealt,
    Impossible,
    JobFailed,
)
from facilitation.runtime.threads import Threads
from facilitation.runtime.worker_process import WorkerProcess
from facilitation.seating import Instance, Participant, Table

PEOPLE = [Participant(f"P{n}") for n in range(1, 7)]
SEATS_FOR_SIX = Instance(rounds=2, tables=[Table("T1", 3), Table("T2", 3)], participants=PEOPLE)
SEATS_FOR_TWO = Instance(rounds=2, tables=[Table("T1", 1), Table("T2", 1)], participants=PEOPLE)

# Stand-ins for the worker: they speak its protocol, and say which process they are.
OBEDIENT = """
import os, sys
for line in sys.stdin:
    if b"die" in line.encode():
        os._exit(3)
    if "sleep" in line:
        import time; time.sleep(60)
    print('{"type":"impossible","reason":"%s"}' % os.getpid(), flush=True)
"""


@pytest.fixture
def stand_in() -> Iterator[WorkerProcess]:
    """A worker that answers with its process id, dies or sleeps, as the job's only participant is called."""
    process = WorkerProcess(Threads(), [sys.executable, "-c", OBEDIENT])
    yield process
    process.close()


def job(word: str) -> DealJob:
    """A job that holds this word."""
    return DealJob((Instance(1, [Table("T1", 1)], [Participant(word)]),), 0.0, 0)


def test_the_real_worker_deals() -> None:
    process = WorkerProcess(Threads())
    try:
        dealt = process.do(DealJob((SEATS_FOR_SIX,), 0.1, seed=7), 60)
        assert isinstance(dealt, Dealt)
        assert [sorted(p for group in groups for p in group) for groups in dealt.plan] == [
            [p.id for p in PEOPLE]
        ] * 2
        assert dealt.report["repeats"] >= dealt.report["bound"]
    finally:
        process.close()


def test_of_several_attempts_the_first_that_has_a_plan_counts() -> None:
    dealt = worker.do(DealJob((SEATS_FOR_TWO, SEATS_FOR_SIX), 0.0, seed=1))
    assert isinstance(dealt, Dealt)
    assert worker.do(DealJob((SEATS_FOR_TWO,), 0.0, seed=1)) == Impossible(
        "tables: Round 1: 6 people, but only 2 seats.",
        "too_few_seats",
        {"where": "tables", "round": 1, "people": 6, "seats": 2},
    )


def test_a_job_that_breaks_is_answered_and_said_to_have_failed() -> None:
    assert worker.do(DealJob((), 0.0, seed=1)) == Broken("a job without instances")
    process = WorkerProcess(Threads())
    try:
        with pytest.raises(JobFailed, match="without instances"):
            process.do(DealJob((), 0.0, seed=1), 60)
        assert isinstance(process.do(DealJob((SEATS_FOR_SIX,), 0.0, seed=1), 60), Dealt)
    finally:
        process.close()


def test_one_process_is_kept_for_all_jobs(stand_in: WorkerProcess) -> None:
    assert stand_in.do(job("a"), 20) == stand_in.do(job("b"), 20)


def test_a_job_longer_than_any_pipe_arrives_whole(stand_in: WorkerProcess) -> None:
    assert isinstance(stand_in.do(job("a" * 3_000_000), 60), Impossible)


def test_a_worker_that_dies_at_a_job_fails_it_and_is_replaced(stand_in: WorkerProcess) -> None:
    first = stand_in.do(job("a"), 20)
    with pytest.raises(JobFailed):
        stand_in.do(job("die"), 20)
    second = stand_in.do(job("a"), 20)
    assert isinstance(second, Impossible)
    assert second != first


def test_a_worker_that_died_while_idle_is_replaced_unnoticed(stand_in: WorkerProcess) -> None:
    first = stand_in.do(job("a"), 20)
    assert stand_in._running is not None
    stand_in._running.end()
    second = stand_in.do(job("a"), 20)
    assert isinstance(second, Impossible)
    assert second != first


def test_a_job_that_takes_too_long_is_ended_and_the_next_one_served(stand_in: WorkerProcess) -> None:
    with pytest.raises(JobFailed, match="no reply"):
        stand_in.do(job("sleep"), 0.3)
    assert isinstance(stand_in.do(job("a"), 20), Impossible)


def test_closing_ends_the_job_under_way_and_starts_no_other(stand_in: WorkerProcess) -> None:
    assert isinstance(stand_in.do(job("a"), 20), Impossible)
    failures: list[str] = []

    def fails(word: str) -> None:
        with pytest.raises(JobFailed) as caught:
            stand_in.do(job(word), 20)
        failures.append(str(caught.value))

    jobs = [threading.Thread(target=fails, args=("sleep",)) for _ in range(3)]
    for one in jobs:
        one.start()
    stand_in.close()
    for one in jobs:
        one.join()
    assert len(failures) == 3
    assert stand_in._running is None


def test_a_worker_that_can_not_be_started_fails_the_job() -> None:
    with pytest.raises(JobFailed, match="does not start"):
        WorkerProcess(Threads(), ["/nonexistent/worker"]).do(job("a"), 20)


def test_the_worker_ends_when_its_server_does() -> None:
    request = msgspec.json.encode(DealJob((SEATS_FOR_SIX,), 0.0, seed=1))
    ended = subprocess.run(
        [sys.executable, "-m", "facilitation.runtime.worker"],
        input=request + b"\n",
        capture_output=True,
        check=True,
    )
    assert isinstance(msgspec.json.decode(ended.stdout, type=Dealt), Dealt)
    assert ended.stderr == b""


GREEN = """
import eventlet
eventlet.monkey_patch()
import io, signal, sys, time
from facilitation.runtime.threads import Threads
from facilitation.runtime.worker_process import WorkerProcess
from tests.runtime.test_worker_process import OBEDIENT, job

class Green(Threads):
    def spawn(self, work):
        eventlet.spawn_n(work)

ticks = 0
def tick():
    global ticks
    while True:
        eventlet.sleep(0.01)
        ticks += 1
eventlet.spawn_n(tick)
process = WorkerProcess(Green(), [sys.executable, "-c", OBEDIENT])
process.do(job("a" * 3_000_000), 60)
print(isinstance(process._running.child.stdout, io.BufferedReader))
seen = ticks
try:
    process.do(job("sleep"), 0.5)
except Exception as error:
    print(type(error).__name__, ticks - seen > 10)
print(type(process.do(job("a"), 60)).__name__)
# One that stands still takes no more than its pipe holds, one that dies then takes nothing.
for deadly, seconds in (lambda child: None, 0.3), (lambda child: eventlet.spawn_after(0.1, child.kill), 20):
    child = process._running.child.process
    child.send_signal(signal.SIGSTOP)
    deadly(child)
    try:
        process.do(job("a" * 3_000_000), seconds)
    except Exception as error:
        print(type(error).__name__)
    print(type(process.do(job("a"), 60)).__name__)
process.close()
"""


def test_in_a_patched_server_other_green_threads_go_on_while_a_job_runs() -> None:
    green = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", GREEN],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    # What a worker says is not read letter by letter, as eventlet does unless it is asked not to.
    said = ["True", "JobFailed True", *["Impossible", "JobFailed"] * 2, "Impossible"]
    assert (green.stdout.splitlines(), green.stderr) == (said, "")
