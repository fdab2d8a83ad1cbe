"""Phones as people hold them: what is written waits in an outbox, goes out one after the other with the id it
was born with, again after every cut, until there is an answer. Nobody touches them meanwhile.

They do what `static/src/shared/outbox.js` and `link.js` do in a browser, some hundred of them in a process.
"""

import asyncio
import random
import uuid
from collections import deque
from typing import Any, NamedTuple

from facilitation.rehearsal.line import Line, Refused

PASSING = frozenset({"too_fast", "storage_failed", "stopping"})
ANSWER_SECONDS = 25.0
PAUSE_SECONDS = (0.1, 2.0)


class Written(NamedTuple):
    """One idea on its way: its text says whose it is and which."""

    id: str
    text: str


class Phone:
    """One participant. `saved` maps a text to the moment its ack came; `refused` are refusals that do not
    pass."""

    def __init__(self, url: str, code: str, number: int) -> None:
        self.number = number
        self.saved: dict[str, float] = {}
        self.refused: list[str] = []
        self.storage_refusals = 0
        self.connections = 0
        self.written: list[str] = []
        self._url, self._code = url, code
        self._token = ""
        self._join_id = str(uuid.uuid4())
        self._outbox: deque[Written] = deque()
        self._something = asyncio.Event()
        self._chance = random.Random(number)

    def write(self) -> None:
        """Its owner writes an idea."""
        text = f"pomysł @{self.number}-{len(self.written)}@"
        self.written.append(text)
        self._outbox.append(Written(str(uuid.uuid4()), text))
        self._something.set()

    @property
    def waiting(self) -> int:
        """How many ideas are not saved yet."""
        return len(self._outbox)

    @property
    def joined(self) -> bool:
        """Whether its owner has a seat."""
        return bool(self._token)

    async def live(self) -> None:
        """Connects, joins, sends, and comes back by itself, for ever."""
        pause = PAUSE_SECONDS[0]
        while True:
            line = None
            try:
                auth = {"workshop": self._code, "token": self._token}
                line = await Line.open(self._url, {k: v for k, v in auth.items() if v}, raw=lambda _: None)
                self.connections += 1
                pause = PAUSE_SECONDS[0]
                await self._talk(line)
            except (TimeoutError, OSError, Refused):
                await asyncio.sleep(self._chance.uniform(pause / 2, pause))
                pause = min(2 * pause, PAUSE_SECONDS[1])
            finally:
                if line is not None:
                    line.close()

    async def _talk(self, line: Line) -> None:
        if not self._token:
            joined = await self._say(line, {"id": self._join_id, "type": "participant.join"})
            if not joined["ok"]:
                raise Refused(joined["refusal"]["code"])
            self._token = joined["result"]["token"]
        while True:
            while self._outbox:
                await self._deliver(line, self._outbox[0])
            self._something.clear()
            waiting = asyncio.create_task(self._something.wait())
            try:
                await asyncio.wait({waiting, line.closed}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                waiting.cancel()
            if line.closed.done():
                raise ConnectionResetError

    async def _deliver(self, line: Line, idea: Written) -> None:
        answer = await self._say(line, {"id": idea.id, "type": "idea.post", "text": idea.text})
        if answer["ok"]:
            self.saved[idea.text] = asyncio.get_running_loop().time()
            self._outbox.popleft()
        elif answer["refusal"]["code"] in PASSING:
            self.storage_refusals += answer["refusal"]["code"] == "storage_failed"
            await asyncio.sleep(self._chance.uniform(0.1, 0.5))
        else:
            self.refused.append(answer["refusal"]["code"])
            self._outbox.popleft()

    async def _say(self, line: Line, message: dict[str, Any]) -> dict[str, Any]:
        return await asyncio.wait_for(line.say("command", message), ANSWER_SECONDS)


class Crowd:
    """The phones of one workshop; `board_token` lets a board in."""

    def __init__(self, url: str, code: str, count: int, board_token: str) -> None:
        self.code = code
        self.board_token = board_token
        self.phones = [Phone(url, code, number) for number in range(count)]
        self._lives: list[asyncio.Task[None]] = []

    async def come(self, seconds: float) -> None:
        """All connect and join; returns when they have, or the time is over."""
        self._lives = [asyncio.create_task(phone.live()) for phone in self.phones]
        await self._until(lambda: all(phone.joined for phone in self.phones), seconds)

    async def write(self, seconds: float, chance: random.Random) -> None:
        """Everybody writes once at a moment of their own within so many seconds."""

        async def one(phone: Phone) -> None:
            await asyncio.sleep(chance.uniform(0, seconds))
            phone.write()

        await asyncio.gather(*(one(phone) for phone in self.phones))

    async def saved(self, seconds: float) -> int:
        """Waits until nothing waits any more; how many phones still hold something when the time is over."""
        await self._until(lambda: not any(phone.waiting for phone in self.phones), seconds)
        return sum(bool(phone.waiting) for phone in self.phones)

    async def go(self) -> None:
        """Everybody goes home."""
        for life in self._lives:
            life.cancel()
        await asyncio.gather(*self._lives, return_exceptions=True)

    async def _until(self, true: Any, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        while not true() and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.02)
