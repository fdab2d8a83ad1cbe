"""How fast the room sorts: `python -m tests.bench.sorting`, a table in Markdown on stdout.

One process with the runtime as it is, plain threads for phones, a journal on disk and the real themes desk in
its process. Everything that is measured is measured from outside: from a command's ack to what follows.
"""

import argparse
import itertools
import random
import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import GUEST, MODERATOR, Actor, participant
from facilitation.domain.workshop import Workshop
from facilitation.journal.shelf import SqliteShelf
from facilitation.runtime.registry import Registry
from facilitation.runtime.threads import Threads
from tests.runtime.cafes import SCENARIOS, STATIONS

AREA = "wartosci"
ELSEWHERE = "zasady_pracy"
THINKING_SECONDS = 4.0
WHO = ("szkoła", "policja", "sąd", "ośrodek pomocy", "parafia", "dom kultury", "świetlica", "urząd pracy")
WHAT = ("ufa innym", "mówi wprost", "odpowiada w dwa dni", "dzieli się wiedzą", "szanuje tajemnicę")
WHEN = ("co tydzień", "na każdym spotkaniu", "od początku", "kiedy jest trudno", "przy jednym stole")
WHY = ("dla rodziny", "dla dziecka", "bez papierów", "razem z innymi", "po ludzku", "z cierpliwością")

Milliseconds = list[float]


class Room:
    """A workshop with people and ideas in one area, and who says what when something is arranged."""

    def __init__(self, folder: Path, people: int) -> None:
        self.registry = Registry(SqliteShelf(folder), Threads(), SCENARIOS)
        self.workshop = self.registry.create(STATIONS)
        self.sorter = self.registry.sorter(self.workshop.code)
        self.workshop.subscribe(self)
        self.arranged: dict[str, float] = {}
        joined = [self.ask(GUEST, c.JoinParticipant())["participant"] for _ in range(people)]
        self.people = [participant(who) for who in joined]
        self._texts, self._one_at_a_time = texts(), threading.Lock()

    def changed(self, before: Workshop, after: Workshop, events: Sequence[e.Event], seq: int) -> None:
        """A listener: when ideas were placed."""
        now = time.perf_counter()
        for event in events:
            if isinstance(event, e.IdeasArranged):
                self.arranged.update((placed.idea, now) for placed in event.placed)

    def ask(self, actor: Actor, command: c.Command) -> Any:
        """One command that is carried out."""
        ack = self.workshop.submit(str(uuid.uuid4()), command, actor)
        assert ack.ok, (command, ack.refusal)
        return ack.result

    def post(self, area: str = AREA) -> str:
        """One idea more; its id."""
        with self._one_at_a_time:
            text = next(self._texts)
        return str(self.ask(MODERATOR, c.PostIdea(text, table="T1", area=area))["idea"])

    def fill(self, ideas: int) -> None:
        """So many ideas."""
        while sum(idea.area == AREA for idea in self.workshop.state.ideas.values()) < ideas:
            self.post()


def texts() -> Iterator[str]:
    """Different ideas of this project's own making, in an order that mixes them, without an end."""
    said = [" ".join(words) for words in itertools.product(WHO, WHAT, WHEN, WHY)]
    random.Random(0).shuffle(said)
    yield from said
    for number in itertools.count(2):
        yield from (f"{text} po raz {number}" for text in said)


def taps(room: Room, rounds: int) -> Milliseconds:
    """Everybody taps, with a thought between; from each answer's ack to the next question."""
    room.ask(MODERATOR, c.OpenSorting(AREA))
    waited: Milliseconds = []

    def phone(who: Actor) -> None:
        chance = random.Random(who.participant)
        time.sleep(chance.random() * THINKING_SECONDS)
        question = room.sorter.question(who)
        for _ in range(rounds):
            if not question:
                return
            shown = tuple(tuple(candidate["ideas"]) for candidate in question["candidates"])
            room.ask(
                who,
                c.AnswerQuestion(question["idea"], shown, chance.randrange(len(shown)) if shown else None),
            )
            began = time.perf_counter()
            question = room.sorter.question(who)
            waited.append(1_000 * (time.perf_counter() - began))
            time.sleep(THINKING_SECONDS * (0.5 + chance.random()))

    together([lambda who=who: phone(who) for who in room.people])
    room.ask(MODERATOR, c.CloseSorting())
    return waited


def arrivals(room: Room, count: int) -> Milliseconds:
    """From the ack of a new idea to the commit that places it, one at a time."""
    placed: Milliseconds = []
    for _ in range(count):
        idea = room.post()
        began = time.perf_counter()
        until = began + 5
        while idea not in room.arranged and time.perf_counter() < until:
            time.sleep(0.001)
        if idea in room.arranged:
            placed.append(1_000 * (room.arranged[idea] - began))
        time.sleep(0.5)
    return placed


def acks(room: Room, seconds: float) -> Milliseconds:
    """What ten phones wait for their acks while they post on and on, into another area."""
    waited: Milliseconds = []
    until = time.perf_counter() + seconds

    def phone() -> None:
        while time.perf_counter() < until:
            began = time.perf_counter()
            room.post(ELSEWHERE)
            waited.append(1_000 * (time.perf_counter() - began))
            time.sleep(0.05)

    together([phone] * 10)
    return waited


def while_regrouping(room: Room, seconds: float) -> tuple[Milliseconds, Milliseconds]:
    """The same acks while themes are suggested for all ideas again and again, and what each of those took."""
    took: Milliseconds = []
    stop = threading.Event()

    def regroup() -> None:
        while not stop.is_set():
            began = time.perf_counter()
            room.ask(MODERATOR, c.SuggestThemes(AREA))
            took.append(1_000 * (time.perf_counter() - began))

    thread = threading.Thread(target=regroup)
    thread.start()
    waited = acks(room, seconds)
    stop.set()
    thread.join()
    return waited, took


def together(works: Sequence[Callable[[], None]]) -> None:
    """All at once, each in a thread."""
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def row(what: str, measured: Milliseconds) -> str:
    """One line of the table."""
    if not measured:
        return f"| {what} | 0 | – | – | – |"
    cuts = statistics.quantiles(measured, n=100) if len(measured) > 1 else measured * 99
    return f"| {what} | {len(measured)} | {cuts[49]:.1f} | {cuts[94]:.1f} | {max(measured):.1f} |"


def main() -> None:
    """Measures in turn, and prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.sorting", description=__doc__)
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--ideas", type=int, default=600, help="while phones tap and ideas arrive")
    parser.add_argument("--many", type=int, default=2_000, help="that are regrouped")
    parser.add_argument("--rounds", type=int, default=5, help="taps of each phone")
    chosen = parser.parse_args()
    print(f"load before: {psutil.getloadavg()[0]:.1f} on {psutil.cpu_count()} cores", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder), chosen.phones)
        room.fill(chosen.ideas)
        room.ask(MODERATOR, c.SuggestThemes(AREA))
        lines = [row(f"{chosen.phones} phones tap: answer to next question", taps(room, chosen.rounds))]
        lines.append(row(f"idea to its place, {chosen.ideas} ideas", arrivals(room, 20)))
        room.fill(chosen.many)
        room.ask(MODERATOR, c.SuggestThemes(AREA))
        lines.append(row("acks of ten phones, nothing regrouped", acks(room, 8)))
        waited, took = while_regrouping(room, 8)
        lines.append(row(f"acks while {chosen.many} ideas are regrouped", waited))
        lines.append(row(f"{chosen.many} ideas regrouped", took))
        room.registry.close_all()
    print("| ms | n | median | 95th | most |\n| --- | --- | --- | --- | --- |")
    print("\n".join(lines))
    print(f"load after: {psutil.getloadavg()[0]:.1f}", file=sys.stderr)


if __name__ == "__main__":
    main()
