"""The worker: one job a line on stdin, one reply a line on stdout. `python -m facilitation.runtime.worker`

A process of its own, so that planning and grouping hold up no phone. Models are loaded with the first job
that needs them and kept. Ends when stdin ends, that is, when the server does. Who starts it and gives it work
is `worker_process.py`.
"""

import os
import signal
import sys
import time
from typing import BinaryIO

# One thread: the other processors belong to the server. Read when numpy is first imported, so said before
# that.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import msgspec

from facilitation.runtime.jobs import Broken, DealJob, Dealt, Grouped, GroupJob, Impossible, Job, Reply
from facilitation.seating import InstanceRefused, plan
from facilitation.themes import suggest

# Whoever posts an idea goes first.
NICENESS = 5


def do(job: Job) -> Reply:
    """The reply to one job; whatever goes wrong is a reply, too."""
    try:
        return _deal(job) if isinstance(job, DealJob) else _group(job)
    except Exception as error:  # the server that asked must get its answer
        return Broken(f"{type(error).__name__}: {error}")


def _deal(job: DealJob) -> Reply:
    reply: Reply = Broken("a job without instances")
    for attempt in job.attempts:
        try:
            planned = plan(attempt, seconds=job.seconds, seed=job.seed, now=time.monotonic)
        except InstanceRefused as refused:
            reply = Impossible(str(refused))
            continue
        figures = msgspec.to_builtins(planned.report)
        return Dealt(planned.plan, {name: figure for name, figure in figures.items() if type(figure) is int})
    return reply


def _group(job: GroupJob) -> Reply:
    return Grouped(
        {
            area: suggest(asked.ideas, kept=asked.kept, fineness=job.fineness, seed=job.seed)
            for area, asked in job.areas.items()
        }
    )


def serve(jobs: BinaryIO, replies: BinaryIO) -> None:
    """Does job by job until there are no more."""
    decoder = msgspec.json.Decoder(Job)
    for line in jobs:
        replies.write(msgspec.json.encode(do(decoder.decode(line))) + b"\n")
        replies.flush()


def main() -> None:
    """The process: it yields to the server, and an interrupt in the terminal is the server's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
