"""What a journal holds: entries, written in commits. How they get to disk is the business of
`journal.py`'s implementations."""

from typing import Any

import msgspec

from facilitation.domain.events import Event
from facilitation.domain.workshop import Person


class Entry(msgspec.Struct, frozen=True):
    """One event in its place. `seq` counts from 1 without gaps; `at` is milliseconds since the epoch;
    `actor` is a role or a participant's id; `command` is the id of the command it came from."""

    seq: int
    at: int
    actor: str
    command: str
    event: Event


class Commit(msgspec.Struct, frozen=True):
    """Everything one command changes, and the answer it gets. `people` are the personal data that came in
    or (None) are to be erased, `files` likewise; the texts of the ideas and declarations in `blanked` are to
    be erased from every earlier entry, and `words` from whatever quotes them there."""

    command: str
    actor: str
    result: dict[str, Any]
    entries: tuple[Entry, ...]
    people: dict[str, Person | None] = {}
    blanked: tuple[str, ...] = ()
    files: dict[str, bytes | None] = {}
    words: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """What a command was answered once, and is answered for ever: `seq` is that of its last entry."""

    command: str
    actor: str
    seq: int
    result: dict[str, Any]
