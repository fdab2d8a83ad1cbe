"""A long quiet afternoon: everybody writes now and then, some screens never read again and still answer
pings, and the server's memory and the lateness of its hub are watched."""

import asyncio
import random
import tempfile
import urllib.request
from pathlib import Path

from facilitation.rehearsal.line import Line
from tests.soak.campaign import PATIENCE_SECONDS, Row, opened
from tests.soak.house import House
from tests.soak.phones import Crowd
from tests.soak.tally import tally

# A workshop has room for 20,000 ideas.
MOST_IDEAS = 15_000
PONG_SECONDS = 5.0


async def steady(phones: int, deaf: int, seconds: float) -> Row:
    """So many phones for so long, `deaf` of them connected and reading nothing. The note says how much memory
    the server had after a third of the time and at its end, how many of the deaf it cut off, and how late its
    hub was."""
    chance = random.Random(5)
    period = max(10.0, phones * seconds / MOST_IDEAS)
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder))
        await house.start()
        crowd = await opened(house, phones - deaf)
        guests = [asyncio.create_task(_deaf(house.url, crowd, seconds)) for _ in range(deaf)]
        now = asyncio.get_running_loop().time
        began, memory = now(), []
        while now() - began < seconds:
            await crowd.write(period, chance)
            memory.append(house.memory_mb())
        await crowd.saved(PATIENCE_SECONDS)
        late = await asyncio.to_thread(_lateness, house.url)
        ended = sum(await asyncio.gather(*guests))
        await crowd.go()
        house.stop()
        note = f"{memory[len(memory) // 3]:.0f} MB after a third, {memory[-1]:.0f} MB at the end; "
        note += f"{ended} of {deaf} deaf screens cut off; {late}"
        return Row(f"{phones} phones, {deaf} deaf, s", int(seconds), tally(house.folder, [crowd]), note)


async def _deaf(url: str, crowd: Crowd, seconds: float) -> bool:
    """A screen that stops reading and goes on answering pings, with a board's channels, on which there is
    most to read; whether the server cut it off."""
    auth = {"workshop": crowd.code, "token": crowd.board_token}
    line = await Line.open(url, auth, raw=lambda _: None)
    transport = line._transport
    assert transport is not None
    transport.pause_reading()
    until = asyncio.get_running_loop().time() + seconds
    while asyncio.get_running_loop().time() < until and not transport.is_closing():
        line._text("3")
        await asyncio.sleep(PONG_SECONDS)
    cut = transport.is_closing()
    line.close()
    return cut


def _lateness(url: str) -> str:
    with urllib.request.urlopen(f"{url}/metrics", timeout=10) as response:
        lines = [line.rsplit(" ", 1) for line in response.read().decode().splitlines() if "hub_lag" in line]
    figures = {name: float(value) for name, value in lines if not name.startswith("#")}
    over = figures["obrus_hub_lag_seconds_count"] - figures['obrus_hub_lag_seconds_bucket{le="0.05"}']
    longest = figures["obrus_hub_lag_longest_seconds"] * 1000
    return f"hub late by more than 50 ms {over:.0f} times, by {longest:.0f} ms at most"
