"""One workshop's dealings with the themes desk: tells it what happens, turns what it says into commands of
the server's own, and asks it what a person should be asked next.

Nothing here keeps the workshop's writer waiting. What the desk finds out enters the journal as an event, so
that a replay computes nothing; the desk itself may be gone any moment and is told everything again.
"""

import logging
import uuid
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import SYSTEM, Actor
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean
from facilitation.domain.workshop import Workshop
from facilitation.runtime.arranging import arrived, sorted_anew
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.desk_wire import DeskReply, Desks, Suggested
from facilitation.runtime.feeding import desk_area, everything, news
from facilitation.runtime.holding import Holding
from facilitation.runtime.jobs import JobFailed
from facilitation.runtime.questions import AHEAD, Questions
from facilitation.runtime.rush import Rush
from facilitation.runtime.workshop import LiveWorkshop
from facilitation.themes import Suggestion
from facilitation.themes import requests as r

EVERY_SECONDS: Final = 2.0
"""So often at most the wall changes while the room sorts, and near-identical ideas are looked for."""

REST: Final = 3
LONGEST_REST_SECONDS: Final = 5.0
"""The desk rests so many times as long as that took, but no longer than this, to have time for questions."""

WORK_TIMEOUT_SECONDS: Final = 60.0
QUESTION_TIMEOUT_SECONDS: Final = 10.0
SIMILAR: Final = 5
LOOSELY: Final = 0.2
"""How alike an idea must be to be offered to a moderator, who sees it before it comes along: short ideas on
one subject are seldom more alike than .3."""
MIDDLE: Final = 0.5

Wanted = TypeVar("Wanted")
Given = TypeVar("Given")

log = logging.getLogger(__name__)


class Sorter:
    """A listener of one live workshop, from its making on. Its methods may be called from any (green)
    thread."""

    def __init__(self, workshop: LiveWorkshop, concurrency: Concurrency, desks: Desks) -> None:
        self._workshop = workshop
        self._concurrency = concurrency
        self._desks = desks
        self._rush = Rush()
        self._holding = Holding(desks, concurrency, self._rush)
        self._lock = concurrency.lock()
        self._life = 0
        self._to_place: dict[str, None] = {}
        self._to_sort: dict[str, None] = {}
        self._to_compare: dict[str, None] = {}
        self._placing = False
        self._sorting = False
        self._closed = False
        self._questions = Questions(workshop.state)
        workshop.group_with(self.suggestion, self._finish)
        workshop.subscribe(self)

    def changed(self, before: Workshop, after: Workshop, events: Sequence[e.Event], seq: int) -> None:
        """Tells the desk, if it is there, and has it look again at what this may have changed."""
        self._questions.changed(after, events)
        told = news(before, after) if self._life else []
        if self._life and not told and before.sorting is after.sorting:
            return
        with self._lock:
            self._holding.tell(told)
            for event in events:
                self._note(after, event)
            place, self._placing = self._placing, self._placing or bool(self._to_place)
            later = bool(self._to_sort or self._to_compare)
            sort, self._sorting = self._sorting, self._sorting or later
        if self._placing and not place:
            self._concurrency.spawn(self._place_arrivals)
        if self._sorting and not sort:
            self._concurrency.spawn(self._look_again)

    def question(self, actor: Actor) -> dict[str, Any]:
        """The next question for a participant (or a table), as phones get it; empty when there is nothing
        (more) to ask. Refuses `not_allowed` and `job_failed`."""
        if actor.role not in ("participant", "table"):
            raise Refusal("not_allowed")
        who = actor.label
        found = self._questions.present(self._workshop.state, who)
        if found is None:
            self._helped(self._fetch, who)
            found = self._questions.present(self._workshop.state, who)
        if found is None:
            return {}
        if self._questions.lacks_following(who):
            self._concurrency.spawn(lambda: self._try(self._fetch_ahead, who))
        return found

    def similar(self, actor: Actor, idea: str = "", text: str = "") -> list[str]:
        """For a moderator, ideas like this one that no moderator has placed: the nearest of its area. For a
        participant, ideas of the own table like the text. Refuses `not_seated`, `unknown_idea` and
        `job_failed`."""
        state = self._workshop.state
        request = (
            _near_an_idea(state, idea) if actor.role == "moderator" else _at_the_table(state, actor, text)
        )
        if not request.among:
            return []
        reply = self._helped(self._quickly, request)
        assert isinstance(reply, r.Alike)
        return [near.idea for near in reply.near]

    def suggestion(self, area: str, fineness: float, seed: int) -> Suggestion:
        """Themes for the ideas of an area. Raises JobFailed."""
        reply = self._asked(
            r.Group(desk_area(self._workshop.state, area), fineness, seed), WORK_TIMEOUT_SECONDS
        )
        assert isinstance(reply, Suggested)
        return reply.suggestion

    def close(self) -> None:
        """Works no more; the desk forgets the workshop."""
        self._closed = True
        self._workshop.unsubscribe(self)
        self._holding.drop()
        for area in self._workshop.state.areas if self._life else ():
            self._desks.tell(r.Forget(desk_area(self._workshop.state, area)))

    def _note(self, after: Workshop, event: e.Event) -> None:
        """What has to be looked at again because of an event."""
        if isinstance(event, e.SortingOpened):
            self._to_sort.update(dict.fromkeys(event.areas))
        elif isinstance(event, e.IdeasArranged | e.IdeasLikened):
            return
        elif isinstance(event, e.IdeaPosted | e.IdeaReworded | e.IdeaRestored | e.QuestionAnswered):
            idea = after.ideas.get(event.idea)
            if idea is None or not idea.area:
                return
            if idea.area in after.sorting:
                self._to_sort[idea.area] = None
            elif idea.number > after.sorted_until.get(idea.area, after.idea_count) and not idea.theme:
                self._to_place[idea.area] = None
            if not isinstance(event, e.QuestionAnswered):
                self._rush.idea()
                self._to_compare[idea.area] = None
        elif isinstance(event, e.IdeaPlaced | e.ThemeMade | e.ThemeNamed | e.ThemeMerged | e.ThemeEmptied):
            self._to_sort.update(dict.fromkeys(after.sorting))

    def _place_arrivals(self) -> None:
        """At once, area by area, until none waits."""
        while True:
            with self._lock:
                areas, self._to_place = list(self._to_place), {}
                if not areas or self._closed:
                    self._placing = False
                    return
            for area in areas:
                self._try(self._place, area)

    def _look_again(self) -> None:
        """While there is something to look at, every two seconds: where ideas belong, and, but in a rush,
        which are the same."""
        pause_seconds = EVERY_SECONDS
        while True:
            self._concurrency.sleep(pause_seconds)
            with self._lock:
                sort, self._to_sort = list(self._to_sort), {}
                compare = [] if self._rush.on() else list(self._to_compare)
                if not (sort or self._to_compare) or self._closed:
                    self._sorting = False
                    return
                for area in compare:
                    del self._to_compare[area]
            began_ms = self._concurrency.clock_ms()
            for area in sort:
                self._try(self._sort, area)
            for area in compare:
                self._try(self._compare, area)
            took_seconds = (self._concurrency.clock_ms() - began_ms) / 1_000
            pause_seconds = max(EVERY_SECONDS, min(LONGEST_REST_SECONDS, REST * took_seconds))

    def _try(self, work: Callable[[str], None], what: str) -> None:
        try:
            work(what)
        except JobFailed as failure:
            log.warning("%s: the themes desk did not help: %s", self._workshop.code, failure)
        except Exception:
            log.exception("%s: sorting broke", self._workshop.code)

    def _place(self, area: str) -> None:
        state = self._workshop.state
        until = state.sorted_until.get(area, state.idea_count)
        new = [i for i in state.ideas.values() if i.number > until and i.area == area and i.visible]
        loose = tuple(i.id for i in new if not i.theme and i.placed_by == "")
        if not loose or not any(theme.area == area for theme in state.themes.values()):
            return
        reply = self._asked(r.Place(desk_area(state, area), loose), WORK_TIMEOUT_SECONDS)
        assert isinstance(reply, r.Places)
        self._submit(arrived(self._workshop.state, area, reply))

    def _sort(self, area: str) -> None:
        state = self._workshop.state
        if area in state.sorting and _has_ideas(state, area):
            found = self.suggestion(area, state.fineness.get(area, MIDDLE), 0)
            self._submit(sorted_anew(self._workshop.state, area, found))

    def _finish(self) -> None:
        """The wall as the room left it, before sorting is closed."""
        with self._lock:
            unsorted, self._to_sort = list(self._to_sort), {}
        for area in unsorted:
            self._try(self._sort, area)

    def _compare(self, area: str) -> None:
        if not _has_ideas(self._workshop.state, area):
            return
        reply = self._asked(r.Same(desk_area(self._workshop.state, area)), WORK_TIMEOUT_SECONDS)
        assert isinstance(reply, r.Alike)
        self._submit(c.LikenIdeas(area, reply.groups))

    def _submit(self, command: c.Command) -> None:
        if isinstance(command, c.ArrangeIdeas) and not command.placed:
            return
        ack = self._workshop.submit(str(uuid.uuid4()), command, SYSTEM)
        if ack.refusal is not None and ack.refusal.code not in ("workshop_closed", "stopping"):
            log.warning("%s: %s was refused: %s", self._workshop.code, type(command).__name__, ack.refusal)

    def _fetch_ahead(self, who: str) -> None:
        for _ in range(AHEAD):
            if self._questions.lacks_following(who):
                self._fetch(who)

    def _fetch(self, who: str) -> None:
        state = self._workshop.state
        if not state.sorting:
            return
        own, seen = self._questions.known(state, who)
        areas = tuple(desk_area(state, area) for area in state.sorting if _has_ideas(state, area))
        if not areas:
            return
        reply = self._quickly(r.Next(areas, who, own, seen))
        assert isinstance(reply, r.Asks)
        self._questions.got(who, reply)

    def _helped(self, work: Callable[[Wanted], Given], what: Wanted) -> Given:
        """For somebody who waits: what the desk can't do is refused `job_failed`."""
        try:
            return work(what)
        except JobFailed as failure:
            log.warning("%s: the themes desk did not help: %s", self._workshop.code, failure)
            raise Refusal("job_failed") from failure

    def _quickly(self, request: r.Request) -> DeskReply:
        return self._asked(request, QUESTION_TIMEOUT_SECONDS)

    def _asked(self, request: r.Request, timeout_seconds: float) -> DeskReply:
        """The desk's reply; one that has ended meanwhile is told everything and asked once more."""
        fed = self._feed()
        try:
            return self._desks.ask(request, timeout_seconds)
        except JobFailed:
            if self._desks.ready() == fed:
                raise
        self._feed()
        return self._desks.ask(request, timeout_seconds)

    def _feed(self) -> int:
        """Tells the desk everything if it has not been told, or is another than before; which one it is."""
        life = self._desks.ready()
        with self._lock:
            if life == self._life:
                self._holding.let_go()
            else:
                self._life = life
                self._holding.drop()
                for request in everything(self._workshop.state):
                    self._desks.tell(request)
        return life


def _has_ideas(state: Workshop, area: str) -> bool:
    return any(idea.area == area and idea.visible for idea in state.ideas.values())


def _near_an_idea(state: Workshop, idea: str) -> r.Similar:
    """What a moderator might want to take along: ideas of the area elsewhere, placed by no moderator."""
    here = state.ideas.get(idea)
    if here is None or not here.visible:
        raise Refusal("unknown_idea", "idea")
    others = (i for i in state.ideas.values() if i.area == here.area and i.id != idea and i.visible)
    free = tuple(
        i.id for i in others if i.placed_by != "moderator" and (not i.theme or i.theme != here.theme)
    )
    return r.Similar(desk_area(state, here.area), (idea,), among=free, count=SIMILAR, least=LOOSELY)


def _at_the_table(state: Workshop, actor: Actor, text: str) -> r.Similar:
    """What somebody at a table might build on; a table talks about one area at a time."""
    table = actor.table or state.seat_of(actor.participant)
    if table not in state.tables:
        raise Refusal("not_seated")
    cloth = [state.ideas[i] for i in state.tablecloths.get(table, ()) if state.ideas[i].visible]
    areas = [idea.area for idea in cloth if idea.area]
    area = areas[-1] if areas else ""
    among = tuple(idea.id for idea in cloth if idea.area == area)
    return r.Similar(desk_area(state, area), text=clean(text), among=among if area else (), count=SIMILAR)
