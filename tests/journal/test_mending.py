"""What is left of a damaged journal is made sound at the start, and the damaged file is kept."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitation.domain import events as e
from facilitation.domain.workshop import Person
from facilitation.journal.failures import StorageFailed
from facilitation.journal.shelf import Mended, SqliteShelf
from facilitation.journal.sqlite import SqliteJournal
from tests.journal.commits import CODE, commit, idea, ideas, journal_with

PAGE = 4096
ALA, OLA = Person("Ala", "Urząd"), Person("Ola", "")


def joined(number: int, at: int = 2_000) -> e.ParticipantJoined:
    return e.ParticipantJoined(f"P{number}", at)


def sound(folder: Path) -> Path:
    """A journal of 123 entries on several pages; a copy was made after the 62nd."""
    journal = journal_with(folder)
    journal.append([commit(1, joined(1), people={"P1": ALA}), *ideas(2, 60)])
    journal.copy()
    journal.append([*ideas(62, 60), commit(122, joined(2), people={"P2": OLA})])
    journal.close()
    return folder / f"{CODE}.db"


def mended(folder: Path) -> list[Mended]:
    shelf = SqliteShelf(folder)
    found = list(shelf.mend())
    shelf.close()
    return found


def opened(folder: Path) -> SqliteJournal:
    return SqliteShelf(folder, writable=False).open(CODE)


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(statement)


def test_a_sound_journal_is_left_as_it_is_and_not_proved_again_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sound(tmp_path)
    before = path.read_bytes()
    assert mended(tmp_path) == []
    assert path.read_bytes() == before
    with monkeypatch.context() as patched:
        patched.delattr(SqliteJournal, "check")
        assert mended(tmp_path) == []
    spoil(path, "UPDATE entries SET actor = 'P7' WHERE seq = 100")
    assert [one.kept for one in mended(tmp_path)] == [99]


@pytest.mark.parametrize(
    ("statement", "kept", "copied"),
    [
        ("UPDATE entries SET data = replace(data, 'zaufanie', 'nic') WHERE seq = 100", 99, True),
        ("UPDATE entries SET data = replace(data, 'zaufanie', 'nic') WHERE seq = 40", 123, True),
        ("UPDATE entries SET data = replace(data, 'zaufanie', 'nic') WHERE seq = 40", 39, False),
        ("DELETE FROM entries WHERE seq = 90", 89, True),
        ("DELETE FROM entries WHERE seq > 121", 121, True),
        ("DELETE FROM commands", 123, False),
    ],
)
def test_everything_before_what_is_lost_is_saved_and_what_a_copy_still_has(
    tmp_path: Path, statement: str, kept: int, copied: bool
) -> None:
    path = sound(tmp_path)
    history = list(opened(tmp_path).read())
    if not copied:
        opened(tmp_path)._copies.forget()
    spoil(path, statement)
    damaged = path.read_bytes()
    [found] = mended(tmp_path)
    assert (found.kept, found.failure) == (kept, "")
    assert found.aside is not None
    assert found.aside.read_bytes() == damaged
    journal = opened(tmp_path)
    assert journal.check().findings == ()
    entries = list(journal.read())
    assert entries[:kept] == history[:kept]
    assert [entry.event for entry in entries[kept:]] == [joined(2, entries[kept - 1].at)] * (kept < 123)
    assert journal.people() == {"P1": ALA, "P2": OLA}
    assert mended(tmp_path) == []


@pytest.mark.parametrize("cut", [PAGE, 5 * PAGE + 17, -1, -PAGE])
def test_of_a_file_that_was_cut_off_something_is_saved_whatever_was_lost(tmp_path: Path, cut: int) -> None:
    path = sound(tmp_path)
    history = list(opened(tmp_path).read())
    path.write_bytes(path.read_bytes()[:cut])
    [found] = mended(tmp_path)
    journal = opened(tmp_path)
    assert journal.check().findings == ()
    assert list(journal.read())[: found.kept] == history[: found.kept]
    assert found.kept >= 62


def overwritten(path: Path) -> None:
    path.write_bytes(b"\0" * path.stat().st_size)


def emptied(path: Path) -> None:
    spoil(path, "DELETE FROM entries")


@pytest.mark.parametrize("damage", [overwritten, emptied])
def test_where_nothing_can_be_saved_the_file_stays_where_it_is_and_the_start_says_so(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = sound(tmp_path)
    opened(tmp_path)._copies.forget()
    damage(path)
    content = path.read_bytes()
    [found] = mended(tmp_path)
    assert (found.kept, found.aside, bool(found.failure)) == (0, None, True)
    assert path.read_bytes() == content


def test_a_copy_of_another_history_is_not_mixed_in(tmp_path: Path) -> None:
    path = sound(tmp_path)
    [copy] = (tmp_path / "copies").iterdir()
    path.unlink()
    journal = journal_with(tmp_path)
    journal.append([commit(n, idea(n + 1, "inne")) for n in range(1, 31)])
    journal.close()
    spoil(path, "DELETE FROM entries WHERE seq = 20")
    assert copy.exists()
    [found] = mended(tmp_path)
    assert found.kept == 19


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = sound(tmp_path)
    spoil(path, "UPDATE meta SET value = '99' WHERE key = 'version'")
    assert mended(tmp_path) == []


def test_a_damaged_file_is_kept_beside_an_earlier_one(tmp_path: Path) -> None:
    path = sound(tmp_path)
    for seq in (120, 110):
        spoil(path, f"DELETE FROM entries WHERE seq = {seq}")
        mended(tmp_path)
    names = sorted(each.name for each in (tmp_path / "copies").glob("*damaged*.db"))
    assert names == [f"{CODE}-damaged-2.db", f"{CODE}-damaged.db"]


def test_a_folder_that_can_not_be_written_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFailed, match=r"file/below can't be written: .*--sessions"):
        SqliteShelf(tmp_path / "file" / "below")
