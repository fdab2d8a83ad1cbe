"""Many phones in one process: they post within a window of seconds, and two screens watch when ideas arrive.

A measurement knows nothing of the server but its address; what a phone says and hears is handed in.
"""

import asyncio
import random
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from facilitation.rehearsal.line import Line

SETTLE_SECONDS = 2.0
MARK = re.compile(rb"#(\d+)#")


class Outcome(NamedTuple):
    """Milliseconds from sending to the ack and to the board, an entry an idea; bytes by phone."""

    acks_ms: list[float]
    boards_ms: list[float]
    received_bytes: list[int]
    lost: int


class Watch:
    """A board: when each idea was first seen, by the mark in its text."""

    def __init__(self) -> None:
        self.seen: dict[str, float] = {}

    def raw(self, text: bytes) -> None:
        """An event as it came; marks are told from anything else by their form, `#17#`."""
        now = time.perf_counter()
        for mark in MARK.findall(text):
            self.seen.setdefault(mark.decode(), now)


async def burst(
    phones: Sequence[Line],
    post: Callable[[Line, str], Awaitable[object]],
    watch: Watch,
    seconds: float,
    seed: int,
) -> Outcome:
    """Every phone posts once at a moment of its own within so many seconds."""
    chance = random.Random(seed)
    moments = [chance.uniform(0, seconds) for _ in phones]
    before = [phone.received_bytes for phone in phones]
    sent: dict[str, float] = {}
    acks: list[float] = []

    async def one(number: int) -> None:
        await asyncio.sleep(moments[number])
        mark = str(number)
        sent[mark] = time.perf_counter()
        await post(phones[number], f"Pomysł z telefonu #{mark}#, żeby było o czym rozmawiać przy stoliku")
        acks.append((time.perf_counter() - sent[mark]) * 1000)

    answers = await asyncio.gather(*(one(number) for number in range(len(phones))), return_exceptions=True)
    for answer in answers:
        if isinstance(answer, BaseException):
            print(f"a phone failed: {answer!r}")
            break
    await asyncio.sleep(SETTLE_SECONDS)
    boards = [(watch.seen[mark] - at) * 1000 for mark, at in sent.items() if mark in watch.seen]
    received = [phone.received_bytes - was for phone, was in zip(phones, before, strict=True)]
    return Outcome(acks, boards, received, len(phones) - len(acks))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")
