"""What is left of a damaged journal, made into a sound one: every entry up to the first that neither the file
nor one of its copies gives back as it was written. Where files lie, and when this is done, says `shelf.py`.

A file is read here as far as it can be read, row by row; nothing of it is believed before it agrees with its
checksum and makes sense after what came before.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from facilitation.domain.apply import apply, replay
from facilitation.domain.bounds import PARTICIPANTS
from facilitation.domain.events import Event, IdeaPosted, ParticipantJoined
from facilitation.domain.workshop import Person, Workshop
from facilitation.journal.connections import reading
from facilitation.journal.entry import Answer, Commit, Entry
from facilitation.journal.failures import JournalDamaged, JournalFailed
from facilitation.journal.rows import ANSWERS, ENTRIES, PEOPLE, Row, answer_of, entry_of, person_of, sound

_FROM: Final = f"{ENTRIES} WHERE seq >= ? ORDER BY seq"
_FILES: Final = "SELECT name, data FROM files"


class Left(NamedTuple):
    """What is left: commits that begin with entry 1; `head` is the last entry saved, `highest` the last of
    which there is any trace."""

    commits: tuple[Commit, ...]
    created_at: int
    head: int
    highest: int


def left_of(sources: Sequence[Path], code: str) -> Left:
    """Puts together what these files, the damaged one and its copies, still hold of the workshop `code`.
    Raises JournalDamaged where that is nothing."""
    answers = _answers(sources)
    entries = _whole_commits(_longest(sources, code), answers)
    if not entries:
        raise JournalDamaged(f"{sources[0]}: nothing of it can be read")
    state = replay(entry.event for entry in entries)
    lost = _came_later(sources, answers, state, entries[-1])
    state = replay(entry.event for entry in [*entries, *lost])
    first, *others = _commits([*entries, *lost], answers, len(entries))
    first = replace(first, people=_people(sources, state), files=_files(sources, state))
    highest = max(len(entries), *(answer.seq for answer in answers.values()), 0)
    return Left((first, *others), state.created_at, len(entries), highest)


def _came_later(
    sources: Sequence[Path], answers: dict[str, Answer], state: Workshop, last: Entry
) -> list[Entry]:
    """An entry for each who came into the room after the last one saved, as far as there is a trace, so that
    their phones know them again and nobody else is given their number."""
    joins = {str(answer.result.get("participant", "")): answer for answer in answers.values()}
    named = {str(row["participant"]) for source in sources for row in _rows(source, PEOPLE)}
    numbers = [int(who[1:]) for who in joins.keys() | named if re.fullmatch(r"P[1-9]\d{0,6}", who)]
    entries: list[Entry] = []
    for number in range(state.participant_count + 1, min(max(numbers, default=0), PARTICIPANTS) + 1):
        who = f"P{number}"
        answer = joins.get(who)
        command, actor = (answer.command, answer.actor) if answer else (f"mended-{who}", "system")
        event = ParticipantJoined(who, last.at)
        entries.append(Entry(last.seq + 1 + len(entries), last.at, actor, command, event))
    return entries


def _rows(source: Path, query: str, *values: int) -> Iterator[Row]:
    """The rows that can be read, up to the first that can't."""
    try:
        with reading(source) as db:
            yield from db.query(query, values)
    except JournalFailed:
        return


def _longest(sources: Sequence[Path], code: str) -> list[Entry]:
    """Entry after entry, from whichever file has the next one after the same last one: a copy may be of
    another history, from before an older one was put back in its place."""
    entries: list[Entry] = []
    last: Row = {}
    workshop: Workshop | None = None
    grown = True
    while grown:
        grown = False
        for source in sources:
            for row in _rows(source, _FROM, len(entries)):
                if row == last:  # here this file goes on from
                    continue
                found = _next(row, len(entries) + 1, workshop, code)
                if found is None:
                    break
                entry, workshop = found
                last = row
                entries.append(entry)
                grown = True
    return entries


def _next(row: Row, seq: int, workshop: Workshop | None, code: str) -> tuple[Entry, Workshop] | None:
    """The entry of this row and the state after it, if it is the one that comes next, as it was written."""
    if row["seq"] != seq or not sound(row):
        return None
    try:
        entry = entry_of(row)
        after = apply(workshop, entry.event)
    except Exception:  # whatever an event about nothing breaks in `apply`
        return None
    return (entry, after) if after.code == code else None


def _answers(sources: Sequence[Path]) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for source in sources:
        for row in _rows(source, ANSWERS):
            try:
                answer = answer_of(row)
            except JournalDamaged:
                continue
            found.setdefault(answer.command, answer)
    return found


def _whole_commits(entries: list[Entry], answers: dict[str, Answer]) -> list[Entry]:
    """The entries without those of a last command of which some are lost."""
    if not entries:
        return entries
    last = answers.get(entries[-1].command)
    if last is None or last.seq <= len(entries):
        return entries
    return [entry for entry in entries if entry.command != last.command]


def _commits(entries: list[Entry], answers: dict[str, Answer], kept: int) -> list[Commit]:
    """The entries by command, in their order, and between the first `kept` of them what was answered without
    an entry. An answer that is lost is made up from what happened."""
    by_command: dict[str, list[Entry]] = {}
    for entry in entries:
        by_command.setdefault(entry.command, []).append(entry)
    commits = {
        command: Commit(
            command,
            told[0].actor,
            answers[command].result if command in answers else _result(told[0].event),
            tuple(told),
        )
        for command, told in by_command.items()
    }
    placed = [(told[-1].seq, 0, commits[command]) for command, told in by_command.items()]
    placed += [
        (answer.seq, 1, Commit(answer.command, answer.actor, answer.result, ()))
        for answer in answers.values()
        if answer.command not in by_command and 0 < answer.seq <= kept
    ]
    return [commit for *_, commit in sorted(placed, key=lambda each: each[:2])]


def _result(event: Event) -> dict[str, Any]:
    """What those are answered who can't go on without: who has come in, and whose idea is on its way."""
    if isinstance(event, ParticipantJoined):
        return {"participant": event.participant}
    return {"idea": event.idea} if isinstance(event, IdeaPosted) else {}


def _people(sources: Sequence[Path], state: Workshop) -> dict[str, Person | None]:
    """The personal data of those who are in the workshop and have not had them erased."""
    erased = {who for who, _ in state.erased}
    known = (state.participants.keys() | state.declarations.keys()) - erased
    found: dict[str, Person | None] = {}
    for source in sources:
        for row in _rows(source, PEOPLE):
            try:
                who, person = person_of(row)
            except JournalDamaged:
                continue
            if who in known:
                found.setdefault(who, person)
    return found


def _files(sources: Sequence[Path], state: Workshop) -> dict[str, bytes | None]:
    """The bytes of the logos that are as they were added."""
    found: dict[str, bytes | None] = {}
    for source in sources:
        for row in _rows(source, _FILES):
            logo, data = state.logos.get(row["name"]), row["data"]
            if logo and isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == logo.digest:
                found.setdefault(logo.id, data)
    return found
