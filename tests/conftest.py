"""What tests of every room may use: a free port, a server of one's own in a process of its own, a browser.

The server is a process because Playwright's synchronous API hangs in one that eventlet has patched, and
because a test may kill it. Whatever is started here ends with the test, also when the test fails.
"""

from __future__ import annotations

import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.soak import disk
from tools import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MODERATOR_KEY = "the-key-of-the-tests"
START_SECONDS = 90
STOP_SECONDS = 15


@dataclass
class Served:
    """A running `obrus serve`: where it answers, where it keeps its workshops, what it wrote."""

    url: str
    port: int
    sessions: Path
    key: str
    log: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> int:
        """End it as Ctrl-C does, and return its exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(STOP_SECONDS)

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait(STOP_SECONDS)

    def written(self) -> str:
        """Everything it has written to stdout and stderr so far."""
        return self.log.read_text("utf-8", errors="replace")


@pytest.fixture
def free_port() -> int:
    """A TCP port on 127.0.0.1 that nobody listens on."""
    return _free_port()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """`serve(*options, port=…, …)` starts a server and returns it as soon as it answers.

    `program` starts another Obrus than the one under test. With the `port` and `sessions` of an earlier one
    it is the same server, started again. With a `certificate` (its options have to be given, too) it is
    asked over https.
    """
    with servers(tmp_path) as start:
        yield start


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that nobody stops; each test makes workshops of its own on it."""
    with servers(tmp_path_factory.mktemp("house")) as start:
        yield start()


@contextmanager
def servers(folder: Path) -> Iterator[Callable[..., Served]]:
    """What `serve` yields, for fixtures that live longer than a test; logs and workshops go into `folder`."""
    started: list[Served] = []

    def start(
        *options: str,
        port: int | None = None,
        sessions: Path | None = None,
        command: str = "serve",
        environment: dict[str, str] | None = None,
        program: tuple[str, ...] = (sys.executable, "-m", "facilitation"),
        certificate: Path | None = None,
    ) -> Served:
        port = port or _free_port()
        sessions = sessions or folder / "sessions"
        where = ("--host", "127.0.0.1", "--port", str(port), "--sessions", str(sessions))
        words = [*program, command, *where, "--moderator-key", MODERATOR_KEY, *options]
        log = folder / f"server-{len(started)}.log"
        process = _start(words, log, environment or {})
        scheme = "https" if certificate else "http"
        served = Served(f"{scheme}://127.0.0.1:{port}", port, sessions, MODERATOR_KEY, log, process)
        started.append(served)
        _await_answer(served, certificate)
        return served

    try:
        yield start
    finally:
        for served in started:
            if served.process.poll() is None:
                served.kill()


class Faulty(NamedTuple):
    """A server, its disk's orders, and the file that says which address it has."""

    served: Served
    orders: Path
    address: Path


@contextmanager
def faulty_servers(folder: Path, address: str) -> Iterator[Faulty]:
    """A server whose disk and address obey the test; skips where SQLite can't be taken over."""
    if not disk.can_be_taken_over():
        pytest.skip("this Python hides its SQLite")
    orders, told = folder / "orders", folder / "address"
    told.write_text(address)
    program = (sys.executable, "-m", "tests.soak.faulty", "--disk", str(orders), "--address", str(told), "--")
    with servers(folder) as start:
        yield Faulty(start(program=program), orders, told)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; give every person in a test a context of their own."""
    path = chromium.find()
    if path is None:
        pytest.skip("NO CHROMIUM on this machine: browser tests are skipped (`make test` tries to fetch one)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield opened
        opened.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever uses the browser is marked so, so that `-m "not browser"` leaves them out.

    Who waits for other processes gets a second try, because a busy machine may keep them waiting for longer
    than any test should; the summary names each that needed it. The rules get none.
    """
    for item in items:
        uses = set(getattr(item, "fixturenames", ()))
        if "browser" in uses:
            item.add_marker("browser")
        if uses & {"browser", "house", "open_cafe", "serve"} or "runtime" in item.path.parts:
            item.add_marker(pytest.mark.flaky(reruns=1))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _start(words: list[str], log: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """The process, with none of the caller's own OBRUS_ settings, writing into `log`."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("OBRUS_")}
    with log.open("wb") as output:
        return subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**clean, "PYTHONUNBUFFERED": "1", **environment},
        )


def _await_answer(served: Served, certificate: Path | None) -> None:
    """Return when /healthz answers; fail with the server's own words if it ends or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    trust = ssl.create_default_context(cafile=certificate) if certificate else None
    while time.monotonic() < deadline and served.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{served.url}/healthz", timeout=2, context=trust):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    pytest.fail(f"the server did not answer (exit status {served.process.poll()}):\n{served.written()}")
