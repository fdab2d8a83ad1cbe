"""A table of what the planner reaches: ``python -m tests.bench.seating_table FILE.json`` or ``--fresh 20``.

The file holds ``{"instances": [INSTANCE, …]}``, each with an ``id`` and perhaps a ``best`` to compare with.
Every instance is planned by an ``obrus seat`` of its own; seconds are those of the whole process, less the
median of what ``python -c pass`` takes; ``cpu`` is how long it had a processor, the same on a busy machine.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import click

from facilitation.seating import read_instance
from facilitation.seating.bound import lower_bound
from facilitation.seating.report import report_on
from facilitation.seating.room import build_room, seating_of
from tests.seating.validity import faults, repeated_meetings

COMMAND = "from facilitation.__main__ import main; main()"

HEAD = [
    "instance",
    "people",
    "faults",
    "repeats",
    "bound",
    "best",
    "off",
    "clashes",
    "moved",
    "seconds",
    "cpu",
]
LINE = "{:28}{:>7}{:>7}{:>8}{:>6}{:>6}{:>5}{:>8}{:>6}{:>8}{:>6}"


class Run(NamedTuple):
    """What Python printed, and the seconds it took: on the wall, and of a processor."""

    printed: bytes
    seconds: float
    cpu: float


def run(code: str, *arguments: str, given: bytes = b"") -> Run:
    """Python running ``code``."""
    start, worked = time.perf_counter(), _worked()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], input=given, capture_output=True, check=True
    )
    return Run(done.stdout, time.perf_counter() - start, _worked() - worked)


def _worked() -> float:
    """Seconds of a processor that all ended child processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def fresh(seed: int) -> dict[str, Any]:
    """A café made up at random: both formats, even and uneven tables, hosts, people of a few institutions."""
    rng = random.Random(seed)
    tables, mode = rng.choice([4, 5, 6, 7, 8, 9, 10, 12, 15]), rng.choice(["free", "free", "carousel"])
    caps = [rng.choice([4, 5, 6, 7]) + (rng.randint(0, 3) if seed % 4 == 0 else 0)] * tables
    if seed % 4 == 0:
        caps = [rng.randint(4, 9) for _ in range(tables)]
    people = max(2 * tables, sum(caps) - rng.choice([0, 0, 1, 2, tables // 2]))
    rounds = min(rng.choice([3, 4, 4, 5, 6]), tables - 1)
    hosts = [{"id": f"p{n}", "table": n} for n in range(tables)] if rng.random() < 0.4 else []
    sectors = [f"s{n}" for n in range(rng.choice([4, 6, 8]))]
    participants = []
    for n in range(people):
        sector = rng.choice(sectors[: rng.choice([2, len(sectors)])])
        participants.append({"id": f"p{n}", "sector": sector, "institution": f"{sector}-{rng.randint(1, 6)}"})
    return {
        "id": f"fresh-{seed}-{mode[:3]}-{people}-{tables}-{rounds}" + ("-hosts" if hosts else ""),
        "rounds": rounds,
        "mode": mode,
        "tables": [{"id": f"t{n}", "cap": cap} for n, cap in enumerate(caps)],
        "participants": participants,
        "hosts": hosts,
    }


def row(told: dict[str, Any], seconds: str, bare: Run) -> tuple[Any, ...]:
    """One line of the table: the plan that ``obrus seat`` prints, counted anew."""
    options = ["--seconds", seconds] if seconds else []
    try:
        done = run(COMMAND, "seat", "-", *options, given=json.dumps(told).encode())
    except subprocess.CalledProcessError as refused:
        return (told["id"], len(told["participants"]), *["-"] * 9, refused.stderr.decode().strip())
    plan, instance = json.loads(done.printed), read_instance(told)
    room = build_room(instance)
    seats = seating_of(plan, {name: number for number, name in enumerate(room.ids)}, room.rounds)
    found = report_on(room, seats, lower_bound(room), iterations=0)
    assert found.repeats == repeated_meetings(plan, instance.together)
    best = told.get("best") or {}
    return (
        told["id"], room.people, len(faults(instance, plan)), found.repeats, found.bound,
        best.get("repeats", "-"), found.sector_off, found.clashes, found.moved,
        f"{done.seconds - bare.seconds:.2f}", f"{done.cpu - bare.cpu:.2f}",
    )  # fmt: skip


@click.command()
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--fresh", "count", default=0, help="Plan so many made-up cafés instead of a file.")
@click.option("--first", default=0, help="The number that the first made-up café is made from.")
@click.option("--seconds", default="", help="Time for each plan; without it what the planner thinks right.")
def main(path: Path | None, count: int, first: int, seconds: str) -> None:
    """Print what the planner reaches on every instance."""
    made_up = [fresh(seed) for seed in range(first, first + count)]
    instances = json.loads(path.read_text())["instances"] if path else made_up
    bare = sorted(run("pass") for _ in range(5))[2]
    click.echo(LINE.format(*HEAD))
    for instance in instances:
        figures = row(instance, seconds, bare)
        click.echo(" ".join([LINE.format(*figures), *figures[len(HEAD) :]]))


if __name__ == "__main__":
    main()
