"""A process beside the server that is told lines and replies by lines; `worker_process.py` and
`desk_process.py` speak with theirs through this.

What it is told goes through a socket where the system lets it: in a server of green threads a pipe is written
by eventlet's `os.write`, which goes on for ever when the process has died with the pipe full, and never
says so.
"""

import os
import socket
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO


class Child:
    """One process, from its start to its end. Raises OSError where it does not start."""

    def __init__(self, command: Sequence[str]) -> None:
        self._write: Callable[[bytes], object]
        self._hang_up: Callable[[], None]
        if os.name == "posix":
            ours, theirs = socket.socketpair()
            with theirs:
                # Green sockets never block, but the process is to wait for what it is told.
                os.set_blocking(theirs.fileno(), True)
                try:
                    self.process = _started(command, theirs.fileno())
                except OSError:
                    ours.close()
                    raise
            self._write, self._hang_up = lambda data: ours.sendall(memoryview(data)), ours.close
        else:
            self.process = _started(command, subprocess.PIPE)
            stdin = self.process.stdin
            assert stdin is not None
            self._write, self._hang_up = lambda data: (stdin.write(data), stdin.flush()), stdin.close

    def write(self, data: bytes) -> None:
        """Tells it all of this; blocks the calling (green) thread until it is taken. Raises OSError or
        ValueError when nobody hears it any more."""
        self._write(data)

    @property
    def stdout(self) -> IO[bytes]:
        """What it says."""
        stdout: IO[bytes] | None = self.process.stdout
        assert stdout is not None
        return stdout

    def end(self) -> None:
        """Kills it. What it has said can still be read."""
        self.process.kill()
        self.process.wait()
        with suppress(OSError, ValueError):
            self._hang_up()


def _started(command: Sequence[str], stdin: int) -> subprocess.Popen[bytes]:
    """The process. Its words are buffered here, which eventlet's Popen does only when asked: read letter by
    letter, a paper of 400 kB took the server ten seconds."""
    return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, bufsize=-1)
