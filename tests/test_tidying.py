"""Full garbage collections happen when nobody is sending, and in the end also when somebody always is."""

import gc
from collections.abc import Callable

import pytest

from facilitation import tidying


class Over(Exception):
    """The test has seen enough."""


def collections(monkeypatch: pytest.MonkeyPatch, sent: Callable[[float], int], until: float) -> list[float]:
    """The moments, in seconds from the start, of full collections, where `sent(now)` is what people have
    sent."""
    now, seen = 0.0, []

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds
        if now > until:
            raise Over

    monkeypatch.setattr(gc, "collect", lambda: seen.append(now))
    with pytest.raises(Over):
        tidying.tidy(sleep, lambda: sent(now))
    return seen


def test_once_a_minute_when_nobody_sends_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    assert collections(monkeypatch, lambda now: 7, until=200) == [61, 122, 183]


def test_not_before_people_have_paused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert collections(monkeypatch, lambda now: min(int(now), 75), until=130) == [76]


def test_at_the_latest_after_five_minutes_without_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    assert collections(monkeypatch, lambda now: int(now), until=730) == [360, 720]
