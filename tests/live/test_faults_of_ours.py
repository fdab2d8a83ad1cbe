"""A fault in the server itself, while somebody sends a command: it is answered, logged, and ends nobody's
connection. In this process, where the fault can be put in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitation.app import House, create_app
from facilitation.config import Settings
from facilitation.domain.actors import MODERATOR
from facilitation.domain.scenario import Parameters
from facilitation.live.audience import Screen
from facilitation.runtime.threads import Threads


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    opened = create_app(
        Settings(sessions=tmp_path / "sessions", moderator_key="k" * 20, host="127.0.0.1"), Threads()
    )
    yield opened
    opened.close()


def test_a_command_that_breaks_in_passing_is_answered_as_one_that_waits(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = house.registry.create(Parameters(title="Próba", scenario="classic", language="pl"))
    screen = Screen("screen", MODERATOR, "pl", "127.0.0.1")
    live: Any = house.live
    live._screens["screen"] = (screen, live._audience(workshop.code))
    monkeypatch.setattr(live._socketio.server.manager, "sid_from_eio_sid", lambda *_: "screen")

    def broken(*_: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(live._limits, "command", broken)
    told: list[dict[str, Any]] = []
    wish = {"id": "0b0c9a52-6c50-4c58-9b1f-7a2f1d1c9a11", "type": "round.open"}
    assert live.command_in_passing("client", wish, told.append)
    assert [answer["refusal"]["code"] for answer in told] == ["job_failed"]
    assert told == [live.command("screen", wish)]
