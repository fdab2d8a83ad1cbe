"""The harvest on all its screens: the machine suggests, eight phones sort, the moderator corrects, something
comes late, the room votes and sees what came of it. Once by mouse, once by keyboard alone.

How a single rule decides stands in tests/js/harvest.test.js; drags in all their ways in test_console.py.
"""

from __future__ import annotations

import json
import re
import urllib.request
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import audit
from tests.browser.cafe import Cafe, found
from tests.browser.people import PROJECTOR, says, step
from tests.browser.test_console import (
    VALUES,
    console,
    drag_by_mouse,
    focused,
    group,
    press,
    reach,
    sorted_into,
)
from tests.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

NARROW = {"width": 320, "height": 640}
CALLS = (
    "Answer every call on the same day",
    "Somebody answers every call, also in the evening",
    "Call the family back on the same day",
)
OTHERS = (
    "Children are safe on the way to school",
    "A safe way to school for every child",
    "Safe streets so that children walk to school",
    "The library stays open on Sundays",
    "Open the library on Sundays too",
    "One form for all offices",
)
EMPTIED = """() => [...document.querySelectorAll(".outline-theme[id^=group-M]")]
  .filter((theme) => !theme.querySelector(".sortable")).map((theme) => theme.id.replace("group-", ""))"""
REASON = "The evening shift has nobody left to answer."


def fitting(text: str, choices: list[str]) -> int | None:
    """Which of the choices is about the same: calls, the way to school, the library; none if none is."""
    about = next((word for word in ("call", "school", "library") if word in text.lower()), "form")
    return next((number for number, choice in enumerate(choices) if about in choice.lower()), None)


@dataclass
class Voice:
    """Somebody whose phone is no page: what it would send, over HTTP."""

    cafe: Cafe
    token: str

    def asks(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """The answer of the server to this person."""
        key = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        request = urllib.request.Request(
            f"{self.cafe.served.url}/api/workshops/{self.cafe.code}/{path}",
            json.dumps(body).encode() if body else None,
            {**key, "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=20) as response:
            answer: dict[str, Any] = json.load(response)
        return answer

    def sort(self) -> None:
        """Answer one question as somebody would who reads it."""
        question = self.asks("question")["question"]
        shown = [each["ideas"] or each["theme"] for each in question["candidates"]]
        words = [" ".join((each["title"], *each["examples"])) for each in question["candidates"]]
        said = {"idea": question["idea"], "shown": shown, "chosen": fitting(question["text"], words)}
        answer = self.asks("commands", {"id": str(uuid.uuid4()), "type": "question.answer", **said})
        assert answer["ok"], answer


@dataclass
class Harvest:
    """A room in the harvest: eight people, three of them on pages, and nine ideas about values."""

    cafe: Cafe
    phones: list[Page]
    voices: list[Voice]

    def sort(self) -> None:
        """Everybody answers one question, the pages by a tap."""
        for voice in self.voices:
            voice.sort()
        for phone in self.phones:
            asked = phone.locator(".sort-idea").inner_text()
            phone.wait_for_timeout(400)  # The page takes no tap in the moment after a question has come.
            choice = fitting(asked, phone.locator(".choice").all_inner_texts())
            none = phone.get_by_role("button", name="None of these")
            (none if choice is None else phone.locator(".choice").nth(choice)).click()
            # The idea may come back as an example beside the next one.
            phone.wait_for_function(
                "was => document.querySelector('.sort-idea')?.innerText !== was", arg=asked
            )

    def vote(self) -> None:
        """Three dots each on the theme about calls; the last phone also has a reservation and says why."""
        for phone in self.phones:
            for left in ("2 dots", "1 dot", "All dots are placed"):
                theme_of(phone, "Being reachable").get_by_role("button", name="One dot more").click()
                expect(phone.locator(".vote-left")).to_contain_text(left)
        last = theme_of(self.phones[-1], "Being reachable")
        last.get_by_role("button", name="I can’t accept this").click()
        last.get_by_label("What can’t you accept about it?").fill(REASON)
        last.get_by_role("button", name="Send").click()
        expect(last).to_contain_text("You can’t accept this:")


def drag_into(page: Page, text: str, goal: Locator) -> None:
    """Drag an idea into a theme; the window is high enough for both to be in sight."""
    page.set_viewport_size({"width": 1280, "height": 2400})
    drag_by_mouse(page, page.locator(".sortable", has_text=text), goal)


def theme_of(phone: Page, title: str) -> Locator:
    return phone.locator(".idea-theme", has=phone.get_by_role("heading", name=title))


@pytest.fixture
def harvest(house: Served, screen: Callable[..., Page]) -> Harvest:
    cafe = found(house)
    phones = [screen(cafe.phone_link) for _ in range(2)] + [screen(cafe.phone_link, NARROW)]
    for phone in phones:
        phone.locator("form.join button[type=submit]").click()
        expect(phone.locator("form.join")).to_have_count(0)
    guest = Voice(cafe, "")
    joined = [
        guest.asks("commands", {"id": str(uuid.uuid4()), "type": "participant.join", "sector": "culture"})
        for _ in range(5)
    ]
    cafe.do("round.open")
    for number, text in enumerate((*CALLS, *OTHERS)):
        author = joined[number % 5]["result"]["participant"]
        cafe.do("idea.post", text=text, table="T2", participant=author)
    cafe.do("round.close")
    cafe.do("harvest.open")
    return Harvest(cafe, phones, [Voice(cafe, each["result"]["token"]) for each in joined])


def test_by_mouse_from_the_first_suggestion_to_the_results(
    harvest: Harvest, screen: Callable[..., Page]
) -> None:
    cafe = harvest.cafe
    page, board = console(screen, cafe, "themes"), screen(cafe.board_link, PROJECTOR)
    step(page, "Suggest themes")
    step(page, "Let the room sort")
    expect(board.locator(".doing")).to_contain_text("Sort on your phone")
    harvest.sort()
    expect(page.locator(".asking-progress")).to_contain_text("8 answers so far · 8 people take part")
    unheard = [audit(page), audit(harvest.phones[0]), audit(harvest.phones[-1])]
    step(page, "Stop the sorting")

    # The moderator corrects: renames, puts ideas in, drags one, merges two themes and takes that back.
    home = page.locator(".group", has=page.get_by_label(CALLS[0], exact=True))
    title = home.get_by_label("Theme")
    title.fill("Being reachable")
    title.press("Enter")
    reachable = group(page, "Being reachable")
    expect(reachable).to_be_visible()
    for text in CALLS[1:]:
        page.get_by_label(text, exact=True).check()
    page.locator(".picked").get_by_role("button", name="Move to…").click()
    page.locator(".targets").get_by_role("button", name="Being reachable").click()
    expect(reachable.locator(".sortable", has_text=re.compile("call", re.I))).to_have_count(3)
    drag_into(page, "One form for all offices", reachable)
    expect(reachable).to_contain_text("One form for all offices")
    cafe.do("theme.make", area=VALUES, title="Spare")
    spare = group(page, "Spare")
    reachable.get_by_role("button", name="Move idea 9").click()
    page.locator(".targets").get_by_role("button", name="Spare").click()
    expect(spare.locator(".idea-text")).to_have_text(["One form for all offices"])
    spare.get_by_text("Merge or dissolve").click()
    spare.get_by_label("Merge “Spare” into").select_option(label="Being reachable")
    spare.get_by_role("button", name="Merge", exact=True).click()
    expect(spare).to_have_count(0)
    page.get_by_role("button", name="Undo merging “Spare”").click()
    expect(spare.locator(".idea-text")).to_have_text(["One form for all offices"])

    cafe.do("idea.post", text="Answer every call on the same day!", table="T2")
    arrivals = page.locator(".arrivals")
    expect(arrivals).to_contain_text("put into “Being reachable”")
    expect(arrivals).to_contain_text(re.compile(r"new; .+ \(\d+%\)"))
    expect(page.locator(".sortable-new")).to_contain_text("Answer every call on the same day!")
    unheard.append(audit(page))
    arrivals.get_by_role("button", name="Leave 1 there").click()
    expect(arrivals).to_have_count(0)
    expect(page.locator(".sortable-new")).to_have_count(0)
    expect(reachable).to_contain_text("4 ideas")
    expect(reachable).to_contain_text("Said 2 times: show all")

    page.get_by_role("button", name="Vote", exact=True).click()
    page.get_by_role("button", name="Open the vote on this area").click()
    harvest.vote()
    results = page.get_by_role("group", name="Results")
    expect(results).to_contain_text("3 people have voted")
    expect(results.locator("li").first).to_contain_text("Being reachable 9 dots")
    expect(results.locator("li").first).to_contain_text(REASON)
    expect(harvest.phones[0].get_by_text("dots in all")).to_have_count(0)
    expect(board.locator(".votes")).to_have_count(0)
    unheard += [audit(page), audit(harvest.phones[-1])]
    page.locator(".step").get_by_role("button", name="Close the vote").click()
    page.get_by_role("button", name="Show the results to the room").click()
    for phone in harvest.phones:
        expect(theme_of(phone, "Being reachable")).to_contain_text("9 dots in all · 1 person can’t accept it")
        expect(theme_of(phone, "Being reachable")).to_contain_text(REASON)
    reachable.get_by_role("button", name="Show large on the board: “Being reachable”").click()
    expect(board.locator(".spotlight-text")).to_have_text("Being reachable")
    expect(board.locator(".spotlight")).to_contain_text("9 dots")
    expect(board.locator(".against")).to_contain_text(REASON)
    unheard += [audit(board), audit(harvest.phones[0]), audit(page)]
    page.get_by_role("button", name="Back to all themes").click()
    expect(board.locator(".spotlight-text")).to_have_count(0)
    assert unheard == [[]] * len(unheard)


def test_by_keyboard_alone_from_the_first_suggestion_to_the_results(
    harvest: Harvest, screen: Callable[..., Page]
) -> None:
    cafe = harvest.cafe
    page, board = console(screen, cafe, "themes"), screen(cafe.board_link, PROJECTOR)
    press(page, "Suggest themes")
    says(page, "Let the room sort")
    page.keyboard.press("Enter")
    says(page, "Stop the sorting")
    harvest.sort()
    expect(page.locator(".asking-progress")).to_contain_text("8 people take part")
    press(page, "Stop the sorting")
    says(page, "Draft the charter")

    reach(page, "As text")
    page.keyboard.press("Space")
    expect(page.locator(".outline")).to_be_visible()
    for text in CALLS:
        reach(page, text)
        page.keyboard.press("Space")
    page.keyboard.press("F6")
    press(page, "Move to…")
    reach(page, "A new theme")
    page.keyboard.type("Reachable")
    page.keyboard.press("Enter")
    reachable = page.locator(".outline-theme", has=page.get_by_role("heading", name="Reachable"))
    expect(reachable.locator(".idea-text")).to_have_count(3)
    expect(page.locator(f"#group-{VALUES}")).to_be_focused()

    for emptied in page.evaluate(EMPTIED):
        cafe.do("theme.empty", theme=emptied)
    page.evaluate("document.querySelector('.step-next').focus()")
    cafe.do("theme.make", area=VALUES, title="Spare")
    reach(page, "New theme")
    for _ in range(80):
        page.keyboard.press("Tab")
        where = "document.activeElement.closest('.outline-theme')?.querySelector('h3').innerText"
        if page.evaluate(where) == "Spare":
            break
    assert focused(page) == "Rename, merge or dissolve"
    page.keyboard.press("Enter")
    reach(page, "Theme")
    page.keyboard.press("Control+a")
    page.keyboard.type("To spare")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="To spare")).to_be_visible()
    reach(page, "Merge “To spare” into")
    page.keyboard.type("Reach")
    press(page, "Merge")
    expect(page.get_by_role("heading", name="To spare")).to_have_count(0)
    expect(reachable).to_be_focused()
    press(page, "Undo merging “To spare”")
    expect(page.get_by_role("heading", name="To spare")).to_be_visible()

    cafe.do("idea.post", text="Answer every single call on the same day", table="T2")
    expect(page.locator(".arrivals")).to_contain_text("put into “Reachable”")
    press(page, "Leave 1 there")
    expect(page.locator("#themes-look")).to_be_focused()
    expect(reachable).to_contain_text("4 ideas")

    page.evaluate("document.querySelector('.step-next').focus()")
    press(page, "Vote")
    press(page, "Open the vote on this area")
    for phone in harvest.phones:
        reach(phone, "One dot more")
        phone.keyboard.press("Enter")
        expect(phone.locator(".vote-left")).to_contain_text("2 dots")
    press(harvest.phones[0], "I can’t accept this")
    expect(harvest.phones[0].get_by_label("What can’t you accept about it?")).to_be_focused()
    harvest.phones[0].keyboard.type(REASON)
    press(harvest.phones[0], "Send")
    expect(page.get_by_role("group", name="Results")).to_contain_text(REASON)
    page.evaluate(
        "document.querySelector('#asking-part').previousElementSibling.querySelector('button').focus()"
    )
    press(page, "Close the vote")
    press(page, "Show the results to the room")
    expect(harvest.phones[1].get_by_text("1 person can’t accept it")).to_be_visible()
    expect(board.locator(".votes").first).to_be_visible()
    assert audit(page) == []


def test_similar_ideas_are_offered_and_come_along_only_when_taken(
    harvest: Harvest, screen: Callable[..., Page]
) -> None:
    cafe = harvest.cafe
    cafe.do("theme.make", area=VALUES, title="School")
    page = console(screen, cafe, "themes")
    moved = page.locator(".sortable", has_text="Children are safe on the way to school")
    moved.get_by_role("button", name="Move idea 4").click()
    page.locator(".targets").get_by_role("button", name="School").click()
    offered = page.locator(".along")
    expect(offered).to_contain_text("A safe way to school for every child")
    expect(group(page, "School").locator(".idea-text")).to_have_count(1)
    assert audit(page) == []
    page.keyboard.press("F6")
    expect(offered).to_be_focused()
    for box in offered.get_by_role("checkbox").all():
        if "safe way to school for every" not in box.evaluate("each => each.labels[0].innerText"):
            box.uncheck()
    offered.get_by_role("button", name="Take 1 idea along").click()
    expect(group(page, "School").locator(".idea-text")).to_have_count(2)
    page.get_by_role("button", name="Undo moving 1 idea").click()
    expect(group(page, "School").locator(".idea-text")).to_have_text(
        ["Children are safe on the way to school"]
    )


def test_what_another_moderator_has_changed_since_is_not_undone_but_said(
    harvest: Harvest, screen: Callable[..., Page]
) -> None:
    cafe = harvest.cafe
    for title in ("School", "Offices"):
        cafe.do("theme.make", area=VALUES, title=title)
    page = console(screen, cafe, "themes")
    drag_into(page, CALLS[0], group(page, "School"))
    expect(group(page, "School").locator(".idea-text")).to_have_text([CALLS[0]])
    cafe.do("idea.place", idea="I1", theme="M2")
    expect(group(page, "Offices").locator(".idea-text")).to_have_text([CALLS[0]])
    page.get_by_role("button", name="Undo moving 1 idea").click()
    expect(page.get_by_text("1 idea stays where it is: somebody has changed things since.")).to_be_visible()
    assert sorted_into(page, "Offices") == [CALLS[0]]


def test_what_was_said_twice_stands_once_with_a_count_and_moves_together(
    harvest: Harvest, screen: Callable[..., Page]
) -> None:
    cafe = harvest.cafe
    cafe.do("idea.post", text="One form for all offices!", table="T2")
    cafe.do("theme.make", area=VALUES, title="Offices")
    page = console(screen, cafe, "themes")
    once = page.locator(".sortable", has_text="One form for all offices")
    once.get_by_role("button", name="Said 2 times: show all").click()
    expect(once).to_have_count(2)
    once.get_by_role("button", name="Show as one").click()
    expect(once).to_have_count(1)
    drag_into(page, "One form for all offices", group(page, "Offices"))
    expect(group(page, "Offices")).to_contain_text("2 ideas")
    moves = [event["idea"] for event in cafe.happened() if event["type"] == "idea.placed"]
    assert sorted(moves) == ["I10", "I9"]


def test_the_slider_asks_again_by_itself_and_says_that_it_does(
    harvest: Harvest, screen: Callable[..., Page]
) -> None:
    page = console(screen, harvest.cafe, "themes")
    step(page, "Suggest themes")
    says(page, "Let the room sort")
    slider = page.get_by_label("From few broad themes to many narrow ones")
    page.evaluate(
        """() => {
          const said = document.querySelector(".fineness-now");
          window.said = [];
          new MutationObserver(() => window.said.push(said.innerText))
            .observe(said, { childList: true, characterData: true, subtree: true });
        }"""
    )
    slider.press("End")
    page.wait_for_function("() => window.said.at(-1) === '' && window.said.includes('Sorting anew…')")
    fineness = [e["fineness"] for e in harvest.cafe.happened() if e["type"] == "themes.suggested"]
    assert fineness[-1] == 1
