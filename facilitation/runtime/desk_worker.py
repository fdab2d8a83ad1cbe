"""The themes desk's process: numbered requests on stdin, replies on stdout, a JSON object a line; thinks on
while nobody asks. `python -m facilitation.runtime.desk_worker`

A process of its own, so that vectors and grouping hold up no phone. Ends when stdin ends, that is, when the
server does. `desk_process.py` starts it; what it knows and does is facilitation/themes/desk.py.
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

from facilitation.runtime.desk_wire import Broken, DeskReply, Numbered, Replied, Suggested
from facilitation.runtime.worker import NICENESS
from facilitation.themes import requests as r
from facilitation.themes.desk import ThemesDesk
from facilitation.themes.suggestion import Suggestion

CHUNK_BYTES: Final = 1 << 20


def serve(requests: BinaryIO, replies: BinaryIO, desk: ThemesDesk) -> None:
    """Does request by request, in their order, and thinks on in between, until there are no more."""
    decoder = msgspec.json.Decoder(Numbered)
    for line in _lines(requests, desk.think):
        request = decoder.decode(line)
        reply = answered(desk, request.ask)
        replies.write(msgspec.json.encode(Replied(request.n, reply)) + b"\n")
        replies.flush()


def answered(desk: ThemesDesk, request: r.Request) -> DeskReply:
    """The desk's reply; whatever goes wrong is a reply, too."""
    try:
        reply = desk.do(request)
        return Suggested(reply) if isinstance(reply, Suggestion) else reply
    except Exception as error:  # the server that asked must get its answer
        return Broken(f"{type(error).__name__}: {error}")


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
    serve(sys.stdin.buffer, sys.stdout.buffer, ThemesDesk())


if __name__ == "__main__":
    main()
