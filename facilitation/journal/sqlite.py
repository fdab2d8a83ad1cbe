"""One workshop's journal in one SQLite file. The interface it keeps is in `journal.py`, its tables in
`schema.py`, what their rows say in `rows.py`, where files lie in `shelf.py`.

One connection writes, opened when it is needed and again after a failure; every reading has a connection of
its own, so that it sees whole commits only, from whatever thread it comes.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

import msgspec
from sqlite_utils import Database

from facilitation.domain import events
from facilitation.domain.erasing import Rewriter
from facilitation.domain.workshop import Person
from facilitation.journal.connections import reading, truncate, why, writing
from facilitation.journal.copies import Copies
from facilitation.journal.entry import Answer, Commit, Entry
from facilitation.journal.failures import JournalDamaged, JournalNewer, NoSuchJournal, StorageFailed
from facilitation.journal.findings import Finding, Findings, answer_findings, replay_findings
from facilitation.journal.rows import (
    ANSWERS,
    ENTRIES,
    PEOPLE,
    PEOPLE_ONCE,
    Row,
    answer_of,
    checksum,
    columns,
    entry_of,
    person_of,
    sound,
)
from facilitation.journal.schema import FILES_SINCE, VERSION, version_of

INSERT_ENTRY: Final = (
    "INSERT INTO entries (seq, at, actor, command, type, data, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)"
)
INSERT_COMMAND: Final = "INSERT INTO commands (id, actor, seq, result) VALUES (?, ?, ?, ?)"
INSERT_PERSON: Final = (
    "INSERT OR REPLACE INTO people (participant, name, institution, role, contact) VALUES (?, ?, ?, ?, ?)"
)
DELETE_PERSON: Final = "DELETE FROM people WHERE participant = ?"
RENEW_ENTRY: Final = "UPDATE entries SET data = ?, checksum = ? WHERE seq = ?"
INSERT_FILE: Final = "INSERT OR REPLACE INTO files (name, data) VALUES (?, ?)"
DELETE_FILE: Final = "DELETE FROM files WHERE name = ?"
EARLIER_TEXTS: Final = """
    SELECT * FROM entries WHERE seq < ? AND (
        type IN ('idea.posted', 'idea.reworded') AND json_extract(data, '$.idea') = ?
        OR type IN ('declaration.made', 'declaration.edited') AND json_extract(data, '$.declaration') = ?
    ) ORDER BY seq
"""
QUOTING: Final = "SELECT * FROM entries WHERE seq < ? AND type IN ({}) ORDER BY seq".format(
    ", ".join(f"'{kind.__struct_config__.tag}'" for kind in Rewriter.TYPES)
)
WORDS: Final = frozenset({"text", "powers", "resources", "possibilities"})

Said = TypeVar("Said")


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
        self._copies = Copies(path)
        if writable:
            with suppress(StorageFailed):
                self._writing()
        self._head, self._place = self._opened_at()

    def head(self) -> int:
        """The seq of the last entry."""
        return self._head

    def append(self, commits: Sequence[Commit]) -> None:
        """One transaction, synchronised with the disk before it returns. Raises StorageFailed."""
        entries = [entry for commit in commits for entry in commit.entries]
        if [entry.seq for entry in entries] != list(range(self._head + 1, self._head + 1 + len(entries))):
            raise StorageFailed(f"{self._path}: these entries do not go on from {self._head}")
        db = self._writing()
        erases = any(c.blanked or None in (*c.people.values(), *c.files.values()) for c in commits)
        try:
            if erases:
                self._copies.forget()
            with db.atomic():
                _insert(db, commits, entries, self._head)
                _keep_people(db, commits)
                _keep_files(db, commits)
                _blank(db, commits)
        except (OSError, sqlite3.Error) as error:
            self._let_go()
            raise StorageFailed(f"{self._path}: {error}", why(error, self._path)) from error
        self._head += len(entries)
        self._place += len(commits)
        if self._copies_left or erases:
            self._copies_left = not truncate(db)

    def settle(self) -> bool:
        """Opens the file anew, which synchronises what was saved before, proves its pages, and writes a
        mark."""
        self._let_go()
        db = self._writing()
        try:
            with db.atomic():
                db.execute(
                    "INSERT OR REPLACE INTO meta (key, value) VALUES ('settled', ?)", [str(self._head)]
                )
            truncate(db)
            ((found,),) = db.execute("PRAGMA quick_check(1)").fetchall()
        except (OSError, sqlite3.Error) as error:
            self._let_go()
            raise StorageFailed(f"{self._path}: {error}", why(error, self._path)) from error
        if found != "ok":
            self._let_go()
            raise JournalDamaged(f"{self._path}: {found}")
        known = (self._head, self._place)
        self._head, self._place = self._opened_at()
        return known != (self._head, self._place)

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries after that seq, all as they stood at one moment."""
        with reading(self._path) as db:
            rows = list(db.query(f"{ENTRIES} WHERE seq > ? ORDER BY seq", [after]))
        return self._said(entry_of, rows)

    def people(self) -> dict[str, Person]:
        """The personal data that are there."""
        with reading(self._path) as db:
            rows = self._people_in(db)
        return dict(self._said(person_of, rows))

    def file(self, name: str) -> bytes | None:
        """The bytes of a file."""
        with reading(self._path) as db:
            if version_of(db, str(self._path)) < FILES_SINCE:
                return None
            found = db.execute("SELECT data FROM files WHERE name = ?", [name]).fetchone()
        if found is not None and not isinstance(found[0], bytes):
            raise JournalDamaged(f"{self._path}: the file {name} does not read")
        return found[0] if found else None

    def answers(self) -> Iterator[Answer]:
        """What each command was answered, in order."""
        with reading(self._path) as db:
            rows = list(db.query(ANSWERS))
        return self._said(answer_of, rows)

    def check(self) -> Findings:
        """The file's own integrity, then answers, checksums, order and a full replay."""
        found: list[Finding] = []
        try:
            with reading(self._path) as db:
                found += _file_findings(db, self.code)
                rows = list(db.query(f"{ENTRIES} ORDER BY seq"))
                answered, people = list(db.query(ANSWERS)), self._people_in(db)
        except (StorageFailed, JournalDamaged) as failure:
            return Findings(self.code, 0, 0, (*found, Finding(str(failure))))
        found += [*_unread(answer_of, answered), *_unread(person_of, people)]
        answers = [answer_of(row) for row in answered if not _unread(answer_of, [row])]
        numbered = [(row["seq"], row["command"]) for row in rows if isinstance(row["seq"], int)]
        found += answer_findings(numbered, answers)
        found += [Finding("its checksum does not agree", row["seq"]) for row in rows if not sound(row)]
        try:
            found += replay_findings(self.code, map(entry_of, rows))
        except JournalDamaged as failure:
            found.append(Finding(str(failure)))
        return Findings(self.code, len(rows), len(answered), tuple(found))

    def copy(self) -> str:
        """A copy in the folder `copies` beside the file; says its path."""
        return str(self._copies.make(self._head))

    def close(self) -> None:
        """Closes the writing connection, which also folds SQLite's write-ahead log into the file."""
        self._let_go()
        self._writable = False

    def _said(self, reader: Callable[[Row], Said], rows: Iterable[Row]) -> Iterator[Said]:
        try:
            yield from map(reader, rows)
        except JournalDamaged as failure:
            raise JournalDamaged(f"{self._path}: {failure}") from failure

    def _people_in(self, db: Database) -> list[Row]:
        """The rows of the personal data, also of a file that was opened for reading and is of an earlier
        format."""
        once = version_of(db, str(self._path)) < FILES_SINCE
        return list(db.query(PEOPLE_ONCE if once else PEOPLE))

    def _opened_at(self) -> tuple[int, int]:
        """The seq of the last entry, and the place of the last answer."""
        with reading(self._path) as db:
            version = version_of(db, str(self._path))
            if not version:
                raise JournalDamaged(f"{self._path} holds no journal")
            if version > VERSION:
                raise JournalNewer(f"{self._path} has format {version}, this Obrus reads {VERSION}")
            ((head,),) = db.execute("SELECT coalesce(max(seq), 0) FROM entries").fetchall()
            ((place,),) = db.execute("SELECT coalesce(max(place), 0) FROM commands").fetchall()
        if not isinstance(head, int) or not isinstance(place, int):
            raise JournalDamaged(f"{self._path}: its last entry has no number")
        return head, place

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
    db.conn.executemany(INSERT_ENTRY, [columns(entry) for entry in entries])
    db.conn.executemany(INSERT_COMMAND, answers)


def _keep_people(db: Database, commits: Sequence[Commit]) -> None:
    last = {who: person for commit in commits for who, person in commit.people.items()}
    given = [
        (who, person.name, person.institution, person.role, person.contact)
        for who, person in last.items()
        if person is not None
    ]
    db.conn.executemany(INSERT_PERSON, given)
    db.conn.executemany(DELETE_PERSON, [(who,) for who, person in last.items() if person is None])


def _keep_files(db: Database, commits: Sequence[Commit]) -> None:
    last = {name: data for commit in commits for name, data in commit.files.items()}
    db.conn.executemany(INSERT_FILE, [(name, data) for name, data in last.items() if data is not None])
    db.conn.executemany(DELETE_FILE, [(name,) for name, data in last.items() if data is None])


def _blank(db: Database, commits: Sequence[Commit]) -> None:
    for commit in commits:
        for blanked in commit.blanked:
            for row in list(db.query(EARLIER_TEXTS, [commit.entries[0].seq, blanked, blanked])):
                said = msgspec.json.decode(row["data"])
                words = dict.fromkeys(WORDS & said.keys(), "")
                _renew(db, row, msgspec.json.encode({**said, **words}).decode())
        if commit.words:
            _take_out(db, commit.words, commit.entries[0].seq)


def _take_out(db: Database, words: Sequence[str], before_seq: int) -> None:
    """Takes the words out of the earlier entries that quote them."""
    rows = list(db.query(QUOTING, [before_seq]))
    history = [entry_of(row).event for row in rows]
    rewriter = Rewriter(words, history)
    for row, event in zip(rows, history, strict=True):
        rewritten = rewriter.rewritten(event)
        if rewritten != event:
            _renew(db, row, events.encode(rewritten).decode())


def _renew(db: Database, row: Row, data: str) -> None:
    told = checksum(row["seq"], row["at"], row["actor"], row["command"], row["type"], data)
    db.conn.execute(RENEW_ENTRY, (data, told, row["seq"]))


def _unread(reader: Callable[[Row], object], rows: Iterable[Row]) -> list[Finding]:
    """What is wrong with the rows that do not read."""
    found = []
    for row in rows:
        try:
            reader(row)
        except JournalDamaged as failure:
            found.append(Finding(str(failure)))
    return found


def _file_findings(db: Database, code: str) -> list[Finding]:
    lines = [line for row in db.query("PRAGMA integrity_check") for line in row.values()]
    named = [row["value"] for row in db.query("SELECT value FROM meta WHERE key = 'code'")]
    wrong = [Finding(line) for line in lines if line != "ok"]
    return wrong if named == [code] else [*wrong, Finding(f"is named {code} but says {named}")]
