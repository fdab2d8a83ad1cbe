"""Workshops on disk as the command line sees them, while a server runs or not: listed, read, exported,
checked, copied and put back. Nothing here changes a journal.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from facilitation import charter
from facilitation.domain.apply import replay
from facilitation.domain.workshop import Workshop
from facilitation.journal.entry import Entry
from facilitation.journal.failures import CodeTaken, JournalDamaged, NoSuchJournal, StorageFailed
from facilitation.journal.findings import Finding, Findings
from facilitation.journal.journal import Journal
from facilitation.journal.shelf import SqliteShelf


def codes(folder: Path) -> tuple[str, ...]:
    """The codes of all workshops in the folder."""
    return SqliteShelf(folder, writable=False).codes()


def opened(folder: Path, code: str) -> Journal:
    """The journal of a workshop, for reading. Raises JournalFailed with the file in its text."""
    try:
        return SqliteShelf(folder, writable=False).open(code.upper())
    except NoSuchJournal:
        raise NoSuchJournal(f"{folder}: there is no workshop {code}") from None


def workshop(folder: Path, code: str) -> Workshop:
    """The workshop as its journal has it now. Raises JournalFailed."""
    journal = opened(folder, code)
    try:
        entries = list(journal.read())
        if not entries:
            raise JournalDamaged(f"{folder}: the journal of {code} is empty")
        return _replayed(folder, entries).with_people(dict(journal.people()))
    finally:
        journal.close()


def _replayed(folder: Path, entries: list[Entry]) -> Workshop:
    try:
        state = replay(entry.event for entry in entries)
        day_of(state)
    except Exception as error:  # whatever a damaged event breaks in `apply`
        raise JournalDamaged(f"{folder}: does not replay: {type(error).__name__}: {error}") from error
    return state


def line(state: Workshop) -> str:
    """One line about a workshop: code, day, people, ideas, phase, title; tabs between."""
    people, ideas = len(state.participants), len(state.ideas)
    return "\t".join(
        (state.code, day_of(state).isoformat(), f"{people}", f"{ideas}", state.phase, state.title)
    )


def day_of(state: Workshop) -> date:
    """The day the workshop was made, by this computer's calendar."""
    return datetime.fromtimestamp(state.created_at / 1000).astimezone().date()


def check(folder: Path, code: str) -> Findings:
    """Whether a journal is whole and replays; where it can't even be opened, that is the finding. Raises
    NoSuchJournal."""
    try:
        journal = opened(folder, code)
    except (JournalDamaged, StorageFailed) as failure:
        return Findings(code.upper(), 0, 0, (Finding(str(failure)),))
    try:
        return journal.check()
    finally:
        journal.close()


def backed_up(folder: Path, code: str, out: Path) -> Path:
    """A copy of the workshop's journal as it is now, as the file `out` or as CODE.db in the folder `out`;
    says where. Raises JournalFailed."""
    target = out / f"{code}.db" if out.is_dir() else out
    SqliteShelf(folder, writable=False).back_up(code, target)
    return target


def restored(folder: Path, source: Path, *, over: bool) -> tuple[str, Path | None]:
    """Puts such a copy back; says the workshop's code and where the journal went that was there. Raises
    JournalFailed, also while a server has the folder."""
    shelf = SqliteShelf(folder)
    try:
        return shelf.restore(source, over=over)
    except CodeTaken as taken:
        raise CodeTaken(f"{taken}; --force keeps it among the copies and takes its place") from None
    finally:
        shelf.close()


def journal_lines(folder: Path, code: str) -> bytes:
    """Every entry as a line of JSON."""
    journal = opened(folder, code)
    try:
        return b"".join(msgspec.json.encode(entry) + b"\n" for entry in journal.read())
    finally:
        journal.close()


PAPERS = tuple(charter.PAPERS)
"""What a workshop can be exported as, under the names it has in the address of a page."""

JOURNAL = "journal.jsonl"


def exported(folder: Path, code: str, paper: str) -> bytes:
    """A workshop's paper by its name, one of PAPERS or JOURNAL. Raises JournalFailed."""
    if paper == JOURNAL:
        return journal_lines(folder, code)
    state = workshop(folder, code)
    return charter.PAPERS[paper].write(state, occasion_of(state, logos(folder, state)))


def occasion_of(state: Workshop, pictures: tuple[charter.Picture, ...] = ()) -> charter.Occasion:
    """When and where, by this computer's calendar and clock."""
    zone = datetime.fromtimestamp(state.created_at / 1000).astimezone().tzinfo or UTC
    return charter.Occasion(day_of(state), zone, pictures)


def logos(folder: Path, state: Workshop) -> tuple[charter.Picture, ...]:
    """The pictures of the strip in their order; one whose bytes are gone is left out. Raises
    JournalFailed."""
    if not state.logos:
        return ()
    journal = opened(folder, state.code)
    try:
        known = [(logo, journal.file(logo.id)) for logo in state.strip]
    finally:
        journal.close()
    return tuple(
        charter.Picture(data, logo.type, logo.alt, logo.width, logo.height) for logo, data in known if data
    )


def findings_lines(found: Findings) -> Iterator[str]:
    """What a check has to say, a line a thing."""
    if found.whole:
        yield f"{found.code}: whole; {found.entries} entries, {found.commands} commands, replayed"
    for finding in found.findings:
        at = f", entry {finding.seq}" if finding.seq else ""
        # SQLite's own findings go over several lines, and a damaged file may hold anything.
        what = "".join(sign if sign.isprintable() else "�" for sign in " ".join(finding.what.split()))
        yield f"{found.code}{at}: {what}"
