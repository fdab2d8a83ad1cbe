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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil  # type: ignore[import-untyped]

from tests.bench.contenders import Contender, Kept, Load
from tests.bench.phones import MARK, Outcome, Watch, burst, percentile

START_SECONDS = 20.0
REST_SECONDS = 1.0
BOARD = "post to board p99, ms"
ACK = "ack p99, ms"


class Measured(NamedTuple):
    """One server under a load. CPU seconds are the server's, children included, from the first idea to the
    last; the peak of memory is that of its own process."""

    name: str
    connect_seconds: float
    outcome: Outcome
    cpu_seconds: float
    peak_mb: float
    kept: Kept


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
    before = cpu_seconds(process)
    outcome = await burst(room.phones, room.post, watch, load.seconds, load.seed)
    spent = cpu_seconds(process) - before
    kept = await room.kept()
    peak = peak_mb(process)
    for line in (*room.others, *room.phones):
        line.close()
    await asyncio.gather(*(line.closed for line in (*room.others, *room.phones)))
    return Measured(contender.name, connected, outcome, spent, peak, kept)


def figures(measured: Sequence[Measured]) -> dict[str, float]:
    """What is compared, of one server over several runs: the median of each figure; but of what was lost or
    doubled the sum, and of stalls the worst."""
    rows = [_row(one) for one in measured]
    middle = {name: percentile([row[name] for row in rows], 0.5) for name in rows[0]}
    worst = {name: max(row[name] for row in rows) for name in rows[0] if "stall" in name}
    summed = {name: sum(row[name] for row in rows) for name in ("lost", "doubled")}
    return {**middle, **worst, **summed}


def _row(one: Measured) -> dict[str, float]:
    outcome, posts = one.outcome, len(one.outcome.received_bytes)
    marks = [mark for text in one.kept.texts for mark in MARK.findall(text.encode())]
    return {
        "all phones connected, s": one.connect_seconds,
        "ack p50, ms": percentile(outcome.acks_ms, 0.5),
        ACK: percentile(outcome.acks_ms, 0.99),
        "post to board p50, ms": percentile(outcome.boards_ms, 0.5),
        BOARD: percentile(outcome.boards_ms, 0.99),
        "kB received by a phone": sum(outcome.received_bytes) / posts / 1000,
        "server CPU, s": one.cpu_seconds,
        "peak memory, MB": one.peak_mb,
        "longest stall of the hub, ms": one.kept.longest_ms,
        "stalls over 50 ms": float(one.kept.stalls),
        "lost": float(posts - len(set(marks))),
        "doubled": float(len(marks) - len(set(marks))),
    }


def table(columns: Sequence[Sequence[Measured]]) -> str:
    """All servers beside each other, in Markdown."""
    names = [column[0].name for column in columns]
    lines = ["| | " + " | ".join(names) + " |", "| --- |" + " --- |" * len(names)]
    found = [figures(column) for column in columns]
    for name in found[0]:
        cells = (f"{each[name]:.0f}" if each[name] >= 100 else f"{each[name]:.2f}" for each in found)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)
