"""`make soak`: faults while people write, bounded in time and count, on loopback only. A table in Markdown on
stdout; exit status 1 if anything that was acknowledged is gone, doubled, or waits for a hand."""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Awaitable
from pathlib import Path

from tests.bench.load import allow_files
from tests.soak import disk
from tests.soak.campaign import (
    SLOW_DISK,
    Row,
    bad_network,
    clock,
    damage,
    failing,
    filling,
    killing,
    repeated,
)
from tests.soak.steady import steady


def main() -> None:
    """Runs the campaign."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--phones", type=int, default=60)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--full", type=int, default=4, help="times the disk is full")
    parser.add_argument("--failing", type=int, default=4, help="times the disk fails in other ways")
    parser.add_argument("--damaged", type=int, default=2, help="times the file is damaged")
    parser.add_argument("--network-phones", type=int, default=300)
    parser.add_argument("--network-seconds", type=float, default=60.0)
    parser.add_argument("--steady-phones", type=int, default=200)
    parser.add_argument("--steady-seconds", type=float, default=30.0)
    chosen = parser.parse_args()
    os.chdir(Path(__file__).resolve().parents[2])
    allow_files(8 * max(chosen.network_phones, chosen.steady_phones) + 1_000)
    if not asyncio.run(_campaign(chosen)):
        sys.exit(1)


async def _campaign(chosen: argparse.Namespace) -> bool:
    print("| what | times | ideas | lost | doubled | need a hand | out of order | |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    slow = chosen.kills // 3
    rows: list[Awaitable[Row]] = []
    if chosen.kills:
        rows.append(repeated("SIGKILL", chosen.kills - slow, chosen.phones, killing()))
    if slow:
        rows.append(
            repeated("SIGKILL, commits 10 ms slower", slow, chosen.phones, killing(*SLOW_DISK), *SLOW_DISK)
        )
    if chosen.full:
        rows.append(repeated("disk full", chosen.full, chosen.phones, filling))
    if chosen.failing and disk.can_be_taken_over():
        ways = failing(disk.NO_SYNC_ONCE, disk.NO_SYNC, disk.READ_ONLY, disk.FULL)
        rows.append(repeated("syncs fail, read-only, full", chosen.failing, chosen.phones, ways))
    if chosen.damaged:
        rows.append(damage(chosen.damaged, chosen.phones))
    rows.append(repeated("clock set back; a second server", 1, chosen.phones, clock))
    if chosen.network_seconds:
        rows.append(bad_network(chosen.network_phones, chosen.network_seconds))
    if chosen.steady_seconds:
        rows.append(steady(chosen.steady_phones, chosen.steady_phones // 20, chosen.steady_seconds))
    return all([await _shown(row) for row in rows])


async def _shown(work: Awaitable[Row]) -> bool:
    began = time.monotonic()
    row = await work
    t = row.tally
    figures = (row.times, t.written, t.lost, t.doubled, t.stuck, t.disorder)
    whole = "" if t.whole else "JOURNAL NOT WHOLE; "
    print(f"| {row.what} | {' | '.join(map(str, figures))} | {whole}{row.note} |", flush=True)
    print(f"{row.what}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    return t.good


main()
