"""The process that serves: its listening socket, its green threads, its clean stop. With __main__.py the
only file that names eventlet; app.py wires what is served.
"""

import errno
import secrets
import signal
import socket as plain_socket
import ssl
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final, NoReturn

import eventlet
import eventlet.event
import eventlet.green.ssl
import eventlet.greenio
import eventlet.hubs
import eventlet.semaphore
import eventlet.tpool
import eventlet.websocket
import eventlet.wsgi
import structlog

from facilitation import tidying
from facilitation.app import House, create_app
from facilitation.config import Settings
from facilitation.live.doorway import Application
from facilitation.live.frames import Parts, unmasked
from facilitation.meters import Meters
from facilitation.runtime.concurrency import Returned, Signal
from facilitation.undone import Undone

ASYNC_MODE: Final = "eventlet"
BACKLOG: Final = 1024
_REQUEST_TIMEOUT_SECONDS: Final = 60
# So long what has been sent may still be on its way out.
_GOODBYE_SECONDS: Final = 0.2
_READS_IN_A_ROW: Final = 16
_AHEAD_BYTES: Final = 4096
# Journals, the worker's pipes, the log.
_OWN_FILES: Final = 256
# A commit runs in a real thread and needs the interpreter several times. By default it waits 5 ms each time
# that the hub is busy: an idea's ack took 18 ms (median) instead of 6 when 1,000 phones wrote at load 9.
_TURN_SECONDS: Final = 0.0005
# So many ready connections are served before those have their turn who wait for a time to come. All 1,000 of
# a room that is told to join at once would be one long moment.
_READY_AT_ONCE: Final = 32
_NAP_SECONDS: Final = 0.005
_TOO_LONG: Final = 1009

log = structlog.get_logger("obrus.server")


class CannotServe(Undone):
    """The server can't start."""


class GreenSignal:
    """A runtime Signal for green threads."""

    def __init__(self) -> None:
        self._event = eventlet.event.Event()

    def set(self) -> None:
        """It has happened."""
        if not self._event.ready():
            self._event.send(True)

    def wait(self, timeout_seconds: float | None = None) -> bool:
        """Blocks the green thread; whether it has happened."""
        return bool(self._event.wait(timeout=timeout_seconds))


def steady_seconds() -> float:
    """Seconds that only go on, also while the computer sleeps, whoever sets its clock. Python's own monotonic
    clock stands still in a sleeping computer, but for Windows."""
    sleepless = getattr(time, "CLOCK_BOOTTIME", None)
    if sleepless is None and sys.platform == "darwin":
        sleepless = time.CLOCK_MONOTONIC
    return time.monotonic() if sleepless is None else time.clock_gettime(sleepless)


class GreenConcurrency:
    """The runtime's Concurrency with green threads; disks are waited for in real ones. Its clock is the one
    on the wall at the start and goes on from there: one that is set while people talk moves no round's
    end."""

    def __init__(self) -> None:
        self._ahead_seconds = time.time() - steady_seconds()

    def spawn(self, work: Callable[[], None]) -> None:
        """Runs `work` beside the caller."""
        eventlet.spawn_n(work)

    def signal(self) -> Signal:
        """A new signal."""
        return GreenSignal()

    def lock(self) -> AbstractContextManager[object]:
        """A new mutual exclusion."""
        lock: AbstractContextManager[object] = eventlet.semaphore.Semaphore(1)
        return lock

    def sleep(self, seconds: float) -> None:
        """Lets the others run."""
        eventlet.sleep(seconds)

    def give_way(self) -> None:
        """Lets the others run once."""
        eventlet.sleep(0)

    def run_blocking(self, work: Callable[[], Returned]) -> Returned:
        """Runs `work` in a real thread."""
        result: Returned = eventlet.tpool.execute(work)
        return result

    def clock_ms(self) -> int:
        """Milliseconds since the epoch."""
        return int((self._ahead_seconds + steady_seconds()) * 1_000)

    def new_seed(self) -> int:
        """A fresh random number."""
        return secrets.randbits(32)


class _Fair:
    """A connection that gives way now and then while it is read: a green thread whose data is always there
    already would never let the others run, so that one client who floods would stop them all."""

    _reads = 0
    _ahead = b""

    def _give_way(self) -> None:
        self._reads += 1
        if self._reads % _READS_IN_A_ROW == 0:
            eventlet.sleep(0)

    def _taken(self, size: int, read: Callable[[int], bytes]) -> bytes:
        """At most `size` bytes. A frame is asked for in four small pieces; `read` is asked for a page."""
        self._give_way()
        if not self._ahead:
            if size >= _AHEAD_BYTES:
                return read(size)
            self._ahead = read(_AHEAD_BYTES)
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data


class FairSocket(_Fair, eventlet.greenio.GreenSocket):  # type: ignore[misc]
    """Such a connection, in the clear; a listening one accepts its own kind."""

    overhearing: "_Overhearing | None" = None

    def recv(self, size: int) -> bytes:
        """As the socket's own."""
        return self._taken(size, super().recv)

    def recv_into(self, *args: Any) -> int:
        """As the socket's own."""
        self._give_way()
        count: int = super().recv_into(*args)
        return count

    def accept(self) -> Any:
        """As the socket's own. Each connection begins with work of its own: a whole room that comes back at
        once would be one long moment without giving way in between."""
        self._give_way()
        return super().accept()

    def overhear(self, take: Callable[[bytes], bytes]) -> bool:
        """Gives what comes to `take`, in the hub itself, which wakes no green thread for it, until `take`
        gives something back: that can then be read as usual. False once the connection has ended. `take`
        waits for nothing."""
        rest = take(self._ahead) if self._ahead else b""
        if not rest:
            rest = _Overhearing(self.fd, take).until_it_stops(self)
        self._ahead = rest
        return bool(rest)

    def overhear_no_more(self) -> None:
        """For whoever closes it: ends `overhear` as if the client had."""
        if self.overhearing:
            self.overhearing.stop()

    def send_at_once(self, data: bytes) -> int:
        """How many of the bytes the kernel has taken, without waiting; raises OSError."""
        try:
            taken: int = self.fd.send(data)
        except BlockingIOError:
            return 0
        return taken


class _Overhearing:
    """A connection that the hub reads itself. What is spared for each message: a failed reading, a timer, two
    calls that tell the kernel what is waited for, and two changes of green threads."""

    def __init__(self, plain: plain_socket.socket, take: Callable[[bytes], bytes]) -> None:
        self._plain = plain
        self._take = take
        self._hub = eventlet.hubs.get_hub()
        self._reader = eventlet.getcurrent()
        self._listener: Any = None

    def until_it_stops(self, connection: "FairSocket") -> bytes:
        """Blocks the green thread until there is something for it: what `take` gave back; b"" at the end."""
        fileno = self._plain.fileno()
        if fileno < 0:
            return b""
        self._listener = self._hub.add(
            self._hub.READ, fileno, self._ready, lambda *_: self._wake(b""), connection._mark_as_closed
        )
        connection.overhearing = self
        try:
            rest: bytes = self._hub.switch()
        finally:
            connection.overhearing = None
            self._forget()
        return rest

    def stop(self) -> None:
        """Wakes the green thread, in a moment, with b""."""
        if self._forget():
            self._hub.schedule_call_global(0, self._wake, b"")

    def _ready(self, _: object) -> None:
        try:
            data = self._plain.recv(_AHEAD_BYTES)
            rest = self._take(data) if data else b""
        except BlockingIOError:
            return
        except OSError:
            data = rest = b""
        except Exception:
            log.exception("overhearing_failed")
            data = rest = b""
        if rest or not data:
            self._forget()
            self._wake(rest)

    def _wake(self, rest: bytes) -> None:
        self._reader.switch(rest)

    def _forget(self) -> bool:
        """The hub looks no more; False where it did not."""
        listener, self._listener = self._listener, None
        if listener is not None:
            self._hub.remove(listener)
        return listener is not None


class FairTlsSocket(_Fair, eventlet.green.ssl.GreenSSLSocket):  # type: ignore[misc]
    """Such a connection over TLS. A client that does not trust the certificate, or speaks plain http, breaks
    the connection off as far as the web server is concerned."""

    def recv(self, size: int) -> bytes:
        """As the socket's own."""
        with _tls_failures():
            return self._taken(size, super().recv)

    def recv_into(self, *args: Any) -> int:
        """As the socket's own."""
        self._give_way()
        with _tls_failures():
            count: int = super().recv_into(*args)
        return count


class BoundedMessage(eventlet.websocket.RFC6455WebSocket.Message):  # type: ignore[misc]
    """A client's message, which may come in any number of frames; too long, it ends the connection."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._parts = Parts()

    def push(self, data: bytes, final: bool = False) -> None:
        """Keeps a part that has come."""
        if self._parts.are_too_long(data):
            raise eventlet.websocket.FailedConnectionError(_TOO_LONG, "too long")
        super().push(data, final)


class TlsListener(FairSocket):
    """A listening socket whose connections speak TLS. Their handshake is done in their own green threads,
    with the first byte that is read."""

    context: ssl.SSLContext
    # By this name the web server tells https from http.
    do_handshake = None

    def accept(self) -> tuple[FairTlsSocket, Any]:
        """The next connection and its address."""
        plain, address = super().accept()
        accepted: Any = self.context.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)
        # The library gives every socket of its own class this one in the same way.
        accepted.__class__ = FairTlsSocket
        return accepted, address


@contextmanager
def _tls_failures() -> Iterator[None]:
    try:
        yield
    except ssl.SSLEOFError:
        raise
    except ssl.SSLError as error:
        raise ConnectionResetError(errno.ECONNRESET, error.reason) from None


def listen(settings: Settings) -> FairSocket:
    """The listening socket. TCP_NODELAY, which every connection inherits: without it an ack that follows a
    broadcast waits some 40 ms for the client's own acknowledgement. Raises CannotServe."""
    try:
        found = plain_socket.getaddrinfo(
            settings.host, settings.port, type=plain_socket.SOCK_STREAM, flags=plain_socket.AI_PASSIVE
        )
        family, kind, protocol, _, address = found[0]
        listener = (TlsListener if settings.tls else FairSocket)(family, kind, protocol)
        listener.setsockopt(plain_socket.SOL_SOCKET, plain_socket.SO_REUSEADDR, 1)
        listener.setsockopt(plain_socket.IPPROTO_TCP, plain_socket.TCP_NODELAY, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
        if settings.tls:
            listener.context = eventlet.green.ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            listener.context.load_cert_chain(settings.cert, settings.key)
    except OSError as error:
        raise CannotServe(
            f"can't listen on {settings.host}:{settings.port}: {error.strerror or error}"
        ) from error
    return listener


def serve(settings: Settings, ready: Callable[[House, int], Callable[[], None] | None]) -> None:
    """Serves until SIGINT or SIGTERM, then stops cleanly: everybody told, everything on disk. `ready` is
    called once with the wired house and the port, when connections are taken; what it returns is called
    first when the server stops. Raises CannotServe."""
    _allow_files(settings.max_connections)
    listener = listen(settings)
    port: int = listener.getsockname()[1]
    try:
        house = create_app(settings, GreenConcurrency(), ASYNC_MODE)
    except ValueError as error:
        raise CannotServe(str(error)) from None
    stopped = _on_signals()
    _serve_few_at_once()
    sys.setswitchinterval(_TURN_SECONDS)
    eventlet.websocket.RFC6455WebSocket.Message = BoundedMessage
    eventlet.websocket.RFC6455WebSocket._apply_mask = staticmethod(unmasked)
    eventlet.spawn(
        eventlet.wsgi.server,
        listener,
        guarded(house.wsgi),
        max_size=settings.max_connections,
        socket_timeout=_REQUEST_TIMEOUT_SECONDS,
        log_output=False,
        debug=False,
    )
    farewell = ready(house, port)
    tidying.settle()
    if settings.metrics == "on":
        eventlet.spawn_n(_watch_hub, house.meters)
    eventlet.spawn_n(tidying.tidy, eventlet.sleep, house.live)
    eventlet.spawn_n(house.reach.watch, eventlet.sleep, house.live.moved)
    stopped.wait()
    log.info("stopping", connections=house.live.connections)
    if farewell:
        farewell()
    # Who knocks from now on is refused by the registry; the connections themselves end with the process.
    house.live.stop()
    house.close()
    eventlet.sleep(_GOODBYE_SECONDS)
    log.info("stopped")


def _serve_few_at_once() -> None:
    """The kernel names those who were served now last when it is asked again, so nobody is passed over."""
    hub = eventlet.hubs.get_hub()
    if hasattr(hub.poll, "poll") and "epoll" in type(hub.poll).__name__:
        hub.do_poll = lambda seconds: hub.poll.poll(seconds, _READY_AT_ONCE)


def _watch_hub(meters: Meters) -> NoReturn:
    """Sleeps a moment at a time, for ever, and notes by how much each sleep was too long: for so long
    somebody kept all others waiting."""
    while True:
        began = time.perf_counter()
        eventlet.sleep(_NAP_SECONDS)
        meters.lag.observe(max(0.0, time.perf_counter() - began - _NAP_SECONDS))


def guarded(wsgi: Application) -> Application:
    """The application, where a frame that the engine can't read ends its connection and not in a
    traceback."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            return wsgi(environ, start_response)
        except (ValueError, KeyError, IndexError, TypeError, OSError) as error:
            if "HTTP_UPGRADE" not in environ:
                raise
            log.warning("unreadable_frame", error=type(error).__name__)
            already_handled: Iterable[bytes] = eventlet.wsgi.ALREADY_HANDLED
            return already_handled

    return application


def _allow_files(connections: int) -> None:
    """Each connection is an open file, and a shell's usual limit of 1,024 is soon reached. Raises it as far
    as the system lets us."""
    wanted = connections + _OWN_FILES
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    if allowed < wanted:
        log.warning("few_open_files", allowed=allowed, wanted=wanted)


def _on_signals() -> GreenSignal:
    """What is set by the first SIGINT or SIGTERM; a second one ends the process at once. Signals arrive
    between any two instructions, so the handler only writes a byte, and a green thread that reads it does
    the rest."""
    stopped = GreenSignal()
    reading, writing = plain_socket.socketpair()
    writing.setblocking(False)

    def wait() -> None:
        reading.recv(1)
        stopped.set()

    def handle(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        writing.send(b"!")

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, handle)
    eventlet.spawn_n(wait)
    return stopped
