"""The tables of a journal's file and how an older file becomes a newer one. `sqlite.py` fills and reads
them."""

from collections.abc import Callable
from typing import Final

from sqlite_utils import Database

from facilitation.journal.failures import JournalDamaged, JournalNewer


def _first(db: Database) -> None:
    db.table("meta").create({"key": str, "value": str}, pk="key", strict=True)
    db.table("entries").create(
        {"seq": int, "at": int, "actor": str, "command": str, "type": str, "data": str, "checksum": str},
        pk="seq",
        not_null={"at", "actor", "command", "type", "data", "checksum"},
        strict=True,
    )
    db.table("commands").create(
        {"place": int, "id": str, "actor": str, "seq": int, "result": str},
        pk="place",
        not_null={"id", "actor", "seq", "result"},
        strict=True,
    )
    db.table("commands").create_index(["id"], unique=True)
    db.table("people").create(
        {"participant": str, "name": str, "institution": str},
        pk="participant",
        not_null={"name", "institution"},
        strict=True,
    )


def _declarations_and_files(db: Database) -> None:
    """What a declaration says about a person, and the bytes of logos."""
    for column in ("role", "contact"):
        db.execute(f"ALTER TABLE people ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.table("files").create({"name": str, "data": bytes}, pk="name", not_null={"data"}, strict=True)


# A step takes a file from its place in this list to the next; steps are added at the end and never changed.
STEPS: Final[tuple[Callable[[Database], None], ...]] = (_first, _declarations_and_files)
VERSION: Final = len(STEPS)
FILES_SINCE: Final = 2
"""From this version on a journal has files, and people have a role and a contact."""


def version_of(db: Database, path: str) -> int:
    """The version the file was written in; 0 for an empty one. Raises JournalDamaged where it says none."""
    if not db.table("meta").exists():
        return 0
    said = db.execute("SELECT value FROM meta WHERE key = 'version'").fetchall()
    try:
        ((version,),) = said
        return int(version)
    except (TypeError, ValueError) as error:
        raise JournalDamaged(f"{path} does not say its format") from error


def bring_up(db: Database, path: str) -> None:
    """Makes an empty or older file one of this version, all at once or not at all. Raises JournalDamaged
    for a newer one and for one that does not say what it is."""
    found = version_of(db, path)
    if found > VERSION:
        raise JournalNewer(
            f"{path} was written by a newer version (format {found}, this one knows {VERSION})"
        )
    if found == VERSION:
        return
    with db.atomic():
        for step in STEPS[found:]:
            step(db)
        db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('version', ?)", [str(VERSION)])
