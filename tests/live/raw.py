"""A WebSocket with nothing in between: what a client that means harm, or has gone mad, can send."""

import socket
import struct
from contextlib import suppress
from urllib.parse import urlsplit

TEXT = 0x81
_SECONDS = 20.0


class Raw:
    """A connection after the handshake; `head` is the server's answer to it."""

    def __init__(self, url: str, headers: str = "", takes: int = 0) -> None:
        """`takes`: about how many bytes are taken in for one that reads nothing; by default megabytes."""
        parts = urlsplit(url)
        self._socket = socket.socket()
        if takes:  # before it connects: the window is agreed on then
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, takes)
        self._socket.settimeout(_SECONDS)
        self._socket.connect((parts.hostname, parts.port))
        self._socket.sendall(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {parts.netloc}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{headers}\r\n".encode()
        )
        self._data = b""
        while b"\r\n\r\n" not in self._data:
            self._data += self._socket.recv(4096)
        head, _, self._data = self._data.partition(b"\r\n\r\n")
        self.head = head.decode("latin-1")

    def introduce(self, auth: str) -> None:
        """Socket.IO's CONNECT, and what the server answers to it."""
        self.send(b"40" + auth.encode())
        while (answer := self.hear()) is not None and not answer.startswith((b"40", b"44")):
            pass

    def send(self, payload: bytes, first_byte: int = TEXT) -> None:
        """One frame, masked with zeros."""
        self._socket.sendall(frame(payload, first_byte))

    def send_bytes(self, data: bytes) -> None:
        """Whatever bytes."""
        self._socket.sendall(data)

    def hear(self, seconds: float = _SECONDS) -> bytes | None:
        """The payload of the next frame, whatever it is; None when the server hangs up or says nothing."""
        self._socket.settimeout(seconds)
        with suppress(OSError):
            head = self._take(2)
            length = head[1]
            if length == 126:
                (length,) = struct.unpack("!H", self._take(2))
            elif length == 127:
                (length,) = struct.unpack("!Q", self._take(8))
            payload = self._take(length)
            return None if head[0] & 0x0F == 8 else payload
        return None

    def ack(self, number: int) -> bytes | None:
        """What the server acknowledges message `number` with; None if it does not."""
        mark = b"43%d[" % number
        while (heard := self.hear()) is not None:
            if heard.startswith(mark):
                return heard[len(mark) - 1 :]
        return None

    def close(self) -> None:
        """Hangs up; who listens in another thread hears nothing more."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _take(self, count: int) -> bytes:
        while len(self._data) < count:
            more = self._socket.recv(65_536)
            if not more:
                raise ConnectionResetError
            self._data += more
        taken, self._data = self._data[:count], self._data[count:]
        return taken


def frame(payload: bytes, first_byte: int = TEXT) -> bytes:
    """A client's WebSocket frame."""
    size = len(payload)
    if size < 126:
        length = bytes((0x80 | size,))
    elif size < 65_536:
        length = bytes((0x80 | 126,)) + struct.pack("!H", size)
    else:
        length = bytes((0x80 | 127,)) + struct.pack("!Q", size)
    return bytes((first_byte,)) + length + bytes(4) + payload
