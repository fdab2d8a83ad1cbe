"""The servers that are compared: how each is started, how its phones come in, what it kept. `load.py` puts
the same load on each of them."""

import asyncio
import json
import subprocess
import sys
import urllib.request
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from facilitation.rehearsal.line import Line
from tests.bench.phones import Watch
from tools.node import find_node

KEY = "bench-moderator-key"
TABLE_SEATS = 6
AT_ONCE = 50
JOINING = 1_000
STALL_MS = 50.0
HERE = Path(__file__).parent


class Load(NamedTuple):
    """How many phones in how many workshops post within how many seconds, and then for so many `steady`
    seconds one after the other; `seed` decides when each does."""

    phones: int
    seconds: float
    seed: int
    workshops: int = 1
    steady: float = 0.0


class Stalls(NamedTuple):
    """How long, in ms, a server's hub has kept a sleeper waiting at most, and how often for more than
    STALL_MS."""

    longest_ms: float = 0.0
    over: int = 0


class Room(NamedTuple):
    """Everybody who is connected; `post` sends a phone's idea and returns when it is acknowledged. `texts`
    is every idea's text as often as the server has it, `stalls` what it says of its hub so far."""

    phones: list[Line]
    others: list[Line]
    post: Callable[[Line, str], Awaitable[object]]
    texts: Callable[[], Awaitable[list[str]]]
    stalls: Callable[[], Awaitable[Stalls]]


class Contender(Protocol):
    """One of the servers."""

    name: str

    def command(self, port: int, folder: Path) -> list[str]:
        """What starts it."""

    async def enter(self, load: Load, url: str, watch: Watch) -> Room:
        """Everybody comes in; the boards hear everything through the watch."""

    async def seat(self, room: Room) -> None:
        """Everybody is made ready to post."""


async def opened(url: str, auths: list[dict[str, str]], raw: Callable[[bytes], None]) -> list[Line]:
    """So many connections, AT_ONCE at a time."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(auth: dict[str, str]) -> Line:
        async with gate:
            return await Line.open(url, auth, raw=raw)

    return await asyncio.gather(*(one(auth) for auth in auths))


def unheard(_: bytes) -> None:
    """What a phone hears is counted and not looked at."""


class Bare:
    """A bare Socket.IO server: every idea to everyone (`broadcast`), or to its table and boards (`rooms`)."""

    def __init__(self, language: str, who: str) -> None:
        library = {"Node": "Node Socket.IO", "Python": "Flask-SocketIO"}[language]
        self.name = f"{library}, {who}"
        self._language, self._who = language, who

    def command(self, port: int, folder: Path) -> list[str]:
        """What starts it; it keeps nothing in the folder."""
        if self._language == "Node":
            return [find_node().executable, str(HERE / "bare_node.mjs"), str(port), self._who]
        return [sys.executable, "-m", "tests.bench.bare_server", str(port), self._who]

    async def enter(self, load: Load, url: str, watch: Watch) -> Room:
        """Phones at tables of six, and one board."""
        board = await Line.open(url, {"room": "board"}, raw=watch.raw)
        rooms = [{"room": f"T{number // TABLE_SEATS}"} for number in range(load.phones)]
        phones = await opened(url, rooms, unheard)

        async def texts() -> list[str]:
            found: list[str] = (await board.ask("told", {}))["texts"]
            return found

        async def stalls() -> Stalls:
            told = await board.ask("stalls", {})
            return Stalls(told["longest_ms"], told["over"])

        return Room(phones, [board], lambda phone, text: phone.ask("command", {"text": text}), texts, stalls)

    async def seat(self, room: Room) -> None:
        """They sit already."""


class Obrus:
    """Obrus with its workshops, phones at tables of six, a board and a console at each."""

    def __init__(self, name: str = "Obrus", serve: tuple[str, ...] = ("-m", "facilitation")) -> None:
        self.name = name
        self._serve = serve
        self._consoles: list[Line] = []

    def command(self, port: int, folder: Path) -> list[str]:
        """What starts it."""
        where = ["--host", "127.0.0.1", "--port", str(port), "--sessions", str(folder)]
        return [sys.executable, *self._serve, "serve", *where, "--moderator-key", KEY, "--metrics", "on"]

    async def enter(self, load: Load, url: str, watch: Watch) -> Room:
        """One workshop after the other."""
        phones: list[Line] = []
        others: list[Line] = []
        tokens: dict[str, str] = {}
        self._consoles = []
        for number in range(load.workshops):
            size = load.phones // load.workshops + (number < load.phones % load.workshops)
            wish = {"scenario": "pzk", "language": "pl", "tables": max(4, -(-size // TABLE_SEATS))}
            made = await asyncio.to_thread(asked, f"{url}/api/workshops", wish)
            code = made["code"]
            tokens[code] = made["moderator_token"]
            board, console = made["board_token"], made["moderator_token"]
            others.append(await Line.open(url, {"workshop": code, "token": board}, raw=watch.raw))
            self._consoles.append(await Line.open(url, {"workshop": code, "token": console}, raw=unheard))
            phones += await opened(url, [{"workshop": code}] * size, unheard)
        others += self._consoles

        async def texts() -> list[str]:
            return await asyncio.to_thread(_texts, url, tokens)

        async def stalls() -> Stalls:
            return await asyncio.to_thread(_stalls, url)

        return Room(phones, others, lambda phone, text: command(phone, "idea.post", text=text), texts, stalls)

    async def seat(self, room: Room) -> None:
        """All join at once, JOINING at a time, are dealt seats, and the first round opens."""
        for first in range(0, len(room.phones), JOINING):
            joining = room.phones[first : first + JOINING]
            await asyncio.gather(*(command(phone, "participant.join") for phone in joining))
        for console in self._consoles:
            await command(console, "seats.deal")
            await command(console, "round.open")


async def command(line: Line, kind: str, **fields: Any) -> dict[str, Any]:
    """One command of Obrus. Raises Refused."""
    return await line.ask("command", {"id": str(uuid.uuid4()), "type": kind, **fields})


def asked(url: str, body: dict[str, Any] | None, key: str = KEY) -> dict[str, Any]:
    """One request to Obrus' API: what it answers."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {key}"}
    with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=60) as response:
        answer: dict[str, Any] = json.load(response)
        return answer


def _texts(url: str, tokens: dict[str, str]) -> list[str]:
    texts = []
    for code, token in tokens.items():
        view = asked(f"{url}/api/workshops/{code}", None, token)["channels"]["moderator"]
        texts += [idea["text"] for idea in view["ideas"].values()]
    return texts


def _stalls(url: str) -> Stalls:
    with urllib.request.urlopen(f"{url}/metrics", timeout=60) as response:
        told = response.read().decode()
    lags = dict(line.rsplit(" ", 1) for line in told.splitlines() if "hub_lag" in line)
    over = float(lags["obrus_hub_lag_seconds_count"]) - float(lags['obrus_hub_lag_seconds_bucket{le="0.05"}'])
    return Stalls(float(lags["obrus_hub_lag_longest_seconds"]) * 1000, int(over))


def install_node_packages() -> None:
    """socket.io for bare_node.mjs, which nothing but the bench needs: `npm ci` in this folder, once."""
    lock, stamp = (HERE / "package-lock.json").read_text("utf-8"), HERE / "node_modules" / ".obrus-lock"
    if stamp.exists() and stamp.read_text("utf-8") == lock:
        return
    node = find_node()
    done = subprocess.run(
        [*node.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=HERE,
        env=node.environment(),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"socket.io could not be installed:\n{done.stdout}{done.stderr}")
    stamp.write_text(lock, "utf-8")
