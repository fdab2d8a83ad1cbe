"""Late ideas, placed by what was taught: ``python -m tests.bench.themes_arrivals IDEAS.csv [--taps 3]``.

The first half of each area (by their order) is sorted as in `gold`; the second half comes then. Placed right
is what stands in its theme of `gold`, or in none of the themes if the first half has no idea of its own. With
taps, people who think as in `second` answer so many questions an idea.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import random
from pathlib import Path
from statistics import mean

import click

from facilitation.themes import Answer, Decisions, KeptTheme, ThemesDesk
from facilitation.themes import requests as r
from tests.bench.themes_moves import Material, read

PEOPLE = 34


def placed_right(area: Material, taps: int, careless: float, seed: int) -> tuple[int, int]:
    """(how many of the second half stand right, how many they are)."""
    half = len(area.ideas) // 2
    desk, chance = ThemesDesk(), random.Random(seed)
    desk.do(r.Know(area.name, tuple(area.ideas)))
    first = list(zip(area.ideas[:half], area.gold[:half], strict=True))
    kept = tuple(
        KeptTheme(title, title, tuple(idea.id for idea, gold in first if gold == title))
        for title in dict.fromkeys(gold for _, gold in first if gold)
    )
    aside = tuple(idea.id for idea, gold in first if not gold)
    desk.do(r.Decide(area.name, Decisions(kept=kept, unassigned=aside)))
    thinks = {idea.id: thought for idea, thought in zip(area.ideas, area.second, strict=True)}
    late = area.ideas[half:]
    for tap in range(taps * len(late)):
        _tap(desk, area.name, tap, thinks, chance, careless)
    told = desk.do(r.Place(area.name, tuple(idea.id for idea in late)))
    assert isinstance(told, r.Places)
    themes = {theme.id for theme in kept}
    right = [gold if gold in themes else None for gold in area.gold[half:]]
    return sum(p.theme == gold for p, gold in zip(told.places, right, strict=True)), len(late)


def _tap(
    desk: ThemesDesk, area: str, tap: int, thinks: dict[str, str], chance: random.Random, careless: float
) -> None:
    person = f"P{chance.randrange(PEOPLE)}"
    asks = desk.do(r.Next((area,), person))
    assert isinstance(asks, r.Asks)
    if asks.idea is None:
        return
    shown = tuple(choice.ideas for choice in asks.choices)
    thought = thinks[asks.idea]
    fits = [mean(thinks[other] == thought for other in ideas) if thought else 0.0 for ideas in shown]
    chosen = fits.index(max(fits)) if fits and max(fits) >= 0.5 else None
    if chance.random() < careless:
        chosen = chance.choice([*range(len(shown)), None])
    desk.do(r.Told(area, {str(tap): Answer(asks.idea, shown, chosen, person)}))
    while desk.think():
        pass


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--taps", default=3, help="Questions an idea.")
@click.option("--seeds", default=3)
def main(path: Path, taps: int, seeds: int) -> None:
    """Print how many of a hundred late ideas stand right, without the room and with it."""
    areas = read(path)
    for count, careless in ((0, 0.0), (taps, 0.0), (taps, 0.1)):
        found = [
            placed_right(area, count, careless, seed)
            for area in areas
            for seed in range(seeds if count else 1)
        ]
        share = 100 * sum(right for right, _ in found) / sum(late for _, late in found)
        click.echo(f"{count} taps an idea, {careless:.0%} careless: {share:.1f} in 100")


if __name__ == "__main__":
    main()
