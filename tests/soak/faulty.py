"""`obrus` with faults: `python -m tests.soak.faulty [FAULTS] -- serve …`.

With `--append-ms N` every commit takes N ms longer, as on a slow disk. With `--disk FILE` the disk does what
the file says (disk.py), with `--address FILE` the computer has the address that stands there. After SIGUSR1
the clock on the wall is an hour slow.
"""

import argparse
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from facilitation.__main__ import _patch, main
from tests.soak import disk

BACK_SECONDS = 3_600


def slow_disk(milliseconds: float) -> None:
    """Every append to a journal takes so much longer; in the real thread it runs in, so that nobody else
    waits for it."""
    import eventlet

    from facilitation.journal.sqlite import SqliteJournal

    pause, append = eventlet.patcher.original("time").sleep, SqliteJournal.append

    def slowly(self: SqliteJournal, commits: Sequence[Any]) -> None:
        append(self, commits)
        pause(milliseconds / 1000)

    SqliteJournal.append = slowly  # type: ignore[method-assign]


def clock_that_is_set_back() -> None:
    """SIGUSR1 sets it back."""
    shift = 0
    seconds, nanoseconds = time.time, time.time_ns

    def set_back(*_: object) -> None:
        nonlocal shift
        shift = BACK_SECONDS

    signal.signal(signal.SIGUSR1, set_back)
    time.time = lambda: seconds() - shift
    time.time_ns = lambda: nanoseconds() - shift * 1_000_000_000


def moving(address: Path) -> None:
    """The computer's address in its network is what the file says."""
    from facilitation.web import addresses

    addresses.room_address = lambda host: address.read_text()


def run() -> None:
    """Patches, then is `obrus`."""
    here = sys.argv.index("--")
    parser = argparse.ArgumentParser(prog="faulty", description=__doc__)
    parser.add_argument("--append-ms", type=float, default=0.0)
    parser.add_argument("--disk", type=Path)
    parser.add_argument("--address", type=Path)
    chosen = parser.parse_args(sys.argv[1:here])
    sys.argv = ["obrus", *sys.argv[here + 1 :]]
    _patch()
    clock_that_is_set_back()
    if chosen.append_ms:
        slow_disk(chosen.append_ms)
    if chosen.address:
        moving(chosen.address)
    with disk.taken_over(chosen.disk) if chosen.disk else nullcontext():
        main()


if __name__ == "__main__":
    run()
