"""The worker: the desk as a process. One JSON request a line on stdin, one JSON answer a line on stdout.

`python -m facilitation.themes.worker [ENCODER]`, one of encoders.ENCODERS. A process of its own, because
grouping would hold up every phone in the server's process. Between requests it weighs what people answered;
when requests follow one another without a pause, after some of them. Ends when stdin ends. Requests and
answers are those of requests.py, a request with its name in "op"; a suggestion is {"is": "suggestion", …}.
"tag" of a request, any JSON, comes back in its answer.
"""

import os
import queue
import sys
import threading
from typing import Any, BinaryIO

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import msgspec

from facilitation.themes.desk import ThemesDesk
from facilitation.themes.encoders import KeptVectors, encoder_called
from facilitation.themes.requests import Refused, Request
from facilitation.themes.suggestion import Suggestion

REQUESTS_BETWEEN_THOUGHTS = 4


class _Tagged(msgspec.Struct):
    tag: Any = None


def answer(desk: ThemesDesk, line: bytes) -> bytes:
    """The answer to one request, as JSON without a line break; never raises."""
    tag: Any = None
    try:
        tag = msgspec.json.decode(line, type=_Tagged).tag
        said: Any = desk.do(msgspec.json.decode(line, type=Request))
    except msgspec.MsgspecError as malformed:
        said = Refused("malformed", {"detail": str(malformed)})
    except Exception as failure:  # the process that asked must get its answer, whatever happened
        said = Refused("failed", {"detail": repr(failure)})
    named = {"is": "suggestion"} if isinstance(said, Suggestion) else {}
    return msgspec.json.encode({**named, **msgspec.to_builtins(said), "tag": tag})


def serve(requests: BinaryIO, answers: BinaryIO, desk: ThemesDesk) -> None:
    """Answers line by line until `requests` ends; empty lines are passed over."""
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests, waiting), daemon=True).start()
    since = 0
    while True:
        if since >= REQUESTS_BETWEEN_THOUGHTS or waiting.empty():
            since, busy = 0, desk.think()
            if busy and waiting.empty():
                continue
        line = waiting.get()
        if not line:
            return
        if line.strip():
            since += 1
            answers.write(answer(desk, line) + b"\n")
            answers.flush()


def _read(requests: BinaryIO, waiting: queue.SimpleQueue[bytes]) -> None:
    for line in requests:
        waiting.put(line)
    waiting.put(b"")


if __name__ == "__main__":
    named = KeptVectors(encoder_called(sys.argv[1])) if sys.argv[1:] else None
    serve(sys.stdin.buffer, sys.stdout.buffer, ThemesDesk(named))
