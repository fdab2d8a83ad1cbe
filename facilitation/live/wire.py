"""Socket.IO packets as this server takes them: the two events a client may send, in strict JSON, and nothing
else.

Whatever else arrives becomes a `command` without content, which the handler in handlers.py refuses as
malformed: the library's own decoder would raise into the log instead, or wait for attachments without end.
"""

from typing import Any, Final

import msgspec
from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet

EVENTS: Final = frozenset({"command", "snapshot", "question", "similar", "agreement"})
_UNREADABLE: Final = ["command", None]
# Socket.IO counts its acks from 0; a longer number was not counted by anybody.
_ACK_DIGITS: Final = 15


class StrictJson:
    """JSON as RFC 8259 has it: no NaN, no lone surrogates. What is sent is UTF-8, in which Polish takes a
    third of `\\u0105`."""

    @staticmethod
    def loads(text: str | bytes, **_: Any) -> Any:
        """The value; raises ValueError or RecursionError."""
        return msgspec.json.decode(text)

    @staticmethod
    def dumps(value: Any, **_: Any) -> str:
        """The text, without spaces."""
        return msgspec.json.encode(value).decode()


class StrictPacket(Packet):  # type: ignore[misc]
    """A packet whose decoding never raises. No binary packets: nothing of ours has any."""

    uses_binary_events = False
    json = StrictJson
    packet_type: Any
    id: int | None

    def decode(self, encoded_packet: str | bytes) -> int:
        """Take the packet apart; the number of attachments to wait for is always 0."""
        try:
            if isinstance(encoded_packet, str):
                super().decode(encoded_packet)
        except (ValueError, RecursionError):
            self.data = None
        if self.packet_type in (CONNECT, DISCONNECT) and isinstance(encoded_packet, str):
            return 0
        if self.packet_type != EVENT or not _is_event(self.data):
            self.packet_type, self.data = EVENT, list(_UNREADABLE)
        if self.id is not None and self.id >= 10**_ACK_DIGITS:
            self.id = None
        return 0


def _is_event(data: object) -> bool:
    return isinstance(data, list) and len(data) > 0 and isinstance(data[0], str) and data[0] in EVENTS
