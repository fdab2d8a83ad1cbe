"""Commits to fill a journal with, and the seqs they go by."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from facilitation.domain import events as e
from facilitation.domain.workshop import Person
from facilitation.journal.entry import Commit, Entry
from facilitation.journal.shelf import SqliteShelf
from facilitation.journal.sqlite import SqliteJournal
from tests.domain.histories import created

CODE = created().code


def commit(
    after: int,
    *events: e.Event,
    command: str = "",
    actor: str = "moderator",
    people: dict[str, Person | None] | None = None,
    blanked: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    files: dict[str, bytes | None] | None = None,
) -> Commit:
    """One command's commit, its entries numbered from `after` + 1 on; its id is made of that number unless
    given."""
    command = command or f"command-{after}"
    entries = tuple(Entry(n, 1_000 + n, actor, command, event) for n, event in enumerate(events, after + 1))
    return Commit(
        command, actor, {"entries": len(entries)}, entries, people or {}, blanked, files or {}, words
    )


def idea(number: int, text: str = "zaufanie") -> e.IdeaPosted:
    """An idea on the first table, in the first round."""
    return e.IdeaPosted(f"I{number}", text, "T1", 1, 2_000 + number, "wartosci")


def ideas(after: int, count: int) -> Iterator[Commit]:
    """This many commits of one idea each; idea numbers are seqs."""
    return (commit(after + n, idea(after + n + 1)) for n in range(count))


def journal_with(folder: Path, commits: Iterable[Commit] = ()) -> SqliteJournal:
    """A journal in a folder of its own that begins with `workshop.created`, which is entry 1."""
    shelf = SqliteShelf(folder)
    journal = shelf.create(CODE, 1_000, commit(0, created()))
    shelf.close()
    for one in commits:
        journal.append([one])
    return journal


def bytes_beside(folder: Path) -> bytes:
    """Everything that lies in the folder, as bytes; read only when no journal in it is open (a plain read
    drops locks)."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())
