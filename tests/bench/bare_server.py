"""What one would write on a Friday afternoon: Flask-SocketIO as it comes, every idea to everyone, nothing on
disk.

The bench measures Obrus beside it. `python -m tests.bench.bare_server PORT`.
"""

import warnings

warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")

import eventlet  # noqa: E402

eventlet.monkey_patch()

import sys  # noqa: E402
from typing import Any  # noqa: E402

from flask import Flask  # noqa: E402
from flask_socketio import SocketIO  # noqa: E402

app = Flask(__name__)
socketio = SocketIO(app, async_mode="eventlet")
ideas: list[dict[str, Any]] = []


@socketio.on("command")
def post(idea: dict[str, Any]) -> dict[str, Any]:
    """Keeps the idea, sends it to all, answers."""
    ideas.append(idea)
    socketio.emit("idea", idea)
    return {"ok": True}


if __name__ == "__main__":
    socketio.run(app, host="127.0.0.1", port=int(sys.argv[1]))
