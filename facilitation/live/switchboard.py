"""Socket.IO as audience.py asks for it; the packets are made by wire.py."""

from typing import Any

from flask_socketio import SocketIO

_NAMESPACE = "/"


class SocketSwitchboard:
    """The rooms of one Socket.IO server; usable outside of its handlers."""

    def __init__(self, socketio: SocketIO) -> None:
        self._socketio = socketio

    def send(self, event: str, frame: dict[str, Any], to: str) -> None:
        """One event to a connection or to everybody in a room."""
        self._socketio.server.emit(event, frame, to=to, namespace=_NAMESPACE)

    def enter(self, sid: str, room: str) -> None:
        """The connection gets from now on what goes to the room."""
        self._socketio.server.enter_room(sid, room, namespace=_NAMESPACE)

    def leave(self, sid: str, room: str) -> None:
        """The connection gets no more of what goes to the room."""
        self._socketio.server.leave_room(sid, room, namespace=_NAMESPACE)
