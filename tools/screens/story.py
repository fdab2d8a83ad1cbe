"""One workshop from the start page to the thanks, and the pictures on the way. Everybody does what the
moderator asks for at once, so that the story takes a minute and not two hours."""

from __future__ import annotations

import random
from itertools import count
from typing import Any

from playwright.sync_api import Page, expect

from tools.screens.camera import PATIENCE_MS, Camera
from tools.screens.room import KEY, Person, Room

ME = {"pl": ("Halina", "MOPS"), "en": ("Helen", "Social Services Centre")}
OWN_IDEA = {
    "pl": "Raz w roku siadamy razem i sprawdzamy, co z tego wyszło",
    "en": "Once a year we sit down together and see what became of it",
}
IDEAS_A_ROUND = 7
SUMMARIES = {
    "pl": {
        "aspiracja": "Pomoc ma przychodzić przed kryzysem, a rodzina mieć jeden plan i opiekuna.",
        "wartosci": "Wracały szacunek i zaufanie. Spieramy się, co poufne, a co jawne.",
        "zasady_pracy": "Krótkie spotkania raz w miesiącu, zgoda zamiast głosowania. Kto je zwołuje?",
        "komunikacja": "Jedna lista kontaktów i odpowiedź w dwa dni. Żadnych nazwisk na komunikatorze.",
    },
    "en": {
        "aspiracja": "Help is to come before a crisis, and a family has one plan and one person to turn to.",
        "wartosci": "Respect and trust came up most. We differ on what is confidential and what is open.",
        "zasady_pracy": "Short meetings once a month, consent before voting. Still open: who calls them?",
        "komunikacja": "One list of contacts, and an answer within two days. No names in chats.",
    },
}
"""What each table's host hands over, by area."""


def play(room: Room, camera: Camera) -> None:
    """The whole story, in the language of the room."""
    stage = Stage(room, camera)
    stage.before()
    stage.arriving()
    stage.moving()
    stage.talking()
    stage.harvesting()
    stage.agreeing()
    stage.ending()


class Stage:
    """The four screens that are in the pictures, and what happens in front of them."""

    def __init__(self, room: Room, camera: Camera) -> None:
        self.room = room
        self.camera = camera
        self.words = {area: iter(texts) for area, texts in room.cast.ideas.items()}

    def before(self) -> None:
        """The start page of a moderator, and the console of a new workshop."""
        start = self.camera.open("console", f"{self.room.url}/?key={KEY}")
        self.camera.take(start, "console", "start")
        self.room.found()
        code = self.room.code
        self.console = self.camera.open("console", self.room.here(self.room.links["moderator"]))
        self.board = self.camera.open("board", self.room.here(self.room.links["board"]))
        self.phone = self.camera.open("phone", f"{self.room.url}/w/{code}")
        self.tablet = self.camera.open("tablet", self.room.here(self.room.links["tables"]["T2"]))

    def arriving(self) -> None:
        """People come in; the one with the phone is among them."""
        name, institution = ME[self.room.language]
        self.phone.locator("form.join input").nth(0).fill(name)
        self.phone.locator("form.join input").nth(1).fill(institution)
        self.camera.take(self.phone, "phone", "join")
        self.room.come()
        self.phone.locator("form.join button[type=submit]").click()
        self._shows(self.phone, ".phone-wait")
        self.camera.take(self.phone, "phone", "wait")
        self.camera.take(self.board, "board", "lobby")
        self._go("prepare")
        self.camera.take(self.console, "console", "prepare")
        link = f"{self.room.url}/w/{self.room.code}/print/poster?key={self.room.moderator}"
        poster = self.camera.open("paper", link)
        self.camera.take(poster, "paper", "poster")

    def moving(self) -> None:
        """Seats are dealt, and people go to their tables."""
        self.room.do("seats.deal")
        self._shows(self.phone, ".phone-go")
        self._shows(self.board, ".board-move")
        self.camera.take(self.board, "board", "move")
        self.camera.take(self.phone, "phone", "go")
        self._go("people")
        self.camera.take(self.console, "console", "people")

    def talking(self) -> None:
        """Four rounds, with pictures of the first two."""
        for number in range(1, 5):
            self.room.do("round.open")
            self._shows(self.phone, ".phone-round")
            if number == 2:
                self.camera.take(self.phone, "phone", "handover")
            self._write(number)
            if number == 1:
                self._pictures_of_a_round()
            if number == 2:
                self._shows(self.tablet, "main")
                self.camera.take(self.tablet, "tablet", "round", settle_ms=1500)
            for table, about in self.room.view("public")["tables"].items():
                text = SUMMARIES[self.room.language][about["area"]]
                self.room.do("handover.write", table=table, text=text)
            self.room.do("round.close")

    def harvesting(self) -> None:
        """Themes, the room's sorting, the vote."""
        self.room.do("harvest.open")
        self.room.do("themes.suggest")
        self._shows(self.board, ".board-harvest")
        self.camera.take(self.board, "board", "harvest", settle_ms=3000)
        self._go("themes")
        self.camera.take(self.console, "console", "themes", settle_ms=1500)
        self.room.do("sorting.open")
        self._shows(self.phone, ".phone-sort .choice")
        self.camera.take(self.phone, "phone", "sort")
        self.room.do("sorting.close")
        self.room.do("voting.open", dots=3)
        self._shows(self.phone, ".phone-vote")
        self._vote()
        self.camera.take(self.phone, "phone", "vote", settle_ms=1500)
        self.room.do("voting.close")

    def agreeing(self) -> None:
        """The charter, where the room stands, and the institutions."""
        self.room.do("charter.draft")
        self._go("charter")
        self.camera.take(self.console, "console", "charter", settle_ms=1500)
        self.room.do("agreement.open")
        self._shows(self.phone, ".phone-agree .answers")
        self.camera.take(self.phone, "phone", "agree")
        self._answer()
        self.camera.take(self.board, "board", "agreement", settle_ms=2500)
        self._go("charter/agreement")
        self.camera.take(self.console, "console", "agreement", settle_ms=1500)
        self.room.do("agreement.close")
        self.room.do("declarations.open")
        self._declare()
        self._shows(self.phone, ".phone-harvest")
        self.phone.locator(".phone-harvest .button-main").first.click()
        self._shows(self.phone, ".declaration")
        self.camera.take(self.phone, "phone", "declaration")

    def ending(self) -> None:
        """Results for everybody, and good-bye."""
        self.room.do("results.share")
        self._go("charter/papers")
        self.camera.take(self.console, "console", "papers", settle_ms=1500)
        self.room.do("workshop.close")
        self._shows(self.board, ".board-closed")
        self.camera.take(self.board, "board", "thanks", settle_ms=1500)
        self.phone.goto(f"{self.room.url}/w/{self.room.code}")
        self._shows(self.phone, ".phone-closed h1")
        self.camera.take(self.phone, "phone", "thanks", settle_ms=1200)

    def _pictures_of_a_round(self) -> None:
        self.phone.locator(".composer textarea").fill(OWN_IDEA[self.room.language])
        self.phone.locator(".composer button[type=submit]").click()
        self._shows(self.phone, ".idea-mine")
        self.camera.take(self.phone, "phone", "round", dark=True, settle_ms=1500)
        self.camera.take(self.board, "board", "round", dark=True, settle_ms=4000)
        self._go("room")
        self.camera.take(self.console, "console", "tables", dark=True, settle_ms=1500)

    def _write(self, number: int) -> None:
        """Everybody writes and supports at the own table, as much as one round's share of the texts."""
        seats = self.room.view("moderator")["people"]
        public = self.room.view("public")
        for table, about in public["tables"].items():
            here = [person for person in self.room.people if self._seat(seats, person, number) == table]
            turns = count()
            for _ in range(IDEAS_A_ROUND if number == 1 else IDEAS_A_ROUND - 2):
                text = next(self.words[about["area"]], "")
                if not text or not here:
                    break
                writer = here[next(turns) % len(here)]
                idea = writer.do("idea.post", text=text)["idea"]
                for other in here[: next(turns) % 3]:
                    if other is not writer:
                        other.do("idea.support", idea=idea)

    @staticmethod
    def _seat(seats: dict[str, Any], person: Person, number: int) -> str:
        return str(seats[person.id]["seats"].get(str(number), ""))

    def _vote(self) -> None:
        """Everybody spends two dots in each area; whoever holds the phone does so there."""
        chance = random.Random(7)
        by_area: dict[str, list[str]] = {}
        for theme, shown in self.room.view("moderator")["themes"].items():
            by_area.setdefault(shown["area"], []).append(theme)
        for person in self.room.people:
            for themes in by_area.values():
                for theme in chance.sample(themes, min(2, len(themes))):
                    person.do("theme.vote", theme=theme, dots=1)
        # The second button of a theme adds a dot.
        for _ in range(2):
            self.phone.locator(".vote section button").nth(1).click()

    def _answer(self) -> None:
        chance = random.Random(7)
        articles = self.room.view("public")["articles"]
        reasons = self.room.cast.reservations
        for person in self.room.people:
            for article in articles:
                answer = chance.choices(("agree", "live_with", "reservation", ""), (16, 3, 0.5, 1))[0]
                reason = {"reason": chance.choice(reasons)} if answer == "reservation" else {}
                if answer:
                    person.do("article.answer", article=article, answer=answer, **reason)

    def _declare(self) -> None:
        for person, role in list(zip(self.room.people, self.room.cast.roles(8), strict=False))[1:7]:
            if role.name and role.institution:
                person.do("declaration.make", institution=role.institution, name=role.name, consent=True)

    def _go(self, place: str) -> None:
        self.console.evaluate("place => { location.hash = place; scrollTo(0, 0); }", place)
        self._shows(self.console, "main.place > *")

    @staticmethod
    def _shows(page: Page, selector: str) -> None:
        expect(page.locator(selector).first).to_be_visible(timeout=PATIENCE_MS)
