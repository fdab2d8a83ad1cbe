"""What happens in a rehearsal, and when: people come in, the moderator deals seats and opens round after
round, everybody writes and supports at the own table, two come late, and at the end there are themes and a
draft of the charter.

All times are of a play at speed 1. What a real person does in the meantime is welcome: a command that is
refused because somebody else was first is passed over.
"""

import asyncio
import random
import uuid
from contextlib import suppress
from typing import Any, Final

import msgspec

from facilitation.rehearsal.cast import Role, cast
from facilitation.rehearsal.line import Line, Refused

ARRIVAL_SECONDS: Final = 1.5
BEFORE_FIRST_ROUND_SECONDS: Final = 1.0
ROUND_SECONDS: Final = 55.0
MOVING_SECONDS: Final = 8.0
FIRST_THOUGHT_SECONDS: Final = 1.5
PAUSE_SECONDS: Final = 6.0
# Of the moments in which somebody could do something: the rest is talking and listening.
WRITE_SHARE: Final = 0.2
SUPPORT_SHARE: Final = 0.4
LATECOMERS: Final = 2


class Part(msgspec.Struct, frozen=True):
    """What a rehearsal is told: the server, the workshop, a moderator's token, and how to play."""

    url: str
    code: str
    token: str
    language: str
    people: int
    speed: float


class Stage:
    """What the players share: the part, the texts that nobody has written yet, and the pace. Each round has
    its share of an area's texts, so that the last one is not silent."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.cast = cast(part.language)
        self.chance = random.Random(part.people)
        self._texts = {area: list(texts) for area, texts in self.cast.ideas.items()}

    def text(self, area: str, number: int, rounds: int) -> str:
        """Something to write about the area in this round; empty when all has been said."""
        texts = self._texts.get(area, [])
        kept = len(self.cast.ideas.get(area, ())) * (rounds - number) // rounds
        return texts.pop(self.chance.randrange(len(texts))) if len(texts) > kept else ""

    async def wait(self, seconds: float) -> None:
        """So long at speed 1."""
        await asyncio.sleep(seconds / self.part.speed)

    def some(self, seconds: float) -> float:
        """About so long, never the same twice."""
        return self.chance.uniform(0.4, 1.6) * seconds

    async def line(self, token: str, hear: Any) -> Line:
        """A connection to the workshop."""
        auth = {"workshop": self.part.code, "language": self.part.language}
        return await Line.open(self.part.url, {**auth, "token": token} if token else auth, hear)


class Player:
    """Somebody at a screen: what he or she sees, and the few things they do."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.views: dict[str, dict[str, Any]] = {}
        self.line: Line | None = None

    async def enter(self, token: str = "") -> None:
        """Comes to the workshop."""
        self.line = await self.stage.line(token, self.hear)

    async def do(self, command: str, **fields: Any) -> dict[str, Any]:
        """One command; an empty result where it was refused."""
        assert self.line is not None
        with suppress(Refused):
            message = {"id": str(uuid.uuid4()), "type": command, **fields}
            result: dict[str, Any] = (await self.line.ask("command", message))["result"]
            return result
        return {}

    def hear(self, event: str, frame: dict[str, Any]) -> None:
        """What the server sends becomes what the screen shows."""
        if event == "snapshot":
            self.views[frame["channel"]] = frame["view"]
        elif event == "patch" and frame["channel"] in self.views:
            merge(self.views[frame["channel"]], frame["patch"])
        elif event == "leave":
            self.views.pop(frame["channel"], None)

    @property
    def phase(self) -> str:
        """Where the workshop stands."""
        return str(self.views.get("public", {}).get("phase", ""))


class Participant(Player):
    """One simulated participant."""

    def __init__(self, stage: Stage, role: Role) -> None:
        super().__init__(stage)
        self.role = role

    async def play(self) -> None:
        """Joins, and takes part until the talking is over."""
        await self.enter()
        joined = await self.do(
            "participant.join",
            **{name: said for name, said in msgspec.structs.asdict(self.role).items() if said},
        )
        self.own = f"person/{joined.get('participant')}"
        await self.stage.wait(self.stage.some(FIRST_THOUGHT_SECONDS))
        while self.phase not in ("harvest", "closed"):
            if self.phase == "round":
                await self._take_part()
                await self.stage.wait(self.stage.some(PAUSE_SECONDS))
            else:
                await self.stage.wait(0.3)

    async def _take_part(self) -> None:
        """Supports what somebody at the table wrote, or writes something."""
        table = self.views.get(self.own, {}).get("table", "")
        here = self.views.get(f"table/{table}", {}).get("ideas", {})
        mine = self.views.get(self.own, {}).get("ideas", {})
        backed = self.views.get(self.own, {}).get("supported", {})
        others = [idea for idea in here if idea not in mine and idea not in backed]
        mood = self.stage.chance.random()
        if mood < WRITE_SHARE:
            await self._write(table)
        elif others and mood < WRITE_SHARE + SUPPORT_SHARE:
            await self.do("idea.support", idea=self.stage.chance.choice(others))

    async def _write(self, table: str) -> None:
        public = self.views["public"]
        area = public["tables"].get(table, {}).get("area", "")
        text = self.stage.text(area, public.get("round", 1), len(public["rounds"]))
        if text:
            await self.do("idea.post", text=text)


class Moderator(Player):
    """The simulated moderator."""

    async def play(self) -> None:
        """Leads through the rounds to the harvest and the draft."""
        stage = self.stage
        await stage.wait(ARRIVAL_SECONDS + BEFORE_FIRST_ROUND_SECONDS)
        await self.do("seats.deal")
        for _ in self.views["public"]["rounds"]:
            await self.do("round.open")
            await stage.wait(ROUND_SECONDS)
            await self.do("round.close")
            await stage.wait(MOVING_SECONDS)
        await self.do("harvest.open")
        await self.do("themes.suggest")
        await stage.wait(MOVING_SECONDS)
        await self.do("charter.draft")


async def play(part: Part) -> None:
    """The whole rehearsal. When the charter is drafted everybody stays and looks at it, until the server is
    gone."""
    stage = Stage(part)
    roles = stage.cast.roles(part.people)
    moderator = Moderator(stage)
    await moderator.enter(part.token)
    async with asyncio.TaskGroup() as together:
        together.create_task(moderator.play())
        for place, role in enumerate(roles):
            late = place >= part.people - LATECOMERS
            when = ROUND_SECONDS * 1.3 if late else ARRIVAL_SECONDS * place / part.people
            together.create_task(_arrive(stage, role, when))
    assert moderator.line is not None
    await moderator.line.closed


async def _arrive(stage: Stage, role: Role, after_seconds: float) -> None:
    await stage.wait(after_seconds)
    await Participant(stage, role).play()


def merge(view: dict[str, Any], patch: dict[str, Any]) -> None:
    """RFC 7396, in place."""
    for key, value in patch.items():
        if value is None:
            view.pop(key, None)
        elif isinstance(value, dict) and isinstance(view.get(key), dict):
            merge(view[key], value)
        else:
            view[key] = value
