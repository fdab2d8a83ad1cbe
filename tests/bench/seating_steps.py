"""What seating a room takes of the server, step by step: ``python -m tests.bench.seating_steps``.

Milliseconds of CPU, which a busy machine changes little; between two steps others have their turn, and people
are told a few at a time. The planning itself is the worker's.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import click
import msgspec

from facilitation.domain import commands as c
from facilitation.domain.actors import MODERATOR, participant
from facilitation.domain.apply import apply
from facilitation.domain.decide import decide
from facilitation.domain.decision import Context
from facilitation.domain.workshop import Workshop
from facilitation.projections import Span, patch, touched
from facilitation.runtime.arrange import arrangement, deal_job
from facilitation.runtime.delivery import AT_ONCE
from tests.domain.histories import History, begun

ROUNDS = 4
TABLE_SEATS = 6
REPEATS = 7


def room(people: int) -> History:
    """So many people in an open round, who have written an idea each."""
    tables = -(-people // TABLE_SEATS)
    history = begun(tables, ROUNDS, people)
    history.ask(MODERATOR, c.DealSeats(), plan=anywhere(people, tables, 0))
    history.ask(MODERATOR, c.OpenRound())
    for number in range(people):
        history.ask(participant(f"P{number + 1}"), c.PostIdea("Pomysł na telefon"))
    return history


def anywhere(people: int, tables: int, seed: int) -> dict[int, dict[str, str]]:
    """Seats by chance: it is only moved, not looked at."""
    rng = random.Random(seed)
    return {
        number: {f"P{n + 1}": f"T{rng.randrange(tables) + 1}" for n in range(people)}
        for number in range(1, ROUNDS + 1)
    }


def steps(history: History, people: int) -> dict[str, Callable[[], Any]]:
    """Each step, to be done as often as one likes."""
    before = history.now
    context = Context(MODERATOR, 1, plan=anywhere(people, len(before.tables), 1))
    events = decide(before, c.DealSeats(), context).events

    def applied() -> Workshop:
        after = before
        for event in events:
            after = apply(after, event)
        return after

    after = applied()
    some = sorted(channel for channel in touched(Span(before, after)) if channel.startswith("person"))
    return {
        "make the job": lambda: msgspec.json.encode(deal_job(before, 1)),
        "read its reply": lambda: arrangement(before),
        "decide": lambda: decide(before, c.DealSeats(), context),
        "apply": applied,
        "find out whom to tell": lambda: touched(Span(before, after)),
        f"tell {AT_ONCE} people": lambda: told(Span(before, after), some[:AT_ONCE]),
        "tell the boards": lambda: told(Span(before, after), ["board"]),
        "tell the consoles": lambda: told(Span(before, after), ["moderator"]),
    }


def told(span: Span, channels: list[str]) -> list[bytes]:
    """What each of these channels is sent."""
    return [msgspec.json.encode(patch(span, channel)) for channel in channels]


def cpu_ms(work: Callable[[], Any]) -> float:
    """The median over a few times."""
    taken = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1000)
    return median(taken)


@click.command()
@click.option("--people", default=500)
def main(people: int) -> None:
    """Print a table in Markdown."""
    click.echo(f"| seating {people} people | CPU, ms |\n| --- | --- |")
    for name, work in steps(room(people), people).items():
        click.echo(f"| {name} | {cpu_ms(work):.1f} |")


if __name__ == "__main__":
    main()
