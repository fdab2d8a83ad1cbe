"""One connection as a phone has it: WebSocket, Engine.IO 4 and Socket.IO 5 over plain asyncio, as much of
them as a simulated participant and the bench (tests/bench) need. It exists so that hundreds of them fit
into one process; the tests proper use python-socketio's own client.
"""

import asyncio
import base64
import json
import os
import struct
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

Hear = Callable[[str, dict[str, Any]], None]

_TEXT: Final = 0x81
_MASKED: Final = 0x80
# Masking keeps web pages from writing what proxies take for HTTP; nothing here comes from a web page, so the
# key is zero.
_NO_MASK: Final = b"\0\0\0\0"
_SHORT: Final = 126
_LONG: Final = 127
_ANSWER_SECONDS: Final = 30.0
_CUT: Final = "the connection was cut"


class Refused(Exception):
    """The server did not let the connection in, or refused a command; the refusal's code is `code`."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class Line(asyncio.Protocol):
    """An open connection. `hear(event, frame)` is called for every event the server sends, in order;
    `raw`, if given, instead, with the undecoded text. `received_bytes` counts what came in, frames and
    all."""

    def __init__(
        self, auth: dict[str, Any], hear: Hear | None, raw: Callable[[bytes], None] | None = None
    ) -> None:
        self.received_bytes = 0
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._auth = auth
        self._hear = hear
        self._raw = raw
        self._buffer = bytearray()
        self._shaken = False
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._count = 0
        self._transport: asyncio.Transport | None = None

    @classmethod
    async def open(
        cls,
        url: str,
        auth: dict[str, Any],
        hear: Hear | None = None,
        raw: Callable[[bytes], None] | None = None,
    ) -> "Line":
        """A connection to the server at `url` that has introduced itself. Raises Refused or OSError."""
        parts = urlsplit(url)
        line = cls(auth, hear, raw)
        await asyncio.get_running_loop().create_connection(
            lambda: line, parts.hostname or "", parts.port or 80
        )
        line._shake(parts.netloc)
        await asyncio.wait_for(asyncio.shield(line._opened), _ANSWER_SECONDS)
        return line

    async def ask(self, event: str, message: dict[str, Any]) -> dict[str, Any]:
        """Sends an event and waits for its ack. Raises Refused where that is a refusal, OSError where the
        line is cut."""
        reply = await self.say(event, message)
        if not reply.get("ok", True):
            raise Refused(reply["refusal"]["code"], reply["refusal"]["message"])
        return reply

    async def say(self, event: str, *message: Any) -> dict[str, Any]:
        """Sends an event and waits for its ack, whatever that says. Raises OSError where the line is cut."""
        if self.closed.done():
            raise ConnectionResetError(_CUT)
        number = self._count
        self._count += 1
        answer = self._asked[number] = asyncio.get_running_loop().create_future()
        self._text(f"42{number}" + json.dumps([event, *message], ensure_ascii=False))
        reply: dict[str, Any] = await asyncio.wait_for(answer, _ANSWER_SECONDS)
        return reply

    def close(self) -> None:
        """Hangs up."""
        if self._transport:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """asyncio: connected."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """asyncio: cut; whoever waits for an answer is told."""
        cut = ConnectionResetError(_CUT)
        for waiting in (*self._asked.values(), self._opened):
            if not waiting.done():
                waiting.set_exception(cut)
        if not self.closed.done():
            self.closed.set_result(None)

    def data_received(self, data: bytes) -> None:
        """asyncio: bytes came; takes off as many whole frames as there are."""
        self.received_bytes += len(data)
        self._buffer += data
        if not self._shaken:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            if b" 101 " not in self._buffer[: self._buffer.find(b"\r\n")]:
                self.close()
                return
            del self._buffer[: end + 4]
            self._shaken = True
        while (payload := self._frame()) is not None:
            self._packet(payload)

    def _shake(self, host: str) -> None:
        key = base64.b64encode(os.urandom(16)).decode()
        self._write(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def _frame(self) -> bytes | None:
        """The payload of the next whole frame, taken off the buffer."""
        buffer = self._buffer
        if len(buffer) < 2:
            return None
        length, start = buffer[1], 2
        if length == _SHORT and len(buffer) >= 4:
            length, start = struct.unpack_from("!H", buffer, 2)[0], 4
        elif length == _LONG and len(buffer) >= 10:
            length, start = struct.unpack_from("!Q", buffer, 2)[0], 10
        if (length in (_SHORT, _LONG) and start == 2) or len(buffer) < start + length:
            return None
        payload = bytes(buffer[start : start + length])
        del buffer[: start + length]
        return payload

    def _packet(self, payload: bytes) -> None:
        kind, rest = payload[:2], payload[2:]
        if kind == b"42":
            self._event(rest)
        elif kind == b"43":
            start = rest.index(b"[")
            asked = self._asked.pop(int(rest[:start]), None)
            if asked and not asked.done():
                asked.set_result(json.loads(rest[start:])[0])
        elif kind[:1] == b"2":
            self._text("3")
        elif kind[:1] == b"0":
            self._text("40" + json.dumps(self._auth, ensure_ascii=False))
        elif kind == b"40":
            self._opened.set_result(None)
        elif kind == b"44":
            refusal = json.loads(rest)
            code = (refusal.get("data") or {}).get("code", "")
            self._opened.set_exception(Refused(code, refusal.get("message", "")))
            self.close()

    def _event(self, rest: bytes) -> None:
        if self._raw:
            self._raw(rest)
        elif self._hear:
            name, *frames = json.loads(rest)
            self._hear(name, frames[0] if frames else {})

    def _text(self, text: str) -> None:
        payload = text.encode()
        size = len(payload)
        if size < _SHORT:
            head = bytes((_TEXT, _MASKED | size))
        else:
            head = bytes((_TEXT, _MASKED | _SHORT)) + struct.pack("!H", size)
        self._write(head + _NO_MASK + payload)

    def _write(self, data: bytes) -> None:
        if self._transport and not self._transport.is_closing():
            self._transport.write(data)
