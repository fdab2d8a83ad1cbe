"""The episodes: what is done to the server while people write. Each returns its row of the report."""

import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

from facilitation import archive
from tests.bench.contenders import asked, command, unheard
from tests.bench.phones import percentile
from tests.soak import disk
from tests.soak.house import House
from tests.soak.network import Network
from tests.soak.phones import Crowd
from tests.soak.tally import Tally, tally

BURST_SECONDS = 1.0
FULL_SECONDS = 1.0
BLACK_OUT_SECONDS = 10.0
PATIENCE_SECONDS = 60.0
EPISODES_A_WORKSHOP = 10
PAGE = 4096
FIRST = b"workshop.created"
SLOW_DISK = ("--append-ms", "10")


class Row(NamedTuple):
    """One line of the report."""

    what: str
    times: int
    tally: Tally
    note: str


Episode = Callable[[House, Crowd, random.Random], Awaitable[float]]


async def opened(house: House, phones: int, url: str = "") -> Crowd:
    """A workshop in its first round, and its phones, which go by `url` if that is another way in."""
    tables = max(4, -(-phones // 6))
    made = await asyncio.to_thread(asked, f"{house.url}/api/workshops", {"scenario": "pzk", "tables": tables})
    crowd = Crowd(url or house.url, made["code"], phones, made["board_token"])
    await crowd.come(PATIENCE_SECONDS)
    for kind in ("seats.deal", "round.open"):
        await _moderate(house, made["code"], made["moderator_token"], kind)
    return crowd


async def _moderate(house: House, code: str, token: str, kind: str) -> None:
    from facilitation.rehearsal.line import Line

    line = await Line.open(house.url, {"workshop": code, "token": token}, raw=unheard)
    await command(line, kind)
    line.close()


async def repeated(what: str, times: int, phones: int, episode: Episode, *faults: str) -> Row:
    """The episode so many times, with a new workshop after every EPISODES_A_WORKSHOP; the folder and the port
    stay. The note says how long the server was away or refused, until the last idea was saved."""
    chance, crowds, took = random.Random(times), [], []
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder))
        await house.start(*faults)
        for number in range(times):
            if number % EPISODES_A_WORKSHOP == 0:
                crowds.append(await opened(house, phones))
            took.append(await episode(house, crowds[-1], chance))
            await crowds[-1].saved(PATIENCE_SECONDS)
            if (number + 1) % EPISODES_A_WORKSHOP == 0:
                await crowds[-1].go()
        await crowds[-1].go()
        house.stop()
        refusals = sum(phone.storage_refusals for crowd in crowds for phone in crowd.phones)
        came_back = sum(phone.connections - 1 for crowd in crowds for phone in crowd.phones)
        note = f"{came_back} reconnections, {refusals} refused as not stored"
        if took:
            note += f"; all saved after {percentile(took, 0.5):.1f} s (median), {max(took):.1f} s at most"
        return Row(what, times, tally(house.folder, crowds), note)


def killing(*faults: str) -> Episode:
    """SIGKILL at a random moment of a burst, and a new server at once."""

    async def episode(house: House, crowd: Crowd, chance: random.Random) -> float:
        burst = asyncio.create_task(crowd.write(BURST_SECONDS, chance))
        await asyncio.sleep(chance.uniform(0, BURST_SECONDS))
        began = time.monotonic()
        house.kill()
        await house.start(*faults)
        await burst
        await crowd.saved(PATIENCE_SECONDS)
        return time.monotonic() - began

    return episode


async def filling(house: House, crowd: Crowd, chance: random.Random) -> float:
    """The disk is full for a while in the middle of a burst; the server goes on."""
    return await _disturbed(crowd, chance, house.fill_disk, house.free_disk)


def failing(*orders: str) -> Episode:
    """The disk fails in one of these ways for a while in the middle of a burst; the server goes on."""

    async def episode(house: House, crowd: Crowd, chance: random.Random) -> float:
        return await _disturbed(
            crowd,
            chance,
            lambda: house.order_disk(chance.choice(orders)),
            lambda: house.order_disk(disk.FINE),
        )

    return episode


async def _disturbed(
    crowd: Crowd, chance: random.Random, begin: Callable[[], None], end: Callable[[], None]
) -> float:
    """Something that begins at a random moment of a burst and ends FULL_SECONDS later; how long it is from
    then until all is saved."""
    burst = asyncio.create_task(crowd.write(BURST_SECONDS, chance))
    await asyncio.sleep(chance.uniform(0, BURST_SECONDS))
    begin()
    await asyncio.sleep(FULL_SECONDS)
    end()
    began = time.monotonic()
    await burst
    await crowd.saved(PATIENCE_SECONDS)
    return time.monotonic() - began


async def damage(times: int, phones: int) -> Row:
    """The server is killed after a burst, its file damaged at a random page beyond the first half, and a new
    server started, which has to say so and to save what came before. Lost is what stood before the
    damage and is not there any more; everybody writes again afterwards."""
    chance = random.Random(times)
    kept, found, crowds = 0, 0, []
    with tempfile.TemporaryDirectory() as made:
        house = House(Path(made))
        await house.start()
        for _ in range(times):
            crowd = await opened(house, phones)
            crowds.append(crowd)
            await crowd.write(BURST_SECONDS, chance)
            await crowd.saved(PATIENCE_SECONDS)
            await crowd.go()
            house.stop()
            spoiled(house.folder / f"{crowd.code}.db", chance)
            await house.start()
            if f"{crowd.code}: " in house.said:
                found += 1
                kept += int(house.said.split(f"{crowd.code}: ")[1].split(" ")[0])
        house.stop()
        left = archive.codes(house.folder)
        whole = all(archive.check(house.folder, code).whole for code in left)
    note = f"{found} said at the start, {kept / max(found, 1):.0f} entries saved each time"
    written = sum(len(phone.written) for crowd in crowds for phone in crowd.phones)
    return Row("a damaged page", times, Tally(written, times - found, 0, 0, 0, whole), note)


def spoiled(journal: Path, chance: random.Random) -> None:
    """Overwrites a page of entries in the second half of the file, as a broken disk does; but not that of the
    first entry, before which there is nothing to save."""
    content = bytearray(journal.read_bytes())
    pages = {at: content[at : at + PAGE] for at in range(0, len(content), PAGE) if at >= len(content) // 2}
    entries = [at for at, page in pages.items() if b"idea.posted" in page and FIRST not in page]
    at = chance.choice(entries)
    content[at : at + PAGE] = chance.randbytes(PAGE)
    journal.write_bytes(content)


async def clock(house: House, crowd: Crowd, chance: random.Random) -> float:
    """The clock is set back by an hour in the middle of a burst, and a second server wants the folder."""
    burst = asyncio.create_task(crowd.write(BURST_SECONDS, chance))
    await asyncio.sleep(BURST_SECONDS / 2)
    house.set_clock_back()
    await burst
    await crowd.write(BURST_SECONDS, chance)
    began = time.monotonic()
    await crowd.saved(PATIENCE_SECONDS)
    said = await asyncio.to_thread(house.second_server)
    if not said.startswith("1: ") or "already" not in said:
        raise RuntimeError(f"a second server on the folder was not refused: {said}")
    return time.monotonic() - began


async def bad_network(phones: int, seconds: float) -> Row:
    """Everybody writes every 20 s over a network that delays, cuts, and is away for BLACK_OUT_SECONDS once in
    40 s. The note says how long after a black-out what had been written before its end was saved."""
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder))
        await house.start()
        network = Network(house.port)
        await network.start()
        crowd = await opened(house, phones, network.url)
        ends = asyncio.get_running_loop().time() + seconds
        waits: list[float] = []
        while asyncio.get_running_loop().time() < ends:
            writing = asyncio.create_task(crowd.write(20, chance))
            await asyncio.sleep(8)
            light = await network.black_out(BLACK_OUT_SECONDS)
            held = [(phone, text) for phone in crowd.phones for text in phone.written[-1:] if phone.waiting]
            await writing
            await crowd.saved(PATIENCE_SECONDS)
            waits += [phone.saved[text] - light for phone, text in held if text in phone.saved]
            await crowd.write(20, chance)
        await crowd.saved(PATIENCE_SECONDS)
        await crowd.go()
        await network.stop()
        house.stop()
        note = f"{network.cuts} cuts; {len(waits)} ideas held by black-outs, saved after their end: "
        note += f"p50 {percentile(waits, 0.5):.1f} s, p99 {percentile(waits, 0.99):.1f} s"
        return Row("bad network, s", int(seconds), tally(house.folder, [crowd]), note)
