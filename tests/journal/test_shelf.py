"""A folder of journals: whose it is, what is in it, and what never gets out of it."""

import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from facilitation.journal.failures import CodeTaken, JournalDamaged, NoSuchJournal, ShelfTaken, StorageFailed
from facilitation.journal.schema import VERSION
from facilitation.journal.shelf import SqliteShelf
from tests.journal.commits import CODE, commit, created, journal_with

HOLDER = """
import sys, time
from pathlib import Path
from facilitation.journal.shelf import SqliteShelf
shelf = SqliteShelf(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_server_on_the_same_folder_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ShelfTaken):
            SqliteShelf(tmp_path)
        holder.kill()
    SqliteShelf(tmp_path).close()


def test_the_same_process_can_not_take_a_folder_twice_before_giving_it_back(tmp_path: Path) -> None:
    first = SqliteShelf(tmp_path)
    with pytest.raises(ShelfTaken):
        SqliteShelf(tmp_path)
    first.close()
    SqliteShelf(tmp_path).close()


def test_reading_needs_no_lock_and_writes_nothing_not_even_the_folder(tmp_path: Path) -> None:
    nowhere = SqliteShelf(tmp_path / "none", writable=False)
    assert nowhere.codes() == ()
    with pytest.raises(StorageFailed):
        nowhere.create(CODE, 1_000, commit(0, created()))
    assert not (tmp_path / "none").exists()


def test_it_lists_journals_and_nothing_else(tmp_path: Path) -> None:
    shelf = SqliteShelf(tmp_path)
    for code in ("XYZ9", "ABC2"):
        shelf.create(code, 1_000, commit(0, created())).close()
    (tmp_path / "notes.db").touch()
    (tmp_path / "scenarios").mkdir()
    assert shelf.codes() == ("ABC2", "XYZ9")


def test_a_code_is_taken_once(tmp_path: Path) -> None:
    shelf = SqliteShelf(tmp_path)
    journal = shelf.create(CODE, 1_000, commit(0, created()))
    with pytest.raises(CodeTaken):
        shelf.create(CODE, 2_000, commit(0, created()))
    assert journal.head() == 1


@pytest.mark.parametrize("code", ["", "NONE", "../secret", "a/b", "nul\0l", "abc", "X" * 33])
def test_what_is_no_code_here_opens_nothing(tmp_path: Path, code: str) -> None:
    (tmp_path / "secret.db").touch()
    with pytest.raises(NoSuchJournal):
        SqliteShelf(tmp_path / "shelf").open(code)


def test_a_journal_that_can_not_be_born_leaves_nothing_behind(tmp_path: Path) -> None:
    shelf = SqliteShelf(tmp_path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, before[1]))
    try:
        with pytest.raises(StorageFailed):
            shelf.create(CODE, 1_000, commit(0, created()))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock"]
    assert shelf.create(CODE, 1_000, commit(0, created())).head() == 1


def test_what_a_crash_left_of_an_unborn_journal_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".HALF.unborn").touch()
    (tmp_path / ".HALF.unborn-wal").touch()
    SqliteShelf(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock"]


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    journal_with(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / f"{CODE}.db")) as raw, raw:
        raw.execute("UPDATE meta SET value = ? WHERE key = 'version'", [str(VERSION + 1)])
    for shelf in (SqliteShelf(tmp_path, writable=False), SqliteShelf(tmp_path)):
        with pytest.raises(JournalDamaged, match=f"format {VERSION + 1}"):
            shelf.open(CODE)
