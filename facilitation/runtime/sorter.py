"""One workshop's dealings with the themes desk: tells it what happens, turns what it says into commands of
the server's own, and asks it what a person should be asked next.

Nothing here keeps the workshop's writer waiting. What the desk finds out enters the journal as an event, so
that a replay computes nothing; the desk itself may be gone any moment and is told everything again.
"""

import logging
import uuid
from collections.abc import Callable, Sequence
from typing import Any, Final

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import SYSTEM, Actor
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean
from facilitation.domain.workshop import Workshop
from facilitation.runtime.arranging import arrangement
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.desk_wire import (
    Arrange,
    Arranged,
    AskQuestion,
    DeskReply,
    DeskRequest,
    Desks,
    FindSame,
    FindSimilar,
    Forget,
    Found,
    NextQuestion,
)
from facilitation.runtime.feeding import everything, news
from facilitation.runtime.jobs import JobFailed
from facilitation.runtime.questions import Questions
from facilitation.runtime.workshop import LiveWorkshop

EVERY_SECONDS: Final = 2.0
"""So often at most the wall changes while the room sorts, and near-identical ideas are looked for."""

WORK_TIMEOUT_SECONDS: Final = 60.0
QUESTION_TIMEOUT_SECONDS: Final = 10.0
SIMILAR: Final = 5

log = logging.getLogger(__name__)


class Sorter:
    """A listener of one live workshop, from its making on. Its methods may be called from any (green)
    thread."""

    def __init__(self, workshop: LiveWorkshop, concurrency: Concurrency, desks: Desks) -> None:
        self._workshop = workshop
        self._concurrency = concurrency
        self._desks = desks
        self._lock = concurrency.lock()
        self._life = 0
        self._to_place: dict[str, None] = {}
        self._to_sort: dict[str, None] = {}
        self._to_compare: dict[str, None] = {}
        self._placing = False
        self._sorting = False
        self._closed = False
        self._questions = Questions(workshop.state, concurrency)
        workshop.subscribe(self)

    def changed(self, before: Workshop, after: Workshop, events: Sequence[e.Event], seq: int) -> None:
        """Tells the desk, if it is there, and has it look again at what this may have changed."""
        self._questions.changed(after, events)
        facts = news(before, after)
        if facts is None and before.sorting is after.sorting:
            return
        with self._lock:
            if facts is not None and self._life:
                self._desks.tell(facts)
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
        (more) to ask. Refuses `not_allowed`; raises JobFailed."""
        if actor.role not in ("participant", "table"):
            raise Refusal("not_allowed")
        who = actor.label
        found = self._questions.present(self._workshop.state, who)
        if found is None:
            self._fetch(who)
            found = self._questions.present(self._workshop.state, who)
        if found is None:
            return {}
        if self._questions.lacks_following(who):
            self._concurrency.spawn(lambda: self._try(self._fetch, who))
        return found

    def similar(self, actor: Actor, idea: str = "", text: str = "") -> list[str]:
        """For a moderator, ideas like this one that no moderator has placed: the nearest of its area. For a
        participant, ideas of the own table like the text. Refuses `not_allowed` and `unknown_idea`; raises
        JobFailed."""
        state = self._workshop.state
        if actor.role == "moderator":
            here = state.ideas.get(idea)
            if here is None or not here.visible:
                raise Refusal("unknown_idea", "idea")
            others = [i for i in state.ideas.values() if i.area == here.area and i.id != idea and i.visible]
            among = tuple(i.id for i in others if i.placed_by != "moderator" and i.theme != here.theme)
            request = FindSimilar(state.code, among, idea=idea, count=4 * SIMILAR)
        else:
            table = state.seat_of(actor.participant) if actor.role == "participant" else ""
            if not table:
                raise Refusal("not_allowed")
            cloth = state.tablecloths.get(table, ())
            own = tuple(i for i in cloth if (one := state.ideas[i]).visible and one.area)
            request = FindSimilar(state.code, own, text=clean(text), count=SIMILAR)
        reply = self._asked(request, QUESTION_TIMEOUT_SECONDS) if request.among else Found()
        assert isinstance(reply, Found)
        return [one for group in reply.groups for one in group]

    def close(self) -> None:
        """Works no more; the desk forgets the workshop."""
        self._closed = True
        self._workshop.unsubscribe(self)
        if self._life:
            self._desks.tell(Forget(self._workshop.code))

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
        """While there is something to look at, every two seconds: where ideas belong, which are the same."""
        while True:
            self._concurrency.sleep(EVERY_SECONDS)
            with self._lock:
                sort, self._to_sort = list(self._to_sort), {}
                compare, self._to_compare = list(self._to_compare), {}
                if not (sort or compare) or self._closed:
                    self._sorting = False
                    return
            for area in sort:
                self._try(self._sort, area)
            for area in compare:
                self._try(self._compare, area)

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
        if loose:
            self._put(area, self._asked(Arrange(state.code, area, loose), WORK_TIMEOUT_SECONDS))

    def _sort(self, area: str) -> None:
        if area in self._workshop.state.sorting:
            request = Arrange(self._workshop.code, area)
            self._put(area, self._asked(request, WORK_TIMEOUT_SECONDS))

    def _put(self, area: str, reply: DeskReply) -> None:
        assert isinstance(reply, Arranged)
        command = arrangement(self._workshop.state, area, reply)
        if command.placed:
            self._submit(command)

    def _compare(self, area: str) -> None:
        reply = self._asked(FindSame(self._workshop.code, area), WORK_TIMEOUT_SECONDS)
        assert isinstance(reply, Found)
        self._submit(c.LikenIdeas(area, reply.groups))

    def _submit(self, command: c.Command) -> None:
        ack = self._workshop.submit(str(uuid.uuid4()), command, SYSTEM)
        if ack.refusal is not None and ack.refusal.code not in ("workshop_closed", "stopping"):
            log.warning("%s: %s was refused: %s", self._workshop.code, type(command).__name__, ack.refusal)

    def _fetch(self, who: str) -> None:
        state = self._workshop.state
        if not state.sorting:
            return
        own, seen = self._questions.known(state, who)
        request = AskQuestion(state.code, state.sorting, own, seen, self._questions.open_elsewhere(who))
        reply = self._asked(request, QUESTION_TIMEOUT_SECONDS)
        assert isinstance(reply, NextQuestion)
        self._questions.got(who, reply)

    def _asked(self, request: DeskRequest, timeout_seconds: float) -> DeskReply:
        """The desk's reply; one that has ended meanwhile is told everything and asked once more."""
        for last in (False, True):
            self._feed()
            try:
                return self._desks.ask(request, timeout_seconds)
            except JobFailed:
                if last or self._desks.ready() == self._life:
                    raise
        raise AssertionError("unreachable")

    def _feed(self) -> None:
        """Tells the desk everything if it has not been told, or is another than before."""
        life = self._desks.ready()
        with self._lock:
            if life != self._life:
                self._life = life
                self._desks.tell(everything(self._workshop.state))
