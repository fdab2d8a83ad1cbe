"""The board under load: `python -m tests.bench.board`.

Frames a second while a room of 2,000 ideas changes a hundred times a second, and how long the page's thread
is at work in each second: in all (with the frames that are counted), in scripts, in layout and styles.
Frames are worth something on a quiet machine only; work less so on a busy one, where it is interrupted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.browser.cafe import Cafe, found
from tests.conftest import Served, servers
from tests.live.screens import Screen
from tools import chromium

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

WALL: Final = {"width": 1920, "height": 1080}
PHONES: Final = 60
THREADS: Final = 6
PHASES: Final = ("round", "harvest")
WORK: Final = {
    "work, ms a second": "TaskDuration",
    "scripts": "ScriptDuration",
    "layout": "LayoutDuration",
    "styles": "RecalcStyleDuration",
}
"""What is reported → what Chromium calls it."""

# Counts frames, the longest time between two, and tasks over 50 ms, until it is asked to stop.
COUNT = """() => {
  window.counted = {frames: 0, longest: 0, long: 0, from: performance.now()};
  let last = window.counted.from;
  const frame = (now) => {
    if (!window.counted) return;
    window.counted.frames++;
    window.counted.longest = Math.max(window.counted.longest, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => window.counted && (window.counted.long += list.getEntries().length))
    .observe({type: "longtask"});
}"""
COUNTED = "() => ({...window.counted, seconds: (performance.now() - window.counted.from) / 1000})"


@dataclass(frozen=True)
class Hand:
    """Somebody with a phone, and an idea to raise a hand for."""

    phone: Screen
    idea: str


def main() -> int:
    """Prints a table in Markdown: phase, frames a second, longest frame, long tasks, work in a second."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.board", description=__doc__)
    parser.add_argument("--ideas", type=int, default=2_000)
    parser.add_argument("--tables", type=int, default=40)
    parser.add_argument("--changes", type=int, default=100, help="a second")
    parser.add_argument("--seconds", type=float, default=10.0)
    chosen = parser.parse_args()
    browser = chromium.find()
    if browser is None:
        print("this needs a Chromium", file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright

    print(f"| phase | changes/s | frames/s | longest frame, ms | tasks over 50 ms | {' | '.join(WORK)} |")
    print("| --- | --- | --- | --- | --- |" + " --- |" * len(WORK))
    with (
        tempfile.TemporaryDirectory() as folder,
        servers(Path(folder)) as start,
        sync_playwright() as playwright,
    ):
        cafe = filled(start(), chosen.ideas, chosen.tables)
        people = hands(cafe)
        opened = playwright.chromium.launch(executable_path=browser, args=list(chromium.FLAGS))
        page = opened.new_page(viewport=WALL)  # type: ignore[arg-type]
        page.goto(cafe.board_link)
        for phase in PHASES:
            if phase == "harvest":
                into_the_harvest(cafe)
            page.locator(".said").first.wait_for()
            print(line(phase, *measured(page, people, chosen.changes, chosen.seconds)), flush=True)
        opened.close()
    return 0


def filled(served: Served, ideas: int, tables: int) -> Cafe:
    """A workshop in its first round, with this many ideas on its tables."""
    cafe = found(served, tables=tables, rounds=2)
    cafe.do("participants.add", people=[{"name": f"P {number}"} for number in range(300)])
    cafe.do("round.open")
    for number in range(0, ideas, 100):
        some = range(number, min(number + 100, ideas))
        patiently(cafe, [idea(each, tables) for each in some])
    return cafe


def idea(number: int, tables: int) -> dict[str, Any]:
    text = f"Idea {number}: somebody who answers, and knows the case. " * (1 + number % 3)
    return {"type": "idea.post", "text": text, "table": f"T{1 + number % tables}"}


def patiently(cafe: Cafe, commands: list[dict[str, Any]]) -> None:
    """Moderators have 1,200 commands a minute: what is too fast is given again."""
    while True:
        try:
            return cafe.do_all(commands)
        except AssertionError:
            time.sleep(5)


def into_the_harvest(cafe: Cafe) -> None:
    """Six themes of twenty ideas in every area."""
    cafe.do("round.close")
    cafe.do("harvest.open")
    views = cafe.views()
    for area in views["public"]["areas"]:
        own = [i for i, each in views["moderator"]["ideas"].items() if each["area"] == area]
        for at in range(6):
            cafe.do("theme.make", area=area, title=f"Theme {at}", ideas=own[at * 20 : at * 20 + 20])


def hands(cafe: Cafe) -> list[Hand]:
    """People with phones, and for each an idea of the own table, written by nobody."""
    held = []
    for number in range(PHONES):
        phone = Screen(cafe.served.url, cafe.code)
        phone.do("participant.join", name=f"Hand {number}")
        phone.wait_for(lambda each: any("ideas" in view for view in each.views.values()), "a table")
        cloth = next(view for name, view in phone.views.items() if name.startswith("table/"))
        held.append(Hand(phone, next(iter(cloth["ideas"]))))
    return held


def measured(
    page: Page, people: list[Hand], changes: int, seconds: float
) -> tuple[float, dict[str, Any], list[float]]:
    """Changes a second, what was counted, and the milliseconds of WORK in each second."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    stop = threading.Event()
    with ThreadPoolExecutor(THREADS) as pool:
        page.evaluate(COUNT)
        before, began = work_ms(session), time.monotonic()
        parts = [people[at::THREADS] for at in range(THREADS)]
        changing = [pool.submit(change, part, changes / THREADS, stop) for part in parts]
        page.wait_for_timeout(1000 * seconds)
        stop.set()
        done = sum(each.result() for each in changing)
    took, counted = time.monotonic() - began, page.evaluate(COUNTED)
    worked = [(now - then) / took for now, then in zip(work_ms(session), before, strict=True)]
    return done / took, counted, worked


def work_ms(session: CDPSession) -> list[float]:
    """How long the page's thread has been at each kind of WORK so far."""
    told = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    return [1000 * float(told[name]) for name in WORK.values()]


def change(people: list[Hand], changes: float, stop: threading.Event) -> int:
    """Each of these people raises a hand for the idea and takes it down again, over and over, all together
    so often a second; how often it was."""
    done, on, pause = 0, False, len(people) / changes
    while not stop.is_set():
        began, on = time.monotonic(), not on
        for person in people:
            person.phone.do("idea.support", idea=person.idea, on=on)
            done += 1
        stop.wait(max(0.0, pause - (time.monotonic() - began)))
    return done


def line(phase: str, rate: float, counted: dict[str, Any], worked: list[float]) -> str:
    frames = counted["frames"] / counted["seconds"]
    seen = f"| {phase} | {rate:.0f} | {frames:.1f} | {counted['longest']:.0f} | {counted['long']} | "
    return seen + " | ".join(f"{each:.0f}" for each in worked) + " |"


if __name__ == "__main__":
    sys.exit(main())
