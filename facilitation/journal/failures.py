"""How a journal fails. None of these is a person's fault, so none is a refusal; the runtime turns them
into one."""

from typing import Literal

Why = Literal["full", "read_only", "failed"]
"""What is wrong with a disk: there is no room, it can't be written, or something else."""


class JournalFailed(Exception):
    """Any of the failures below; its text is one English line that names the file."""


class StorageFailed(JournalFailed):
    """The disk did not take it (full, read-only, gone) or does not give it back. Nothing of the append is
    in the journal, as far as is known; `settle` finds out. `why` is what a person can do something about."""

    def __init__(self, text: str, why: Why = "failed") -> None:
        super().__init__(text)
        self.why = why


class NoSuchJournal(JournalFailed):
    """There is no journal of this code on the shelf."""


class CodeTaken(JournalFailed):
    """There is a journal of this code on the shelf already."""


class ShelfTaken(JournalFailed):
    """Another server keeps its journals in this folder; two would overwrite one another."""


class JournalDamaged(JournalFailed):
    """The file is no journal, was written by a newer version, or an entry does not read."""


class JournalNewer(JournalDamaged):
    """The file was written by a newer version: nothing is wrong with it."""
