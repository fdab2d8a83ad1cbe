"""One workshop's journal in one SQLite file. The interface it keeps is in `journal.py`, its tables in
`schema.py`, where files lie in `shelf.py`.

One connection writes, opened when it is needed and again after a failure; every reading has a connection of
its own, so that it sees whole commits only, from whatever thread it comes.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlite_utils import Database

from facilitation.domain import events
from facilitation.domain.workshop import Person
from facilitation.journal.connections import reading, truncate, writing
from facilitation.journal.entry import Answer, Commit, Entry
from facilitation.journal.failures import JournalDamaged, NoSuchJournal, StorageFailed
from facilitation.journal.findings import Finding, Findings, replay_findings
from facilitation.journal.schema import VERSION, version_of

INSERT_ENTRY: Final = (
    "INSERT INTO entries (seq, at, actor, command, type, data, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)"
)
INSERT_COMMAND: Final = "INSERT INTO commands (id, actor, seq, result) VALUES (?, ?, ?, ?)"
INSERT_PERSON: Final = "INSERT OR REPLACE INTO people (participant, name, institution) VALUES (?, ?, ?)"
DELETE_PERSON: Final = "DELETE FROM people WHERE participant = ?"
RENEW_ENTRY: Final = "UPDATE entries SET data = ?, checksum = ? WHERE seq = ?"
EARLIER_TEXTS: Final = """
    SELECT * FROM entries WHERE type IN ('idea.posted', 'idea.reworded')
    AND json_extract(data, '$.idea') = ? AND seq < ? ORDER BY seq
"""

Row = dict[str, Any]


def _checksum(seq: int, at: int, actor: str, command: str, kind: str, data: str) -> str:
    told = "\n".join((str(seq), str(at), actor, command, kind, data))
    return blake2b(told.encode(), digest_size=8).hexdigest()


def _columns(entry: Entry) -> tuple[int, int, str, str, str, str, str]:
    kind, data = events.type_of(entry.event), events.encode(entry.event).decode()
    told = (entry.seq, entry.at, entry.actor, entry.command, kind, data)
    return (*told, _checksum(*told))


def _sound(row: Row) -> bool:
    told = (row["seq"], row["at"], row["actor"], row["command"], row["type"], row["data"])
    return bool(row["checksum"] == _checksum(*told))


class SqliteJournal:
    """A journal in the file `path`. Without `writable` it never touches the file, and every append fails."""

    def __init__(self, path: Path, code: str, *, writable: bool = True) -> None:
        """Opens the journal of the workshop `code`. Raises NoSuchJournal, StorageFailed or JournalDamaged.
        A file that can't be written opens all the same; its appends fail."""
        if not path.is_file():
            raise NoSuchJournal(f"there is no journal {path}")
        self.code = code
        self._path = path
        self._writable = writable
        self._writer: Database | None = None
        self._copies_left = False
        if writable:
            with suppress(StorageFailed):
                self._writing()
        self._head = self._opened_at()

    def head(self) -> int:
        """The seq of the last entry."""
        return self._head

    def append(self, commits: Sequence[Commit]) -> None:
        """One transaction, synchronised with the disk before it returns. Raises StorageFailed."""
        entries = [entry for commit in commits for entry in commit.entries]
        if [entry.seq for entry in entries] != list(range(self._head + 1, self._head + 1 + len(entries))):
            raise StorageFailed(f"{self._path}: these entries do not go on from {self._head}")
        db = self._writing()
        try:
            with db.atomic():
                _insert(db, commits, entries, self._head)
                _keep_people(db, commits)
                _blank(db, commits)
        except sqlite3.Error as error:
            self._let_go()
            raise StorageFailed(f"{self._path}: {error}") from error
        self._head += len(entries)
        if self._copies_left or any(c.blanked or None in c.people.values() for c in commits):
            self._copies_left = not truncate(db)

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries after that seq, all as they stood at one moment."""
        with reading(self._path) as db:
            rows = list(db.query("SELECT * FROM entries WHERE seq > ? ORDER BY seq", [after]))
        return (self._entry(row) for row in rows)

    def people(self) -> dict[str, Person]:
        """The personal data that are there."""
        with reading(self._path) as db:
            rows = list(db.query("SELECT * FROM people ORDER BY length(participant), participant"))
        return {row["participant"]: Person(row["name"], row["institution"]) for row in rows}

    def answers(self) -> Iterator[Answer]:
        """What each command was answered, in order."""
        with reading(self._path) as db:
            rows = list(db.query("SELECT * FROM commands ORDER BY place"))
        return (
            Answer(row["id"], row["actor"], row["seq"], msgspec.json.decode(row["result"])) for row in rows
        )

    def check(self) -> Findings:
        """The file's own integrity, then order, checksums, answers and a full replay."""
        try:
            with reading(self._path) as db:
                found = _file_findings(db, self.code)
                found += _answer_findings(db)
                rows = list(db.query("SELECT * FROM entries ORDER BY seq"))
                commands = db.table("commands").count
        except (StorageFailed, JournalDamaged) as failure:
            return Findings(self.code, 0, 0, (Finding(str(failure)),))
        found += [Finding("its checksum does not agree", row["seq"]) for row in rows if not _sound(row)]
        try:
            found += replay_findings(self.code, (self._entry(row) for row in rows))
        except JournalDamaged as failure:
            found.append(Finding(str(failure)))
        return Findings(self.code, len(rows), commands, tuple(found))

    def close(self) -> None:
        """Closes the writing connection, which also folds SQLite's write-ahead log into the file."""
        self._let_go()
        self._writable = False

    def _entry(self, row: Row) -> Entry:
        try:
            return Entry(row["seq"], row["at"], row["actor"], row["command"], events.decode(row["data"]))
        except msgspec.MsgspecError as error:
            raise JournalDamaged(f"{self._path}: entry {row['seq']} does not read: {error}") from error

    def _opened_at(self) -> int:
        with reading(self._path) as db:
            version = version_of(db)
            if version != VERSION:
                raise JournalDamaged(f"{self._path} has format {version}, this Obrus reads {VERSION}")
            return int(next(db.query("SELECT coalesce(max(seq), 0) AS head FROM entries"))["head"])

    def _writing(self) -> Database:
        if not self._writable:
            raise StorageFailed(f"{self._path} was opened for reading or has been closed")
        if self._writer is None:
            self._writer = writing(self._path)
        return self._writer

    def _let_go(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            with suppress(sqlite3.Error):
                writer.close()


def _insert(db: Database, commits: Sequence[Commit], entries: Sequence[Entry], head: int) -> None:
    answers = []
    for commit in commits:
        head = commit.entries[-1].seq if commit.entries else head
        answers.append((commit.command, commit.actor, head, msgspec.json.encode(commit.result).decode()))
    db.conn.executemany(INSERT_ENTRY, [_columns(entry) for entry in entries])
    db.conn.executemany(INSERT_COMMAND, answers)


def _keep_people(db: Database, commits: Sequence[Commit]) -> None:
    last = {who: person for commit in commits for who, person in commit.people.items()}
    given = [(who, person.name, person.institution) for who, person in last.items() if person is not None]
    db.conn.executemany(INSERT_PERSON, given)
    db.conn.executemany(DELETE_PERSON, [(who,) for who, person in last.items() if person is None])


def _blank(db: Database, commits: Sequence[Commit]) -> None:
    for commit in commits:
        for idea in commit.blanked:
            for row in list(db.query(EARLIER_TEXTS, [idea, commit.entries[0].seq])):
                data = msgspec.json.encode({**msgspec.json.decode(row["data"]), "text": ""}).decode()
                told = _checksum(row["seq"], row["at"], row["actor"], row["command"], row["type"], data)
                db.conn.execute(RENEW_ENTRY, (data, told, row["seq"]))


def _file_findings(db: Database, code: str) -> list[Finding]:
    lines = [line for row in db.query("PRAGMA integrity_check") for line in row.values()]
    named = [row["value"] for row in db.query("SELECT value FROM meta WHERE key = 'code'")]
    wrong = [Finding(line) for line in lines if line != "ok"]
    return wrong if named == [code] else [*wrong, Finding(f"is named {code} but says {named}")]


def _answer_findings(db: Database) -> list[Finding]:
    orphans = db.query("SELECT seq FROM entries WHERE command NOT IN (SELECT id FROM commands) ORDER BY seq")
    astray = db.query(
        "SELECT max(entries.seq) AS last FROM entries JOIN commands ON commands.id = entries.command"
        " GROUP BY commands.id HAVING last <> commands.seq"
    )
    return [Finding("its command has no answer", row["seq"]) for row in orphans] + [
        Finding("its command was answered with another seq", row["last"]) for row in astray
    ]
