"""What is new is collected as soon as there is enough of it; everything, when it pays and nobody sends."""

import gc
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from facilitation import tidying


@dataclass
class Crowd:
    """So many people."""

    commands: int = 0
    gone: int = 0
    connections: int = 0


class Over(Exception):
    """The test has seen enough."""


def collections(
    monkeypatch: pytest.MonkeyPatch, crowd: Crowd, lives: Callable[[Crowd, float], int], until: float
) -> list[tuple[str, float]]:
    """What was collected, `new` or `all`, and when, in seconds from the start. `lives` changes the crowd as
    time goes by and says how many new objects there are."""
    now, seen, unfrozen, new = 0.0, [], False, 0

    def sleep(seconds: float) -> None:
        nonlocal now, new
        now = round(now + seconds, 1)
        if now > until:
            raise Over
        new += lives(crowd, now)

    def unfreeze() -> None:
        nonlocal unfrozen
        unfrozen = True

    def collect() -> None:
        nonlocal new, unfrozen
        seen.append(("all" if unfrozen else "new", now))
        new, unfrozen = 0, False

    monkeypatch.setattr(gc, "get_count", lambda: (new % tidying.AT_ONCE, new // tidying.AT_ONCE, 0))
    monkeypatch.setattr(gc, "unfreeze", unfreeze)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "collect", collect)
    with pytest.raises(Over):
        tidying.tidy(sleep, crowd)
    return seen


def test_a_crowd_that_comes_in_is_looked_at_in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    def comes(crowd: Crowd, now: float) -> int:
        crowd.commands += 10
        return tidying.NEW // 2 if now <= 1 else 0

    seen = collections(monkeypatch, Crowd(), comes, until=20)
    assert seen == [("new", moment) for moment in (0.2, 0.4, 0.6, 0.8, 1.0)]


def test_what_python_has_looked_at_by_itself_is_set_aside_at_the_next_tick(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def comes(crowd: Crowd, now: float) -> int:
        crowd.commands += 1
        return tidying.AT_ONCE if now == 1 else 0

    assert collections(monkeypatch, Crowd(), comes, until=20) == [("new", 1.0)]


def test_nothing_is_collected_while_nothing_new_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def writes(crowd: Crowd, _: float) -> int:
        crowd.commands += 1
        return 0

    assert collections(monkeypatch, Crowd(connections=1_000), writes, until=600) == []


def test_when_half_of_a_room_has_gone_everything_is_looked_at_in_the_next_quiet_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def half_goes(crowd: Crowd, now: float) -> int:
        crowd.commands += now <= 30
        crowd.gone = 500 if now >= 10 else 0
        return 0

    assert collections(monkeypatch, Crowd(connections=1_000), half_goes, until=100) == [("all", 32.0)]


def test_without_a_pause_everything_is_looked_at_after_five_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    def restless(crowd: Crowd, now: float) -> int:
        crowd.commands += 1
        crowd.gone = tidying.GONE if now >= 1 else 0
        return 0

    ((what, when),) = collections(monkeypatch, Crowd(), restless, until=500)
    assert (what, round(when)) == ("all", 301)
