"""A room that writes all at once: the themes desk is told afterwards, whoever asks it has it told first."""

from facilitation.runtime.holding import Holding
from facilitation.runtime.rush import IDEAS, LONGEST_SECONDS, WITHIN_SECONDS, Rush
from facilitation.runtime.threads import Threads
from facilitation.themes import requests as r
from facilitation.themes.suggestion import IdeaText


class Clock:
    """A clock that is set."""

    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Desks:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[r.Request] = []

    def ready(self) -> int:
        """Its only life."""
        return 1

    def tell(self, request: r.Request) -> None:
        """Keeps it."""
        self.told.append(request)

    def ask(self, request: r.Request, timeout_seconds: float) -> r.Done:
        """Never asked here."""
        raise NotImplementedError

    def close(self) -> None:
        """Nothing to end."""


class Turns(Threads):
    """Does what is spawned when told to; while somebody sleeps, what stands in `meanwhile` happens."""

    def __init__(self) -> None:
        self.spawned: list = []
        self.meanwhile: list = []
        self.slept = 0

    def spawn(self, work) -> None:
        """Keeps it for later."""
        self.spawned.append(work)

    def sleep(self, seconds: float) -> None:
        """Lets the next thing happen."""
        self.slept += 1
        if self.meanwhile:
            self.meanwhile.pop(0)()


def written(rush: Rush, clock: Clock, ideas: int, seconds: float) -> None:
    """So many ideas, evenly in so many seconds."""
    for _ in range(ideas):
        clock.seconds += seconds / ideas
        rush.idea()


def test_many_ideas_in_a_second_are_a_rush_and_the_same_in_two_seconds_are_none() -> None:
    clock = Clock()
    rush = Rush(clock)
    written(rush, clock, IDEAS, 2 * WITHIN_SECONDS)
    assert not rush.on()
    written(rush, clock, IDEAS, WITHIN_SECONDS / 2)
    assert rush.on()
    clock.seconds += WITHIN_SECONDS
    assert not rush.on()


def test_a_room_that_never_stops_is_in_no_rush_after_a_while_and_in_another_one_after_a_pause() -> None:
    clock = Clock()
    rush = Rush(clock)
    written(rush, clock, 2 * IDEAS, WITHIN_SECONDS)
    assert rush.on()
    for _ in range(int(LONGEST_SECONDS / WITHIN_SECONDS)):
        written(rush, clock, 2 * IDEAS, WITHIN_SECONDS)
    assert not rush.on()
    clock.seconds += 2 * WITHIN_SECONDS
    written(rush, clock, 2 * IDEAS, WITHIN_SECONDS)
    assert rush.on()


def test_the_desk_is_told_after_the_rush_of_everything_in_its_order() -> None:
    clock, desks, turns = Clock(), Desks(), Turns()
    rush = Rush(clock)
    holding = Holding(desks, turns, rush)
    news = [r.Know("A", (IdeaText(f"I{n}", "text"),)) for n in range(4)]
    written(rush, clock, IDEAS, WITHIN_SECONDS / 2)
    holding.tell(news[:2])
    holding.tell(news[2:])
    calm = clock.seconds + 2 * WITHIN_SECONDS
    turns.meanwhile = [lambda: None, lambda: None, lambda: setattr(clock, "seconds", calm)]
    [let_go] = turns.spawned
    let_go()
    assert (desks.told, turns.slept) == (news, 3)
    holding.tell(news[:1])
    assert len(turns.spawned) == 2


def test_who_asks_has_the_desk_told_at_once_and_nothing_is_told_twice() -> None:
    clock, desks, turns = Clock(), Desks(), Turns()
    holding = Holding(desks, turns, Rush(clock))
    news = [r.Know("A", (IdeaText("I1", "text"),)), r.Forget("A", ("I1",))]
    holding.tell(news)
    assert desks.told == []
    holding.let_go()
    assert desks.told == news
    turns.spawned[0]()
    assert desks.told == news


def test_what_is_dropped_is_not_told() -> None:
    desks, turns = Desks(), Turns()
    holding = Holding(desks, turns, Rush(Clock()))
    holding.tell([r.Forget("A", ("I1",))])
    holding.drop()
    turns.spawned[0]()
    assert desks.told == []
