"""The server's end of the themes desk: starts `desk_worker.py` when it is first needed, sends it what there
is to know and to ask, as it comes, and starts another when it is gone. Requests are numbered, so that
nobody's turn waits for another's reply."""

import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import msgspec

from facilitation.runtime.child import Child
from facilitation.runtime.concurrency import Concurrency, Signal
from facilitation.runtime.desk_wire import Broken, DeskReply, Numbered, Replied
from facilitation.runtime.jobs import JobFailed
from facilitation.themes import requests as r

COMMAND: Final = (sys.executable, "-m", "facilitation.runtime.desk_worker")
# One that dies at once is not started over and over.
PAUSE_MS: Final = 3_000

log = logging.getLogger(__name__)


class _Pending:
    """A request that has no reply yet."""

    def __init__(self, answered: Signal) -> None:
        self.answered = answered
        self.reply: DeskReply = Broken("the desk has ended")


class _Life:
    """One process, from its start to its end."""

    def __init__(self, number: int, concurrency: Concurrency, command: Sequence[str]) -> None:
        self.number = number
        self.over = False
        self._child = Child(command)
        self._concurrency = concurrency
        self._lock = concurrency.lock()
        self._waiting: list[bytes] = []
        self._sending = False
        self._pending: dict[int, _Pending] = {}
        self._count = 0
        concurrency.spawn(self._listen)

    def send(self, request: r.Request, pending: _Pending | None = None) -> None:
        """Puts a request on its way."""
        with self._lock:
            self._count += 1
            number = self._count
            if pending is not None:
                self._pending[number] = pending
            self._waiting.append(msgspec.json.encode(Numbered(number, request)) + b"\n")
            start, self._sending = not self._sending, True
        if start:
            self._concurrency.spawn(self._send)

    def end(self) -> None:
        """Kills it; whoever waits for a reply gets none."""
        self.over = True
        self._child.end()

    def _send(self) -> None:
        """All that waits, in its order; the pipe takes as much as the process reads."""
        while True:
            with self._lock:
                lines, self._waiting = self._waiting, []
                if not lines:
                    self._sending = False
                    return
            try:
                self._child.write(b"".join(lines))
            except (OSError, ValueError):  # broken, or closed meanwhile; _listen tells those who wait
                self.over = True

    def _listen(self) -> None:
        stdout = self._child.stdout
        decoder = msgspec.json.Decoder(Replied)
        with suppress(OSError, ValueError), stdout:
            for line in iter(stdout.readline, b""):
                try:
                    replied = decoder.decode(line)
                except msgspec.MsgspecError:
                    log.error("the themes desk said something that is no reply")
                    break
                pending = self._pending.pop(replied.n, None)
                if pending is not None:
                    pending.reply = replied.reply
                    pending.answered.set()
        self.over = True
        pending_ones, self._pending = self._pending, {}
        for pending in pending_ones.values():
            pending.answered.set()


class DeskProcess:
    """The themes desk in a process beside this one; the `Desks` that a server has."""

    def __init__(self, concurrency: Concurrency, command: Sequence[str] = COMMAND) -> None:
        """Starts nothing yet. `command` starts a process; an encoder may be named at its end."""
        self._concurrency = concurrency
        self._command = command
        # Several who find it gone at once must not start one each: all but one would be told nothing.
        self._starting = concurrency.lock()
        self._life: _Life | None = None
        self._lives = 0
        self._not_before_ms = 0
        self._closed = False

    def ready(self) -> int:
        """See Desks."""
        return self._alive().number

    def tell(self, request: r.Request) -> None:
        """See Desks; nothing is told to one that has ended."""
        if self._life is not None and not self._life.over:
            self._life.send(request)

    def ask(self, request: r.Request, timeout_seconds: float) -> DeskReply:
        """See Desks."""
        life = self._alive()
        pending = _Pending(self._concurrency.signal())
        life.send(request, pending)
        if not pending.answered.wait(timeout_seconds):
            life.end()
            raise JobFailed(f"no reply to {type(request).__name__} in {timeout_seconds:g} s")
        if isinstance(pending.reply, Broken):
            raise JobFailed(pending.reply.detail)
        if isinstance(pending.reply, r.Refused):
            raise JobFailed(f"{pending.reply.code} {pending.reply.params}")
        return pending.reply

    def close(self) -> None:
        """See Desks."""
        with self._starting:
            self._closed = True
            if self._life is not None:
                self._life.end()

    def _alive(self) -> _Life:
        with self._starting:
            return self._life_or_another()

    def _life_or_another(self) -> _Life:
        if self._closed:
            raise JobFailed("the server is being stopped")
        if self._life is not None and not self._life.over:
            return self._life
        now = self._concurrency.clock_ms()
        if now < self._not_before_ms:
            raise JobFailed("the themes desk has just ended")
        if self._life is not None:
            log.warning("the themes desk has ended and is started anew")
            self._life.end()
        self._not_before_ms = now + PAUSE_MS
        self._lives += 1
        try:
            self._life = _Life(self._lives, self._concurrency, self._command)
        except OSError as error:
            raise JobFailed(f"the themes desk does not start: {error}") from error
        return self._life
