"""`obrus demo`: a board with people and ideas, and in the end a charter, without anybody at a screen."""

import re
import time
from collections.abc import Callable

import pytest

from facilitation.projections import merge
from facilitation.rehearsal.cast import cast
from facilitation.rehearsal.play import merge as merge_in_place
from tests.conftest import Served
from tests.live.screens import Screen

PRINTED_WITHIN_SECONDS = 20.0


def printed_board(served: Served) -> tuple[str, str]:
    """The code and the token in the board's link, as soon as it is printed."""
    until = time.monotonic() + PRINTED_WITHIN_SECONDS
    while time.monotonic() < until:
        if link := re.search(r"/w/(\w+)/board\?key=(\S+)\n", served.written()):
            return link[1], link[2]
        time.sleep(0.05)
    raise AssertionError(served.written())


def test_simulated_people_play_a_workshop_to_its_charter(serve: Callable[..., Served]) -> None:
    language = "pl"  # a rehearsal in a browser speaks English
    options = ("--people", "6", "--speed", "30", "--language", language)
    served = serve(*options, command="demo")
    board = Screen(served.url, *printed_board(served))

    board.wait_for(lambda s: s.views.get("board", {}).get("ideas"), "ideas")
    board.wait_for(lambda s: s.views["board"]["people"]["present"] == 6, "everybody")
    board.wait_for(lambda s: s.views["board"]["articles"], "the charter")

    known = {text for texts in cast(language).ideas.values() for text in texts}
    assert {idea["text"] for idea in board.views["board"]["ideas"].values()} <= known
    assert board.views["public"]["title"] == cast(language).title
    board.close()
    assert served.stop() == 0
    assert "Traceback" not in served.written()


def test_both_casts_have_something_to_say_about_everything() -> None:
    polish, english = cast("pl"), cast("en")
    sizes = [{area: len(set(texts)) for area, texts in one.ideas.items()} for one in (polish, english)]
    of_a_charter = dict.fromkeys(("aspiracja", "wartosci", "zasady_pracy", "komunikacja"), 24)
    of_values = dict.fromkeys(("cenimy", "zaczynamy", "zmieniamy"), 12)
    assert sizes[0] == sizes[1] == of_a_charter | of_values
    names = [role.name for role in polish.roles(60) if role.name]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("view", "patch"),
    [
        ({"a": 1}, {"b": {"c": 2}}),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": None, "d": {}}}),
        ({"a": {"b": 1}}, {"a": 2}),
        ({"a": 1}, {"a": {"b": {"c": 1}}, "z": None}),
    ],
)
def test_simulated_people_merge_as_browsers_do(view: dict[str, object], patch: dict[str, object]) -> None:
    expected = merge(view, patch)
    merge_in_place(view, patch)
    assert view == expected
