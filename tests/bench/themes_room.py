"""The room sorts, simulated: ``python -m tests.bench.themes_room IDEAS.csv [--seeds 10] [--people 34]``.

The CSV has `text`, `area`, `gold` (what the result is held against), `second` (what people think) and
`institution` (who wrote it: nobody is asked about their own). Every person holds a phone with a question of
all areas at once, the desk's own; who taps next is drawn; the desk thinks after every second tap. A careful
person taps the candidate most of whose ideas share the idea's theme in `second`, or none; a careless tap is
any; hostile people tap anything but the right one.
"""

from __future__ import annotations

import random
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import click

from facilitation.themes import Answer, ThemesDesk
from facilitation.themes import requests as r
from facilitation.themes.suggestion import Suggestion
from tests.bench.themes_moves import Material, moves, predicted, read

TAPS = (0, 5, 10, 15, 20, 30)
CROWDS = {
    "all careful": (0.0, 0),
    "1 in 10 careless": (0.1, 0),
    "1 in 5 careless": (0.2, 0),
    "2 hostile": (0.0, 2),
}
TAPS_A_THOUGHT = 2


class Run(NamedTuple):
    """One simulated workshop."""

    path: Path
    crowd: str
    seed: int
    people: int


class Room:
    """People with phones around a desk. Asserts what must hold of every question."""

    def __init__(self, run: Run, areas: list[Material]) -> None:
        self._careless, self._hostile = CROWDS[run.crowd]
        self._chance = random.Random(run.seed)
        self._desk = ThemesDesk()
        self.areas = {area.name: area for area in areas}
        writers = sorted({person for area in areas for person in area.people})
        self._person = {f"P{n}": writers[n] if n < len(writers) else "" for n in range(run.people)}
        self._asked: dict[str, set[str]] = defaultdict(set)
        self._thinks = {
            idea.id: second for area in areas for idea, second in zip(area.ideas, area.second, strict=True)
        }
        self._writer = {
            idea.id: who for area in areas for idea, who in zip(area.ideas, area.people, strict=True)
        }
        for area in areas:
            self._desk.do(r.Know(area.name, tuple(area.ideas)))
        self.taps = 0

    def tap(self) -> None:
        """Somebody answers what their phone shows."""
        person = self._chance.choice(list(self._person))
        asks = self._next(person)
        shown = tuple(choice.ideas for choice in asks.choices)
        assert asks.idea is not None
        answer = Answer(asks.idea, shown, self._reply(person, asks.idea, shown), person)
        self._desk.do(r.Told(asks.area, {str(self.taps): answer}))
        self._asked[person].add(asks.idea)
        self.taps += 1
        if self.taps % TAPS_A_THOUGHT == 0:
            while self._desk.think():
                pass
        self._next(person)

    def distance(self) -> dict[str, int]:
        """Moves from what the desk would suggest now to gold, by area."""
        found = {}
        for name, area in self.areas.items():
            suggestion = self._desk.do(r.Group(name))
            assert isinstance(suggestion, Suggestion)
            found[name] = moves(area.gold, predicted(suggestion, area.ideas))
        return found

    def _next(self, person: str) -> r.Asks:
        own = tuple(idea for idea, writer in self._writer.items() if writer == self._person[person])
        asks = self._desk.do(r.Next(tuple(self.areas), person, own))
        assert isinstance(asks, r.Asks)
        assert asks.idea is not None, "somebody is idle"
        assert asks.idea not in self._asked[person], "the same question twice"
        assert asks.idea not in own, "one's own idea"
        return asks

    def _reply(self, person: str, idea: str, shown: tuple[tuple[str, ...], ...]) -> int | None:
        thought = self._thinks[idea]
        fits = [
            mean(self._thinks[other] == thought for other in ideas) if thought else 0.0 for ideas in shown
        ]
        right = fits.index(max(fits)) if fits and max(fits) >= 0.5 else None
        options = [*range(len(shown)), None]
        if person in [f"P{n}" for n in range(self._hostile)]:
            return self._chance.choice([option for option in options if option != right])
        return self._chance.choice(options) if self._chance.random() < self._careless else right


def simulate(run: Run) -> dict[int, dict[str, int]]:
    """Moves by area after so many taps a person."""
    room = Room(run, read(run.path))
    found = {}
    for taps in TAPS:
        while room.taps < taps * run.people:
            room.tap()
        found[taps] = room.distance()
    return found


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--seeds", default=10)
@click.option("--people", default=34)
@click.option("--processes", default=1)
@click.option("--crowd", "crowds", multiple=True, type=click.Choice(list(CROWDS)), help="Only these.")
def main(path: Path, seeds: int, people: int, processes: int, crowds: tuple[str, ...]) -> None:
    """Print moves per 100 ideas after so many taps a person, by crowd, in all and by area."""
    size = {area.name: len(area.ideas) for area in read(path)}
    runs = [Run(path, crowd, seed, people) for crowd in crowds or CROWDS for seed in range(seeds)]
    done: dict[str, list[dict[int, dict[str, int]]]] = defaultdict(list)
    click.echo(f"{'moves per 100 after taps':28}" + "".join(f"{taps:>7}" for taps in TAPS))
    with ProcessPoolExecutor(processes) as pool:
        for run, found in zip(runs, pool.map(simulate, runs), strict=True):
            done[run.crowd].append(found)
            if len(done[run.crowd]) < seeds:
                continue
            for name in ("", *size):
                of = [name] if name else list(size)
                ideas = sum(size[area] for area in of)
                figures = [
                    100 * mean(sum(seed[taps][area] for area in of) for seed in done[run.crowd]) / ideas
                    for taps in TAPS
                ]
                line = f"  {name}" if name else run.crowd
                click.echo(f"{line:28}" + "".join(f"{figure:7.1f}" for figure in figures))


if __name__ == "__main__":
    main()
