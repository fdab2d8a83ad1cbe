"""A hundred rooms in which a moderator corrects, people answer and the machine suggests, in any order, with
the real themes desk: no correction is ever undone, every idea stands exactly once, and the same room comes to
the same again."""

import random

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR, SYSTEM, participant
from facilitation.domain.workshop import Workshop
from facilitation.runtime.arranging import arrived, sorted_anew
from facilitation.runtime.feeding import desk_area, everything, news
from facilitation.runtime.suggest import suggested
from facilitation.themes import Suggestion
from facilitation.themes import requests as r
from facilitation.themes.desk import ThemesDesk
from facilitation.themes.encoders import NgramEncoder
from tests.domain.histories import History, begun

AREA = "wartosci"
STEPS = 15
TEXTS = (
    "zaufanie",
    "ufamy sobie nawzajem",
    "zaufanie między urzędami",
    "spotkania co miesiąc",
    "regularne spotkania",
    "spotykamy się często",
    "jawność decyzji",
    "jawne decyzje",
    "nie zgadzam się na jawność",
    "Zaufanie!",
    "herbata i ciasto",
    "każdy zna telefon każdego",
)


class Room:
    """A workshop, a desk that knows it, and what a moderator has decided: where ideas belong, what themes are
    called."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.history: History = begun(tables=1, rounds=1, people=4)
        self.desk = ThemesDesk(NgramEncoder())
        self.placed: dict[str, str] = {}
        self.named: dict[str, str] = {}
        self.history.ask(MODERATOR, c.OpenRound())
        for number, text in enumerate(TEXTS[:8]):
            self.history.ask(participant(f"P{number % 4 + 1}"), c.PostIdea(text, area=AREA))
        self.history.ask(MODERATOR, c.CloseRound())
        for request in everything(self.now):
            self.desk.do(request)

    @property
    def now(self) -> Workshop:
        return self.history.now

    @property
    def here(self) -> str:
        return desk_area(self.now, AREA)

    def ask(self, actor, command: c.Command, **computed: object) -> bool:
        """A command, and the desk is told what came of it; whether it was carried out."""
        before = self.now
        decision = self.history.ask(actor, command, **computed)
        for request in news(before, self.now):
            self.desk.do(request)
        while self.desk.think():
            pass
        return decision is not None

    def group(self, area: str, fineness: float, seed: int) -> Suggestion:
        found = self.desk.do(r.Group(desk_area(self.now, area), fineness, seed))
        assert isinstance(found, Suggestion), found
        return found

    def idea(self) -> str:
        return self.chance.choice([*self.now.ideas])

    def theme(self) -> str:
        return self.chance.choice([*self.now.themes, "M99"])

    def suggests(self) -> None:
        wish = c.SuggestThemes(AREA, self.chance.random())
        self.ask(MODERATOR, wish, suggestion=suggested(self.now, wish, self.group, 0))

    def sorts(self) -> None:
        self.ask(MODERATOR, c.OpenSorting())
        self.ask(SYSTEM, sorted_anew(self.now, AREA, self.group(AREA, 0.5, 0)))

    def stops(self) -> None:
        self.ask(MODERATOR, c.CloseSorting())

    def answers(self) -> None:
        who = f"P{self.chance.randint(1, 4)}"
        asked = self.desk.do(r.Next((self.here,), who, self.now.participants[who].ideas))
        assert isinstance(asked, r.Asks), asked
        if asked.idea is None or not self.now.sorting:
            return
        assert self.now.ideas[asked.idea].author != who
        assert who not in {one.who for one in self.now.answers.get(asked.idea, ())}
        chosen = self.chance.choice([None, *range(len(asked.choices))])
        shown = tuple(choice.ideas for choice in asked.choices)
        assert self.ask(participant(who), c.AnswerQuestion(asked.idea, shown, chosen))

    def arrives(self) -> None:
        text = self.chance.choice(TEXTS)
        self.ask(MODERATOR, c.PostIdea(text, table="T1", area=AREA))
        new = f"I{self.now.idea_count}"
        found = self.desk.do(r.Place(self.here, (new,)))
        assert isinstance(found, r.Places), found
        self.ask(SYSTEM, arrived(self.now, AREA, found))

    def accepts(self) -> None:
        new = {idea.id: idea.theme for idea in self.now.ideas.values() if idea.new}
        self.ask(MODERATOR, c.AcceptArrivals())
        self.placed.update(new)

    def places(self) -> None:
        idea, theme = self.idea(), self.theme()
        if self.ask(MODERATOR, c.PlaceIdea(idea, theme if theme != "M99" else None)):
            self.placed[idea] = theme if theme != "M99" else ""

    def makes(self) -> None:
        idea, title = self.idea(), f"Temat {self.now.theme_count}"
        self.ask(MODERATOR, c.MakeTheme(AREA, title, (idea,)))
        theme = f"M{self.now.theme_count}"
        self.placed[idea], self.named[theme] = theme, title

    def names(self) -> None:
        theme, title = self.theme(), f"Nazwa {len(self.named)}"
        if self.ask(MODERATOR, c.NameTheme(theme, title)):
            self.named[theme] = title

    def merges(self) -> None:
        theme, into = self.theme(), self.theme()
        inside = [idea.id for idea in self.now.ideas.values() if idea.theme == theme]
        if self.ask(MODERATOR, c.MergeTheme(theme, into)):
            self.named.pop(theme, None)
            self.placed.update(dict.fromkeys(inside, into))

    def holds(self) -> None:
        """Nothing that the moderator decided is otherwise, and every idea stands in a place that is there."""
        for idea, theme in self.placed.items():
            assert (self.now.ideas[idea].theme, self.now.ideas[idea].placed_by) == (theme, "moderator")
        for theme, title in self.named.items():
            assert self.now.themes[theme].title == title
        assert all(idea.theme in ("", *self.now.themes) for idea in self.now.ideas.values())
        assert len(self.now.ideas) == self.now.idea_count


def a_room(seed: int) -> list[e.Event]:
    room = Room(seed)
    steps = (
        *(room.suggests, room.sorts, room.sorts, room.answers, room.answers, room.answers, room.stops),
        *(room.arrives, room.accepts, room.places, room.places, room.makes, room.names, room.merges),
    )
    for _ in range(STEPS):
        room.chance.choice(steps)()
        room.holds()
    return room.history.events


@pytest.mark.parametrize("seeds", [range(first, first + 10) for first in range(0, 100, 10)], ids=str)
def test_no_correction_is_ever_undone_and_every_idea_stands_exactly_once(seeds: range) -> None:
    histories = [a_room(seed) for seed in seeds]
    moved = [event for events in histories for event in events if isinstance(event, e.IdeasArranged)]
    assert moved, "nothing was ever arranged"


@pytest.mark.parametrize("seed", range(5))
def test_the_same_room_comes_to_the_same(seed: int) -> None:
    assert a_room(seed) == a_room(seed)
