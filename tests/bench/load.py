"""Obrus and the bare server, one after the other in one run on one machine: the same phones, the same ideas.

Ratios within a run hold; the milliseconds of one run are that machine's on that day.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import psutil  # type: ignore[import-untyped]

from facilitation.rehearsal.line import Line
from tests.bench.phones import Outcome, Watch, burst, percentile

KEY = "bench-moderator-key"
TABLE_SEATS = 6
START_SECONDS = 20.0


class Load(NamedTuple):
    """How many phones post within how many seconds; `seed` decides when each does."""

    phones: int
    seconds: float
    seed: int


class Measured(NamedTuple):
    """One server under a load. CPU seconds are the server's, children included, from the first idea to the
    last."""

    name: str
    outcome: Outcome
    cpu_seconds: float


@contextmanager
def serving(command: list[str], port: int) -> Iterator[psutil.Process]:
    """A server in a process of its own, once it takes connections; ended afterwards."""
    with tempfile.TemporaryFile() as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            _await_port(port, process)
            yield psutil.Process(process.pid)
        finally:
            process.terminate()


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


def obrus(load: Load, port: int) -> Measured:
    """Obrus with one workshop, phones at tables of six, a board and a moderator's console watching."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--host", "127.0.0.1", "--port", str(port), "--sessions", folder, "--moderator-key", KEY]
        with serving([sys.executable, "-m", "facilitation", "serve", *options], port) as process:
            return asyncio.run(_obrus(load, f"http://127.0.0.1:{port}", process))


async def _obrus(load: Load, url: str, process: psutil.Process) -> Measured:
    made = _post_json(
        f"{url}/api/workshops",
        {"scenario": "pzk", "language": "pl", "tables": max(4, -(-load.phones // TABLE_SEATS))},
    )
    code = made["code"]
    watch = Watch()
    board = await Line.open(url, {"workshop": code, "token": made["board_token"]}, raw=watch.raw)
    moderator = await Line.open(url, {"workshop": code, "token": made["moderator_token"]}, raw=lambda _: None)
    phones = [await Line.open(url, {"workshop": code}, raw=lambda _: None) for _ in range(load.phones)]
    await asyncio.gather(*(_command(phone, "participant.join") for phone in phones))
    await _command(moderator, "seats.deal")
    await _command(moderator, "round.open")
    await asyncio.sleep(1)
    before = cpu_seconds(process)
    outcome = await burst(
        phones, lambda phone, text: _command(phone, "idea.post", text=text), watch, load.seconds, load.seed
    )
    spent = cpu_seconds(process) - before
    for line in (board, moderator, *phones):
        line.close()
    return Measured("Obrus", outcome, spent)


def bare(load: Load, port: int) -> Measured:
    """The bare server with as many phones and one board."""
    with serving([sys.executable, "-m", "tests.bench.bare_server", str(port)], port) as process:
        return asyncio.run(_bare(load, f"http://127.0.0.1:{port}", process))


async def _bare(load: Load, url: str, process: psutil.Process) -> Measured:
    watch = Watch()
    board = await Line.open(url, {}, raw=watch.raw)
    phones = [await Line.open(url, {}, raw=lambda _: None) for _ in range(load.phones)]
    await asyncio.sleep(1)
    before = cpu_seconds(process)
    outcome = await burst(
        phones, lambda phone, text: phone.ask("command", {"text": text}), watch, load.seconds, load.seed
    )
    spent = cpu_seconds(process) - before
    for line in (board, *phones):
        line.close()
    return Measured("bare Flask-SocketIO, every idea to everyone", outcome, spent)


async def _command(line: Line, kind: str, **fields: Any) -> dict[str, Any]:
    return await line.ask("command", {"id": str(uuid.uuid4()), "type": kind, **fields})


def _post_json(url: str, body: dict[str, Any]) -> dict[str, Any]:
    request = urllib.request.Request(
        url,
        json.dumps(body).encode(),
        {"Content-Type": "application/json", "Authorization": f"Bearer {KEY}"},
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        answer: dict[str, Any] = json.load(response)
        return answer


def figures(measured: list[Measured]) -> dict[str, float]:
    """What is compared, of one server over several runs: the median of each figure."""
    rows = [
        {
            "ack p50, ms": percentile(one.outcome.acks_ms, 0.5),
            "ack p99, ms": percentile(one.outcome.acks_ms, 0.99),
            "post to board p99, ms": percentile(one.outcome.boards_ms, 0.99),
            "kB received by a phone": sum(one.outcome.received_bytes)
            / len(one.outcome.received_bytes)
            / 1000,
            "server CPU, s": one.cpu_seconds,
            "posts without an ack": float(one.outcome.lost),
        }
        for one in measured
    ]
    return {name: percentile([row[name] for row in rows], 0.5) for name in rows[0]}


def table(ours: list[Measured], theirs: list[Measured]) -> str:
    """Both beside each other, and how many times more the bare server takes, in Markdown."""
    lines = [f"| | {ours[0].name} | {theirs[0].name} | ratio |", "| --- | --- | --- | --- |"]
    mine, bare_ = figures(ours), figures(theirs)
    for name, value in mine.items():
        ratio = f"{bare_[name] / value:.1f}" if value else "–"
        lines.append(f"| {name} | {value:.2f} | {bare_[name]:.2f} | {ratio} |")
    return "\n".join(lines)


def source() -> Path:
    """The checkout, so that the servers are this code whatever folder the bench was started in."""
    return Path(__file__).resolve().parents[2]
