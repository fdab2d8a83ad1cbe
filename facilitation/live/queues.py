"""What waits to be sent, bounded: who does not read is cut off, and comes back by a patch or a snapshot.

The engine keeps a queue for each connection, without an end: it would grow for as long as a client answers
pings and reads nothing else. `bound` gives it queues that know how much is in them. This is the one place
that goes below the engine's public face (`create_queue`, `sockets`).
"""

from collections.abc import Callable
from typing import Any, Final

import structlog
from engineio import Server

from facilitation.live.shortcut import Shortcut
from facilitation.meters import Meters

QUEUED_BYTES: Final = 1024 * 1024
"""More than this never waits for one connection, except for a single packet: the console's snapshot of a full
workshop may be as long. What 50 phones that read nothing can hold is then 50 MB."""

_PACKET_BYTES: Final = 256

log = structlog.get_logger("obrus.sockets")


def bounded(kind: type[Any], overflowed: Callable[[Any], None]) -> type[Any]:
    """The engine's kind of queue, but with a bound: once there is too much in it, it takes nothing more, says
    that there is no more to send, and is given to `overflowed` once."""

    class Bounded(kind):  # type: ignore[misc]
        bytes = 0
        broken = False
        shortcut: Shortcut | None = None

        def put(self, packet: Any) -> None:
            if packet is None and self.shortcut:
                self.shortcut.let_go()
            if not self._sent(packet):
                super().put(packet)

        def _sent(self, packet: Any) -> bool:
            # Only where nothing waits and the client's thread does, so that the order stays.
            if self.shortcut is None or packet is None or self.queue or not self.getters:
                return False
            return self.shortcut.sent(packet)

        def get(self, block: bool = True, timeout: float | None = None) -> Any:
            # The engine's timeout makes a timer for every packet, eight for each idea, that lie about for
            # 18 s; a client that has gone is found out by its missing pong, which ends its queue with None.
            return super().get(block)

        def _put(self, packet: Any) -> None:
            size = _size(packet)
            if self.broken:
                return
            if self.bytes and self.bytes + size > QUEUED_BYTES:
                self.broken = True
                self.bytes = 0
                self.queue.clear()
                super()._put(None)
                overflowed(self)
                return
            self.bytes += size
            super()._put(packet)

        def _get(self) -> Any:
            packet = super()._get()
            self.bytes -= _size(packet)
            return packet

    return Bounded


def bound(engine: Server, meters: Meters) -> None:
    """From now on the engine's connections have bounded queues. Before anybody connects."""

    def overflowed(queue: Any) -> None:
        # Not here: whoever sent the packet is in the middle of sending it to a whole room.
        engine.start_background_task(_cut_off, engine, queue, meters)

    engine.create_queue = bounded(type(engine.create_queue()), overflowed)
    meters.gauge("obrus_queued_bytes", "What waits to be sent.", lambda: sum(_waiting(engine)))
    meters.gauge(
        "obrus_queued_longest_bytes",
        "What waits to be sent to the slowest client.",
        lambda: max(_waiting(engine), default=0),
    )


def _cut_off(engine: Server, queue: Any, meters: Meters) -> None:
    """Ends the connection: out of its rooms at once; the socket itself when its last sending gives up."""
    meters.cut_off += 1
    log.warning("cut_off", waiting_bytes=QUEUED_BYTES)
    for connection in list(engine.sockets.values()):
        if connection.queue is queue:
            connection.close(wait=False, abort=True, reason=engine.reason.TRANSPORT_ERROR)


def _waiting(engine: Server) -> list[int]:
    return [connection.queue.bytes for connection in list(engine.sockets.values())]


def _size(packet: Any) -> int:
    """About the bytes that a packet takes. Rooms share their packets, so in sum it is more than there is."""
    if packet is None:
        return 0
    data = packet.data
    return _PACKET_BYTES + (len(data) if isinstance(data, str | bytes) else 0)
