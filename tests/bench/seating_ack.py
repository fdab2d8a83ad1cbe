"""Phones post while their room of 500 is dealt seats, and while nothing else happens: how long each waits.

``python -m tests.bench.seating_ack``. Calm and dealing take turns on one server, so that both have the same
machine; the rounds to come are planned, dealt and told to everybody, again and again. Most phones only
listen, in a process of their own, so that what they hear does not hold up those whose waiting is measured.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
import tempfile
import uuid
from collections.abc import Awaitable
from multiprocessing.synchronize import Event
from typing import Any

import click

from facilitation.rehearsal.line import Line
from tests.bench.contenders import KEY, TABLE_SEATS, asked, opened, unheard
from tests.bench.load import allow_files, serving
from tests.bench.phones import Outcome, Watch, burst, percentile

POSTING = 100
BURSTS = 5
BURST_SECONDS = 2.0
PAUSE_SECONDS = 1.0


async def command(line: Line, kind: str, **fields: Any) -> dict[str, Any]:
    """One command; the answer, which is to be yes."""
    answer = await line.ask("command", {"id": str(uuid.uuid4()), "type": kind, **fields})
    assert answer["ok"], answer
    result: dict[str, Any] = answer["result"]
    return result


async def joined(url: str, code: str, count: int) -> list[Line]:
    """So many phones of people in the workshop."""
    phones = await opened(url, [{"workshop": code}] * count, unheard)
    for phone in phones:
        await command(phone, "participant.join")
    return phones


def listen(url: str, code: str, count: int, ready: Event, done: Event) -> None:
    """A process of phones that only listen."""

    async def there() -> None:
        phones = await joined(url, code, count)
        ready.set()
        await asyncio.to_thread(done.wait)
        for phone in phones:
            phone.close()

    asyncio.run(there())


async def deal(moderator: Line, posting: asyncio.Future[Any]) -> int:
    """Deals as long as the others post; how often."""
    times = 0
    while not posting.done():
        proposed = await command(moderator, "seats.propose")
        await command(moderator, "seats.deal", proposal=proposed["proposal"])
        times += 1
        await asyncio.sleep(PAUSE_SECONDS)
    return times


async def posting(phones: list[Line], seed: int) -> list[float]:
    """Everybody posts once in each burst; milliseconds of every ack."""

    def post(phone: Line, text: str) -> Awaitable[object]:
        return command(phone, "idea.post", text=text)

    outcomes: list[Outcome] = []
    for number in range(BURSTS):
        outcomes.append(await burst(phones, post, Watch(), BURST_SECONDS, seed + number))
    return [waited for outcome in outcomes for waited in outcome.acks_ms]


async def measure(url: str, made: dict[str, Any], people: int, runs: int) -> None:
    """Prints a table in Markdown."""
    [moderator] = await opened(url, [{"workshop": made["code"], "token": made["moderator_token"]}], unheard)
    phones = await joined(url, made["code"], min(POSTING, people))
    await command(moderator, "seats.deal")
    await command(moderator, "round.open")
    calm: list[float] = []
    dealt: list[float] = []
    times = 0
    for run in range(runs):
        calm += await posting(phones, 100 * run)
        during = asyncio.ensure_future(posting(phones, 100 * run + 50))
        times += await deal(moderator, during)
        dealt += await during
    click.echo(f"{people} people, {runs} runs, {times} times planned and dealt\n")
    click.echo("| | calm | dealing | later by |\n| --- | --- | --- | --- |")
    for name, share in (("ack p50, ms", 0.5), ("ack p99, ms", 0.99), ("slowest ack, ms", 1.0)):
        before, after = percentile(calm, share), percentile(dealt, share)
        click.echo(f"| {name} | {before:.1f} | {after:.1f} | {after - before:.1f} |")
    for line in (moderator, *phones):
        line.close()


@click.command()
@click.option("--people", default=500)
@click.option("--runs", default=3)
@click.option("--port", default=18731)
def main(people: int, runs: int, port: int) -> None:
    """Measure the acks of phones in a room that is dealt seats."""
    allow_files(2 * people + 1_000)
    url = f"http://127.0.0.1:{port}"
    fresh = multiprocessing.get_context("spawn")
    ready, done = fresh.Event(), fresh.Event()
    with tempfile.TemporaryDirectory() as folder:
        options = ["--host", "127.0.0.1", "--port", str(port), "--sessions", folder, "--moderator-key", KEY]
        with serving([sys.executable, "-m", "facilitation", "serve", *options], port):
            wish = {"scenario": "pzk", "language": "pl", "tables": -(-people // TABLE_SEATS)}
            made = asked(f"{url}/api/workshops", wish)
            others = max(0, people - POSTING)
            crowd = fresh.Process(target=listen, args=(url, made["code"], others, ready, done))
            crowd.start()
            ready.wait()
            try:
                asyncio.run(measure(url, made, people, runs))
            finally:
                done.set()
                crowd.join()


if __name__ == "__main__":
    main()
