"""The charter on its screens: two moderators write it at once, the room agrees on it article by article,
institutions accede, and every paper carries what came of it.

How one rule decides stands in tests/js/charter.test.js, the same over bare sockets in
tests/live/test_charter.py.
"""

from __future__ import annotations

import io
import re
import urllib.request
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from facilitation.web.exports import EXPORTS
from tests.browser.axe import audit
from tests.browser.cafe import Cafe, found
from tests.browser.people import LAPTOP, PHONE, PROJECTOR
from tests.conftest import Served
from tests.domain.histories import png
from tests.live.screens import Screen

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

VALUES = "wartosci"
WORDS = ("answer until ten at night.", "Not on Sundays.", "Who picks up at night?", "School 7", "Parish")
_CHARTER = [True, True, False, True, True]
_ALL = [True, True, True, True, True]
_PARTNERS = [False, False, False, True, True]
_FIGURES = [False, False, False, False, False]
CARRY = {
    **dict.fromkeys(("charter.md", "charter.docx", "charter.html"), _CHARTER),
    "poster.html": [True, False, False, True, True],
    **dict.fromkeys(("report.md", "report.docx", "report.html", "ideas.xlsx"), _ALL),
    "statistics.html": _FIGURES,
    **dict.fromkeys(("declarations.docx", "declarations.html"), _PARTNERS),
    **dict.fromkeys(("partners.docx", "partners.html"), _PARTNERS),
    "ideas.csv": _FIGURES,
    "journal.jsonl": [True, True, True, False, False],
}
"""Every download → which of WORDS it carries: what the charter says now, what somebody has against it still,
what a rewording has resolved, and the institutions that acceded. Statistics and the list of ideas name
nobody; institutions stand apart from the journal, so that they can be erased."""


def drafted(house: Served, people: int = 0, **parameters: Any) -> tuple[Cafe, list[str]]:
    """A workshop whose charter has one article for each of two themes, and people's tokens."""
    cafe = found(house, **parameters)
    cafe.do("participant.join", name="Zofia")
    cafe.do("round.open")
    ideas = [cafe.do("idea.post", text=text, table="T2")["idea"] for text in ("We call back", "We say why")]
    cafe.do("round.close")
    cafe.do("harvest.open")
    for idea, title in zip(ideas, ("Calling", "Plainness"), strict=True):
        cafe.do("theme.make", area=VALUES, title=title, ideas=[idea])
    cafe.do("charter.draft")
    cafe.do("participant.leave", participant="P1")
    return cafe, [_joined(cafe, number) for number in range(people)]


def _joined(cafe: Cafe, number: int) -> str:
    socket = Screen(cafe.served.url, cafe.code)
    socket.do("participant.join", name=f"Ola {number}", institution="Town library")
    socket.close()
    return socket.token


def console(screen: Callable[..., Page], cafe: Cafe, part: str = "articles", **how: Any) -> Page:
    """The console at one part of the charter."""
    page = screen(f"{cafe.console_link}#charter/{part}", **{"size": LAPTOP, **how})
    page.locator(".parts").wait_for()
    return page


def go(page: Page, part: str) -> None:
    """Show another part of the charter."""
    page.locator(f'.parts a[href="#charter/{part}"]').click()
    page.locator(f'.parts a[href="#charter/{part}"][aria-current]').wait_for()


def article(page: Page, theme: str) -> Locator:
    """The field of the article that came from this theme."""
    return page.get_by_label(f"Article from the theme “{theme}”")


def wordings(cafe: Cafe, name: str) -> list[str]:
    """What moderators wrote for an article, in order."""
    return [e["text"] for e in cafe.happened() if e["type"] == "article.reworded" and e["article"] == name]


def step(page: Page, label: str) -> None:
    """Press the big button as soon as it says this and may be pressed."""
    page.locator(".step-next:not([aria-disabled])", has_text=label).click()


def fetched(cafe: Cafe, name: str) -> str:
    """A paper's words: of Word and Excel what is in their parts, without marks."""
    request = urllib.request.Request(
        f"{cafe.phone_link}/{name}", headers={"Authorization": f"Bearer {cafe.token}"}
    )
    with urllib.request.urlopen(request, timeout=20) as response:
        data: bytes = response.read()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            data = b"\n".join(parts.read(part) for part in parts.namelist() if part.endswith(".xml"))
    return " ".join(re.sub("<[^>]*>", "", data.decode()).replace("\\", "").replace("\xa0", " ").split())


def test_two_moderators_reword_two_articles_at_once_and_both_stand(
    house: Served, screen: Callable[..., Page]
) -> None:
    cafe, _ = drafted(house)
    one, other = console(screen, cafe), console(screen, cafe)
    article(one, "Calling").fill("Calling: we answer every call.")
    article(other, "Plainness").fill("Plainness: we say why.")
    article(one, "Calling").blur()
    article(other, "Plainness").blur()
    for page in (one, other):
        expect(article(page, "Calling")).to_have_value("Calling: we answer every call.")
        expect(article(page, "Plainness")).to_have_value("Plainness: we say why.")
        expect(page.locator("li.article").filter(has_text="reworded at")).to_have_count(2)
    assert (wordings(cafe, "A1"), wordings(cafe, "A2")) == (
        ["Calling: we answer every call."],
        ["Plainness: we say why."],
    )


def test_who_was_slower_reads_both_versions_and_loses_no_word_even_by_a_reload(
    house: Served, screen: Callable[..., Page]
) -> None:
    cafe, _ = drafted(house)
    one, other = console(screen, cafe), console(screen, cafe)
    article(other, "Calling").fill("Calling: mine.")
    article(one, "Calling").fill("Calling: theirs.")
    article(one, "Calling").blur()
    mine = other.get_by_label("Your version")
    expect(other.get_by_role("alert").filter(has_text="Nothing is lost")).to_be_visible()
    expect(mine).to_have_value("Calling: mine.")
    expect(other.locator(".wording-other blockquote")).to_have_text("Calling: theirs.")
    other.reload()
    expect(mine).to_have_value("Calling: mine.")
    other.get_by_role("button", name="Go on writing, with both in sight").click()
    expect(mine).to_be_focused()
    mine.fill("Calling: theirs and mine.")
    expect(other.locator(".wording-other blockquote")).to_have_text("Calling: theirs.")
    other.get_by_role("button", name="Save my version").click()
    for page in (one, other):
        expect(article(page, "Calling")).to_have_value("Calling: theirs and mine.")
    assert wordings(cafe, "A1") == ["Calling: theirs.", "Calling: theirs and mine."]

    article(one, "Calling").fill("Calling: once more.")
    cafe.do("article.reword", article="A1", text="Calling: faster.")
    one.get_by_role("button", name="Take the other version").click()
    expect(article(one, "Calling")).to_have_value("Calling: faster.")
    one.get_by_role("button", name="Undo taking the other version").click()
    expect(one.get_by_label("Your version")).to_have_value("Calling: once more.")


def test_articles_are_moved_merged_split_and_added_and_each_step_has_its_way_back(
    house: Served, screen: Callable[..., Page]
) -> None:
    cafe, _ = drafted(house)
    page = console(screen, cafe)
    fields = page.locator("li.article textarea")
    before = [fields.nth(0).input_value(), fields.nth(1).input_value()]

    def reads(*texts: str) -> None:
        expect(fields).to_have_count(len(texts))
        for at, text in enumerate(texts):
            expect(fields.nth(at)).to_have_value(text)

    def undo(name: str) -> None:
        page.get_by_role("button", name=re.compile(f"^Undo {name}")).click()
        reads(*before)

    down = page.get_by_role("button", name=re.compile("^Move “.*” down")).first
    down.focus()
    page.keyboard.press("Enter")
    reads(*reversed(before))
    assert page.evaluate("document.activeElement.title").endswith("down")
    undo("moving")

    page.get_by_role("button", name="Merge…").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Which one does it go into?").select_option(index=1)
    dialog.get_by_label("What the one article says").fill("Both in one.")
    dialog.get_by_role("button", name="Merge").click()
    reads("Both in one.")
    expect(page.locator("li.article")).to_contain_text("2 ideas behind it")
    undo("merging")
    expect(page.locator("li.article").first).to_contain_text("1 idea behind it")

    page.get_by_role("button", name="Split…").first.click()
    dialog.get_by_label("The first says").fill("We call.")
    dialog.get_by_role("button", name="Split").click()
    expect(dialog.get_by_label("The first says")).to_have_accessible_description("")
    expect(dialog.get_by_label("The second says")).to_have_attribute("aria-invalid", "true")
    dialog.get_by_label("The second says").fill("We call back.")
    dialog.get_by_role("button", name="Split").click()
    reads("We call.", "We call back.", before[1])
    undo("splitting")

    # What another moderator did is undone here as well.
    cafe.do("article.merge", article="A2", into="A1", text="Both in one.")
    reads("Both in one.")
    page.locator("summary", has_text="left out of the charter").click()
    page.get_by_role("button", name="Separate again").click()
    reads(*before)
    cafe.do("article.split", article="A1", text="We call.", rest="We call back.")
    reads("We call.", "We call back.", before[1])
    page.get_by_role("button", name="Join again with").click()
    reads(*before)

    page.get_by_role("button", name="Add an article: Values").click()
    dialog.get_by_label("What does it say?").fill("We drink tea.")
    dialog.get_by_label(re.compile("We say why")).check()
    dialog.get_by_role("button", name="Add the article").click()
    reads(*before, "We drink tea.")
    undo("adding")


def test_ideas_that_came_later_are_offered_and_put_behind_with_one_tap(
    house: Served, screen: Callable[..., Page]
) -> None:
    cafe, _ = drafted(house)
    cafe.do("article.reword", article="A1", text="Calling: we answer.")
    for text in ("Call twice", "Call never"):
        idea = cafe.do("idea.post", text=text, table="T2", round=1)["idea"]
        cafe.do("idea.place", idea=idea, theme="M1")
    page = console(screen, cafe)
    offered = page.get_by_role("group", name="Ideas that came later")
    offered.get_by_role("button", name="Put it behind: idea 3").click()
    offered.get_by_role("button", name="Not here: idea 4").click()
    expect(offered).to_have_count(0)
    page.get_by_text("2 ideas behind it").click()
    expect(page.locator("li.article details").first.locator(".idea-text")).to_have_text(
        ["We call back", "Call twice"]
    )
    page.get_by_role("button", name="Not here: idea 1").click()
    expect(page.locator("li.article").first).to_contain_text("1 idea behind it")
    page.get_by_role("button", name=re.compile("^Undo leaving an idea out")).click()
    expect(page.locator("li.article").first).to_contain_text("2 ideas behind it")


def test_the_room_agrees_an_article_is_put_again_two_institutions_accede_and_every_paper_carries_it(
    house: Served, screen: Callable[..., Page]
) -> None:
    cafe, tokens = drafted(house, people=5)
    page = console(screen, cafe)
    board = screen(cafe.board_link, PROJECTOR)
    phones = [screen(f"{cafe.phone_link}?key={token}", PHONE) for token in tokens[:2]]
    sockets = [Screen(house.url, cafe.code, token) for token in tokens[2:]]
    step(page, "Put it to the room")
    expect(page.locator(".going")).to_contain_text("2 articles are with the room")
    agree_and_object(phones, sockets)

    everything = "1 of 5 has answered all 2 articles"
    expect(page.locator(".going")).to_contain_text(f"{everything} · 4 more have answered some of them")
    expect(board.locator(".doing-far")).to_have_text(everything)
    expect(phones[0].get_by_text(everything)).to_be_visible()
    stand = page.locator(".stand-of").first
    expect(stand).to_contain_text("5 of 5 people have answered")
    expect(stand.locator(".stand-words")).to_have_text(
        re.compile("3 agree.*1 can live with it.*1 has a reservation")
    )
    expect(stand.locator(".said-list")).to_contain_text("Who picks up at night?")
    put_again(page, board, phones, sockets)
    for socket in sockets:
        socket.close()

    step(page, "Close the answers")
    page.get_by_role("dialog").get_by_role("button", name="Close the answers").click()
    expect(page.locator(".step-next:not([aria-disabled])")).to_have_text("Share the results")
    accede(screen, page, phones[0])
    told = {name: [word in paper for word in WORDS] for name in EXPORTS if (paper := fetched(cafe, name))}
    assert told == CARRY
    for name in ("charter.html", "poster.html", "report.html", "partners.html"):
        page.goto(f"{cafe.phone_link}/{name}")
        assert (name, audit(page)) == (name, [])


def agree_and_object(phones: list[Page], sockets: list[Screen]) -> None:
    """To the first article three agree, one can live with it, one has a reservation; one
    answers the second."""
    for phone in phones:
        expect(phone.get_by_role("heading", name="Can you stand behind this?")).to_be_visible()
    phones[0].get_by_text("Which ideas does it come from?").click()
    expect(phones[0].locator(".traces .idea")).to_have_text("We call backNo. 1, table 2, round 1")
    assert audit(phones[0]) == []
    phones[0].get_by_role("button", name="I agree").click()
    phones[0].get_by_role("button", name="Next article").click()
    phones[0].get_by_role("button", name="I agree").click()
    expect(phones[0].get_by_text("You have answered everything")).to_be_visible()
    phones[1].get_by_role("button", name="I have a reservation").click()
    phones[1].get_by_label("What is your reservation?").fill("Who picks up at night?")
    phones[1].get_by_role("button", name="Save my words").click()
    for socket, answer in zip(sockets, ("agree", "agree", "live_with"), strict=True):
        socket.do("article.answer", article="A1", answer=answer)


def put_again(page: Page, board: Page, phones: list[Page], sockets: list[Screen]) -> None:
    """The article is reworded while it is large on the board, and put once more; one person has something
    against it still."""
    stand = page.locator(".stand-of").first
    stand.get_by_role("button", name="Large on the board").click()
    expect(board.locator(".spotlight .stand-words")).to_contain_text("1 has a reservation")
    stand.get_by_role("button", name="Reword").click()
    stand.get_by_label("Article").fill("Calling: we answer until ten at night.")
    stand.get_by_label("Article").blur()
    expect(board.locator(".spotlight-text")).to_have_text("Calling: we answer until ten at night.")
    expect(stand).to_contain_text("Reworded since")
    stand.get_by_role("button", name="Put it again").click()
    expect(page.locator(".stand-of", has_text="1 reservation to an earlier wording")).to_contain_text(
        "0 of 5 people"
    )
    expect(phones[1].get_by_text("It was reworded since you answered")).to_be_visible()
    phones[1].get_by_role("button", name="I agree").click()
    for socket in sockets[:2]:
        socket.do("article.answer", article="A1", answer="agree")
    sockets[2].do("article.answer", article="A1", answer="reservation", reason="Not on Sundays.")
    again = page.locator(".stand-of", has_text="until ten at night")
    expect(again).to_contain_text("3 agree")
    expect(again.locator(".said-list").first).to_contain_text("Not on Sundays.")
    page.get_by_role("button", name="Back to the whole charter").click()
    expect(board.locator(".spotlight")).to_have_count(0)


def accede(screen: Callable[..., Page], page: Page, phone: Page) -> None:
    """One institution on its phone, one that was not in the room by the link."""
    go(page, "partners")
    page.get_by_role("button", name="Open the list").click()
    link = page.get_by_label("The link").input_value()
    phone.get_by_role("button", name="Fill in the declaration").click()
    declare(phone, "School 7", "Jan Kowal")
    declare(screen(link, PHONE), "Parish", "Father Adam")
    expect(page.locator(".declared tbody tr")).to_have_count(2)
    expect(page.locator(".declared")).to_contain_text("Father Adam")


def declare(phone: Page, institution: str, name: str) -> None:
    """Fill in the declaration and send it."""
    phone.get_by_label("Institution").fill(institution)
    phone.get_by_label("Who represents it").fill(name)
    phone.get_by_role("checkbox").check()
    phone.get_by_role("button", name="Accede to the partnership").click()
    expect(phone.get_by_role("heading", name=institution)).to_be_visible()


def test_a_declaration_is_taken_back_and_its_words_are_gone(
    house: Served, screen: Callable[..., Page]
) -> None:
    cafe, tokens = drafted(house, people=1)
    cafe.do("declarations.open")
    socket = Screen(house.url, cafe.code, tokens[0])
    socket.do("declaration.make", institution="School 7", name="Jan Kowal", consent=True)
    socket.close()
    page = console(screen, cafe, "partners")
    page.get_by_role("button", name="Take back: School 7").click()
    page.get_by_role("button", name="Take back and erase").click()
    expect(page.get_by_text("1 declaration was taken back")).to_be_visible()
    expect(page.get_by_text("Jan Kowal")).to_have_count(0)


def test_a_logo_that_is_none_is_refused_at_the_field_and_a_picture_can_be_described_and_moved(
    house: Served, screen: Callable[..., Page]
) -> None:
    cafe, _ = drafted(house)
    page = console(screen, cafe, "papers")
    field = page.get_by_label("Picture")
    field.set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": b"no picture"})
    page.get_by_role("button", name="Add the logo").click()
    expect(field).to_have_accessible_description(re.compile("not a PNG or JPEG"))
    for side, what in ((8, "Town"), (9, "Fund")):
        field.set_input_files({"name": f"{what}.png", "mimeType": "image/png", "buffer": png(side)})
        page.get_by_label("What it shows, such as").fill(what)
        page.get_by_role("button", name="Add the logo").click()
        expect(page.locator(".logo-row img").last).to_have_attribute("alt", what)
    page.get_by_role("button", name="Earlier in the strip: Fund").click()
    expect(page.locator(".logo-row img").first).to_have_attribute("alt", "Fund")
    page.get_by_label("What it shows", exact=True).first.fill("European funds")
    page.get_by_label("What it shows", exact=True).first.press("Enter")
    expect(page.locator(".logo-row img").first).to_have_attribute("alt", "European funds")
    page.get_by_role("button", name="Remove the logo: Town").click()
    expect(page.locator(".logo-row")).to_have_count(1)
    page.get_by_role("button", name="Undo removing a logo").click()
    expect(page.locator(".logo-row img").last).to_have_attribute("alt", "Town")


def test_details_and_next_steps_are_kept_and_results_are_shared_until_a_day_and_no_longer(
    house: Served, screen: Callable[..., Page]
) -> None:
    cafe, _ = drafted(house)
    page = console(screen, cafe, "papers")
    page.get_by_label("Place", exact=True).fill("Town library")
    page.get_by_label("Place", exact=True).press("Enter")
    page.get_by_label("A next step").fill("Share our numbers")
    page.get_by_label("Who", exact=True).fill("ż" * 201)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_label("Who", exact=True)).to_have_accessible_description(
        re.compile("201 characters long")
    )
    page.get_by_label("Who", exact=True).fill("The centre")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_label("Step 1", exact=True)).to_have_value("Share our numbers")
    expect(page.get_by_label("A next step")).to_be_focused()

    page.get_by_label("Last day (optional)").fill("2030-01-31")
    page.locator("#place").get_by_role("button", name="Share the results").click()
    expect(page.get_by_text(re.compile("up to and including .*2030"))).to_be_visible()
    guest = screen(f"{cafe.phone_link}/results")
    expect(guest.get_by_role("heading", name="What came of it")).to_be_visible()
    page.get_by_role("button", name="Stop sharing").click()
    expect(page.get_by_text("Not shared yet")).to_be_visible()
    page.get_by_role("button", name="Undo closing the results").click()
    expect(page.get_by_text(re.compile("up to and including .*2030"))).to_be_visible()
    report = fetched(cafe, "report.md")
    assert ["Town library" in report, "Share our numbers" in report, "The centre" in report] == [True] * 3
