"""Twenty-four people at six tables, two rounds, every row of a file of ideas; and in the middle the server
is killed. OBRUS_TEST_IDEAS names another file than ours."""

import csv
import os
import re
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tests.conftest import Served
from tests.live.conftest import OpenCafe
from tests.live.screens import Cafe, Screen

PEOPLE, TABLES, ROUNDS = 24, 6, 2
IDEAS = Path(os.environ.get("OBRUS_TEST_IDEAS", Path(__file__).parents[1] / "data" / "ideas.csv"))
SECTORS = ("oświata", "kultura", "sport", "zdrowie", "samorząd")
BACK_WITHIN_SECONDS = 60.0


class Phone:
    """A phone with an outbox: what was not answered is sent again, under the same id, on a new connection."""

    def __init__(self, cafe: Cafe, number: int) -> None:
        self.cafe = cafe
        self.number = number
        self.screen = cafe.phone(sector=SECTORS[number % len(SECTORS)])
        self.reconnected = 0
        self._outbox = threading.Lock()

    def send(self, **command: Any) -> dict[str, Any]:
        """One command, carried out whatever happens to the server meanwhile; the answer."""
        message = {"id": str(uuid.uuid4()), **command}
        with self._outbox:
            until = time.monotonic() + BACK_WITHIN_SECONDS
            while True:
                try:
                    answer = self.screen.say(message)
                except OSError:
                    assert time.monotonic() < until, "the server did not come back"
                    self._reconnect()
                    continue
                assert answer["ok"], (message, answer)
                return answer

    def _reconnect(self) -> None:
        try:
            self.screen = self.cafe.screen(back=self.screen)
            self.reconnected += 1
        except OSError:
            time.sleep(0.1)


def rows() -> Iterator[tuple[str, str, int, int]]:
    """Text, area, table and round of every row; the rounds take turns."""
    with IDEAS.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            yield row["text"], row["area"], int(row["table"]), number % ROUNDS + 1


def test_every_idea_of_the_room_is_kept_once_though_the_server_is_killed_in_the_middle(
    serve: Callable[..., Served], open_cafe: OpenCafe
) -> None:
    served = serve()
    cafe = open_cafe(served, tables=TABLES, rounds=ROUNDS, minutes=[20, 15])
    moderator, board = cafe.moderator(), cafe.board()
    phones = [Phone(cafe, number) for number in range(PEOPLE)]
    moderator.do("seats.deal")
    everything = list(rows())
    acknowledged: dict[str, tuple[str, str, str, int]] = {}

    for round_number in range(1, ROUNDS + 1):
        moderator.do("round.open")
        moderator.wait_for(partial(all_have_seats, round_number), "a seat for everybody")
        people = moderator.views["moderator"]["people"]
        seats: dict[int, list[Phone]] = {}
        for phone in phones:
            table = people[f"P{phone.number + 1}"]["seats"][str(round_number)]
            seats.setdefault(int(table[1:]), []).append(phone)
        assert set(seats) == set(range(1, TABLES + 1))

        def post(place: int, row: tuple[str, str, int, int], seats: dict[int, list[Phone]] = seats) -> None:
            text, area, table, number = row
            writer = seats[table][place % len(seats[table])]
            answer = writer.send(type="idea.post", text=text, area=area, round=number)
            acknowledged[answer["result"]["idea"]] = (text, area, f"T{table}", number)

        todo = [row for row in everything if row[3] == round_number]
        with ThreadPoolExecutor(12) as pool:
            posted = [pool.submit(post, place, row) for place, row in enumerate(todo)]
            if round_number == 2:
                while len(acknowledged) < len(everything) * 3 // 4:
                    time.sleep(0.01)
                served.kill()
                served = serve(port=served.port, sessions=served.sessions)
                moderator, board = cafe.screen(back=moderator), cafe.screen(back=board)
            for one in posted:
                one.result()
        moderator.do("round.close")

    assert len(acknowledged) == len(everything)
    assert sorted(acknowledged.values()) == sorted((t, a, f"T{n}", r) for t, a, n, r in everything)
    assert sum(phone.reconnected for phone in phones) > 0
    moderator.do("harvest.open")
    for screen, channel in ((board, "board"), (moderator, "moderator")):
        screen.wait_for(partial(has_ideas, channel, len(everything)), "every idea")
        shown = screen.views[channel]["ideas"]
        assert {i: (v["text"], v["area"], v["table"], v["round"]) for i, v in shown.items()} == acknowledged
    charter_holds(cafe, moderator, acknowledged)
    assert served.stop() == 0
    assert "Traceback" not in served.written()


def all_have_seats(number: int, moderator: Screen) -> bool:
    """Whether the console shows where everybody sits in this round."""
    people = moderator.views["moderator"]["people"].values()
    return len(people) == PEOPLE and all(str(number) in person["seats"] for person in people)


def has_ideas(channel: str, count: int, screen: Screen) -> bool:
    """Whether the channel shows so many."""
    return len(screen.views[channel]["ideas"]) == count


def charter_holds(cafe: Cafe, moderator: Screen, ideas: dict[str, tuple[str, str, str, int]]) -> None:
    """The drafted charter has every idea once in its annex, and every reference of an article resolves."""
    moderator.do("themes.suggest")
    moderator.do("charter.draft")
    charter = cafe.get(f"/w/{cafe.code}/charter.md", cafe.tokens["moderator"])
    anchors = re.findall(r'id="idea-(\d+)"', charter)
    references = re.findall(r"\(#idea-(\d+)\)", charter)
    assert sorted(anchors, key=int) == [str(number) for number in range(1, len(ideas) + 1)]
    assert references
    assert set(references) <= set(anchors)
