"""Every workshop that was ever recorded reads, replays and comes to what it came to then."""

import shutil
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from facilitation.domain import events as e
from facilitation.domain.apply import replay
from facilitation.domain.workshop import Person, Workshop
from facilitation.journal.entry import Entry
from facilitation.journal.findings import replay_findings
from facilitation.journal.shelf import SqliteShelf

HERE = Path(__file__).parent
RECORDED = sorted(path.stem for path in HERE.glob("*.jsonl"))


def entries(name: str) -> list[Entry]:
    """The entries of a recording."""
    lines = (HERE / f"{name}.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Entry) for line in lines]


def outcome(name: str) -> dict[str, Any]:
    """The state it came to when it was recorded."""
    found: dict[str, Any] = msgspec.json.decode((HERE / f"{name}.outcome.json").read_bytes())
    return found


def what_was_known(now: Any, then: Any) -> Any:
    """`now` without the fields that did not exist then; objects only lose keys, everything else is whole."""
    if isinstance(now, dict) and isinstance(then, dict):
        return {key: what_was_known(value, then[key]) for key, value in now.items() if key in then}
    if isinstance(now, list) and isinstance(then, list) and len(now) == len(then):
        return [what_was_known(*pair) for pair in zip(now, then, strict=True)]
    return now


def plain(workshop: Workshop) -> Any:
    """A state as JSON has it."""
    return msgspec.json.decode(msgspec.json.encode(workshop))


@pytest.mark.parametrize("name", RECORDED)
def test_it_replays_to_what_it_came_to(name: str) -> None:
    then = outcome(name)
    people = {who: Person(**person) for who, person in then["people"].items()}
    now = plain(replay(entry.event for entry in entries(name)).with_people({**people}))
    assert what_was_known(now, then) == then


@pytest.mark.parametrize("name", RECORDED)
def test_it_replays_at_any_cut(name: str) -> None:
    history = entries(name)
    for cut in range(1, len(history) + 1):
        assert replay_findings(outcome(name)["code"], history[:cut]) == []


@pytest.mark.parametrize("name", RECORDED)
def test_its_file_opens_for_writing_and_holds_the_same(name: str, tmp_path: Path) -> None:
    then = outcome(name)
    shutil.copy(HERE / f"{name}.db", tmp_path / f"{then['code']}.db")
    journal = SqliteShelf(tmp_path).open(then["code"])
    assert list(journal.read()) == entries(name)
    people = {who: msgspec.to_builtins(person) for who, person in journal.people().items()}
    assert what_was_known(people, then["people"]) == then["people"]
    assert journal.check().findings == ()
    journal.close()


def test_a_file_of_an_earlier_format_reads_without_being_changed(tmp_path: Path) -> None:
    then = outcome("pzk-stations-0.1")
    path = tmp_path / f"{then['code']}.db"
    shutil.copy(HERE / "pzk-stations-0.1.db", path)
    before = path.read_bytes()
    journal = SqliteShelf(tmp_path, writable=False).open(then["code"])
    assert journal.people() == {who: Person(**person) for who, person in then["people"].items()}
    assert (journal.file("L1"), journal.check().findings) == (None, ())
    assert path.read_bytes() == before


def test_between_them_the_recordings_hold_every_event_there_is() -> None:
    recorded = {e.type_of(entry.event) for name in RECORDED for entry in entries(name)}
    assert recorded == {str(kind.__struct_config__.tag) for kind in get_args(e.Event)}


def test_no_recording_holds_a_name_or_what_was_blanked() -> None:
    for path in HERE.glob("*.jsonl"):
        assert "Celina" not in path.read_text()
    for path in HERE.iterdir():
        if path.suffix in (".db", ".jsonl", ".json"):
            assert "ulicy Dziewiątej".encode() not in path.read_bytes()
