"""`python -m tests.bench.exports`: how long each download of a large workshop takes, what a phone that posts
meanwhile feels of it, and how long the server's hub stood still; a table in Markdown on stdout.

The workshop has 200 people, 60 themes and a drafted charter. Phones post in turn, first while nothing else
happens, then during each download, and once more while nothing does: only rows of one run are compared.
"""

import argparse
import asyncio
import json
import os
import re
import socket
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Awaitable
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import psutil  # type: ignore[import-untyped]

from facilitation.rehearsal.line import Line
from facilitation.web.exports import EXPORTS
from tests.bench.load import own_cpu_seconds, serving
from tests.bench.phones import percentile

KEY = "bench-moderator-key"
PEOPLE = 200
PHONES = 40
THEMES = 60
AREAS = ("aspiracja", "wartosci", "zasady_pracy", "komunikacja")
REST_SECONDS = 31.0
LEAST_SECONDS = 1.5
"""A download that is quicker than this is asked for again, so that enough posts fall into it."""

BETWEEN_POSTS_SECONDS = 0.1
CALM = ("calm", "calm again")
_LATE = re.compile(r'obrus_hub_lag_seconds_bucket\{le="([^"]+)"\} (\S+)')


class Measured(NamedTuple):
    """One download: seconds each time it was asked for, bytes, the acks of phones meanwhile, how late the
    hub was meanwhile (see `Server.late`), and what processor time the server's own process took, for all of
    it."""

    seconds: list[float]
    size: int
    acks_ms: list[float]
    late: dict[float, float]
    own_seconds: float
    wall_seconds: float


class Server:
    """The API of one server with one workshop."""

    def __init__(self, url: str) -> None:
        self.url = url
        asked = {"title": "Karta", "scenario": "pzk", "tables": 40, "format": "classic", "language": "pl"}
        made = self.ask("/api/workshops", KEY, json.dumps(asked).encode())
        self.code, self.moderator = made["code"], made["moderator_token"]

    def ask(self, path: str, token: str, body: bytes | None = None) -> Any:
        """One request with JSON; a refusal raises."""
        return json.loads(self.fetch(path, token, body))

    def fetch(self, path: str, token: str, body: bytes | None = None) -> bytes:
        """One request; the bytes of its answer."""
        headers = {"Content-Type": "application/json"}
        headers |= {"Authorization": f"Bearer {token}"} if token else {}
        with urllib.request.urlopen(
            urllib.request.Request(self.url + path, body, headers), timeout=120
        ) as answer:
            data: bytes = answer.read()
            return data

    def late(self) -> dict[float, float]:
        """How often since its start the hub was at most so many milliseconds late to wake a sleeper."""
        told = self.fetch("/metrics", KEY).decode()
        return {float(bound) * 1000: float(count) for bound, count in _LATE.findall(told)}

    def command(self, token: str, *commands: dict[str, Any]) -> list[dict[str, Any]]:
        """Commands of whoever has the token; of a guest without."""
        batch = json.dumps([{"id": str(uuid.uuid4()), **one} for one in commands]).encode()
        path = f"/api/workshops/{self.code}/commands"
        acks: list[dict[str, Any]] = self.ask(path, token, batch)
        refused = next((ack for ack in acks if not ack["ok"]), None)
        if refused:
            raise RuntimeError(refused)
        return acks


def fill(server: Server, ideas: int) -> list[str]:
    """People, a round that is open, ideas, themes and a charter; the tokens of those with phones."""
    joins = [{"type": "participant.join", "sector": f"środowisko {n % 9}"} for n in range(PEOPLE)]
    tokens = [ack["result"]["token"] for ack in server.command("", *joins)]
    server.command(server.moderator, {"type": "seats.deal"}, {"type": "round.open"})
    text = "Spotykamy się raz w miesiącu i mówimy sobie, kto co zrobił, a komu trzeba pomóc, pomysł numer"
    for number, token in enumerate(tokens):
        numbers = range(number, ideas, PEOPLE)
        server.command(token, *({"type": "idea.post", "text": f"{text} {n}"} for n in numbers))
    view = server.ask(f"/api/workshops/{server.code}", server.moderator)["channels"]["moderator"]
    themes: list[dict[str, Any]] = []
    for area in AREAS:
        mine = [idea for idea, shown in view["ideas"].items() if shown["area"] == area]
        share = THEMES // len(AREAS)
        themes += [
            {"type": "theme.make", "area": area, "title": f"Temat {n} {area}", "ideas": mine[n::share]}
            for n in range(share)
        ]
    server.command(server.moderator, *themes, {"type": "charter.draft"})
    return tokens[:PHONES]


async def posting(phones: list[Line], until: Awaitable[Any]) -> list[float]:
    """Phones post in turn until that is over; milliseconds to each ack."""
    over = asyncio.ensure_future(until)
    acks: list[float] = []

    async def one(phone: Line) -> None:
        began = time.perf_counter()
        await phone.ask(
            "command", {"id": str(uuid.uuid4()), "type": "idea.post", "text": "Pomysł z telefonu"}
        )
        acks.append((time.perf_counter() - began) * 1000)

    sent = []
    for phone in cycle(phones):
        if over.done():
            break
        sent.append(asyncio.ensure_future(one(phone)))
        await asyncio.sleep(BETWEEN_POSTS_SECONDS)
    await asyncio.gather(over, *sent)
    return acks


async def download(server: Server, name: str) -> tuple[list[float], int]:
    """The download, often enough; a thread of its own waits for it."""
    took: list[float] = []
    while sum(took) < LEAST_SECONDS:
        began = time.perf_counter()
        data = await asyncio.to_thread(server.fetch, f"/w/{server.code}/{name}", server.moderator)
        took.append(time.perf_counter() - began)
    return took, len(data)


async def rest() -> tuple[list[float], int]:
    """No download."""
    await asyncio.sleep(REST_SECONDS)
    return [], 0


async def measure(url: str, ideas: int, process: psutil.Process) -> dict[str, Measured]:
    """Every download in turn, and before and after them what phones feel while there is none."""
    server = Server(url)
    tokens = await asyncio.to_thread(fill, server, ideas)
    phones = [
        await Line.open(url, {"workshop": server.code, "token": token}, lambda *_: None) for token in tokens
    ]
    found = {}
    for name in (CALM[0], *EXPORTS, CALM[1]):
        before = await asyncio.to_thread(server.late)
        own, began = own_cpu_seconds(process), time.perf_counter()
        done = asyncio.ensure_future(rest() if name in CALM else download(server, name))
        acks = await posting(phones, done)
        took, size = done.result()
        own, wall = own_cpu_seconds(process) - own, time.perf_counter() - began
        after = await asyncio.to_thread(server.late)
        late = {bound: count - before[bound] for bound, count in after.items()}
        found[name] = Measured(took, size, acks, late, own, wall)
    for phone in phones:
        phone.close()
    return found


def table(found: dict[str, Measured]) -> str:
    """The figures in Markdown. The server's own time for one download is what is left of it without what it
    takes while there is none."""
    head = ("download", "seconds", "kB", "ack p50, ms", "p99", "slowest", "hub late p99, ms", "latest")
    head = (*head, "server's own CPU, ms")
    calm = sum(found[name].own_seconds for name in CALM) / sum(found[name].wall_seconds for name in CALM)
    lines = [f"| {' | '.join(head)} |", f"| {' | '.join(['---'] * len(head))} |"]
    for name, one in found.items():
        # The longest: a paper that is asked for again before anything has changed is not written again.
        took = f"{max(one.seconds):.2f}" if one.seconds else "–"
        acks = [f"{percentile(one.acks_ms, share):.1f}" for share in (0.5, 0.99, 1)]
        late = [f"≤ {_at_most(one.late, share):g}" for share in (0.99, 1)]
        own = f"{1000 * (one.own_seconds - calm * one.wall_seconds) / max(1, len(one.seconds)):.0f}"
        lines.append(f"| {' | '.join((name, took, f'{one.size / 1000:.0f}', *acks, *late, own))} |")
    return "\n".join(lines)


def _at_most(late: dict[float, float], share: float) -> float:
    """The least bound that this share of the hub's naps kept."""
    return min(bound for bound, count in late.items() if count >= share * late[float("inf")])


def main() -> None:
    """A server of its own, filled, measured and ended."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.exports", description=__doc__)
    parser.add_argument("--ideas", type=int, default=2_000)
    ideas = parser.parse_args().ideas
    os.chdir(Path(__file__).resolve().parents[2])
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        options = ["--host", "127.0.0.1", "--port", str(port), "--sessions", folder, "--moderator-key", KEY]
        options += ["--metrics", "on"]
        with serving([sys.executable, "-m", "facilitation", "serve", *options], port) as process:
            found = asyncio.run(measure(f"http://127.0.0.1:{port}", ideas, process))
    print(f"{ideas} ideas, {PHONES} phones that post every {BETWEEN_POSTS_SECONDS * PHONES:g} s\n")
    print(table(found))


if __name__ == "__main__":
    main()
