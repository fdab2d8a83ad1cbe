"""Scenarios on disk."""

from pathlib import Path

import pytest

from facilitation.domain.refusals import Refusal
from facilitation.domain.scenario import ScenarioInvalid
from facilitation.runtime.scenarios import Scenarios
from tests.runtime.cafes import SCENARIOS

OWN = """
id = "classic"
language = "en"
title = "Our own café"
purpose = ""
format = "classic"
minutes = [10]
areas = [{ id = "one", title = "One" }]
"""


def test_those_that_come_with_obrus_are_there_in_both_languages() -> None:
    found = {(scenario.id, scenario.language) for scenario in SCENARIOS.all()}
    assert found >= {("pzk", "pl"), ("pzk", "en"), ("classic", "pl"), ("classic", "en")}
    assert SCENARIOS.find("pzk", "pl").format == "stations"


@pytest.mark.parametrize(("identifier", "language"), [("opera", "pl"), ("pzk", "de"), ("", "")])
def test_one_that_is_not_there_is_refused(identifier: str, language: str) -> None:
    with pytest.raises(Refusal) as caught:
        SCENARIOS.find(identifier, language)
    assert caught.value == Refusal("unknown_scenario", "scenario", {"scenario": identifier})


def test_a_house_may_have_its_own_in_place_of_ours(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder, title in ((ours, "Ours"), (theirs, "Theirs")):
        folder.mkdir()
        (folder / "classic.toml").write_text(OWN.replace("Our own café", title))
    found = Scenarios([ours, theirs, tmp_path / "nowhere"])
    assert [scenario.title for scenario in found.all()] == ["Theirs"]


def test_a_file_that_can_not_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text(OWN.replace("[10]", "[0]"))
    with pytest.raises(ScenarioInvalid, match=r"wrong\.toml"):
        Scenarios([tmp_path])
