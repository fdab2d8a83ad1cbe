"""A packet for a client that is keeping up goes to the kernel at once. The engine would wake the client's own
green thread for it, through a queue, two timers and a lock; for one idea that is eight clients.

Whatever the kernel does not take at once goes the engine's way, which is also that of TLS and of clients that
poll. Below the engine's public face stands here, apart from what queues.py says: a connection's handler, its
WebSocket's `_pack_message` and `_sendlock`. What it gains stands in docs/performance.md.
"""

from collections.abc import Callable
from typing import Any

from engineio import Server

FRAME = "obrus_frame"


class Shortcut:
    """To one client's WebSocket. `later(work)` runs work beside the caller."""

    def __init__(self, websocket: Any, later: Callable[[Callable[[], None]], Any]) -> None:
        self._websocket = websocket
        self._later = later

    def sent(self, packet: Any) -> bool:
        """Whether the packet is on its way. Only to be asked while the client's own thread waits for one."""
        websocket = self._websocket
        if websocket._sendlock.locked():
            return False
        frame = packet.__dict__.get(FRAME)
        if frame is None:  # a room shares its packets, and so their frames
            frame = packet.__dict__[FRAME] = websocket._pack_message(packet.encode())
        try:
            taken: int = websocket.socket.send_at_once(frame)
        except OSError:
            return False
        if not taken:
            return False
        if taken < len(frame):
            websocket._sendlock.acquire()
            self._later(lambda: self._finish(frame[taken:]))
        return True

    def _finish(self, rest: bytes) -> None:
        """Sends what is left of a frame; whoever sends more waits for the lock."""
        try:
            self._websocket.socket.sendall(rest)
        except OSError:  # cut: whoever reads from it finds out
            self._websocket.socket.close()
        finally:
            self._websocket._sendlock.release()


def shortcuts(engine: Server) -> None:
    """From now on connections that begin as a WebSocket have one, where the server's sockets can send at
    once."""
    kind: Any = engine._async["websocket"]
    if not isinstance(kind, type):
        return

    class Shortened(kind):  # type: ignore[misc]
        def __init__(self, handler: Callable[[Any], Any], server: Server) -> None:
            connection = handler.__self__  # type: ignore[attr-defined]

            def handle(websocket: Any) -> Any:
                able = hasattr(getattr(websocket, "socket", None), "send_at_once")
                if able and not connection.connected:  # else it polled before, and may still
                    connection.queue.shortcut = Shortcut(websocket, engine.start_background_task)
                return handler(websocket)

            super().__init__(handle, server)

    engine._async = {**engine._async, "websocket": Shortened}
