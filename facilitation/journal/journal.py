"""The interface of a journal and of a shelf of them; it knows nothing of SQLite. `sqlite.py` and
`shelf.py` are the one implementation so far."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from facilitation.domain.workshop import Person
from facilitation.journal.entry import Answer, Commit, Entry
from facilitation.journal.findings import Findings


class Journal(Protocol):
    """One workshop's history. It has one writer: `append` is called by one thread at a time, the rest by
    any."""

    @property
    def code(self) -> str:
        """The workshop's code."""

    def head(self) -> int:
        """The seq of the last entry; 0 when there is none."""

    def append(self, commits: Sequence[Commit]) -> None:
        """All of these commits, in their order, or none: when this returns they survive a power cut. Their
        entries go on from `head()` without a gap. Raises StorageFailed; the journal is then as it was, and
        a later append may succeed, once `settle` has."""

    def settle(self) -> bool:
        """After an append that failed: lets go of everything, opens the file anew, and has the disk take what
        was saved before, and something small, once more; what is remembered of a file whose writing failed
        proves nothing. Whether the file holds more than was said, that is the append that failed: it has
        to be read anew then, `head()` included. Raises StorageFailed, or JournalDamaged."""

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries with a greater seq, in order, as they stand now. Raises StorageFailed or
        JournalDamaged."""

    def people(self) -> dict[str, Person]:
        """The personal data that were given and not erased, by the id of a participant or a
        declaration."""

    def file(self, name: str) -> bytes | None:
        """The bytes of a file that was added and not dropped; None where there is none of this name."""

    def answers(self) -> Iterator[Answer]:
        """What each command in the journal was answered, in the order they were committed."""

    def check(self) -> Findings:
        """Proves or disproves that the journal is whole: its file, its order, its checksums, and a full
        replay."""

    def copy(self) -> str:
        """Copies it whole, as it is now, to a place of its own; says where. A few such copies are kept, and
        none once something is erased. Called by whoever appends. Raises StorageFailed or JournalDamaged;
        the journal is as it was."""

    def close(self) -> None:
        """Lets go of it; closing twice does nothing."""


class Mended(NamedTuple):
    """A damaged journal that was made sound: `what` was wrong first, `kept` is the last entry saved,
    `highest` the last of which there was any trace, `aside` where the damaged file is. Where nothing could be
    saved there is `failure` instead, and the file lies where it lay."""

    code: str
    what: str
    kept: int
    highest: int
    aside: Path | None
    failure: str = ""


class Shelf(Protocol):
    """The journals of one folder."""

    def create(self, code: str, created_at: int, first: Commit) -> Journal:
        """A new journal that holds this commit, or no journal at all. Raises CodeTaken or StorageFailed."""

    def open(self, code: str) -> Journal:
        """The journal of this code. Raises NoSuchJournal, StorageFailed or JournalDamaged."""

    def remove(self, code: str) -> None:
        """Deletes a journal, which nobody may have open, and its copies. Raises StorageFailed."""

    def mend(self) -> Iterator[Mended]:
        """Makes a sound journal of what is left of each damaged one. Before any of them is opened."""

    def codes(self) -> tuple[str, ...]:
        """The codes of all journals here, in alphabetical order."""

    def close(self) -> None:
        """Gives the folder free for another server. Closes no journal."""
