"""The themes desk's process: numbered requests on stdin, replies on stdout, a JSON object a line; thinks on
while nobody asks. `python -m facilitation.runtime.desk_worker`

A process of its own, so that vectors and grouping hold up no phone. Ends when stdin ends, that is, when the
server does. `desk_process.py` starts it, `desks.py` is what it knows.
"""

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

# One thread: the other processors belong to the server. Read when numpy is first imported, so said before
# that.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import msgspec

from facilitation.runtime.desk_wire import Failed, Numbered, Replied
from facilitation.runtime.desks import KnownDesks
from facilitation.runtime.worker import NICENESS

CHUNK_BYTES: Final = 1 << 20


def serve(requests: BinaryIO, replies: BinaryIO, desks: KnownDesks) -> None:
    """Does request by request, in their order, and thinks on in between, until there are no more."""
    decoder = msgspec.json.Decoder(Numbered)
    for line in _lines(requests, desks.think):
        request = decoder.decode(line)
        try:
            reply = desks.do(request.ask)
        except Exception as error:  # the server that asked must get its answer
            reply = Failed(f"{type(error).__name__}: {error}")
        replies.write(msgspec.json.encode(Replied(request.n, reply)) + b"\n")
        replies.flush()


def _lines(requests: BinaryIO, think: Callable[[], bool]) -> Iterator[bytes]:
    """Line by line; while there is none, `think()` for as long as it has something to do."""
    rest, number = b"", requests.fileno()
    while True:
        busy = True
        while busy and not select.select([number], [], [], 0)[0]:
            busy = think()
        chunk = os.read(number, CHUNK_BYTES)
        if not chunk:
            return
        *lines, rest = (rest + chunk).split(b"\n")
        yield from lines


def main() -> None:
    """The process: it yields to the server, and an interrupt in the terminal is the server's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    serve(sys.stdin.buffer, sys.stdout.buffer, KnownDesks())


if __name__ == "__main__":
    main()
