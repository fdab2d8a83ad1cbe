"""The server that the soak ill-treats: started, killed, starved of its disk, on a port and a folder that stay
the same."""

import asyncio
import atexit
import resource
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from tests.bench.contenders import KEY
from tests.soak import disk

START_SECONDS = 60.0


def free_port() -> int:
    """A port on 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class House:
    """One sessions folder, made in `folder`, and whatever server serves it at the moment; `said` is what that
    one wrote on its way up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "sessions"
        self._orders = folder / "orders"
        self.said = ""
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self._leave_nothing)

    async def start(self, *faults: str) -> None:
        """Starts a server and returns when it answers; `faults` are those of faulty.py."""
        where = ["--host", "127.0.0.1", "--port", str(self.port), "--sessions", str(self.folder)]
        faulty = [sys.executable, "-m", "tests.soak.faulty", *faults]
        if disk.can_be_taken_over():
            faulty += ["--disk", str(self._orders)]
        log = self.folder.parent / "server.log"
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                [*faulty, "--", "serve", *where, "--moderator-key", KEY, "--metrics", "on"],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.DEVNULL,
            )
        until = asyncio.get_running_loop().time() + START_SECONDS
        while not await asyncio.to_thread(self._answers):
            if self._process.poll() is not None or asyncio.get_running_loop().time() > until:
                raise RuntimeError(f"the server did not come up: {self._process.poll()}")
            await asyncio.sleep(0.05)
        self.said = log.read_text(errors="replace")

    def kill(self) -> None:
        """As a power cut ends it, children and all."""
        assert self._process is not None
        for child in psutil.Process(self._process.pid).children(recursive=True):
            child.kill()
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """As Ctrl+C ends it."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        self._process.wait(30)

    def _leave_nothing(self) -> None:
        """Also when the campaign breaks off, no server is left behind."""
        if self._process is not None and self._process.poll() is None:
            self.kill()

    def fill_disk(self) -> None:
        """From now on the server can write to no file beyond its first byte, as on a full disk."""
        self._limit(1)

    def free_disk(self) -> None:
        """There is room again."""
        self._limit(resource.RLIM_INFINITY)

    def order_disk(self, order: str) -> None:
        """The disk does from now on what an order of disk.py says."""
        self._orders.write_text(order)

    def set_clock_back(self) -> None:
        """By an hour."""
        assert self._process is not None
        self._process.send_signal(signal.SIGUSR1)

    def memory_mb(self) -> float:
        """What the server's process has now."""
        assert self._process is not None
        return float(psutil.Process(self._process.pid).memory_info().rss) / 1_000_000

    def second_server(self) -> str:
        """What a second server on the same folder says, which has to end by itself."""
        words = ["serve", "--host", "127.0.0.1", "--port", "0", "--sessions", str(self.folder)]
        done = subprocess.run(
            [sys.executable, "-m", "facilitation", *words], capture_output=True, text=True, timeout=60
        )
        return f"{done.returncode}: {done.stderr.strip()}"

    def _limit(self, size: int) -> None:
        assert self._process is not None
        _, hard = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (size, hard))

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.url}/healthz", timeout=1).close()
        except (urllib.error.URLError, OSError):
            return False
        return True
