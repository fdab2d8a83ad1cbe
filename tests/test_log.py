"""The log is for the person who runs the server: what clients send is not in it, what is our fault is."""

import io
import logging
from collections.abc import Callable
from typing import Any

import pytest
import structlog
from structlog.testing import capture_logs

from facilitation import config, log


def told(fail: Callable[[], object]) -> list[Any]:
    """What is logged of a failure in an engine that calls `fail`."""
    with capture_logs() as entries:
        try:
            fail()
        except Exception:
            log.QuietEngine().exception("message handler error %s", "secret words")
    return list(entries)


def test_a_clients_nonsense_is_one_word_and_our_fault_the_whole_story() -> None:
    assert told(lambda: int("secret words")) == [
        {"event": "unreadable_frame", "error": "ValueError", "log_level": "warning"}
    ]
    assert told(lambda: config.load({"port": 70_000}, {})) == [
        {"event": "handler_failed", "exc_info": True, "log_level": "error"}
    ]


def test_what_the_engine_has_to_say_about_clients_is_not_kept(capsys: pytest.CaptureFixture[str]) -> None:
    quiet = log.QuietEngine()
    with capture_logs() as entries:
        for say in (quiet.debug, quiet.info, quiet.warning, quiet.error, quiet.critical):
            say("%s: Received packet %s data %s", "sid", "MESSAGE", "secret words")
    assert entries == []
    assert capsys.readouterr() == ("", "")


def test_a_line_is_an_event_with_its_time_and_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging, "basicConfig", lambda **_: None)
    out = io.StringIO()
    log.configure(out)
    try:
        structlog.get_logger("obrus.test").info("stopping", connections=3)
    finally:
        structlog.reset_defaults()
    (line,) = out.getvalue().splitlines()
    assert line.startswith("timestamp='")
    assert line.endswith(" level='info' event='stopping' connections=3")
