"""Phones post while their room of 500 is dealt seats, and while nothing else happens: how long each waits.

``python -m tests.bench.seating_ack``. Calm and dealing take turns on one server, so that both have the same
machine; the rounds to come are planned, dealt and told to everybody, again and again.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import uuid
from collections.abc import Awaitable
from typing import Any

import click

from facilitation.rehearsal.line import Line
from tests.bench.contenders import KEY, TABLE_SEATS, asked, opened, unheard
from tests.bench.load import allow_files, serving
from tests.bench.phones import Outcome, Watch, burst, percentile

BURST_SECONDS = 10.0
PAUSE_SECONDS = 1.0


async def command(line: Line, kind: str, **fields: Any) -> dict[str, Any]:
    """One command; the answer, which is to be yes."""
    answer = await line.ask("command", {"id": str(uuid.uuid4()), "type": kind, **fields})
    assert answer["ok"], answer
    result: dict[str, Any] = answer["result"]
    return result


async def deal(moderator: Line, posting: asyncio.Future[Any]) -> int:
    """Deals as long as the others post; how often."""
    times = 0
    while not posting.done():
        proposed = await command(moderator, "seats.propose")
        await command(moderator, "seats.deal", proposal=proposed["proposal"])
        times += 1
        await asyncio.sleep(PAUSE_SECONDS)
    return times


def posting(phones: list[Line], seed: int) -> asyncio.Future[Outcome]:
    """Everybody posts once."""

    def post(phone: Line, text: str) -> Awaitable[object]:
        return command(phone, "idea.post", text=text)

    return asyncio.ensure_future(burst(phones, post, Watch(), BURST_SECONDS, seed))


async def measure(url: str, people: int, runs: int) -> None:
    """Prints a table in Markdown."""
    tables = -(-people // TABLE_SEATS)
    wish = {"scenario": "pzk", "language": "pl", "tables": tables}
    made = await asyncio.to_thread(asked, f"{url}/api/workshops", wish)
    entry = {"workshop": made["code"], "token": made["moderator_token"]}
    [moderator] = await opened(url, [entry], unheard)
    phones = await opened(url, [{"workshop": made["code"]}] * people, unheard)
    for phone in phones:
        await command(phone, "participant.join")
    await command(moderator, "seats.deal")
    await command(moderator, "round.open")
    calm: list[float] = []
    dealt: list[float] = []
    times = 0
    for run in range(runs):
        calm += (await posting(phones, 2 * run)).acks_ms
        during = posting(phones, 2 * run + 1)
        times += await deal(moderator, during)
        dealt += (await during).acks_ms
    click.echo(
        f"{people} people, {tables} tables, {runs} runs, {times} times planned and dealt\n"
    )
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
    with tempfile.TemporaryDirectory() as folder:
        options = ["--host", "127.0.0.1", "--port", str(port), "--sessions", folder, "--moderator-key", KEY]
        with serving([sys.executable, "-m", "facilitation", "serve", *options], port):
            asyncio.run(measure(f"http://127.0.0.1:{port}", people, runs))


if __name__ == "__main__":
    main()
