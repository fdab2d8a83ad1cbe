"""Copies of a journal: whole while it is written, never of what was erased, and put back only if they are
whole."""

import os
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from facilitation.domain import events as e
from facilitation.journal.copies import FOLDER, KEPT
from facilitation.journal.failures import (
    CodeTaken,
    JournalDamaged,
    NoSuchJournal,
    ShelfTaken,
    StorageFailed,
)
from facilitation.journal.shelf import SqliteShelf
from tests.domain.histories import created
from tests.journal.commits import CODE, bytes_beside, commit, idea, ideas, journal_with


def copies(folder: Path) -> list[str]:
    """The names of what is among the copies."""
    return sorted(path.name for path in (folder / FOLDER).iterdir())


def test_a_copy_holds_everything_is_one_file_and_its_owners_alone(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, ideas(1, 30))
    path = Path(journal.copy())
    assert copies(tmp_path) == [path.name] == [f"{CODE}-00000031.db"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert SqliteShelf(tmp_path, writable=False).codes() == (CODE,)
    target = tmp_path / "elsewhere"
    shelf = SqliteShelf(target)
    assert shelf.restore(path) == (CODE, None)
    again = shelf.open(CODE)
    assert list(again.read()) == list(journal.read())
    assert list(again.answers()) == list(journal.answers())


def test_the_newest_copies_are_kept(tmp_path: Path) -> None:
    journal = journal_with(tmp_path)
    for _ in range(KEPT + 2):
        journal.append(list(ideas(journal.head(), 1)))
        journal.copy()
    assert copies(tmp_path) == [f"{CODE}-{head:08}.db" for head in range(4, 4 + KEPT)]


def test_what_is_erased_is_in_no_copy(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, [commit(1, idea(2, "sekret-do-skasowania"))])
    journal.copy()
    blanked = commit(2, e.IdeaBlanked("I2", 3_000), blanked=("I2",))
    journal.append([blanked])
    assert copies(tmp_path) == []
    journal.copy()
    journal.close()
    assert b"sekret-do-skasowania" not in bytes_beside(tmp_path) + bytes_beside(tmp_path / FOLDER)


def test_a_copy_that_can_not_be_made_leaves_the_others_and_the_journal(tmp_path: Path) -> None:
    journal = journal_with(tmp_path)
    journal.copy()
    journal.append(list(ideas(1, 1)))
    (tmp_path / FOLDER / f".{CODE}-00000002.db.part").mkdir()
    with pytest.raises(StorageFailed):
        journal.copy()
    assert f"{CODE}-00000001.db" in copies(tmp_path)
    journal.append(list(ideas(2, 1)))
    assert journal.check().findings == ()


def test_a_backup_is_one_moment_of_a_journal_that_goes_on(tmp_path: Path) -> None:
    shelf = SqliteShelf(tmp_path / "shelf")
    journal = shelf.create(CODE, 1_000, commit(0, created()))
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            journal.append(list(ideas(journal.head(), 3)))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        heads = []
        for number in range(8):
            shelf.back_up(CODE, tmp_path / f"{number}.db")
            other = SqliteShelf(tmp_path / f"other-{number}")
            other.restore(tmp_path / f"{number}.db")
            heads.append(other.open(CODE).head())
    finally:
        done.set()
        writer.join()
    assert heads == sorted(heads)
    assert {head % 3 for head in heads} == {1}, "commits of three entries each, or none of them"
    assert journal.check().findings == ()


def test_a_journal_that_is_not_whole_replaces_no_backup(tmp_path: Path) -> None:
    folder, out = tmp_path / "shelf", tmp_path / "out.db"
    journal_with(folder, ideas(1, 5)).close()
    shelf = SqliteShelf(folder)
    shelf.back_up(CODE, out)
    good = out.read_bytes()
    with closing(sqlite3.connect(folder / f"{CODE}.db")) as raw, raw:
        raw.execute("UPDATE entries SET data = replace(data, 'zaufanie', 'nieufnosc') WHERE seq = 3")
    with pytest.raises(JournalDamaged, match="checksum"):
        shelf.back_up(CODE, out)
    assert out.read_bytes() == good
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.db", "shelf"]
    shelf.close()


def test_nothing_is_restored_over_a_workshop_without_a_word_and_then_that_one_is_kept(tmp_path: Path) -> None:
    folder, out = tmp_path / "shelf", tmp_path / "out.db"
    journal = journal_with(folder)
    shelf = SqliteShelf(folder)
    shelf.back_up(CODE, out)
    journal.append(list(ideas(1, 4)))
    journal.close()
    with pytest.raises(CodeTaken):
        shelf.restore(out)
    assert shelf.open(CODE).head() == 5
    code, aside = shelf.restore(out, over=True)
    assert (code, aside) == (CODE, folder / FOLDER / f"{CODE}-replaced.db")
    assert shelf.open(CODE).head() == 1
    assert shelf.restore(folder / FOLDER / f"{CODE}-replaced.db", over=True)[0] == CODE
    assert shelf.open(CODE).head() == 5


def test_what_is_no_whole_journal_is_not_restored(tmp_path: Path) -> None:
    out = tmp_path / "out.db"
    journal_with(tmp_path / "a", ideas(1, 200)).close()
    SqliteShelf(tmp_path / "a", writable=False).back_up(CODE, out)
    shelf = SqliteShelf(tmp_path / "b")
    data = out.read_bytes()
    for bad in (b"", b"not a database at all" * 99, data[: len(data) // 2], data[:-4096] + os.urandom(4096)):
        out.write_bytes(bad)
        with pytest.raises((JournalDamaged, StorageFailed)):
            shelf.restore(out)
    with pytest.raises(NoSuchJournal):
        shelf.restore(tmp_path / "nowhere.db")
    assert shelf.codes() == ()
    assert [path.name for path in (tmp_path / "b").iterdir()] == [".lock"]


def test_restoring_waits_for_no_server(tmp_path: Path) -> None:
    served = SqliteShelf(tmp_path)
    with pytest.raises(ShelfTaken):
        SqliteShelf(tmp_path)
    with pytest.raises(StorageFailed):
        SqliteShelf(tmp_path, writable=False).restore(tmp_path / "x.db")
    served.close()
