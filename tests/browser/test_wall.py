"""The wall test: what hangs on the wall of a large room can be read from ten metres in every phase, and all
of it is on the wall, on every projector."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.browser.cafe import Cafe, found
from tests.browser.people import PATIENCE_MS, PROJECTOR
from tests.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

WALLS = [PROJECTOR, {"width": 1280, "height": 720}, {"width": 1024, "height": 768}]
TABLES, PEOPLE, IDEAS = 40, 300, 400
SMALLEST_PX = 28
LEAST_CONTRAST = 7
NARROWEST_QR_PX = 140

QUESTION = "Co chcemy razem zmienić dla mieszkańców, żeby nikt nie zostawał sam ze swoim kłopotem? " * 4
SECTORS = "pomoc społeczna,oświata,policja,zdrowie,kultura,sport,sądy,praca,mieszkania,parafie,NGO,ZUS,firmy"
WORDS = (
    "Zaufanie.",
    "Oddzwaniamy tego samego dnia, choćby z odpowiedzią, że jeszcze nie wiemy.",
    "Jedno okienko dla wszystkich spraw rodziny, bez odsyłania od drzwi do drzwi. " * 5,
    "Konstantynopolitańczykowianeczka " * 3,
)

# Each text that is drawn (not for screen readers alone, not waiting for its turn) with its size and its
# contrast to the ground it stands on; 0 where that is a picture, on which nothing can be said of it.
TEXTS = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const linear = (part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = ([red, green, blue]) =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const ground = (element) => {
    for (let below = element; below; below = below.parentElement) {
      const style = getComputedStyle(below);
      if (style.backgroundImage !== "none") return null;
      const [red, green, blue, alpha = 1] = parts(style.backgroundColor);
      if (alpha > 0) return alpha === 1 ? [red, green, blue] : null;
    }
    return null;
  };
  const contrast = (element) => {
    const under = ground(element);
    if (!under) return 0;
    const ink = parts(getComputedStyle(element).color);
    const [dark, bright] = [light(ink), light(under)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest(".unseen, script, .beyond")) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    texts.push([node.textContent.slice(0, 40), size, contrast(element)]);
  }
  return texts;
}"""

# Names of boxes that are larger than their place, though nothing scrolls on a board.
TOO_LARGE = """() => {
  const boxes = ["html", "main", ".tables", ".table", ".themes", ".theme", ".arrivals", ".sectors",
    ".question"];
  const larger = (box) => box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2;
  return boxes.filter((name) => [...document.querySelectorAll(name)].some(larger));
}"""

# Names of texts that end in the middle of a line, or of a word.
CUT = """() => {
  const edge = (text) => (text.closest("ul") ?? text.closest("main")).getBoundingClientRect().bottom + 1;
  const below = (text) => text.getBoundingClientRect().bottom > edge(text);
  const clipped = (text) =>
    text.scrollHeight > text.clientHeight + 2 || text.scrollWidth > text.clientWidth + 2;
  return [
    ...[...document.querySelectorAll(".rotating > :not(.beyond) .idea-text, .spotlight-text")].filter(below),
    ...[...document.querySelectorAll(".table-topic")].filter(clipped),
  ].map((text) => text.className);
}"""

QR_WIDTH = "document.querySelector('.qr')?.naturalWidth && document.querySelector('.qr').offsetWidth"


def objections(wall: Page, qr: bool) -> list[str]:
    """What is wrong with this wall now, in light and dark."""
    pixels = wall.evaluate("innerWidth")
    found: list[str] = [f"{each} is too large" for each in wall.evaluate(TOO_LARGE)]
    found += [f"{each} is cut" for each in wall.evaluate(CUT)]
    if pixels == WALLS[0]["width"]:
        for scheme in ("light", "dark"):
            wall.emulate_media(color_scheme=scheme)
            found += [each for text in wall.evaluate(TEXTS) for each in unreadable(*text)]
        if qr and (wall.evaluate(QR_WIDTH) or 0) < NARROWEST_QR_PX:
            found.append("the QR code is too small")
    return [f"{each} on {pixels} px" for each in found]


def unreadable(text: str, size: float, contrast: float) -> list[str]:
    # The wall's own size is a fraction of a pixel in the browser's arithmetic.
    small = [f"{text!r} has {size} px"] if size < SMALLEST_PX - 0.01 else []
    return small + ([f"{text!r} has a contrast of {contrast:.1f}"] if contrast < LEAST_CONTRAST else [])


def settled(wall: Page, qr: bool) -> list[str]:
    """What is still wrong when the boxes have been measured and the colours have changed."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while (wrong := objections(wall, qr)) and time.monotonic() < deadline:
        wall.wait_for_timeout(200)
    return wrong


def test_in_every_phase_a_large_room_has_room_on_the_wall_and_can_be_read_from_ten_metres(
    house: Served, screen: Callable[..., Page]
) -> None:
    cafe = found(house, language="pl", tables=TABLES, rounds=2, title="Warsztat założycielski " * 6)
    walls = [screen(cafe.board_link, size, "pl") for size in WALLS]
    wrong: dict[str, list[str]] = {}

    def look(phase: str, shows: str, qr: bool = False) -> None:
        for wall in walls:
            wall.locator(shows).first.wait_for()
        wrong[phase] = [each for wall in walls for each in settled(wall, qr)]

    come(cafe)
    look("lobby", ".sectors li:nth-child(12)", qr=True)
    cafe.do("seats.deal")
    look("move", ".seats li", qr=True)
    cafe.do("round.open")
    look("round", ".wall-clock", qr=True)
    cafe.do_all([idea(number) for number in range(IDEAS)])
    look("round, with ideas", ".said", qr=True)
    cafe.do("round.close")
    cafe.do("harvest.open")
    look("harvest", ".talk-wide .said")
    cafe.do_all(themes(cafe))
    look("themes", ".theme")
    cafe.do("voting.open", named=True, hidden=False)
    cafe.do("board.show", theme="M2")
    look("a theme, large", ".spotlight")
    cafe.do("board.show")
    cafe.do("charter.draft")
    cafe.do("article.reword", article="A1", text=WORDS[2] * 4)
    cafe.do("agreement.open")
    look("articles", ".article .stand")
    cafe.do("board.show", article="A1")
    look("an article, large", ".spotlight .stand")
    cafe.do("workshop.close")
    look("closed", ".plain-large")
    cafe.do("results.share")
    look("results", ".plain .qr", qr=True)
    assert wrong == {phase: [] for phase in wrong}


def come(cafe: Cafe) -> None:
    sectors = SECTORS.split(",")
    people = [
        {"name": f"Wawrzyniec Świętopełk-Żółkiewski {n}" if n % 3 else f"Ola {n}", "sector": sectors[n % 13]}
        for n in range(PEOPLE)
    ]
    cafe.do("participants.add", people=people)
    cafe.do("round.edit", round=1, question=QUESTION)


def idea(number: int) -> dict[str, Any]:
    text = f"{WORDS[number % 4]} {number}"
    return {"type": "idea.post", "text": text, "table": f"T{1 + number % TABLES}"}


def themes(cafe: Cafe) -> list[dict[str, Any]]:
    """Fourteen in each area, every other one with a long title, with six ideas each."""
    views = cafe.views()
    ideas = views["moderator"]["ideas"]
    made = []
    for area in views["public"]["areas"]:
        own = [identifier for identifier, idea in ideas.items() if idea["area"] == area]
        for number in range(14):
            title = f"{number} {WORDS[2]}"[:200] if number % 2 else f"Zaufanie {number}"
            some = own[number * 6 : number * 6 + 6]
            made.append({"type": "theme.make", "area": area, "title": title, "ideas": some})
    return made
