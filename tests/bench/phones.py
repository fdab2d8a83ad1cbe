"""Many phones in one process: they post within a window of seconds, and two screens watch when ideas arrive.

A measurement knows nothing of the server but its address; what a phone says and hears is handed in.
"""

import asyncio
import random
import re
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import NamedTuple

from facilitation.rehearsal.line import Line

SETTLE_SECONDS = 2.0
PERIOD_SECONDS = 10.0
MARK = re.compile(r"#(\d+)#")


Post = Callable[[Line, str], Awaitable[object]]


class Outcome(NamedTuple):
    """Milliseconds from sending to the ack and to the board, an entry an idea; bytes by phone; the marks of
    the ideas that were acknowledged."""

    acks_ms: list[float]
    boards_ms: list[float]
    received_bytes: list[int]
    acknowledged: frozenset[str]


class Watch:
    """A board: when each idea was first seen, by the mark in its text."""

    def __init__(self) -> None:
        self.seen: dict[str, float] = {}

    def raw(self, text: bytes) -> None:
        """An event as it came; marks are told from anything else by their form, `#17#`."""
        now = time.perf_counter()
        for mark in MARK.findall(text.decode()):
            self.seen.setdefault(mark, now)


async def burst(
    phones: Sequence[Line],
    post: Post,
    watch: Watch,
    seconds: float,
    seed: int,
) -> Outcome:
    """Every phone posts once at a moment of its own within so many seconds."""
    chance = random.Random(seed)
    moments = [chance.uniform(0, seconds) for _ in phones]
    before = [phone.received_bytes for phone in phones]
    sent: dict[str, float] = {}
    acks: dict[str, float] = {}

    async def one(number: int) -> None:
        await asyncio.sleep(moments[number])
        sent[str(number)] = time.perf_counter()
        acks[str(number)] = await acknowledged(phones[number], post, number)

    await _all(one(number) for number in range(len(phones)))
    await asyncio.sleep(SETTLE_SECONDS)
    boards = [(watch.seen[mark] - at) * 1000 for mark, at in sent.items() if mark in watch.seen]
    received = [phone.received_bytes - was for phone, was in zip(phones, before, strict=True)]
    return Outcome(list(acks.values()), boards, received, frozenset(acks))


async def steadily(phones: Sequence[Line], post: Post, seconds: float, seed: int) -> dict[str, float]:
    """For so long every phone posts once in each PERIOD_SECONDS, at a moment of its own. Milliseconds to the
    ack, by mark."""
    chance = random.Random(seed)
    acks: dict[str, float] = {}

    async def one(number: int, begin: float) -> None:
        for turn in range(1, 1 + int(seconds // PERIOD_SECONDS)):
            now = asyncio.get_running_loop().time()
            await asyncio.sleep(max(0.0, begin + turn * PERIOD_SECONDS - now))
            mark = turn * len(phones) + number
            acks[str(mark)] = await acknowledged(phones[number], post, mark)

    began = asyncio.get_running_loop().time() - PERIOD_SECONDS
    await _all(one(n, began + chance.uniform(0, PERIOD_SECONDS)) for n in range(len(phones)))
    return acks


async def acknowledged(phone: Line, post: Post, mark: int) -> float:
    """Posts an idea with this mark; how many milliseconds passed until its ack."""
    began = time.perf_counter()
    await post(phone, f"Pomysł z telefonu #{mark}#, żeby było o czym rozmawiać przy stoliku")
    return (time.perf_counter() - began) * 1000


async def _all(works: Iterable[Awaitable[None]]) -> None:
    """Waits for all; says of the first that failed how."""
    answers = await asyncio.gather(*works, return_exceptions=True)
    failed = [answer for answer in answers if isinstance(answer, BaseException)]
    if failed:
        print(f"{len(failed)} phones failed: {failed[0]!r}", file=sys.stderr)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")
