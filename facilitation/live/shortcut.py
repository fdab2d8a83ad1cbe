"""What an idea costs on its way in and out, where the engine's own way costs more than the idea itself.

*Out*: a packet for a client that is keeping up goes to the kernel by the end of the moment, together with
whatever else the moment has for the client. The engine would wake the client's own green thread for it,
through a queue, two timers and a lock; for one idea that is eight clients.

*In*: a command that comes whole, in one frame, is decided without a green thread of its own. The engine would
wake the client's thread for the frame, start another one for the command, and have that wait for the disk.

Whatever is not of that kind goes the engine's way: TLS, clients that poll, long messages, questions, commands
that something has to be computed for. What it gains stands in docs/performance.md. Below the engine's public
face stands here, apart from what queues.py says: a connection's handler, its WebSocket's `_pack_message`,
`_sendlock`, `wait` and `close`.
"""

import re
from collections.abc import Callable
from typing import Any, Final, Protocol

import msgspec
from engineio import Server
from engineio.packet import MESSAGE, Packet

from facilitation.live.frames import first_text

FRAME = "obrus_frame"
HELD_BYTES: Final = 65_536
"""More than this is not held back until the end of the moment."""

_COMMAND: Final = re.compile(rb'42(\d{1,15})(?=\["command",)')

Reply = dict[str, Any]


class Commands(Protocol):
    """Who carries out commands."""

    def command_in_passing(self, client: str, wish: object, reply: Callable[[Reply], None]) -> bool:
        """Takes a command of the engine's `client`, waits for nothing, and calls `reply` with the answer, now
        or when there is one. False, and nothing is done, where it can't be done like that."""


class Moment:
    """Who has something to be sent by the end of it. `later(work)` runs work when those have had their turn
    whose it is now."""

    def __init__(self, later: Callable[[Callable[[], None]], None]) -> None:
        self.later = later
        self._holding: list[Shortcut] = []

    def holds(self, shortcut: "Shortcut") -> None:
        """The shortcut holds something from now on."""
        self._holding.append(shortcut)
        if len(self._holding) == 1:
            self.later(self._end)

    def _end(self) -> None:
        holding, self._holding = self._holding, []
        for shortcut in holding:
            shortcut.let_go()


class Shortcut:
    """To one client's WebSocket, and from it."""

    def __init__(self, websocket: Any, connection: Any, moment: Moment, commands: Commands) -> None:
        self._websocket = websocket
        self._connection = connection
        self._moment = moment
        self._commands = commands
        self._held: list[bytes] = []
        self._held_bytes = 0
        self._wait, self._close = websocket.wait, websocket.close
        self._handed_on = False
        websocket.wait, websocket.close = self.wait, self.close

    def sent(self, packet: Any) -> bool:
        """Whether the packet is on its way. Only to be asked while the client's own thread waits for one."""
        if self._websocket._sendlock.locked():
            return False
        frame = packet.__dict__.get(FRAME)
        if frame is None:  # a room shares its packets, and so their frames
            frame = packet.__dict__[FRAME] = self._websocket._pack_message(packet.encode())
        if not self._held:
            self._moment.holds(self)
        self._held.append(frame)
        self._held_bytes += len(frame)
        if self._held_bytes > HELD_BYTES:
            self.let_go()
        return True

    def let_go(self) -> None:
        """What is held goes to the kernel; what that does not take at once is sent beside the caller, and
        whoever sends more waits for it."""
        if not self._held:
            return
        frames, self._held, self._held_bytes = b"".join(self._held), [], 0
        websocket = self._websocket
        if websocket._sendlock.locked():  # a control frame is on its way
            self._moment.later(lambda: self._send_after(frames))
            return
        try:
            taken: int = websocket.socket.send_at_once(frames)
        except OSError:  # cut: whoever reads from it finds out
            return
        if taken < len(frames):
            websocket._sendlock.acquire()
            self._moment.later(lambda: self._finish(frames[taken:]))

    def wait(self) -> Any:
        """The client's next message that is not a command of the usual kind; None at the end."""
        if self._handed_on:  # its command has its turn before those that came after it
            self._connection.server.sleep(0)
        self._handed_on = self._websocket.socket.overhear(self._taken)
        return self._wait() if self._handed_on else None

    def close(self, *arguments: Any, **options: Any) -> None:
        """As the WebSocket's own; what is held goes first."""
        self.let_go()
        self._websocket.socket.overhear_no_more()
        self._close(*arguments, **options)

    def _send_after(self, frames: bytes) -> None:
        self._websocket._sendlock.acquire()
        self._finish(frames)

    def _finish(self, rest: bytes) -> None:
        try:
            self._websocket.socket.sendall(rest)
        except OSError:
            self._websocket.socket.overhear_no_more()
            self._websocket.socket.close()
        finally:
            self._websocket._sendlock.release()

    def _taken(self, data: bytes) -> bytes:
        """Takes the commands at the beginning of what was read; gives back the rest."""
        while data:
            text, rest = first_text(data)
            if text is None or not self._carried_out(text):
                return data
            data = rest
        return b""

    def _carried_out(self, text: bytes) -> bool:
        command = _COMMAND.match(text)
        if command is None:
            return False
        try:
            _, wish, *more = msgspec.json.decode(text[command.end() :])
        except (ValueError, RecursionError):
            return False
        number = command[1].decode("ascii")

        def reply(answer: Reply) -> None:
            if not self._connection.closed:
                told = msgspec.json.encode([answer]).decode()
                self._connection.send(Packet(MESSAGE, f"3{number}{told}"))

        return not more and self._commands.command_in_passing(self._connection.sid, wish, reply)


def shortcuts(engine: Server, commands: Commands, later: Callable[[Callable[[], None]], None]) -> None:
    """From now on connections that begin as a WebSocket have one, where the server's sockets can send at
    once. `later` is that of their Moment."""
    kind: Any = engine._async["websocket"]
    if not isinstance(kind, type):
        return
    moment = Moment(later)

    class Shortened(kind):  # type: ignore[misc]
        def __init__(self, handler: Callable[[Any], Any], server: Server) -> None:
            connection = handler.__self__  # type: ignore[attr-defined]

            def handle(websocket: Any) -> Any:
                able = hasattr(getattr(websocket, "socket", None), "send_at_once")
                if able and not connection.connected:  # else it polled before, and may still
                    connection.queue.shortcut = Shortcut(websocket, connection, moment, commands)
                return handler(websocket)

            super().__init__(handle, server)

    engine._async = {**engine._async, "websocket": Shortened}
