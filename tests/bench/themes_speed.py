"""How long the desk takes, on one core: ``python -m tests.bench.themes_speed [--ideas 2000] [--phones 300]``.

Ideas are made up from word lists, two thirds Polish and a third English, 8 words on average, so that nobody's
material is needed. CPU seconds of this process, which other programs can't stretch; memory is the peak of it.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import random
import resource
import sys
import time
from collections.abc import Callable
from statistics import median, quantiles

import click

from facilitation.themes import Answer, Decisions, IdeaText, KeptTheme, Suggestion, ThemesDesk
from facilitation.themes import requests as r
from facilitation.themes.diacritics import known_spellings
from facilitation.themes.suggest import default_encoder

ENGLISH = (
    "meeting school family trust street light bench children evening office phone help neighbour park "
    "minutes decision open door paper honest money plan bus stop young old listen together never again doctor"
)
AREAS = 4


def made_up(count: int) -> list[IdeaText]:
    """So many ideas of 1 to 15 words, the same each time."""
    chance = random.Random(1)
    polish = list(known_spellings().values())
    english = ENGLISH.split()
    words = [polish if n % 3 else english for n in range(count)]
    return [
        IdeaText(f"i{n}", " ".join(chance.choice(said) for _ in range(chance.randint(1, 15))))
        for n, said in enumerate(words)
    ]


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that it takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def regrouped(count: int) -> tuple[float, float]:
    """(from text, with vectors kept) for so many ideas in one area."""
    desk, ideas = ThemesDesk(), tuple(made_up(count))
    default_encoder().encode(["warm"])
    told = r.Know(f"all {count}", ideas)
    fresh = seconds(lambda: (desk.do(told), desk.do(r.Group(told.area))))
    return fresh, seconds(lambda: desk.do(r.Group(told.area)))


class Hall:
    """Phones around a desk with ideas in four areas."""

    def __init__(self, count: int, phones: int) -> None:
        self.desk, self._chance, self._phones = ThemesDesk(), random.Random(2), phones
        self.areas = tuple(f"hall/{n}" for n in range(AREAS))
        self.ideas = made_up(count)
        for n, area in enumerate(self.areas):
            self.desk.do(r.Know(area, tuple(self.ideas[n::AREAS])))
        self.taps = 0

    def tap(self) -> float:
        """CPU seconds from somebody's answer to their next question."""
        person = f"P{self._chance.randrange(self._phones)}"
        shows = self.desk.do(r.Next(self.areas, person))
        assert isinstance(shows, r.Asks)
        assert shows.idea is not None
        shown = tuple(choice.ideas for choice in shows.choices)
        answer = Answer(shows.idea, shown, self._chance.choice([*range(len(shown)), None]), person)
        self.taps += 1
        told = r.Told(shows.area, {str(self.taps): answer})
        return seconds(lambda: (self.desk.do(told), self.desk.do(r.Next(self.areas, person))))

    def place(self, number: int) -> float:
        """CPU seconds from a new idea to its place."""
        idea = IdeaText(f"new{number}", f"{self.ideas[number].text} {self.ideas[-number].text}")
        area = self.areas[number % AREAS]
        return seconds(lambda: (self.desk.do(r.Know(area, (idea,))), self.desk.do(r.Place(area, (idea.id,)))))

    def take_suggestions(self) -> None:
        """What the machine suggests stands on the wall."""
        for area in self.areas:
            said = self.desk.do(r.Group(area))
            assert isinstance(said, Suggestion)
            wall = tuple(KeptTheme(f"t{n}", theme.title, theme.ideas) for n, theme in enumerate(said.themes))
            self.desk.do(r.Decide(area, Decisions(wall=wall)))


def tell(what: str, figures: list[float]) -> None:
    """One line: median, the worst of a hundred, and the worst, in ms."""
    worst = quantiles(figures, n=100)[98] if len(figures) > 1 else figures[0]
    line = f"{1000 * median(figures):8.1f} {1000 * worst:8.1f} {1000 * max(figures):8.1f}"
    click.echo(f"{what:58}{line}")


@click.command()
@click.option("--ideas", default=2000)
@click.option("--phones", default=300)
@click.option("--taps", default=1500)
def main(ideas: int, phones: int, taps: int) -> None:
    """Print the times and the memory."""
    click.echo(f"encoder: {default_encoder().name}")
    for count in (600, ideas):
        fresh, again = regrouped(count)
        click.echo(f"{count} ideas: {fresh:.2f} s from text, {again:.2f} s with vectors kept")
    click.echo(f"memory so far: {_peak_mb()} MB")
    hall = Hall(ideas, phones)
    hall.take_suggestions()
    click.echo(f"{'ms of CPU':58}{'median':>8} {'p99':>8} {'worst':>8}")
    tell(f"a new idea placed, {ideas} ideas in {AREAS} areas", [hall.place(n) for n in range(1, 101)])
    for _ in range(phones):
        hall.tap()
    thoughts, waits = [], []
    for _ in range(taps):
        waits.append(hall.tap())
        thoughts.append(seconds(hall.desk.think))
    tell(f"the next question after an answer, {phones} phones", waits)
    tell("one thought between requests", thoughts)
    click.echo(f"memory: {_peak_mb()} MB")


def _peak_mb() -> int:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(kilobytes / (1024 if sys.platform != "darwin" else 1024 * 1024))


if __name__ == "__main__":
    main()
