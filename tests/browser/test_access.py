"""Everybody can use every page in every phase: phones, tablets, the board, the console and what stands around
them. How a page is looked at stands in walk.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.cafe import Cafe, found
from tests.browser.walk import Walk
from tests.conftest import Served
from tests.live.screens import Screen

if TYPE_CHECKING:
    from playwright.sync_api import Page

VALUES = "wartosci"
LONG = "A sentence that is long enough to need a second line on a phone. " * 3
UNBROKEN = "Ż" * 120
REASON = "The evening shift has nobody left to answer."


def join(walk: Walk) -> None:
    """The owners of both phones come in, one after the other: P1 reads English, P2 Polish."""
    for number, page in enumerate(walk.pages["phone"].values(), 1):
        page.locator("form.join input").first.fill(("Ala", "Ola Ń.")[number - 1])
        page.locator("form.join button[type=submit]").click()
        page.locator(".phone-wait").wait_for()


def begun(house: Served, screen: Callable[..., Page]) -> Walk:
    """Phones, a table's tablet and the board, and nobody has come yet."""
    cafe = found(house)
    walk = Walk(screen, cafe)
    walk.open("phone", cafe.phone_link)
    walk.open("board", cafe.board_link)
    walk.open("tablet", cafe.tablet_link("T1"))
    return walk


def test_in_the_rounds_everybody_can_use_phone_tablet_and_board(
    house: Served, screen: Callable[..., Page]
) -> None:
    walk = begun(house, screen)
    cafe = walk.cafe
    walk.see("join", phone="form.join")
    join(walk)
    walk.see("lobby", phone=".phone-wait", board=".sectors li", tablet="main h1")
    cafe.do("seats.deal")
    seat(cafe)
    walk.see("move", phone=".phone-go", board=".seats li")
    cafe.do("host.appoint", table="T1", participant="P1")
    cafe.do("host.appoint", table="T2", participant="P2")
    walk.see("move, as a host", phone=".phone-stay")
    cafe.do("round.open")
    walk.see("round", phone=".phone-round .empty", board=".wall-clock")
    asked_in_ones_own_language(walk)
    write(walk)
    walk.see(
        "round with ideas",
        untold=("board", "tablet"),
        phone=".idea:nth-child(5)",
        board=".table:nth-child(2) .said",
        tablet=".idea:nth-child(5)",
    )
    walk.everywhere("phone", lambda page: page.locator("button.top-person").click())
    walk.see("round, my seat", phone="dialog[open]")
    walk.everywhere("phone", lambda page: page.keyboard.press("Escape"))
    for table in ("T1", "T2"):
        cafe.do("handover.write", table=table, text="We have a shared calendar.")
    cafe.do("round.close")
    cafe.do("round.open")
    walk.everywhere("phone", lambda page: page.locator(".handover button").first.click())
    walk.see("second round", phone=".handover textarea")
    assert walk.wrong == {}


def test_in_the_harvest_everybody_can_use_phone_tablet_and_board(
    house: Served, screen: Callable[..., Page]
) -> None:
    walk = begun(house, screen)
    cafe = walk.cafe
    join(walk)
    cafe.do("round.open")
    for text in ("A shared calendar", LONG, UNBROKEN, "Less paper"):
        cafe.do("idea.post", text=text, table="T2", participant="P1")
    cafe.do("round.close")
    cafe.do("harvest.open")
    walk.see("harvest", untold=("board",), phone=".phone-harvest main", board=".talk-wide .said")
    cafe.do("theme.make", area=VALUES, title="Calendars", ideas=["I1"])
    cafe.do("theme.make", area=VALUES, title=LONG[:120], ideas=["I3"])
    decide(walk)
    cafe.do("workshop.close")
    walk.see("closed", phone=".phone-closed main", board=".plain-large")
    cafe.do("results.share", until="2030-01-31")
    walk.open("results", f"{cafe.phone_link}/results")
    walk.see(
        "shared",
        untold=("results",),
        phone=".phone-closed a.button-large",
        board=".plain .qr",
        results="main.results",
    )
    assert walk.wrong == {}


def seat(cafe: Cafe) -> None:
    """P1 at table 1 and P2 at table 2, in two rounds."""
    for person, table in (("P1", "T1"), ("P2", "T2")):
        for number in (1, 2):
            cafe.do("seat.move", participant=person, table=table, round=number)


def asked_in_ones_own_language(walk: Walk) -> None:
    """Each phone asks in the language it was given. Words that are changed are everybody's, and marked as
    what they are, until they are translated or back."""
    cafe = walk.cafe
    public = cafe.views()["public"]
    english, polish = (walk.pages["phone"][language].locator("main h1") for language in ("en", "pl"))
    question = public["tables"]["T2"]["question"]
    expect(english).to_have_text(public["tables"]["T1"]["question"])
    expect(polish).to_have_text(public["translations"]["pl"][question])
    expect(polish).not_to_have_attribute("lang", "en")
    cafe.do("table.edit", table="T2", question="What did nobody ask?")
    expect(polish).to_have_text("What did nobody ask?")
    expect(polish).to_have_attribute("lang", "en")
    cafe.do("table.edit", table="T2", question=question)
    expect(polish).to_have_text(public["translations"]["pl"][question])


def write(walk: Walk) -> None:
    """Others' ideas, one that objects, one's own, something begun; a message; the clock stands still."""
    cafe = walk.cafe
    for table in ("T1", "T2"):
        for text in ("A shared calendar", LONG, UNBROKEN):
            idea = cafe.do("idea.post", text=text, table=table)["idea"]
        cafe.do("idea.post", text="A day is too short", table=table, builds_on=idea, objects=True)
    cafe.do("message.send", text="Coffee is ready", board=True)
    cafe.do("round.pause")
    walk.everywhere("phone", own_idea)


def own_idea(page: Page) -> None:
    """Something that looks like a phone number is begun beneath what one has written."""
    page.locator("textarea").first.fill("Less paper")
    page.locator("form.composer button[type=submit]").click()
    page.locator(".idea-mine").first.wait_for()
    page.locator("textarea").first.fill("Call 601 602 603")


def decide(walk: Walk) -> None:
    """The room sorts, votes, agrees and accedes."""
    cafe = walk.cafe
    cafe.do("sorting.open")
    changing = ("board", "phone", "tablet")
    walk.see("sorting", untold=changing, phone="main.sort h1", board=".theme", tablet="main.sort h1")
    cafe.do("sorting.close")
    cafe.do("voting.open", area=VALUES, hidden=False)
    walk.everywhere("phone", object_to_the_first)
    walk.see("voting", untold=("board", "phone"), phone=".vote-left", board=".votes")
    cafe.do("board.show", theme="M1")
    walk.see("a theme large", untold=("board",), board=".against")
    cafe.do("board.show")
    cafe.do("voting.close")
    walk.see("voted", untold=("phone",), phone="main.vote:not(:has(.vote-left)) .idea-theme")
    cafe.do("charter.draft")
    cafe.do("agreement.open")
    walk.see("agreement", untold=("board", "phone"), phone="main.agreement h1", board=".article .stand")
    cafe.do("board.show", article="A1")
    walk.see("an article large", untold=("board",), board=".spotlight .stand")
    cafe.do("agreement.close")
    cafe.do("declarations.open")
    walk.everywhere("phone", lambda page: page.locator("main > .handover button").click())
    walk.see("acceding", phone="main.declaration form")
    walk.everywhere("phone", lambda page: page.reload() and None)


def object_to_the_first(page: Page) -> None:
    """One dot for the first theme, a reservation to it, and why."""
    first = page.locator(".idea-theme").first
    first.locator(".dots button").last.click()
    first.locator(".objection-open").click()
    first.locator("textarea").fill(REASON)
    first.locator(".objection .button-main").click()
    expect(first).to_contain_text(REASON)


def test_everybody_can_use_the_console_at_every_place(house: Served, screen: Callable[..., Page]) -> None:
    cafe = found(house, title="A charter with a long and important title")
    people = [{"name": f"Ola {number}", "sector": "culture"} for number in range(12)]
    cafe.do("participants.add", people=people)
    cafe.do("request.make", kind="apart", participants=["P1", "P2"])
    cafe.do("host.appoint", table="T1", participant="P3")
    cafe.do("seats.propose")
    walk = Walk(screen, cafe)
    walk.open("console", f"{cafe.console_link}#people")
    before_the_rounds(walk)
    cafe.do("approval.switch", on=True)
    cafe.do("round.open")
    at_the_tables(walk)
    cafe.do("round.close")
    cafe.do("harvest.open")
    among_the_themes(walk)
    in_the_charter(walk)
    assert walk.wrong == {}


def go(walk: Walk, place: str) -> None:
    """Shows another place, or part of one."""
    walk.everywhere("console", lambda page: page.evaluate("(place) => (location.hash = place)", place))


def before_the_rounds(walk: Walk) -> None:
    cafe = walk.cafe

    def open_everything(page: Page) -> None:
        page.locator(".plan-grid .chip").nth(1).click()
        for name in ("requests", "hosts", "roster"):
            page.locator(f".{name} > summary").click()
        page.locator(".roster textarea").fill("name\nJan\n")

    walk.everywhere("console", open_everything)
    walk.see("people with a plan", console=".plan-grid .chip")
    walk.everywhere("console", lambda page: page.locator(".plan .areas .button").nth(1).click())
    walk.see("the plan by person", console=".plan .areas .button[aria-pressed=true] >> nth=0")
    walk.everywhere("console", lambda page: page.locator(".host .button").first.click())
    walk.see("a host", console="dialog[open]")
    walk.everywhere("console", lambda page: page.keyboard.press("Escape"))
    cafe.do("seats.deal", proposal=1)
    cafe.do("table.close", table="T4")
    go(walk, "prepare")
    walk.see("prepare", console=".row-closed")
    walk.everywhere("console", lambda page: page.locator(".row .row-actions .button").first.click())
    walk.see("a tablet", untold=("console",), console='.dialog .address:has-text("/table/T1?key=")')
    walk.everywhere("console", lambda page: page.keyboard.press("Escape"))


def at_the_tables(walk: Walk) -> None:
    """Ideas on paper, one of them hidden; and one that waits to be let through."""
    cafe = walk.cafe
    texts = ("Trust " * 60, UNBROKEN, "Calling back", "One front door")
    for text in texts:
        cafe.do("idea.post", text=text.strip(), table="T2")
    cafe.do("idea.hide", idea="I4")
    cafe.do("ideas.withhold", ideas=["I3"])
    cafe.do("handover.write", table="T1", text="We have somebody there on Tuesdays.")
    cafe.do("round.pause")
    go(walk, "room")
    walk.everywhere("console", lambda page: page.locator(".handover summary").first.click())
    walk.see("tables", console=".approving .table-idea")
    cafe.do("approval.switch", on=False)


def among_the_themes(walk: Walk) -> None:
    cafe = walk.cafe
    cafe.do("theme.make", area=VALUES, title="Trust", ideas=["I1"])
    cafe.do("theme.make", area=VALUES, title=("Being there " * 8).strip())
    go(walk, "themes")

    def pick(page: Page) -> None:
        page.locator(".areas .button").nth(1).click()
        page.locator(".sortable input").first.check()
        page.locator(".theme-more summary").first.click()

    walk.everywhere("console", pick)
    walk.see("themes with a pick", console=".picked")
    walk.everywhere("console", lambda page: page.locator(".picked .button-main").click())
    walk.see("moving", console="dialog[open] .targets")
    walk.everywhere("console", lambda page: page.keyboard.press("Escape"))


def in_the_charter(walk: Walk) -> None:
    """A reworded article that is with the room and has a reservation, one left out, one who accedes."""
    cafe = walk.cafe
    cafe.do("charter.draft")
    late = cafe.do("idea.post", text="x" * 120, table="T2", round=1)["idea"]
    cafe.do("article.reword", article="A1", text=UNBROKEN * 2)
    cafe.do("idea.place", idea=late, theme="M1")
    cafe.do("board.show", article="A1")
    cafe.do("agreement.open")
    cafe.do("declarations.open")
    person = Screen(cafe.served.url, cafe.code)
    person.do("participant.join", name="Jan")
    person.do("article.answer", article="A1", answer="reservation", reason="ż" * 200)
    person.do("declaration.make", institution="School 7", name="Jan", powers="ą" * 200, consent=True)
    person.close()
    cafe.do("article.reword", article="A1", text="Shorter.")
    cafe.do("results.share", until="2030-01-31")
    for part, shows in PARTS.items():
        go(walk, f"charter/{part}")
        walk.see(f"charter, {part}", untold=("console",), console=shows)


PARTS = {
    "articles": "li.article",
    "agreement": ".stand-of",
    "partners": ".declared tbody tr",
    "papers": ".parts a[aria-current][href$=papers]",
}
