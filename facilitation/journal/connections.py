"""Connections to a journal's file: one that writes as a journal must, and one for each reading.
`sqlite.py` uses them."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from facilitation.journal.failures import JournalDamaged, StorageFailed, Why
from facilitation.journal.schema import bring_up

# How long a statement waits for another process (an `obrus export` beside the server) before it fails.
BUSY_SECONDS: Final = 0.5
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
# The errors in which the content of the file has no part; all others of a mere reading are damage.
OF_THE_DISK: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)


def writing(path: Path) -> Database:
    """A connection to the file that writes as a journal must: synchronised at every commit, deleted bytes
    overwritten, tables of this version. Nothing that was erased before a crash is left in the log. Raises
    StorageFailed or JournalDamaged."""
    try:
        raw = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
    except sqlite3.Error as error:
        raise StorageFailed(f"{path}: {error}", why(error, path)) from error
    try:
        db = Database(raw, execute_plugins=False)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "secure_delete = ON"):
            db.execute(f"PRAGMA {pragma}").fetchall()
        bring_up(db, str(path))
        truncate(db)
    except sqlite3.Error as error:
        raw.close()
        raise StorageFailed(f"{path}: {error}", why(error, path)) from error
    except UnicodeDecodeError as error:  # SQLite's message about the damage quotes it
        raw.close()
        raise _failure(path, error) from error
    except JournalDamaged:
        raw.close()
        raise
    return db


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    """A connection that changes nothing and sees whole commits only. Raises StorageFailed or
    JournalDamaged, then and within."""
    try:
        with closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        ) as raw:
            yield Database(raw, execute_plugins=False)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _failure(path, error) from error


def _failure(path: Path, error: sqlite3.Error | UnicodeDecodeError) -> StorageFailed | JournalDamaged:
    """Whether the disk is at fault or what lies on it."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in OF_THE_DISK:
        return StorageFailed(f"{path}: {error}", why(error, path))
    if code is None:  # Python's own, about a text or a message; it would quote what does not decode
        return JournalDamaged(f"{path}: a text in it is not UTF-8")
    return JournalDamaged(f"{path}: {error}")


def why(error: BaseException, path: Path) -> Why:
    """What is wrong with the disk that gave this error about the file."""
    # The low byte is the kind of error, what is above it the details (sqlite.org/rescode.html).
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    number = getattr(error, "errno", None)
    if code == sqlite3.SQLITE_FULL or number in _FULL:
        return "full"
    forbidden = code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM) or number in _READ_ONLY
    return "read_only" if forbidden or not os.access(path.parent, os.W_OK) else "failed"


def truncate(db: Database) -> bool:
    """Empties the write-ahead log, so that no copy of what was erased stays in it; False while somebody
    still reads."""
    try:
        return bool(db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    except sqlite3.Error:
        return False
