"""The themes desk's process, from its requests to its end; and a desk that has another thread."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from facilitation.themes import requests as r
from facilitation.themes.desk import Reply, ThemesDesk
from facilitation.themes.encoders import NgramEncoder
from facilitation.themes.suggestion import IdeaText, Suggestion

IDEAS = (IdeaText("a", "ławki w parku"), IdeaText("b", "park i ławki"))


class Held:
    """An Aside that does nothing until it is let."""

    def __init__(self) -> None:
        self.works: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def __call__(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self.works.append((work, then))

    def let(self) -> None:
        """The oldest work is done."""
        work, then = self.works.pop(0)
        then(work())


def test_the_process_answers_all_that_it_was_asked_and_ends_with_its_input() -> None:
    asks = [
        {"op": "know", "area": "X/w", "ideas": [{"id": "a", "text": "ławki"}, {"id": "b", "text": "park"}]},
        {"op": "group", "area": "X/w"},
        {"op": "group", "area": "Y/w"},
        {"op": "next", "areas": ["X/w"], "person": "P1", "own": ["b"]},
        {"op": "same", "area": "X/w"},
    ]
    done = subprocess.run(
        [sys.executable, "-m", "facilitation.runtime.desk_worker", "ngrams"],
        input="".join(json.dumps({"n": n, "ask": ask}) + "\n" for n, ask in enumerate(asks)),
        capture_output=True,
        text=True,
        check=True,
    )
    said = {line["n"]: line["reply"] for line in map(json.loads, done.stdout.splitlines())}
    assert [said[n]["is"] for n in range(5)] == ["done", "suggested", "refused", "asks", "alike"]
    found = said[1]["suggestion"]
    standing = [theme["ideas"] for theme in found["themes"]] + [found["unassigned"]]
    assert sorted(idea for group in standing for idea in group) == ["a", "b"]
    assert said[2] == {"is": "refused", "code": "area_unknown", "params": {"area": "Y/w"}}
    assert said[3]["idea"] == "a"
    assert done.stderr == ""


def test_nobody_waits_for_a_suggestion_that_is_being_made_and_it_is_of_what_was_known_then() -> None:
    held = Held()
    desk, replies = ThemesDesk(NgramEncoder(), held), list[Reply]()
    desk.take(r.Know("X/w", IDEAS), replies.append)
    desk.take(r.Group("X/w"), replies.append)
    desk.take(r.Know("X/w", (IdeaText("c", "ławki"),)), replies.append)
    desk.take(r.Similar("X/w", ("a",), least=-1.0), replies.append)
    assert [type(reply) for reply in replies] == [r.Done, r.Done, r.Alike]
    held.let()
    suggestion = replies[-1]
    assert isinstance(suggestion, Suggestion)
    standing = [idea for theme in suggestion.themes for idea in theme.ideas] + list(suggestion.unassigned)
    assert sorted(standing) == ["a", "b"]


def test_a_first_question_comes_when_the_area_is_read_and_what_was_answered_meanwhile_counts() -> None:
    held = Held()
    desk, replies = ThemesDesk(NgramEncoder(), held), list[Reply]()
    desk.take(r.Know("X/w", IDEAS), replies.append)
    desk.take(r.Next(("X/w",), "P1", own=("b",)), replies.append)
    desk.take(r.Forget("X/w", ("a",)), replies.append)
    assert not any(isinstance(reply, r.Asks) for reply in replies)
    held.let()
    while desk.think():
        pass
    assert replies == [r.Done(), r.Done(), r.Asks()]


def test_whoever_waits_for_a_question_about_an_area_that_is_forgotten_is_told_so() -> None:
    held = Held()
    desk, replies = ThemesDesk(NgramEncoder(), held), list[Reply]()
    desk.take(r.Know("X/w", IDEAS), replies.append)
    desk.take(r.Next(("X/w",), "P1"), replies.append)
    desk.take(r.Forget("X/w"), replies.append)
    assert replies[1:] == [r.Refused("area_unknown", {"area": "X/w"}), r.Done()]
    assert not desk.owes
