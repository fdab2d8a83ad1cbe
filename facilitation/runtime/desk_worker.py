"""The themes desk's process: numbered requests on stdin, replies on stdout, a JSON object a line; thinks on
while nobody asks. `python -m facilitation.runtime.desk_worker [ENCODER]`: that of the setting, or the best.

A process of its own, so that vectors and grouping hold up no phone; in it a second thread for what takes
long, so that no question waits for a suggestion. Replies come when they are ready, not in the order of their
requests. Ends when stdin ends, that is, when the server does, and everything is answered. `desk_process.py`
starts it; what it knows and does is facilitation/themes/desk.py.
"""

import os
import queue
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO, Final, TypeVar

# One thread: the other processors belong to the server. Read when numpy is first imported, so said before
# that.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import msgspec

from facilitation.runtime.desk_wire import Broken, Numbered, Replied, Suggested
from facilitation.runtime.worker import NICENESS
from facilitation.themes.desk import Reply, ThemesDesk
from facilitation.themes.encoders import Encoder, encoder_called
from facilitation.themes.suggestion import Suggestion

CHUNK_BYTES: Final = 1 << 20
BUSY_SECONDS: Final = 0.1
"""When requests follow one another without a pause, there is a thought so often."""
TURN_SECONDS: Final = 0.0005
"""So long at most a request waits for its turn when the other thread is at work; Python's 5 ms would add up,
since each larger step of numpy gives the turn away."""

Found = TypeVar("Found")


class Aside:
    """The second thread: does work after work, and has what came of it taken by the first one."""

    def __init__(self) -> None:
        self._work: queue.SimpleQueue[tuple[Callable[[], Any], Callable[[Any], None]]] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[Callable[[Any], None], Any]] = queue.SimpleQueue()
        self.bell, self._rope = os.pipe()
        self.away = 0
        threading.Thread(target=self._go_on, daemon=True).start()

    def __call__(self, work: Callable[[], Found], then: Callable[[Found], None]) -> None:
        """See facilitation/themes/desk.py; `work` never raises."""
        self.away += 1
        self._work.put((work, then))

    def take(self) -> None:
        """After the bell: takes what came of one work."""
        os.read(self.bell, 1)
        then, found = self._done.get()
        self.away -= 1
        then(found)

    def _go_on(self) -> None:
        while True:
            work, then = self._work.get()
            self._done.put((then, work()))
            os.write(self._rope, b".")


def serve(requests: BinaryIO, replies: BinaryIO, encoder: Encoder | None = None) -> None:
    """Takes request by request, in their order, and thinks on in between, until there are no more."""
    aside = Aside()
    desk = ThemesDesk(encoder, aside)
    decoder = msgspec.json.Decoder(Numbered)

    def tell(number: int, reply: Reply | Broken) -> None:
        said = Suggested(reply) if isinstance(reply, Suggestion) else reply
        replies.write(msgspec.json.encode(Replied(number, said)) + b"\n")
        replies.flush()

    for line in _lines(requests, desk, aside):
        request = decoder.decode(line)
        try:
            desk.take(request.ask, partial(tell, request.n))
        except Exception as error:  # the server that asked must get its answer
            tell(request.n, Broken(f"{type(error).__name__}: {error}"))
    while aside.away or desk.owes:
        if not desk.think():
            aside.take()


def _lines(requests: BinaryIO, desk: ThemesDesk, aside: Aside) -> Iterator[bytes]:
    """Line by line; while there is none, what was done aside is taken, and the desk thinks for as long as it
    has something to think about."""
    rest, number, thought = b"", requests.fileno(), time.monotonic()
    busy = True
    while True:
        ready = select.select([number, aside.bell], [], [], 0 if busy else None)[0]
        if aside.bell in ready:
            aside.take()
        if number not in ready:
            busy, thought = desk.think(), time.monotonic()
            continue
        chunk = os.read(number, CHUNK_BYTES)
        if not chunk:
            return
        *lines, rest = (rest + chunk).split(b"\n")
        busy = True
        for line in lines:
            yield line
            if time.monotonic() - thought > BUSY_SECONDS:
                desk.think()
                thought = time.monotonic()


def main() -> None:
    """The process: it yields to the server, and an interrupt in the terminal is the server's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    sys.setswitchinterval(TURN_SECONDS)
    named = sys.argv[1] if sys.argv[1:] else "use"
    serve(sys.stdin.buffer, sys.stdout.buffer, None if named == "use" else encoder_called(named))


if __name__ == "__main__":
    main()
