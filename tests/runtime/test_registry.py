"""The registry: workshops made, found, opened once, and all let go."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from facilitation.domain.events import IdeaHidden
from facilitation.domain.refusals import Refusal
from facilitation.domain.scenario import Parameters
from facilitation.journal.failures import StorageFailed
from facilitation.journal.shelf import SqliteShelf
from facilitation.runtime.codes import ALPHABET, LENGTH, canonical, new_code
from facilitation.runtime.registry import Registry
from facilitation.runtime.threads import Threads
from tests.domain.histories import created
from tests.journal.commits import commit
from tests.runtime.cafes import SCENARIOS, STATIONS, NoJobs


def registry(folder: Path) -> Registry:
    """A registry of that folder."""
    return Registry(SqliteShelf(folder), Threads(), SCENARIOS, NoJobs())


def refused(call, *arguments) -> Refusal:
    """The refusal that the call raises."""
    with pytest.raises(Refusal) as caught:
        call(*arguments)
    return caught.value


def test_a_new_workshop_is_made_from_its_scenario_and_is_on_disk(tmp_path: Path) -> None:
    made = registry(tmp_path)
    workshop = made.create(STATIONS)
    assert (workshop.seq, workshop.state.title, workshop.state.scenario) == (1, "Próba", "pzk")
    assert made.codes() == (workshop.code,)
    assert made.get(workshop.code) is workshop
    [entry] = SqliteShelf(tmp_path, writable=False).open(workshop.code).read()
    assert (entry.actor, entry.at) == ("system", workshop.state.created_at)


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        (Parameters(scenario="opera"), Refusal("unknown_scenario", "scenario", {"scenario": "opera"})),
        (Parameters(tables=0), Refusal("invalid_value", "tables")),
        (Parameters(rounds=21), Refusal("too_many", "rounds", {"limit": 20})),
    ],
)
def test_what_can_not_be_made_leaves_nothing(
    tmp_path: Path, parameters: Parameters, refusal: Refusal
) -> None:
    made = registry(tmp_path)
    assert refused(made.create, parameters) == refusal
    assert made.codes() == ()


@pytest.mark.parametrize("code", ["NOSUCH", "", "../../etc/passwd", "é", "a" * 500, "nul\0"])
def test_a_code_nobody_has_is_unknown(tmp_path: Path, code: str) -> None:
    assert refused(registry(tmp_path).get, code) == Refusal("unknown_workshop")


def test_a_code_may_be_typed_as_people_type(tmp_path: Path) -> None:
    made = registry(tmp_path)
    code = made.create(STATIONS).code
    assert made.get(f" {code[:4].lower()}-{code[4:]} ").code == code


def test_after_a_restart_a_workshop_is_opened_once_however_many_ask(tmp_path: Path) -> None:
    first = registry(tmp_path)
    code = first.create(STATIONS).code
    first.close_all()
    first._shelf.close()
    again = registry(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(again.get, [code] * 8))
    assert len({id(workshop) for workshop in found}) == 1


def test_a_journal_that_does_not_read_is_not_opened(tmp_path: Path) -> None:
    made = registry(tmp_path)
    (tmp_path / "BRKN.db").write_bytes(b"no database at all, but long enough to look at" * 40)
    assert refused(made.get, "BRKN") == Refusal("journal_damaged")


def test_a_journal_of_events_about_nothing_is_not_opened(tmp_path: Path) -> None:
    made = registry(tmp_path)
    hidden = commit(1, IdeaHidden("I7"))
    for code, commits in (("NTHNG", []), ("BRKN", [hidden])):
        journal = made._shelf.create(code, 0, commit(0, *([created()] if commits else [])))
        journal.append(commits)
        journal.close()
        assert refused(made.get, code) == Refusal("journal_damaged")


def test_a_journal_the_disk_does_not_give_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = registry(tmp_path)

    def fail(code: str) -> NoReturn:
        raise StorageFailed(f"{code}: disk I/O error")

    monkeypatch.setattr(made._shelf, "open", fail)
    assert refused(made.get, "GHST") == Refusal("storage_failed")


def test_after_closing_nothing_is_opened_or_made(tmp_path: Path) -> None:
    made = registry(tmp_path)
    code = made.create(STATIONS).code
    made.close_all()
    assert refused(made.get, code) == Refusal("stopping")
    assert refused(made.create, STATIONS) == Refusal("stopping")


def test_codes_can_be_read_aloud_and_are_never_the_same() -> None:
    codes = {new_code() for _ in range(2_000)}
    assert len(codes) == 2_000
    assert {len(code) for code in codes} == {LENGTH}
    assert set("".join(codes)) == set(ALPHABET)
    assert not set("AEIOUY01L") & set(ALPHABET)
    assert [canonical(code) for code in codes] == list(codes)
