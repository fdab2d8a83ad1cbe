"""A disk under SQLite that fails when it is told to: a sync, the writing, or the room on it. The orders go in
between SQLite and the operating system, where a broken disk would answer, so that everything above is the
real thing.

Each connection that this process opens within `taken_over` is concerned. An order is a file's text, read at
each sync and each write, so that another process can give it.
"""

import _sqlite3
import ctypes
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

FINE: Final = ""
NO_SYNC: Final = "no sync"
"""No sync succeeds until another order is given."""
NO_SYNC_ONCE: Final = "no sync once"
"""The next sync fails, then all is well."""
READ_ONLY: Final = "read only"
FULL: Final = "full"

_IOERR_WRITE: Final = sqlite3.SQLITE_IOERR | (3 << 8)
_IOERR_FSYNC: Final = sqlite3.SQLITE_IOERR | (4 << 8)
_OPEN_READWRITE: Final = 2

_Pointer = ctypes.c_void_p
_OPEN = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, _Pointer, ctypes.c_int, _Pointer)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_int)
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, ctypes.c_int, ctypes.c_int64)


class _Methods(ctypes.Structure):
    """The beginning of SQLite's `sqlite3_io_methods`, then whatever comes after it (sqlite.org/c3ref)."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("close", _Pointer),
        ("read", _Pointer),
        ("write", _Pointer),
        ("truncate", _Pointer),
        ("sync", _Pointer),
        ("rest", _Pointer * 13),
    )


class _System(ctypes.Structure):
    """The beginning of SQLite's `sqlite3_vfs`."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("path_length", ctypes.c_int),
        ("next", _Pointer),
        ("name", ctypes.c_char_p),
        ("data", _Pointer),
        ("open", _Pointer),
    )


def can_be_taken_over() -> bool:
    """Whether Python's SQLite lets itself be reached here."""
    return _library() is not None


@contextmanager
def taken_over(orders: Path) -> Iterator[None]:
    """Within, SQLite's disk does what the file `orders` says; one that is not there is a sound disk. What was
    opened within is to be closed within."""
    library = _library()
    assert library is not None
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_System)
    system = library.sqlite3_vfs_find(None).contents
    sound = system.open
    disk = _Disk(sound, orders)
    system.open = ctypes.cast(disk.opening, _Pointer)
    try:
        yield
    finally:
        system.open = sound


def _library() -> ctypes.CDLL | None:
    for name in (None, getattr(_sqlite3, "__file__", None)):
        try:
            library = ctypes.CDLL(name)
            library.sqlite3_vfs_find  # noqa: B018 -- raises where it is hidden
        except (OSError, AttributeError):
            continue
        return library
    return None


class _Disk:
    """What SQLite calls into; `opening` takes the place of the `sound` function that opens files."""

    def __init__(self, sound: int, orders: Path) -> None:
        self._orders = orders
        self._methods: dict[int, _Methods] = {}
        self._held: list[Any] = []
        self._really_open = _OPEN(sound)
        self.opening = _OPEN(self._open)

    def _order(self) -> str:
        try:
            return self._orders.read_text()
        except OSError:
            return FINE

    def _open(self, system: int, name: int, file: int, flags: int, out: int) -> int:
        if self._order() == READ_ONLY and flags & _OPEN_READWRITE:
            return sqlite3.SQLITE_CANTOPEN
        code: int = self._really_open(system, name, file, flags, out)
        if code == sqlite3.SQLITE_OK:
            held = ctypes.cast(file, ctypes.POINTER(_Pointer))
            held[0] = ctypes.addressof(self._failing(held[0]))
        return code

    def _failing(self, methods: int) -> _Methods:
        """A copy of a file's methods whose `write` and `sync` obey the orders."""
        if methods in self._methods:
            return self._methods[methods]
        copied = _Methods.from_buffer_copy(_Methods.from_address(methods))
        really_sync, really_write = _SYNC(copied.sync), _WRITE(copied.write)

        def sync(file: int, flags: int) -> int:
            order = self._order()
            if order == NO_SYNC_ONCE:
                self._orders.write_text(FINE)
            return _IOERR_FSYNC if order in (NO_SYNC, NO_SYNC_ONCE) else int(really_sync(file, flags))

        def write(file: int, data: int, count: int, offset: int) -> int:
            order = self._order()
            if order in (READ_ONLY, FULL):
                return _IOERR_WRITE if order == READ_ONLY else sqlite3.SQLITE_FULL
            return int(really_write(file, data, count, offset))

        held = (_SYNC(sync), _WRITE(write), really_sync, really_write)
        self._held.append(held)
        copied.sync, copied.write = ctypes.cast(held[0], _Pointer), ctypes.cast(held[1], _Pointer)
        self._methods[methods] = copied
        return copied
