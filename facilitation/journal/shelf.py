"""The journals of one folder, a file `CODE.db` each (`sqlite.py`), and the lock that keeps a second server
away."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

import msgspec

from facilitation.journal.connections import reading, writing
from facilitation.journal.copies import Copies, copy
from facilitation.journal.entry import Commit
from facilitation.journal.failures import (
    CodeTaken,
    JournalDamaged,
    JournalFailed,
    JournalNewer,
    NoSuchJournal,
    ShelfTaken,
    StorageFailed,
)
from facilitation.journal.journal import Mended
from facilitation.journal.salvage import Left, left_of
from facilitation.journal.sqlite import SqliteJournal

LOCK: Final = ".lock"
PROVED: Final = ".proved"
UNBORN: Final = ".unborn"
# Also what keeps a code from being a path: nothing else ever reaches the file system.
CODE: Final = re.compile(r"[A-Z0-9]{1,32}")


class SqliteShelf:
    """The journals in `folder`. With `writable` the folder is made if need be and locked until `close` or
    the end of the process, however it ends; without it nothing is locked, and nothing can be written."""

    def __init__(self, folder: Path, *, writable: bool = True) -> None:
        """Raises ShelfTaken when another server is at work here, StorageFailed when the folder can't be
        used."""
        self._folder = folder
        self._lock = _locked(folder) if writable else None
        if writable:
            _sweep(folder)

    def create(self, code: str, created_at: int, first: Commit) -> SqliteJournal:
        """A new journal with its first commit. The file gets its name only when it is whole, and only its
        owner may read it."""
        path = self._path(code)
        if self._lock is None:
            raise StorageFailed(f"{self._folder} was opened for reading")
        if path.exists():
            raise CodeTaken(f"{path} is there already")
        try:
            _born(self._folder / f".{code}{UNBORN}", code, created_at, first).replace(path)
        except (OSError, sqlite3.Error) as error:
            raise StorageFailed(f"{path}: {error}") from error
        finally:
            _sweep(self._folder)
        return SqliteJournal(path, code)

    def open(self, code: str) -> SqliteJournal:
        """The journal of this code."""
        return SqliteJournal(self._path(code), code, writable=self._lock is not None)

    def back_up(self, code: str, target: Path) -> None:
        """Makes `target` a copy of the journal as it is now, proved whole, while it is written or not. Raises
        NoSuchJournal, StorageFailed or JournalDamaged; what was at `target` is then still there."""
        source = self._path(code)
        if not source.is_file():
            raise NoSuchJournal(f"there is no journal {source}")
        copy(source, target, _whole)

    def restore(self, source: Path, *, over: bool = False) -> tuple[str, Path | None]:
        """Takes a copy of a journal onto the shelf, if it is whole; says its code and, where `over` lets it
        take the place of a journal that is there, where that one was put. Raises CodeTaken, NoSuchJournal,
        StorageFailed or JournalDamaged; the shelf is then as it was."""
        if self._lock is None:
            raise StorageFailed(f"{self._folder} was opened for reading")
        code = code_of(source)
        target = self._path(code)
        if target.exists() and not over:
            raise CodeTaken(f"{target} is there already")
        unborn = self._folder / f".{code}{UNBORN}"
        try:
            copy(source, unborn, _whole)
            aside = Copies(target).set_aside()
            unborn.replace(target)
        except OSError as error:
            raise StorageFailed(f"{target}: {error}") from error
        finally:
            _sweep(self._folder)
        return code, aside

    def remove(self, code: str) -> None:
        """Deletes the journal of this code, which nobody may have open, and its copies. Deleting what is not
        there does nothing. Raises StorageFailed."""
        path = self._path(code)
        if self._lock is None:
            raise StorageFailed(f"{self._folder} was opened for reading")
        try:
            Copies(path).forget()
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            raise StorageFailed(f"{path}: {error}") from error

    def mend(self) -> Iterator[Mended]:
        """Proves every journal that has changed since it was last proved, and makes a sound one of what is
        left of each that is damaged; the damaged file is kept among its copies. Before any of them is opened.
        What can't be read now, or was written by a newer version, is left as it is."""
        proved = _Proved(self._folder)
        for code in self.codes():
            path = self._path(code)
            if not proved.still(path):
                mended = self._mended(path, code)
                if mended:
                    yield mended
                if mended is None or mended.aside:
                    proved.note(path)
        proved.keep()

    def _mended(self, path: Path, code: str) -> Mended | None:
        try:
            journal = SqliteJournal(path, code, writable=False)
            wrong = journal.check().findings
            what = wrong[0].what if wrong else ""
            if what:  # or is it the disk that does not give it?
                list(journal.read())
        except JournalNewer:
            return None
        except JournalDamaged as damage:
            what = str(damage)
        except StorageFailed:
            return None
        return self._salvaged(path, code, what) if what else None

    def _salvaged(self, path: Path, code: str, what: str) -> Mended:
        copies = Copies(path)
        unborn = self._folder / f".{code}{UNBORN}"
        try:
            left = left_of([path, *reversed(copies.made())], code)
            _written(unborn, code, left)
            _whole(unborn)
            aside = copies.set_damaged_aside()
            unborn.replace(path)
        except (JournalFailed, OSError, sqlite3.Error) as failure:
            return Mended(code, what, 0, 0, None, str(failure))
        finally:
            _sweep(self._folder)
        return Mended(code, what, left.head, left.highest, aside)

    def codes(self) -> tuple[str, ...]:
        """The codes in alphabetical order."""
        files = (path for path in self._folder.glob("*.db") if path.is_file())
        return tuple(sorted(path.stem for path in files if CODE.fullmatch(path.stem)))

    def close(self) -> None:
        """Lets another server in."""
        if self._lock is not None:
            self._lock.close()

    def _path(self, code: str) -> Path:
        if not CODE.fullmatch(code):
            raise NoSuchJournal("there is no journal of such a code")
        return self._folder / f"{code}.db"


def _written(path: Path, code: str, left: Left) -> None:
    """A new journal of what is left of another."""
    first, *others = left.commits
    _born(path, code, left.created_at, first)
    journal = SqliteJournal(path, code)
    try:
        journal.append(others)
    finally:
        journal.close()


class _Proved:
    """Which journals were found whole, as they are now: by size and time of change, in a file beside them."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / PROVED
        try:
            self._before = msgspec.json.decode(self._file.read_bytes(), type=dict[str, list[int]])
        except (OSError, msgspec.MsgspecError):
            self._before = {}
        self._now: dict[str, list[int]] = {}

    def still(self, path: Path) -> bool:
        """Whether it was proved and has not changed since."""
        if self._before.get(path.name) != _looks(path):
            return False
        self._now[path.name] = _looks(path)
        return True

    def note(self, path: Path) -> None:
        """It has just been proved, or mended, or can't be read by this version."""
        self._now[path.name] = _looks(path)

    def keep(self) -> None:
        """For the next start; that it can't be kept costs time then and nothing else."""
        with suppress(OSError):
            self._file.write_bytes(msgspec.json.encode(self._now))


def _looks(path: Path) -> list[int]:
    """Of the journal and of SQLite's log beside it: size and time of change."""
    found = []
    for each in (path, path.with_name(f"{path.name}-wal")):
        with suppress(OSError):
            seen = each.stat()
            found += [seen.st_size, seen.st_mtime_ns]
    return found


def _locked(folder: Path) -> sqlite3.Connection:
    """An open transaction on an empty database: a lock that works wherever the journals themselves do, and
    that falls with its process."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / LOCK
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        lock = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
        lock.execute("PRAGMA journal_mode = MEMORY")
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise ShelfTaken(f"another obrus serves {folder} already ({error})") from error
        raise _unwritable(folder, str(error)) from error
    except OSError as error:
        raise _unwritable(folder, error.strerror or str(error)) from error
    return lock


def _unwritable(folder: Path, reason: str) -> StorageFailed:
    return StorageFailed(
        f"{folder.resolve()} can't be written: {reason}. Allow it, or choose another folder with --sessions",
        "read_only",
    )


def _born(path: Path, code: str, created_at: int, first: Commit) -> Path:
    path.touch(mode=0o600)
    with closing(writing(path).conn) as raw, raw:
        marks = [("code", code), ("created", str(created_at))]
        raw.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", marks)
    journal = SqliteJournal(path, code)
    try:
        journal.append([first])
    finally:
        journal.close()
    return path


def code_of(path: Path) -> str:
    """The code that a journal says it has, whatever its file is called. Raises NoSuchJournal or
    JournalDamaged."""
    if not path.is_file():
        raise NoSuchJournal(f"there is no file {path}")
    with reading(path) as db:
        named = [row["value"] for row in db.query("SELECT value FROM meta WHERE key = 'code'")]
    if len(named) != 1 or not isinstance(named[0], str) or not CODE.fullmatch(named[0]):
        raise JournalDamaged(f"{path} does not say which workshop it is")
    return named[0]


def _whole(path: Path) -> None:
    """Raises JournalDamaged where the journal is not whole."""
    found = SqliteJournal(path, code_of(path), writable=False).check()
    if not found.whole:
        raise JournalDamaged(f"{path}: not whole: {found.findings[0].what}")


def _sweep(folder: Path) -> None:
    """Takes away what a crash or a full disk left of journals that never came to be."""
    for left in folder.glob(f".*{UNBORN}*"):
        with suppress(OSError):
            left.unlink()
