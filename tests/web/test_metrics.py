"""What Prometheus is told, who may ask, and that nobody's words are in it."""

import importlib.util
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from werkzeug.test import TestResponse

from facilitation.app import create_app
from facilitation.config import Settings, SettingsWrong, load
from facilitation.runtime.threads import Threads
from tests.web.conftest import KEY, Desk

HTTP = Path(__file__).parents[2] / "docs" / "http.md"


@pytest.fixture
def measured(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """`measured(**settings)` is a server whose metrics are on."""
    opened: list[Desk] = []

    def make(**settings: str) -> Desk:
        wish = {"sessions": tmp_path / f"{len(opened)}", "moderator_key": KEY, "metrics": "on", **settings}
        opened.append(Desk(create_app(Settings(**wish), Threads())))  # type: ignore[arg-type]
        return opened[-1]

    yield make
    for desk in opened:
        desk.house.close()


def asked(desk: Desk, address: str, token: str = "", **headers: str) -> TestResponse:
    return desk.program("GET", "/metrics", token, headers=headers, environ_base={"REMOTE_ADDR": address})


def samples(text: str) -> dict[tuple[str, ...], float]:
    """(name, `type`, `outcome` or whatever labels there are) → value."""
    return {
        (sample.name, *(sample.labels[label] for label in sorted(sample.labels, reverse=True))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_commands_are_counted_by_type_and_outcome_and_commits_by_time(measured: Callable[..., Desk]) -> None:
    desk = measured()
    workshop = desk.make(scenario="pzk", language="pl", title="Tajna narada")
    desk.command(workshop.code, workshop.participant, type="round.open")
    desk.command(workshop.code, workshop.moderator, type="workshop.explode")
    text = asked(desk, "127.0.0.1").get_data(as_text=True)
    seen = samples(text)
    assert {key[1:]: value for key, value in seen.items() if key[0] == "obrus_commands_total"} == {
        ("participant.join", "ok"): 1,
        ("round.open", "not_allowed"): 1,
        ("other", "unknown_command"): 1,
    }
    assert seen[("obrus_commit_seconds_count",)] == seen[("obrus_commit_seconds_bucket", "+Inf")] == 1
    assert seen[("obrus_workshops_open",)] == 1
    assert [word for word in ("Tajna", "Jadwiga", "SP 7", workshop.code) if word in text] == []


def test_every_metric_of_ours_is_documented_and_no_other(measured: Callable[..., Desk]) -> None:
    section = HTTP.read_text("utf-8").partition("\n## Metrics\n")[2].partition("\n## ")[0]
    documented = {
        name
        for line in section.splitlines()
        if line.startswith("| `obrus")
        for name in re.findall(r"`(obrus_\w+)`", line.split("|")[1])
    }
    names = re.findall(r"^# TYPE (obrus_\w+)", asked(measured(), "::1").get_data(as_text=True), re.MULTILINE)
    assert set(names) == documented


def test_programs_on_this_computer_and_the_moderator_key_are_answered_and_nobody_else(
    measured: Callable[..., Desk],
) -> None:
    desk, proxied = measured(), measured(public_url="https://cafe.example.org")
    near, far = "127.0.0.1", "192.0.2.7"
    told = [
        asked(desk, near),
        asked(desk, "::1"),
        asked(desk, far, KEY),
        asked(desk, far),
        asked(desk, far, "a-wrong-key"),
        asked(desk, near, **{"X-Forwarded-For": far}),
        asked(proxied, near),
        asked(proxied, near, KEY),
    ]
    assert [answer.status_code for answer in told] == [200, 200, 200, 401, 401, 401, 401, 200]


def test_without_the_setting_there_is_no_such_address(desk: Desk) -> None:
    assert asked(desk, "127.0.0.1").status_code == 404


def test_the_setting_needs_the_extra_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load({"metrics": "on"}, {}).metrics == "on"
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert load({}, {}).metrics == "off"
    for wish, problem in (("on", r"pip install 'obrus\[metrics\]'"), ("yes", "must be on or off")):
        with pytest.raises(SettingsWrong, match=problem):
            load({"metrics": wish}, {})
