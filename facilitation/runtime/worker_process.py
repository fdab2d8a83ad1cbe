"""The server's end of a worker: starts its process when there is first something to do, keeps it, ends it
when it takes too long, and starts another when it is gone. One job at a time; more wait their turn.

`WorkerProcess` is that of `worker.py`, `PaperProcess` that of `paper_worker.py`.
"""

import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Final

import msgspec

from facilitation.runtime.child import Child
from facilitation.runtime.concurrency import Concurrency, Signal
from facilitation.runtime.jobs import Broken, Job, JobFailed, Reply
from facilitation.runtime.paper_jobs import PaperJob, PaperReply, Written

COMMAND: Final = (sys.executable, "-m", "facilitation.runtime.worker")
PAPER_COMMAND: Final = (sys.executable, "-m", "facilitation.runtime.paper_worker")

log = logging.getLogger(__name__)


class _Running:
    """One worker process and the reply it owes."""

    def __init__(self, concurrency: Concurrency, command: Sequence[str]) -> None:
        self.child = Child(command)
        self._concurrency = concurrency
        self._replied = concurrency.signal()
        self._line = b""
        concurrency.spawn(self._listen)

    def ask(self, request: bytes, timeout_seconds: float) -> bytes:
        """The line it replies, or an empty one if it has not by then or has died."""
        self._replied, self._line = self._concurrency.signal(), b""
        # Beside this one, which waits no longer than it may, also for a process that does not even read.
        self._concurrency.spawn(partial(self._tell, request, self._replied))
        self._replied.wait(timeout_seconds)
        return self._line

    def end(self) -> None:
        """Kills it. What was read from it so far is still listened to, and then its pipe is closed."""
        self.child.end()

    def _tell(self, request: bytes, replied: Signal) -> None:
        try:
            self.child.write(request + b"\n")
        except (OSError, ValueError):  # broken, or closed meanwhile
            replied.set()

    def _listen(self) -> None:
        stdout = self.child.stdout
        with suppress(OSError, ValueError), stdout:
            for line in iter(stdout.readline, b""):
                self._line = line
                self._replied.set()
        self._replied.set()


class _Worker:
    """Asks a process job by job; what the replies are, its two kinds know."""

    def __init__(self, concurrency: Concurrency, command: Sequence[str]) -> None:
        self._concurrency = concurrency
        self._command = command
        self._turn = concurrency.lock()
        self._running: _Running | None = None
        self._closed = False

    def close(self) -> None:
        """Ends the process, and with it the job it is at; those that wait for their turn fail."""
        self._closed = True
        self._end()

    def _reply(self, job: msgspec.Struct, decoder: msgspec.json.Decoder[Any], timeout_seconds: float) -> Any:
        """What is replied to one job, and not Broken; the time counts from the moment it is this job's turn.
        Raises JobFailed."""
        with self._turn:
            try:
                reply = decoder.decode(self._alive().ask(msgspec.json.encode(job), timeout_seconds))
            except msgspec.MsgspecError:
                self._end()
                raise JobFailed(f"no reply to {type(job).__name__} in {timeout_seconds:g} s") from None
            except OSError as error:
                raise JobFailed(f"the worker does not start: {error}") from error
        if isinstance(reply, Broken):
            raise JobFailed(reply.detail)
        return reply

    def _alive(self) -> _Running:
        if self._closed:
            raise JobFailed("the server is being stopped")
        running = self._running
        if running is not None and (ended := running.child.process.poll()) is not None:
            log.warning("the worker process has ended with %s", ended)
            self._end()
            running = None
        if running is None:
            running = self._running = _Running(self._concurrency, self._command)
        if self._closed:  # meanwhile, and perhaps before there was a process to end
            self._end()
            raise JobFailed("the server is being stopped")
        return running

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.end()


class WorkerProcess(_Worker):
    """Does jobs in a process beside this one; the `Jobs` that a server has."""

    def __init__(self, concurrency: Concurrency, command: Sequence[str] = COMMAND) -> None:
        """Starts nothing yet. `command` is for tests."""
        super().__init__(concurrency, command)
        self._decoder: msgspec.json.Decoder[Reply] = msgspec.json.Decoder(Reply)

    def do(self, job: Job, timeout_seconds: float) -> Reply:
        """See Jobs; the time counts from the moment it is this job's turn."""
        reply: Reply = self._reply(job, self._decoder, timeout_seconds)
        return reply


class PaperProcess(_Worker):
    """Writes papers in a process beside this one; the `PaperJobs` that a server has."""

    def __init__(self, concurrency: Concurrency, command: Sequence[str] = PAPER_COMMAND) -> None:
        """Starts nothing yet. `command` is for tests."""
        super().__init__(concurrency, command)
        self._decoder: msgspec.json.Decoder[PaperReply] = msgspec.json.Decoder(PaperReply)

    def do(self, job: PaperJob, timeout_seconds: float) -> Written:
        """See PaperJobs; the time counts from the moment it is this job's turn."""
        written: Written = self._reply(job, self._decoder, timeout_seconds)
        return written
