"""A disk that fails under the journal: nothing is said to be saved that is not, and nothing that is gets
lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitation.journal.failures import StorageFailed
from facilitation.journal.sqlite import SqliteJournal
from tests.journal.commits import commit, idea, ideas, journal_with
from tests.soak import disk

Order = Callable[[str], object]


@pytest.fixture
def order(tmp_path: Path) -> Iterator[Order]:
    """`order(disk.FULL)`: from now on the disk is full."""
    if not disk.can_be_taken_over():
        pytest.skip("this Python hides its SQLite")
    orders = tmp_path / "orders"
    with disk.taken_over(orders):
        yield orders.write_text


@pytest.fixture
def journal(tmp_path: Path, order: Order) -> Iterator[SqliteJournal]:
    """A journal of five entries, some of them still in the write-ahead log."""
    opened = journal_with(tmp_path, ideas(1, 3))
    opened.append([commit(4, idea(9))])
    yield opened
    opened.close()


def seqs(journal: SqliteJournal) -> list[int]:
    return [entry.seq for entry in journal.read()]


@pytest.mark.parametrize(
    ("broken", "why"), [(disk.NO_SYNC_ONCE, "failed"), (disk.FULL, "full"), (disk.READ_ONLY, "failed")]
)
def test_an_append_that_the_disk_did_not_take_is_not_in_the_journal_and_is_taken_later(
    journal: SqliteJournal, order: Order, broken: str, why: str
) -> None:
    order(broken)
    with pytest.raises(StorageFailed) as failed:
        journal.append([commit(5, idea(10))])
    order(disk.FINE)
    assert (failed.value.why, seqs(journal)) == (why, [1, 2, 3, 4, 5])
    assert not journal.settle()
    journal.append([commit(5, idea(10))])
    assert seqs(journal) == [1, 2, 3, 4, 5, 6]
    assert journal.check().findings == ()


@pytest.mark.parametrize("broken", [disk.NO_SYNC, disk.FULL, disk.READ_ONLY])
def test_while_the_disk_takes_nothing_nothing_is_settled(
    journal: SqliteJournal, order: Order, broken: str
) -> None:
    order(broken)
    for _ in range(2):
        with pytest.raises(StorageFailed):
            journal.settle()
    order(disk.FINE)
    assert not journal.settle()


def test_an_append_whose_sync_failed_may_be_in_the_file_after_all_and_then_settling_says_so(
    journal: SqliteJournal, order: Order
) -> None:
    order(disk.NO_SYNC)
    with pytest.raises(StorageFailed):
        journal.append([commit(5, idea(10), command="in doubt")])
    with pytest.raises(StorageFailed):
        journal.settle()
    order(disk.FINE)
    assert journal.settle()
    assert (journal.head(), seqs(journal)) == (6, [1, 2, 3, 4, 5, 6])
    assert [answer.command for answer in journal.answers()][-1] == "in doubt"
    journal.append([commit(6, idea(11))])
    assert journal.check().findings == ()
