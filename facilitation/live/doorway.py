"""In front of Socket.IO, as WSGI: what its engine would compress, choke on or wait for without end never
reaches it.

- permessage-deflate is not offered on: it would compress every frame once for each client.
- A long-polling request with an engine packet that no client sends, or with too much, makes the engine wait
  for a client that has gone, for ever, with the connection's place taken.
"""

import io
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

PATH: Final = "/socket.io/"
FRAME_BYTES: Final = 256 * 1024
"""The largest frame, and the largest request of a client that polls. A longer one ends its connection without
an ack, so there is room for a document pasted by mistake, which is then refused as too long."""
PACKETS: Final = 64
"""So many packets a polling request may carry: an outbox that was filled while there was no network."""

_SEPARATOR: Final = b"\x1e"
# Closing, answering a ping, and messages are all that clients have to say.
_CLIENTS_PACKET: Final = re.compile(rb"[134]")


class Doorway:
    """The application behind it, `inner`, gets only what it can deal with."""

    def __init__(self, inner: Application) -> None:
        self._inner = inner

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """WSGI."""
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        if environ["REQUEST_METHOD"] == "POST" and environ.get("PATH_INFO", "").startswith(PATH):
            body = _body(environ)
            if body is None or not _is_sane(body):
                headers = [("Content-Type", "text/plain"), ("Content-Length", "0"), ("Connection", "close")]
                start_response("400 Bad Request", headers)
                return []
            environ["wsgi.input"] = io.BytesIO(body)
        return self._inner(environ, start_response)


def _body(environ: dict[str, Any]) -> bytes | None:
    """The request's body; None where it is too long or of no stated length."""
    length = environ.get("CONTENT_LENGTH", "")
    if not re.fullmatch(r"[0-9]{1,6}", length) or int(length) > FRAME_BYTES:
        return None
    body: bytes = environ["wsgi.input"].read(int(length))
    return body


def _is_sane(body: bytes) -> bool:
    packets = body.split(_SEPARATOR)
    return len(packets) <= PACKETS and all(_CLIENTS_PACKET.match(packet) for packet in packets)
