"""Appending: all of it or nothing, and what was appended is read again."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.apply import replay
from facilitation.domain.workshop import Person
from facilitation.journal.connections import writing
from facilitation.journal.entry import Answer
from facilitation.journal.failures import StorageFailed
from facilitation.journal.shelf import SqliteShelf
from tests.domain.histories import History, histories
from tests.journal.commits import CODE, commit, created, idea, ideas, journal_with


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """What a full disk is to SQLite: no file of this process grows beyond `size` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def without_root_privileges() -> Iterator[None]:
    """File permissions mean nothing to root, so within this nobody's user id is used; others keep their
    own."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


def everything(journal):
    """All that a journal holds."""
    return journal.head(), list(journal.read()), list(journal.answers()), journal.people()


def test_what_was_appended_is_read_again_also_after_closing(tmp_path: Path) -> None:
    shelf = SqliteShelf(tmp_path)
    first = commit(0, created(), actor="system")
    journal = shelf.create(CODE, 1_000, first)
    second = commit(1, idea(1), idea(2), actor="P1", people={"P1": Person("Ala", "MOPS")})
    third = commit(3, command="a change of name, nothing else", people={"P2": Person("Ola", "")})
    journal.append([second, third])
    expected = (
        3,
        [*first.entries, *second.entries],
        [
            Answer("command-0", "system", 1, {"entries": 1}),
            Answer("command-1", "P1", 3, {"entries": 2}),
            Answer("a change of name, nothing else", "moderator", 3, {"entries": 0}),
        ],
        {"P1": Person("Ala", "MOPS"), "P2": Person("Ola", "")},
    )
    assert everything(journal) == expected
    journal.close()
    assert everything(shelf.open(CODE)) == expected


def test_reading_after_a_seq_gives_only_the_later_entries(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, ideas(1, 4))
    assert [entry.seq for entry in journal.read(after=3)] == [4, 5]
    assert list(journal.read(after=5)) == []


@given(histories(most=25), st.data())
@settings(max_examples=25, deadline=None)
def test_any_history_in_any_batches_is_read_as_it_was_and_replays_at_any_cut(
    tmp_path_factory: pytest.TempPathFactory, history: History, data: st.DataObject
) -> None:
    journal = journal_with(tmp_path_factory.mktemp("shelf"))
    left = history.events[1:]
    while left:
        batch = []
        after = journal.head()
        for size in data.draw(st.lists(st.integers(1, 3), min_size=1, max_size=4)):
            taken, left = left[:size], left[size:]
            batch += [commit(after, *taken)] if taken else []
            after += len(taken)
        journal.append(batch)
    read = [entry.event for entry in journal.read()]
    assert read[1:] == history.events[1:]
    for cut in range(1, len(read) + 1, 5):
        assert replay([history.events[0], *read[1:cut]]) == replay(history.events[:cut])
    journal.close()


def test_a_full_disk_fails_the_whole_append_and_room_again_lets_it_through(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, ideas(1, 3))
    before = everything(journal)
    much = commit(5, *(idea(n, "x" * 400) for n in range(10, 300)))
    batch = [commit(4, idea(9), people={"P1": Person("Ala", "")}), much]
    with files_no_larger_than(100_000), pytest.raises(StorageFailed):
        journal.append(batch)
    assert everything(journal) == before
    journal.append(batch)
    assert journal.head() == 295
    assert journal.check().findings == ()


def test_a_read_only_file_can_be_read_and_takes_nothing_until_it_may_be_written_again() -> None:
    with without_root_privileges(), TemporaryDirectory() as name:
        folder = Path(name)
        journal_with(folder, ideas(1, 2)).close()
        (folder / f"{CODE}.db").chmod(0o444)
        journal = SqliteShelf(folder).open(CODE)
        before = everything(journal)
        assert before[0] == 3
        with pytest.raises(StorageFailed):
            journal.append([commit(3, idea(9))])
        assert everything(journal) == before
        for path in folder.iterdir():
            path.chmod(0o644)
        journal.append([commit(3, idea(9))])
        assert journal.head() == 4


def test_a_command_id_that_is_there_already_fails_the_whole_append(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, [commit(1, idea(1), command="once")])
    before = everything(journal)
    with pytest.raises(StorageFailed):
        journal.append([commit(2, idea(2)), commit(3, idea(3), command="once")])
    assert everything(journal) == before


@pytest.mark.parametrize("after", [0, 2, 7])
def test_entries_that_do_not_go_on_from_the_head_are_refused(tmp_path: Path, after: int) -> None:
    journal = journal_with(tmp_path)
    before = everything(journal)
    with pytest.raises(StorageFailed):
        journal.append([commit(after, idea(1))])
    assert everything(journal) == before


def test_a_journal_that_was_opened_for_reading_takes_nothing(tmp_path: Path) -> None:
    journal_with(tmp_path, ideas(1, 2))
    reader = SqliteShelf(tmp_path, writable=False).open(CODE)
    before = everything(reader)
    with pytest.raises(StorageFailed):
        reader.append([commit(3, idea(9))])
    assert everything(reader) == before


def test_a_reader_beside_the_writer_sees_each_append_when_it_is_whole(tmp_path: Path) -> None:
    journal = journal_with(tmp_path)
    reader = SqliteShelf(tmp_path, writable=False).open(CODE)
    assert [entry.seq for entry in reader.read()] == [1]
    journal.append(list(ideas(1, 2)))
    assert [entry.seq for entry in reader.read()] == [1, 2, 3]


def test_every_commit_waits_for_the_disk_and_deleted_bytes_are_overwritten(tmp_path: Path) -> None:
    db = writing(tmp_path / "any.db")
    asked = ("journal_mode", "synchronous", "fullfsync", "secure_delete")
    said = {pragma: db.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in asked}
    db.close()
    full = 2
    assert said == {"journal_mode": "wal", "synchronous": full, "fullfsync": 1, "secure_delete": 1}


def test_nobody_but_the_owner_may_read_the_files(tmp_path: Path) -> None:
    journal_with(tmp_path, ideas(1, 1))
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys([".lock", f"{CODE}.db", f"{CODE}.db-shm", f"{CODE}.db-wal"], 0o600)
