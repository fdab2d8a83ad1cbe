"""The worker: one job a line on stdin, one reply a line on stdout. `python -m facilitation.runtime.worker`

A process of its own, so that planning holds up no phone. Ends when stdin ends, that is, when the server does.
Who starts it and gives it work is `worker_process.py`; themes and papers have processes of their own,
`desk_worker.py` and `paper_worker.py`.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import BinaryIO

# One thread: the other processors belong to the server. Read when numpy is first imported, so said before
# that.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import msgspec

from facilitation.runtime.jobs import (
    Broken,
    DealJob,
    Dealt,
    Impossible,
    Job,
    Reply,
    Reseated,
    ReseatJob,
)
from facilitation.seating import Instance, InstanceRefused, plan, seat_late

# Whoever posts an idea goes first.
NICENESS = 5


def do(job: Job) -> Reply:
    """The reply to one job; whatever goes wrong is a reply, too."""
    try:
        if isinstance(job, DealJob):
            return _deal(job)
        return _reseat(job)
    except Exception as error:  # the server that asked must get its answer
        return Broken(f"{type(error).__name__}: {error}")


def _deal(job: DealJob) -> Reply:
    reply: Reply = Broken("a job without instances")
    for attempt in job.attempts:
        try:
            planned = plan(attempt, seconds=job.seconds, seed=job.seed, now=time.monotonic)
        except InstanceRefused as refused:
            reply = Impossible(str(refused), refused.code, refused.params)
            continue
        figures = msgspec.to_builtins(planned.report)
        return Dealt(planned.plan, {name: figure for name, figure in figures.items() if type(figure) is int})
    return reply


def _reseat(job: ReseatJob) -> Reply:
    instance = job.instance
    seats: dict[str, dict[int, str]] = {}
    for person in job.people:
        seats[person] = seat_late(instance, person).table_by_round
        instance = _seated(instance, person, seats[person])
    return Reseated(seats)


def _seated(instance: Instance, person: str, tables: dict[int, str]) -> Instance:
    """The instance whose plan has this person at these tables."""
    order = [table.id for table in instance.tables]
    plan = [[list(group) for group in groups] for groups in instance.previous_plan or []]
    for number, table in tables.items():
        plan[number][order.index(table)].append(person)
    return msgspec.structs.replace(instance, previous_plan=plan)


def serve(jobs: BinaryIO, replies: BinaryIO) -> None:
    """Does job by job until there are no more."""
    decoder = msgspec.json.Decoder(Job)
    for line in jobs:
        replies.write(msgspec.json.encode(do(decoder.decode(line))) + b"\n")
        replies.flush()


def run(serve: Callable[[BinaryIO, BinaryIO], None]) -> None:
    """The process: it yields to the server, and an interrupt in the terminal is the server's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    run(serve)
