"""What waits to be sent, bounded: who does not read is cut off, and comes back by a patch or a snapshot.

The engine keeps a queue for each connection, without an end: it would grow for as long as a client answers
pings and reads nothing else. `bound` gives it queues that know how much is in them. This is the one place
that goes below the engine's public face (`create_queue`, `sockets`).
"""

from collections.abc import Callable
from typing import Any, Final

import structlog
from engineio import Server

from facilitation.meters import Meters

QUEUED_BYTES: Final = 1024 * 1024
"""More than this never waits for one connection, except for a single packet: the console's snapshot of a full
workshop may be as long. What 50 phones that read nothing can hold is then 50 MB."""

_PACKET_BYTES: Final = 256

log = structlog.get_logger("obrus.sockets")


class Bounded:
    """A connection's queue: `inner`, which the engine's kind of threads has, and how many bytes are in it.
    Once there are too many it takes nothing more, ends, and calls `overflowed` once."""

    def __init__(self, inner: Any, overflowed: Callable[["Bounded"], None]) -> None:
        self.bytes = 0
        self.broken = False
        self._inner = inner
        self._overflowed = overflowed

    def put(self, packet: Any) -> None:
        """A packet; None says that there will be no more."""
        if self.broken:
            return
        if packet is not None and self.bytes + _size(packet) > QUEUED_BYTES and self.bytes:
            self.broken = True
            self._empty()
            self._inner.put(None)
            self._overflowed(self)
            return
        self.bytes += _size(packet)
        self._inner.put(packet)

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """The next packet. Raises the inner queue's Empty."""
        packet = self._inner.get(block=block, timeout=timeout)
        self.bytes -= _size(packet)
        return packet

    def task_done(self) -> None:
        """A packet that was got is dealt with."""
        self._inner.task_done()

    def join(self) -> None:
        """Waits until every packet is dealt with."""
        self._inner.join()

    def _empty(self) -> None:
        while not self._inner.empty():
            self.get(block=False)
            self._inner.task_done()


def bound(engine: Server, meters: Meters) -> None:
    """From now on the engine's connections have bounded queues. Before anybody connects."""
    make = engine.create_queue

    def overflowed(queue: Bounded) -> None:
        # Not here: whoever sent the packet is in the middle of sending it to a whole room.
        engine.start_background_task(_cut_off, engine, queue, meters)

    def create_queue() -> Bounded:
        return Bounded(make(), overflowed)

    engine.create_queue = create_queue
    meters.gauge("obrus_queued_bytes", "What waits to be sent.", lambda: sum(_waiting(engine)))
    meters.gauge(
        "obrus_queued_longest_bytes",
        "What waits to be sent to the slowest client.",
        lambda: max(_waiting(engine), default=0),
    )


def _cut_off(engine: Server, queue: Bounded, meters: Meters) -> None:
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
