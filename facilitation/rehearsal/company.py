"""The simulated people of one rehearsal: they come in, and each does something now and then, through the
workshop's ordinary commands. What they do is decided in `crowd.py`, who has which company in `rehearsals.py`.

One green thread moves them all, one command at a time: whatever their number and pace, they never have more
than one command on its way, so that a real room on the same server notices nothing of them.
"""

import heapq
import itertools
import logging
import uuid
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import GUEST, MODERATOR, Actor, participant
from facilitation.domain.refusals import Refusal
from facilitation.rehearsal.cast import Role, cast
from facilitation.rehearsal.crowd import PAUSES_SECONDS, answer, occupation, wish
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.jobs import JobFailed
from facilitation.runtime.workshop import LiveWorkshop

SPEEDS: Final = (1, 2, 4, 8)
MARK: Final = "simulated-"
"""How the ids of their commands begin: by it they are known again after a restart."""

TICK_SECONDS: Final = 0.25
ARRIVAL_SECONDS: Final = 40.0
"""In this time everybody has come in who comes in time."""
LATECOMERS: Final = 2
LATE_FROM: Final = 8
"""From so many people on, the last two come when the first round is under way."""
LATE_SECONDS: Final = 40.0
STEP_SECONDS: Final = 1.0
"""The most that one tick may make up for: a computer that slept wakes to a calm room."""

log = logging.getLogger(__name__)

Ask = Callable[[Actor], dict[str, Any]]


class Company:
    """`people` strangers on their way into a workshop, and those who are `back`. Its methods may be called
    from any (green) thread; `advance` by one at a time."""

    def __init__(
        self,
        workshop: LiveWorkshop,
        ask: Ask,
        concurrency: Concurrency,
        people: int = 0,
        *,
        hosted: Sequence[str] = (),
        back: Sequence[str] = (),
    ) -> None:
        """`ask` is what a person is asked while the room sorts. The first to come in become the hosts of the
        `hosted` tables. `back` came in in an earlier life of the server, and go on."""
        self.people = len(back) + people
        self.paused = False
        self.speed = SPEEDS[0]
        self._members: list[str] = []
        self._workshop = workshop
        self._ask = ask
        self._concurrency = concurrency
        self._chance = Random(concurrency.new_seed())
        self._cast = cast(workshop.state.language)
        self._order = itertools.count()
        self._now = 0.0
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._ended = False
        self._to_host = list(hosted)
        for who in back:
            self._live(who)
        self._arrive(self._cast.roles(people))

    def start(self) -> None:
        """Lets time go by for them, until `end`."""
        self._concurrency.spawn(self._run)

    def end(self) -> None:
        """They do nothing more."""
        self._ended = True

    @property
    def running(self) -> bool:
        """Whether they go on: not once they were ended, or broke off."""
        return not self._ended

    @property
    def here(self) -> int:
        """How many of them are in the room now."""
        people = self._workshop.state.participants
        return sum(people[who].present for who in self._members)

    def advance(self, seconds: float) -> None:
        """Lets them do what falls into the next `seconds` of their time; it stands still while they pause."""
        until = self._now + seconds
        while self._due and self._due[0][0] <= until and not (self._ended or self.paused):
            self._now, _, act = heapq.heappop(self._due)
            act()
        if not self.paused:
            self._now = until

    def _run(self) -> None:
        before_ms = self._concurrency.clock_ms()
        while not self._ended:
            self._concurrency.sleep(TICK_SECONDS)
            now_ms = self._concurrency.clock_ms()
            passed, before_ms = (now_ms - before_ms) / 1_000, now_ms
            try:
                self.advance(min(max(passed, 0.0), STEP_SECONDS) * self.speed)
            except Exception:
                log.exception("%s: the rehearsal broke", self._workshop.code)
                self._ended = True

    def _later(self, seconds: float, act: Callable[[], None]) -> None:
        heapq.heappush(self._due, (self._now + seconds, next(self._order), act))

    def _arrive(self, roles: Sequence[Role]) -> None:
        late = LATECOMERS if len(roles) >= LATE_FROM else 0
        for place, role in enumerate(roles):
            when = ARRIVAL_SECONDS * (place + self._chance.random()) / len(roles)
            if place < len(roles) - late:
                self._later(when, lambda role=role: self._join(role))  # type: ignore[misc]
            else:
                self._later(when, lambda role=role: self._come_late(role))  # type: ignore[misc]

    def _come_late(self, role: Role) -> None:
        begun = any(held.opened_at for held in self._workshop.state.rounds.values())
        if begun:
            self._later(self._some(LATE_SECONDS), lambda: self._join(role))
        else:
            self._later(PAUSES_SECONDS["wait"], lambda: self._come_late(role))

    def _join(self, role: Role) -> None:
        joined = self._do(c.JoinParticipant(role.name, role.institution, role.sector), GUEST)
        if "participant" not in joined:
            return
        who = str(joined["participant"])
        if self._to_host:
            self._do(c.AppointHost(self._to_host.pop(0), who), MODERATOR)
        self._live(who)

    def _live(self, who: str) -> None:
        """From now on this person does something now and then."""
        self._members.append(who)
        self._next(who)

    def _next(self, who: str) -> None:
        self._later(self._some(PAUSES_SECONDS[occupation(self._workshop.state)]), lambda: self._act(who))

    def _act(self, who: str) -> None:
        state = self._workshop.state
        person = state.participants[who]
        wished = self._answered(who) if occupation(state) == "sort" else None
        wished = wished or wish(state, person, self._cast, self._chance)
        if wished:
            self._do(wished, participant(who))
        self._next(who)

    def _answered(self, who: str) -> c.Command | None:
        try:
            return answer(self._ask(participant(who)), self._chance)
        except (Refusal, JobFailed):
            return None

    def _do(self, command: c.Command, actor: Actor) -> dict[str, Any]:
        """One command; an empty result where it was refused, which happens to real people, too."""
        ack = self._workshop.submit(f"{MARK}{uuid.uuid4()}", command, actor)
        if ack.refusal is not None and ack.refusal.code == "stopping":
            self._ended = True
        return dict(ack.result) if ack.ok else {}

    def _some(self, seconds: float) -> float:
        """About so long, never the same twice."""
        return seconds * self._chance.uniform(0.4, 1.6)


def simulated(workshop: LiveWorkshop) -> list[str]:
    """The ids of the people in a workshop's journal whom a company has sent in, in their order. Reads all of
    it."""
    return [
        entry.event.participant
        for entry in workshop.entries()
        if isinstance(entry.event, e.ParticipantJoined) and entry.command.startswith(MARK)
    ]
