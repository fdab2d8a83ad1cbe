"""What one would write on a Friday afternoon: Flask-SocketIO as it comes, nothing on disk.

The bench measures Obrus beside it. `python -m tests.bench.bare_server PORT broadcast|rooms`: an idea goes to
everyone, or to its table and the boards. bare_node.mjs is the same in Node.
"""

import warnings

warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")

import eventlet  # noqa: E402

eventlet.monkey_patch()

import sys  # noqa: E402
import time  # noqa: E402
from typing import Any  # noqa: E402

from flask import Flask, request  # noqa: E402
from flask_socketio import SocketIO, join_room  # noqa: E402

NAP_SECONDS = 0.005
BROADCAST = sys.argv[2:] == ["broadcast"]

app = Flask(__name__)
socketio = SocketIO(app, async_mode="eventlet")
ideas: list[dict[str, Any]] = []
tables: dict[str, str] = {}
stalls = {"longest_ms": 0.0, "over": 0}


@socketio.on("connect")
def connect(auth: dict[str, str] | None = None) -> None:
    """A phone says its table, a board says `board`."""
    tables[request.sid] = (auth or {}).get("room", "")
    join_room(tables[request.sid])


@socketio.on("command")
def post(idea: dict[str, Any]) -> dict[str, Any]:
    """Keeps the idea, sends it, answers."""
    ideas.append(idea)
    if BROADCAST:
        socketio.emit("idea", idea)
    else:
        socketio.emit("idea", idea, to=[tables[request.sid], "board"])
    return {"ok": True}


@socketio.on("told")
def told(_: object) -> dict[str, Any]:
    """What was kept."""
    return {"texts": [idea["text"] for idea in ideas]}


@socketio.on("stalls")
def lateness(_: object) -> dict[str, float]:
    """How long, in ms, the hub kept others waiting, and how often for more than 50 ms."""
    return stalls


def nap() -> None:
    """Notes by how much each short sleep was too long."""
    while True:
        began = time.perf_counter()
        eventlet.sleep(NAP_SECONDS)
        late_ms = (time.perf_counter() - began - NAP_SECONDS) * 1000
        stalls["longest_ms"] = max(stalls["longest_ms"], late_ms)
        stalls["over"] += late_ms > 50


if __name__ == "__main__":
    eventlet.spawn_n(nap)
    # The web server's usual bound of 1,024 connections would leave phones waiting at the door.
    socketio.run(app, host="127.0.0.1", port=int(sys.argv[1]), max_size=10_000)
