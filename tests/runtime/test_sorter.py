"""One workshop and the themes desk in its process: what is asked, what is placed, and a desk that dies."""

import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitation.domain import commands as c
from facilitation.domain.actors import BOARD, GUEST, MODERATOR, Actor, participant, tablet
from facilitation.domain.refusals import Refusal
from facilitation.journal.shelf import SqliteShelf
from facilitation.runtime.desk_process import DeskProcess
from facilitation.runtime.jobs import JobFailed
from facilitation.runtime.registry import Registry
from facilitation.runtime.threads import Threads
from facilitation.themes import requests as r
from facilitation.themes.suggestion import IdeaText
from tests.runtime.cafes import SCENARIOS, STATIONS, HereJobs

AREA = "wartosci"
# The real process with the encoder that needs no model.
QUICK = """
import sys
from facilitation.runtime import desk_worker
from facilitation.themes.encoders import NgramEncoder
desk_worker.serve(sys.stdin.buffer, sys.stdout.buffer, NgramEncoder())
"""
IDEAS = ("zaufanie do ludzi", "zaufanie do siebie", "spotkania co miesiąc", "spotkania co tydzień")


class Room:
    """Four people with an idea each, in one area."""

    def __init__(self, folder: Path) -> None:
        self.desks = DeskProcess(Threads(), [sys.executable, "-c", QUICK])
        self.registry = Registry(SqliteShelf(folder), Threads(), SCENARIOS, HereJobs(), desks=self.desks)
        self.workshop = self.registry.create(STATIONS)
        self.sorter = self.registry.sorter(self.workshop.code)
        self.people = [participant(self.do(GUEST, c.JoinParticipant())["participant"]) for _ in IDEAS]
        for text in IDEAS:
            self.post(text)

    def do(self, actor: Actor, command: c.Command) -> Any:
        """A command that is carried out; its result."""
        ack = self.workshop.submit(str(uuid.uuid4()), command, actor)
        assert ack.ok, (command, ack.refusal)
        return ack.result

    def post(self, text: str) -> str:
        """An idea of the person whose turn it is; its id."""
        who = f"P{len(self.workshop.state.ideas) % len(self.people) + 1}"
        return str(self.do(MODERATOR, c.PostIdea(text, area=AREA, table="T1", participant=who))["idea"])

    def until(self, true: Callable[[], object], what: str) -> None:
        """Waits until it is true."""
        end = time.monotonic() + 60
        while not true():
            assert time.monotonic() < end, f"never came: {what}"
            time.sleep(0.01)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    opened = Room(tmp_path)
    yield opened
    opened.registry.close_all()


def test_a_person_keeps_the_question_until_it_is_answered_and_gets_the_next_one_then(room: Room) -> None:
    anna = room.people[0]
    assert room.sorter.question(anna) == {}
    room.do(MODERATOR, c.OpenSorting(AREA))
    first = room.sorter.question(anna)
    assert set(first) == {"idea", "text", "candidates", "left", "done"}
    assert (first["left"], first["done"]) == (3, 0)
    assert room.workshop.state.ideas[first["idea"]].author != anna.participant
    assert room.sorter.question(anna) == first
    shown = tuple(tuple(candidate["ideas"]) for candidate in first["candidates"])
    room.do(anna, c.AnswerQuestion(first["idea"], shown, 0))
    second = room.sorter.question(anna)
    assert second["idea"] not in (first["idea"], "I1")
    assert (second["left"], second["done"]) == (2, 1)


def test_what_a_moderator_places_meanwhile_is_not_asked_any_more(room: Room) -> None:
    room.do(MODERATOR, c.OpenSorting(AREA))
    first = room.sorter.question(room.people[0])["idea"]
    room.do(MODERATOR, c.MakeTheme(AREA, "Po mojemu", (first,)))
    assert room.sorter.question(room.people[0])["idea"] != first
    room.do(MODERATOR, c.CloseSorting())
    assert room.sorter.question(room.people[0]) == {}


def test_the_last_answers_count_before_sorting_is_closed(room: Room) -> None:
    room.do(MODERATOR, c.OpenSorting(AREA))
    for who in room.people:
        while question := room.sorter.question(who):
            shown = tuple(tuple(candidate["ideas"]) for candidate in question["candidates"])
            said = ["zaufanie" in room.workshop.state.ideas[ideas[0]].text for ideas in shown]
            meant = "zaufanie" in question["text"]
            chosen = said.index(meant) if meant in said else None
            room.do(who, c.AnswerQuestion(question["idea"], shown, chosen))
    room.do(MODERATOR, c.CloseSorting())
    themes = {idea.text: idea.theme for idea in room.workshop.state.ideas.values()}
    assert themes[IDEAS[0]] == themes[IDEAS[1]] != themes[IDEAS[2]] == themes[IDEAS[3]]
    assert "" not in themes.values()


def test_a_tablet_is_asked_and_boards_are_not(room: Room) -> None:
    room.do(MODERATOR, c.OpenSorting(AREA))
    assert room.sorter.question(tablet("T1"))["left"] == 4
    with pytest.raises(Refusal, match="not_allowed"):
        room.sorter.question(BOARD)


def test_a_desk_that_dies_is_told_everything_and_goes_on(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitation.runtime.desk_process.PAUSE_MS", 0)
    room.do(MODERATOR, c.OpenSorting(AREA))
    anna, jan = room.people[:2]
    first = room.sorter.question(anna)["idea"]
    room.do(anna, c.AnswerQuestion(first, (("I2",),), None))
    dying = room.desks._life
    assert dying is not None
    dying._child.process.kill()
    room.until(lambda: dying.over, "the end of the process")
    assert room.sorter.question(jan)["idea"] != "I2"
    assert room.desks.ready() == dying.number + 1
    assert first not in {room.sorter.question(anna)["idea"], "I1"}


def test_ideas_that_arrive_after_a_suggestion_are_placed_and_near_identical_ones_found(room: Room) -> None:
    room.do(MODERATOR, c.MakeTheme(AREA, "Zaufanie", ("I1", "I2")))
    room.do(MODERATOR, c.SuggestThemes(AREA))
    late = room.post("Zaufanie do ludzi!")
    room.until(lambda: room.workshop.state.ideas[late].theme, "a place")
    idea = room.workshop.state.ideas[late]
    assert (idea.theme, idea.placed_by, idea.new) == ("M1", "machine", True)
    room.until(lambda: room.workshop.state.ideas[late].same_as == "I1", "its like")


def test_a_desk_that_can_not_be_is_a_refusal_and_posting_goes_on(tmp_path: Path) -> None:
    desks = DeskProcess(Threads(), [sys.executable, "-c", "raise SystemExit(3)"])
    registry = Registry(SqliteShelf(tmp_path), Threads(), SCENARIOS, HereJobs(), desks=desks)
    workshop = registry.create(STATIONS)

    def ask(actor: Actor, command: c.Command) -> Any:
        return workshop.submit(str(uuid.uuid4()), command, actor)

    ask(GUEST, c.JoinParticipant())
    assert ask(MODERATOR, c.PostIdea("zaufanie", area=AREA, table="T1")).ok
    assert ask(MODERATOR, c.SuggestThemes(AREA)).refusal == Refusal("job_failed")
    assert ask(MODERATOR, c.OpenSorting()).ok
    with pytest.raises(Refusal, match="job_failed"):
        registry.sorter(workshop.code).question(participant("P1"))
    registry.close_all()
    with pytest.raises(JobFailed, match="stopped"):
        desks.ready()


def test_requests_that_make_no_sense_fail_and_do_no_harm(room: Room) -> None:
    with pytest.raises(JobFailed, match="area_unknown"):
        room.desks.ask(r.Same("NOWHERE/x"), 20)
    room.desks.tell(r.Know("NEW/x", (IdeaText("I1", "zaufanie"), IdeaText("I2", "Zaufanie!"))))
    assert room.desks.ask(r.Same("NEW/x"), 20) == r.Alike(groups=(("I1", "I2"),))
