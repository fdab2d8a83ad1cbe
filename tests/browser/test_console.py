"""The console in a real browser against a real server: by keyboard alone, by mouse and by finger, two
moderators at once, refused edits, a server that goes away. What everybody can read and use: test_access.py.

How a single rule decides stands in tests/js/console.test.js; the way of a whole room in test_whole_path.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.cafe import Cafe, found
from tests.browser.people import LAPTOP, says, step
from tests.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

VALUES = "wartosci"
TABS_AT_MOST = 90

FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return "";
  const labels = [...(element.labels ?? [])].map((label) => label.innerText).join(" ");
  return (element.getAttribute("aria-label") || labels || element.innerText || element.id).trim();
}"""


def console(screen: Callable[..., Page], cafe: Cafe, place: str = "", **how: Any) -> Page:
    """The console at one of its places, on a laptop unless `how` says otherwise."""
    page = screen(f"{cafe.console_link}#{place}", **{"size": LAPTOP, **how})
    page.locator(".step-next").wait_for()
    return page


def people(cafe: Cafe, count: int) -> None:
    for number in range(count):
        cafe.do("participant.join", name=f"Ola {number + 1}", institution="Town library", sector="culture")


def ideas(cafe: Cafe, *texts: str) -> list[str]:
    """Write these at table 2, which talks about values, and give their ids. A round has to be open."""
    return [cafe.do("idea.post", text=text, table="T2")["idea"] for text in texts]


def focused(page: Page) -> str:
    """What the element with the focus is called; empty if the focus is lost."""
    name: str = page.evaluate(FOCUSED)
    return " ".join(name.split())


def reach(page: Page, name: str) -> None:
    """Press Tab until something of this name has the focus; `…` at the end stands for any rest."""
    passed = []
    for _ in range(TABS_AT_MOST):
        page.keyboard.press("Tab")
        passed.append(focused(page))
        if passed[-1] == name or (name.endswith("…") and passed[-1].startswith(name[:-1])):
            return
    pytest.fail(f"no Tab leads to {name!r}, but to {passed}")


def press(page: Page, name: str) -> None:
    """Reach a button or link by Tab, and press it with Enter."""
    reach(page, name)
    page.keyboard.press("Enter")


def group(page: Page, title: str) -> Locator:
    """A theme's card, or with "In no theme yet" the list of the others."""
    return page.get_by_role("region", name=re.compile(rf"^{title} \("))


def sorted_into(page: Page, title: str) -> list[str]:
    """The ideas that a theme shows, from top to bottom."""
    return [" ".join(text.split()) for text in group(page, title).locator(".idea-text").all_inner_texts()]


def test_by_keyboard_alone_from_the_lobby_to_the_end(cafe: Cafe, screen: Callable[..., Page]) -> None:
    people(cafe, 6)
    phone = screen(cafe.phone_link)
    press(phone, "Join")
    phone.get_by_role("heading", name="Welcome").wait_for()
    page = console(screen, cafe)
    says(page, "Deal the seats")
    press(page, "Deal the seats")
    says(page, "Start round 1")
    assert focused(page) == "Start round 1"
    page.keyboard.press("Enter")
    says(page, "Close round 1")
    assert focused(page) == "Close round 1"

    ideas(cafe, "Trust", "Calling back", "One front door", "Something rude")
    page.get_by_text("Something rude").wait_for()
    press(page, "Hide idea 4")
    expect(page.locator(".idea-hidden")).to_contain_text("Something rude")
    assert focused(page) == "Show again: idea 4"
    reach(phone, "Your idea")
    phone.keyboard.type("Less paper")
    press(phone, "Add")
    expect(phone.locator(".idea-mine", has_text="Less paper")).to_contain_text("saved")
    press(page, "Close round 1")
    says(page, "Start round 2")
    press(page, "Go to the harvest now")
    says(page, "Suggest themes")

    press(page, "Values…")
    for text in ("Trust", "Calling back"):
        reach(page, text)
        page.keyboard.press("Space")
    press(page, "Move to…")
    reach(page, "A new theme")
    page.keyboard.type("Being there")
    page.keyboard.press("Enter")
    expect(group(page, "Being there")).to_be_visible()
    expect(group(page, "In no theme yet")).to_be_focused()
    press(page, "Move idea 3")
    press(page, "Being there")
    expect(group(page, "In no theme yet")).to_be_focused()
    expect(group(page, "Being there").locator(".idea-text")).to_have_count(3)

    press(page, "New theme")
    expect(page.get_by_label("What is it called?")).to_be_focused()
    page.keyboard.type("Spare")
    page.keyboard.press("Enter")
    expect(group(page, "Spare")).to_be_visible()
    press(page, "Merge or dissolve")
    reach(page, "Merge “Being there” into")
    page.keyboard.press("ArrowDown")
    press(page, "Merge")
    expect(group(page, "Spare")).to_be_focused()
    expect(group(page, "Being there")).to_have_count(0)
    press(page, "Undo merging “Being there”")
    expect(group(page, "Being there").locator(".idea-text")).to_have_count(3)
    assert focused(page) == "Undo making “Spare”"

    press(page, "Draft the charter")
    says(page, "Put it to the room")
    reach(page, "Article from the theme “Being there”")
    page.keyboard.press("Control+A")
    page.keyboard.type("Being there: we answer every call.")
    reach(page, "3 ideas behind it")
    expect(page.locator("li.article")).to_contain_text("reworded")
    press(page, "Papers")
    reach(page, "The charter: Markdown")
    charter = cafe.download("charter.md")
    assert ("we answer every call." in charter, "Something rude" in charter) == (True, False)

    says(page, "Put it to the room")
    press(page, "Put it to the room")
    phone.get_by_role("heading", name="Can you stand behind this?").wait_for()
    press(phone, "I agree")
    expect(phone.get_by_text("You have answered everything")).to_be_visible()
    says(page, "Close the answers")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    press(page, "Close the answers")
    says(page, "Share the results")
    page.keyboard.press("Enter")
    says(page, "Close the workshop")
    page.keyboard.press("Enter")
    press(phone, "Read what came of it")
    expect(phone.get_by_role("heading", name="What came of it")).to_be_visible()


def test_two_moderators_see_each_others_steps_and_neither_is_disturbed_in_writing(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    people(cafe, 4)
    one, other = console(screen, cafe, "prepare"), console(screen, cafe, "prepare")
    title = one.get_by_label("Title", exact=True)
    title.fill("Half a tle")
    for _ in range(3):
        one.keyboard.press("ArrowLeft")
    other.get_by_label("Title", exact=True).fill("The other's title")
    other.get_by_label("Title", exact=True).press("Enter")
    expect(one.locator("h1")).to_have_text("The other's title")
    step(other, "Deal the seats")
    says(one, "Start round 1")
    expect(title).to_be_focused()
    one.keyboard.type("ti")
    expect(title).to_have_value("Half a title")
    one.keyboard.press("Tab")
    expect(other.locator("h1")).to_have_text("Half a title")

    step(other, "Start round 1")
    says(one, "Close round 1")
    ideas(cafe, "Trust")
    expect(one.get_by_role("link", name="Prepare")).to_have_attribute("aria-current", "page")
    one.get_by_role("link", name="Tables").click()
    one.get_by_role("button", name="Hide idea 1").click()
    expect(other.get_by_role("button", name="Show again: idea 1")).to_be_visible()


def test_a_double_click_does_one_step_and_so_does_a_press_just_after_another_moderators(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    people(cafe, 4)
    cafe.do("seats.deal")
    one, other = console(screen, cafe), console(screen, cafe)
    one.locator(".step-next").dblclick()
    says(one, "Close round 1")
    one.get_by_role("button", name="5 more minutes").dblclick()
    one.locator(".step-next").dblclick()
    says(one, "Start round 2")
    says(other, "Start round 2")
    # A moment after the words under the finger have changed, faster than anybody reads.
    other.evaluate(
        """() => {
          const button = document.querySelector(".step-next");
          const before = button.innerText;
          const pressed = new MutationObserver(() => {
            if (button.innerText === before) return;
            pressed.disconnect();
            setTimeout(() => {
              button.click();
              window.pressed = true;
            }, 300);
          });
          pressed.observe(button, { characterData: true, childList: true, subtree: true });
        }"""
    )
    step(one, "Start round 2")
    other.wait_for_function("() => window.pressed")
    says(other, "Close round 2")
    steps = [event["type"] for event in cafe.happened() if event["type"].startswith("round.")]
    assert steps == ["round.opened", "round.extended", "round.closed", "round.opened"]


def test_what_cannot_be_taken_back_is_asked_first(cafe: Cafe, screen: Callable[..., Page]) -> None:
    people(cafe, 4)
    cafe.do("seats.deal")
    cafe.do("round.open")
    cafe.do("round.close")
    page = console(screen, cafe)
    dialog = page.get_by_role("dialog")
    for name in ("Skip round 2", "Deal the seats anew"):
        page.locator(".step-others").get_by_role("button", name=name).click()
        dialog.get_by_role("button", name="Cancel").click()
        expect(dialog).to_be_hidden()
    says(page, "Start round 2")
    page.locator(".step-others").get_by_role("button", name="Skip round 2").click()
    dialog.get_by_role("button", name="Skip round 2").click()
    says(page, "Start round 3")
    types = [event["type"] for event in cafe.happened()]
    assert (types.count("seats.dealt"), types.count("round.skipped")) == (1, 1)


def harvest(cafe: Cafe, *texts: str, themes: tuple[str, ...] = ()) -> None:
    """A harvest with these ideas in no theme, and these empty themes."""
    people(cafe, 2)
    cafe.do("round.open")
    ideas(cafe, *texts)
    cafe.do("round.close")
    cafe.do("harvest.open")
    for title in themes:
        cafe.do("theme.make", area=VALUES, title=title)


def values(screen: Callable[..., Page], cafe: Cafe, **how: Any) -> Page:
    """The console where the ideas about values are sorted."""
    page = console(screen, cafe, "themes", **how)
    page.get_by_role("button", name=re.compile("^Values")).click()
    return page


def middle(place: Locator) -> tuple[float, float]:
    """The middle of what of it lies on the screen."""
    box = place.bounding_box()
    assert box, "it is not on the screen"
    return box["x"] + box["width"] / 2, box["y"] + min(box["height"], 80) / 2


def drag_by_mouse(page: Page, idea: Locator, goal: Locator) -> None:
    page.mouse.move(*middle(idea.locator(".idea-text")))
    page.mouse.down()
    page.mouse.move(*middle(goal), steps=6)
    page.mouse.up()


def drag_by_finger(page: Page, idea: Locator, goal: Locator) -> None:
    finger = page.context.new_cdp_session(page)
    (x, y), (to_x, to_y) = middle(idea.locator(".handle")), middle(goal)
    way = [(x + (to_x - x) * part / 6, y + (to_y - y) * part / 6) for part in range(1, 7)]
    for kind, points in [("touchStart", [(x, y)]), *(("touchMove", [at]) for at in way), ("touchEnd", [])]:
        touches = [{"x": at_x, "y": at_y} for at_x, at_y in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


@pytest.mark.parametrize("drag", [drag_by_mouse, drag_by_finger])
def test_ideas_are_dragged_into_a_theme_together_and_the_way_back_is_one_button(
    cafe: Cafe, screen: Callable[..., Page], drag: Callable[..., None]
) -> None:
    harvest(cafe, "Trust", "Calling back", "One front door", themes=("Being there",))
    page = values(screen, cafe, touch=drag is drag_by_finger)
    for text in ("Trust", "One front door"):
        page.get_by_label(text).check()
    drag(page, page.locator(".sortable", has_text="One front door"), group(page, "Being there"))
    expect(group(page, "Being there").locator(".idea-text")).to_have_count(2)
    assert (sorted_into(page, "Being there"), sorted_into(page, "In no theme yet")) == (
        ["Trust", "One front door"],
        ["Calling back"],
    )
    expect(page.locator(".picked")).to_have_count(0)
    page.get_by_role("button", name="Undo moving 2 ideas").click()
    expect(group(page, "Being there").locator(".idea-text")).to_have_count(0)
    assert sorted_into(page, "In no theme yet") == ["Trust", "Calling back", "One front door"]


def test_a_finger_on_the_words_of_an_idea_scrolls_and_drags_nothing(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    harvest(cafe, *(f"Idea {number} that is written here" for number in range(9)), themes=("Being there",))
    page = values(screen, cafe, touch=True)
    finger = page.context.new_cdp_session(page)
    x, y = middle(page.locator(".sortable .idea-text").nth(2))
    finger.send("Input.synthesizeScrollGesture", {"x": x, "y": y, "yDistance": -200})
    expect(page.locator(".ghost")).to_have_count(0)
    assert page.evaluate("scrollY + document.querySelector('.loose').scrollTop") > 100
    assert [event["type"] for event in cafe.happened()].count("idea.placed") == 0


def test_a_drag_given_up_moves_nothing_and_picks_nothing(cafe: Cafe, screen: Callable[..., Page]) -> None:
    harvest(cafe, "Trust", themes=("Being there",))
    page = values(screen, cafe)
    idea, theme = page.locator(".sortable", has_text="Trust"), group(page, "Being there")
    x, y = middle(idea.locator(".idea-text"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(*middle(theme), steps=4)
    expect(theme).to_have_class(re.compile("group-over"))
    page.keyboard.press("Escape")
    page.mouse.up()
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y, steps=4)
    page.mouse.move(x, y, steps=4)
    page.mouse.up()
    expect(page.locator(".ghost")).to_have_count(0)
    expect(page.get_by_label("Trust")).not_to_be_checked()
    assert [event["type"] for event in cafe.happened()].count("idea.placed") == 0


def test_a_theme_far_below_is_reached_by_holding_the_idea_at_the_lower_edge(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    harvest(cafe, "Trust", themes=tuple(f"Theme {number} of many" for number in range(1, 31)))
    page = values(screen, cafe)
    page.mouse.move(*middle(page.locator(".sortable .idea-text")))
    page.mouse.down()
    page.mouse.move(600, 400, steps=3)
    page.mouse.move(600, LAPTOP["height"] - 12, steps=3)
    last = group(page, "Theme 30 of many")
    expect(last).to_be_in_viewport(ratio=0.9)
    page.mouse.move(*middle(last), steps=3)
    page.mouse.up()
    expect(last.locator(".idea-text")).to_have_text("Trust")


def test_a_refused_text_stays_in_its_field_with_the_reason(cafe: Cafe, screen: Callable[..., Page]) -> None:
    page = console(screen, cafe, "prepare")
    before = page.locator("h1").inner_text()
    title, minutes = page.get_by_label("Title", exact=True), page.get_by_label("Minutes").first
    refused = {
        "": "There is nothing written yet.",
        "Ż" * 201: "That is 201 characters long; at most 200 fit.",
    }
    for text, reason in refused.items():
        title.fill(text)
        title.press("Enter")
        expect(title).to_have_accessible_description(re.compile(re.escape(reason)))
        assert (title.input_value(), title.get_attribute("aria-invalid")) == (text, "true")
    page.get_by_role("link", name="People").click()
    page.get_by_role("link", name="Prepare").click()
    assert title.input_value() == "Ż" * 201
    title.press("Escape")
    expect(title).to_have_value(before)
    expect(title).not_to_have_attribute("aria-invalid", "true")

    for text in ("0", "-5", "a quarter", "241"):
        minutes.fill(text)
        minutes.press("Tab")
        expect(minutes).to_have_accessible_description("Write whole minutes, from 1 to 240.")
        assert minutes.input_value() == text
    minutes.fill("25")
    minutes.press("Tab")
    expect(minutes).not_to_have_attribute("aria-invalid", "true")
    edited = [event["minutes"] for event in cafe.happened() if event["type"] == "round.edited"]
    assert edited == [25]
    other_words(page, cafe)


def other_words(page: Page, cafe: Cafe) -> None:
    """A question that is changed has no Polish version; the one it had waits in the sheet, where one that is
    too long is refused, and is used again."""
    question = page.get_by_label("Question", exact=True).first
    version = cafe.views()["public"]["translations"]["pl"][question.input_value()]
    question.fill("What is new?")
    question.press("Enter")
    page.locator(".translations summary").click()
    field = page.get_by_label("What is new?", exact=True)
    expect(field).to_have_value("")
    field.fill("Ż" * 401)
    field.press("Enter")
    expect(field).to_have_accessible_description(re.compile("401 characters long; at most 400 fit"))
    field.press("Escape")
    page.get_by_role("button", name="Use it again").click()
    expect(field).to_have_value(version)
    assert cafe.views()["public"]["translations"]["pl"]["What is new?"] == version


def test_an_idea_from_paper_that_is_refused_stays_to_be_corrected(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    cafe.do("round.open")
    page = console(screen, cafe, "room")
    page.get_by_text("Type in ideas from paper").click()
    box = page.get_by_label("Idea", exact=True)
    box.fill("ż" * 501)
    box.press("Enter")
    expect(box).to_have_accessible_description(re.compile("501 characters long"))
    page.get_by_role("link", name="Themes").click()
    page.get_by_role("link", name="Tables").click()
    assert box.input_value() == "ż" * 501
    box.fill("Short")
    box.press("Enter")
    expect(page.locator(".table-idea")).to_contain_text("Short")
    expect(box).to_have_value("")
    expect(box).to_be_focused()


def test_half_typed_words_outlive_a_server_that_goes_away_and_are_saved_when_it_is_back(
    serve: Callable[..., Served], screen: Callable[..., Page]
) -> None:
    served = serve()
    cafe = found(served)
    page = console(screen, cafe, "prepare")
    title = page.get_by_label("Title", exact=True)
    title.fill("Half a")
    served.kill()
    expect(page.get_by_text("No connection to the server")).to_be_visible()
    title.press_sequentially(" title")
    serve(port=served.port, sessions=served.sessions)
    expect(page.get_by_text("No connection to the server")).to_have_count(0)
    expect(title).to_have_value("Half a title")
    expect(title).to_be_focused()
    title.press("Enter")
    expect(page.locator("h1")).to_have_text("Half a title")


def test_while_themes_are_computed_the_bar_says_so_and_other_work_goes_on(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    harvest(cafe, "Trust", "Trust each other", "We trust the family", "Calling back", "Calling back in a day")
    page = console(screen, cafe, "themes")
    page.evaluate(
        """() => {
          const bar = document.querySelector(".step");
          window.said = [];
          new MutationObserver(() => window.said.push(bar.innerText))
            .observe(bar, { childList: true, characterData: true, subtree: true });
        }"""
    )
    step(page, "Suggest themes")
    page.get_by_role("button", name=re.compile("^Values")).click()
    page.get_by_label("Trust", exact=True).check()
    says(page, "Draft the charter")
    said = "\n".join(page.evaluate("window.said"))
    assert ("Reading 5 ideas and putting like with like" in said, "One moment…" in said) == (True, True)
    expect(page.get_by_text(re.compile(r"^\d themes? suggested$"))).to_be_visible()
    expect(page.get_by_label("Trust", exact=True)).to_be_checked()


def test_new_ideas_wait_while_the_pointer_moves_among_those_of_their_table(
    cafe: Cafe, screen: Callable[..., Page]
) -> None:
    cafe.do("round.open")
    ideas(cafe, "First", "Second")
    page = console(screen, cafe, "room")
    table = page.get_by_role("region", name="Table 2")
    hide = table.get_by_role("button", name="Hide idea 2")
    hide.hover()
    before = hide.bounding_box()
    ideas(cafe, "Third")
    expect(table).to_contain_text("3 ideas · 1 new")
    assert hide.bounding_box() == before
    page.locator("h1").hover()
    expect(table.locator(".idea-text")).to_have_text(["Third", "Second", "First"])


def test_what_was_done_in_one_place_is_undone_from_another(cafe: Cafe, screen: Callable[..., Page]) -> None:
    people(cafe, 2)
    cafe.do("round.open")
    ideas(cafe, "Trust")
    cafe.do("table.edit", table="T4", area="")
    page = console(screen, cafe, "prepare")
    areas = page.get_by_role("region", name="Areas of the charter")
    areas.get_by_role("button", name="Remove the area Communication standards").click()
    expect(areas.get_by_role("listitem")).to_have_text(
        [re.compile("table 1"), re.compile("table 2"), re.compile("table 3")]
    )
    expect(areas.get_by_role("heading")).to_be_focused()
    page.get_by_role("link", name="Tables").click()
    page.get_by_role("button", name="Hide idea 1").click()
    page.get_by_role("link", name="People").click()
    page.get_by_role("button", name="Mark as left: Ola 2").click()
    expect(page.locator("tr.gone")).to_have_count(1)
    page.get_by_role("button", name="Undo: Ola 2 has left").click()
    expect(page.locator("tr.gone")).to_have_count(0)
    page.get_by_role("button", name="Undo hiding idea 1").click()
    page.get_by_role("link", name="Tables").click()
    expect(page.get_by_role("button", name="Hide idea 1")).to_be_visible()
    page.get_by_role("button", name="Undo removing the area Communication standards").click()
    expect(page.get_by_role("button", name="Nothing to undo")).to_be_visible()
    page.get_by_role("link", name="Prepare").click()
    expect(areas.get_by_role("listitem").last).to_contain_text("Communication standards")


def test_somebodys_details_are_corrected_and_erased_for_good(cafe: Cafe, screen: Callable[..., Page]) -> None:
    people(cafe, 1)
    page = console(screen, cafe, "people")
    page.get_by_role("button", name="Change the details of Ola 1").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name (optional)").fill("Ź" * 81)
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_label("Name (optional)")).to_have_accessible_description(
        re.compile("81 characters long")
    )
    dialog.get_by_label("Name (optional)").fill("Aleksandra")
    dialog.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Change the details of Aleksandra").click()
    dialog.get_by_role("button", name="Erase name and institution…").click()
    dialog.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_role("row", name="no name given")).to_be_visible()
    expect(page.get_by_text("Town library")).to_have_count(0)
