"""One load on one server after the other in one run on one machine: the same phones, the same ideas.

Ratios within a run hold; the milliseconds of one run are that machine's on that day.
"""

import asyncio
import re
import resource
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil  # type: ignore[import-untyped]

from tests.bench.contenders import Contender, Load, Stalls
from tests.bench.phones import Outcome, Watch, burst, steadily

START_SECONDS = 60.0
REST_SECONDS = 1.0


class Phases(NamedTuple):
    """What a server said of its hub, each time since its start: when all had joined and sat, after the burst,
    at the end."""

    joined: Stalls
    posted: Stalls
    ended: Stalls


class Measured(NamedTuple):
    """One server under a load. CPU seconds are the server's while all post, with the processes it has started
    and without; the peak of memory is that of its own process. `texts` is what it kept, `steady_ms` the acks
    after the burst, by mark."""

    name: str
    connect_seconds: float
    outcome: Outcome
    cpu_seconds: float
    own_cpu_seconds: float
    peak_mb: float
    texts: list[str]
    stalls: Phases
    steady_ms: dict[str, float]


def allow_files(wanted: int) -> None:
    """Each phone is an open file; servers inherit the limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))


@contextmanager
def serving(command: list[str], port: int) -> Iterator[psutil.Process]:
    """A server in a process of its own, once it takes connections; ended afterwards."""
    with tempfile.TemporaryFile() as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            _await_port(port, process)
            yield psutil.Process(process.pid)
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()


def _await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"no server came up on port {port}")


def cpu_seconds(process: psutil.Process) -> float:
    """CPU time of the process and its children so far."""
    return sum(sum(one.cpu_times()[:2]) for one in (process, *process.children(recursive=True)))


def own_cpu_seconds(process: psutil.Process) -> float:
    """CPU time of the process alone so far."""
    return float(sum(process.cpu_times()[:2]))


def peak_mb(process: psutil.Process) -> float:
    """The most memory the process has had, in MB; where the system does not say, what it has now."""
    with suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text("ascii"))
        if found:
            return int(found[1]) / 1000
    return float(process.memory_info().rss) / 1_000_000


def measure(contender: Contender, load: Load, port: int) -> Measured:
    """The load on a server of its own."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(contender.command(port, Path(folder)), port) as process,
    ):
        return asyncio.run(_measure(contender, load, f"http://127.0.0.1:{port}", process))


async def _measure(contender: Contender, load: Load, url: str, process: psutil.Process) -> Measured:
    watch = Watch()
    began = time.perf_counter()
    room = await contender.enter(load, url, watch)
    connected = time.perf_counter() - began
    await contender.seat(room)
    await asyncio.sleep(REST_SECONDS)
    joined, before = await room.stalls(), (cpu_seconds(process), own_cpu_seconds(process))
    outcome = await burst(room.phones, room.post, watch, load.seconds, load.seed)
    spent = cpu_seconds(process) - before[0], own_cpu_seconds(process) - before[1]
    posted = await room.stalls()
    steady = await steadily(room.phones, room.post, load.steady, load.seed)
    stalls = Phases(joined, posted, await room.stalls())
    texts, peak = await room.texts(), peak_mb(process)
    for line in (*room.others, *room.phones):
        line.close()
    await asyncio.gather(*(line.closed for line in (*room.others, *room.phones)))
    return Measured(contender.name, connected, outcome, *spent, peak, texts, stalls, steady)
