"""Copies of journals: made while the journal is written, proved whole, put in a file's place in one step.
Where journals themselves lie is in `shelf.py`, how they are read in `sqlite.py`.

A copy is taken through a connection of its own that reads one moment of the file, so it holds whole commits
only. It is an ordinary journal without a write-ahead log beside it: a single file that can be carried away.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from facilitation.journal.connections import BUSY_SECONDS, reading
from facilitation.journal.failures import StorageFailed

FOLDER: Final = "copies"
KEPT: Final = 4
"""So many copies of one workshop are kept: one for each round of the longest scenario that is shipped."""

_PART: Final = ".part"


def copy(source: Path, target: Path, prove: Callable[[Path], None] = lambda part: None) -> None:
    """Makes `target` a copy of the journal `source` as it is at this moment, whole or not at all; what was
    there before is replaced, unless `prove`, which is shown the finished copy, raises. Only its owner may
    read it. Raises StorageFailed or JournalDamaged."""
    part = target.with_name(f".{target.name}{_PART}")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with reading(source) as db, closing(sqlite3.connect(part, timeout=BUSY_SECONDS)) as raw:
            db.conn.backup(raw)
            raw.execute("PRAGMA journal_mode = DELETE").fetchall()
        _synchronise(part)
        prove(part)
        part.replace(target)
        _synchronise(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise StorageFailed(f"{target}: {error}") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _synchronise(path: Path) -> None:
    """Waits until the file, or the names in the folder, are on the disk."""
    if path.is_dir() and os.name == "nt":  # folders are no files there
        return
    opened = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


class Copies:
    """The copies the server makes by itself of one workshop's journal, in a folder beside it."""

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self._folder = journal.parent / FOLDER

    def make(self, head: int) -> Path:
        """A copy, named after the journal's last entry; the oldest ones go. Raises StorageFailed or
        JournalDamaged; the earlier copies are then still there."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise StorageFailed(f"{self._folder}: {error}") from error
        made = self._folder / f"{self._journal.stem}-{head:08}.db"
        copy(self._journal, made)
        with suppress(OSError):
            for old in self.made()[:-KEPT]:
                old.unlink()
        return made

    def made(self) -> list[Path]:
        """The copies there are, oldest first."""
        return sorted(self._folder.glob(f"{self._journal.stem}-[0-9]*.db"))

    def set_aside(self, why: str = "replaced") -> Path | None:
        """Moves the journal itself, with what SQLite keeps beside it, among its copies as `CODE-replaced`, or
        for another reason; says where, or None if there is no journal. Nobody may have it open. Raises
        StorageFailed."""
        if not self._journal.exists():
            return None
        aside = self._folder / f"{self._journal.stem}-{why}.db"
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            for suffix in ("-shm", "-wal", ""):
                beside = self._journal.with_name(self._journal.name + suffix)
                Path(f"{aside}{suffix}").unlink(missing_ok=True)
                if beside.exists():
                    beside.replace(f"{aside}{suffix}")
        except OSError as error:
            raise StorageFailed(f"{aside}: {error}") from error
        return aside

    def set_damaged_aside(self) -> Path:
        """Moves a damaged journal among its copies as `CODE-damaged`, beside any earlier one. Raises
        StorageFailed."""
        taken = len(list(self._folder.glob(f"{self._journal.stem}-damaged*.db")))
        aside = self.set_aside(f"damaged-{taken + 1}" if taken else "damaged")
        if aside is None:
            raise StorageFailed(f"{self._journal} is gone")
        return aside

    def forget(self) -> None:
        """Deletes every copy, since each may hold what is about to be erased. Raises OSError where one can't
        be deleted."""
        for beginning in ("", "."):
            for path in self._folder.glob(f"{beginning}{self._journal.stem}-*"):
                path.unlink(missing_ok=True)
