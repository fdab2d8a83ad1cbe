"""The rows of a journal's tables and what each of them says. `sqlite.py` asks for them; which tables there
are is in `schema.py`.

A damaged file gives rows with anything in them, so nothing of a row is believed before its types are.
"""

from hashlib import blake2b
from typing import Any, Final

import msgspec

from facilitation.domain import events
from facilitation.domain.workshop import Person
from facilitation.journal.entry import Answer, Entry
from facilitation.journal.failures import JournalDamaged

# Columns by name: a file that lacks one is found out here, not where the value is used.
ENTRIES: Final = "SELECT seq, at, actor, command, type, data, checksum FROM entries"
ANSWERS: Final = "SELECT place, id, actor, seq, result FROM commands ORDER BY place"
PEOPLE: Final = (
    "SELECT participant, name, institution, role, contact FROM people"
    " ORDER BY length(participant), participant"
)
# Files of format 1, from before there were declarations.
PEOPLE_ONCE: Final = PEOPLE.replace("role, contact", "'' AS role, '' AS contact")

Row = dict[str, Any]


class _EntryRow(msgspec.Struct, frozen=True):
    seq: int
    at: int
    actor: str
    command: str
    type: str
    data: str
    checksum: str


class _AnswerRow(msgspec.Struct, frozen=True):
    id: str
    actor: str
    seq: int
    result: str


class _PersonRow(msgspec.Struct, frozen=True):
    participant: str
    name: str
    institution: str
    role: str
    contact: str


def checksum(seq: int, at: int, actor: str, command: str, kind: str, data: str) -> str:
    """16 hex digits over everything an entry's row says."""
    told = "\n".join((str(seq), str(at), actor, command, kind, data))
    return blake2b(told.encode(), digest_size=8).hexdigest()


def columns(entry: Entry) -> tuple[int, int, str, str, str, str, str]:
    """The entry as the values of its row, in the order of ENTRIES."""
    kind, data = events.type_of(entry.event), events.encode(entry.event).decode()
    told = (entry.seq, entry.at, entry.actor, entry.command, kind, data)
    return (*told, checksum(*told))


def sound(row: Row) -> bool:
    """Whether the row of an entry agrees with its checksum; one of the wrong types never does."""
    try:
        read = msgspec.convert(row, _EntryRow)
    except msgspec.ValidationError:
        return False
    return read.checksum == checksum(read.seq, read.at, read.actor, read.command, read.type, read.data)


def entry_of(row: Row) -> Entry:
    """The entry of a row of ENTRIES. Raises JournalDamaged."""
    try:
        read = msgspec.convert(row, _EntryRow)
        return Entry(read.seq, read.at, read.actor, read.command, events.decode(read.data))
    except msgspec.MsgspecError as error:
        raise JournalDamaged(f"entry {row['seq']!r} does not read: {error}") from error


def answer_of(row: Row) -> Answer:
    """The answer of a row of ANSWERS. Raises JournalDamaged."""
    try:
        read = msgspec.convert(row, _AnswerRow)
        result = msgspec.json.decode(read.result, type=dict[str, Any])
    except msgspec.MsgspecError as error:
        raise JournalDamaged(f"answer {row['place']!r} does not read: {error}") from error
    return Answer(read.id, read.actor, read.seq, result)


def person_of(row: Row) -> tuple[str, Person]:
    """A participant's id and personal data, of a row of PEOPLE. Raises JournalDamaged, without a name in
    its text."""
    try:
        read = msgspec.convert(row, _PersonRow)
    except msgspec.ValidationError as error:
        raise JournalDamaged(f"the personal data of a participant do not read: {error}") from error
    return read.participant, Person(read.name, read.institution, read.role, read.contact)
