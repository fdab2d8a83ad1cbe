"""What a check of a journal found: `obrus check` prints it. The engine-specific half of a check is in
`sqlite.py`."""

from collections.abc import Iterable, Sequence

import msgspec

from facilitation.domain.apply import apply
from facilitation.domain.events import IdeaBlanked, IdeaPosted, IdeaReworded
from facilitation.domain.workshop import Workshop
from facilitation.journal.entry import Answer, Entry


class Finding(msgspec.Struct, frozen=True):
    """One thing that is wrong; `seq` is that of the entry at fault, 0 where it is not about one entry."""

    what: str
    seq: int = 0


class Findings(msgspec.Struct, frozen=True):
    """The result of a check. A journal without findings is whole and replays."""

    code: str
    entries: int
    commands: int
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def answer_findings(entries: Sequence[tuple[int, str]], answers: Iterable[Answer]) -> list[Finding]:
    """What is wrong between the entries, given as (seq, command), and the answers, in the order they
    were committed: an entry nobody was answered for, an answer whose entries are lost. A
    command is answered with its last seq, so lost entries at the very end show here and nowhere else."""
    answers = list(answers)
    answered = {answer.command for answer in answers}
    last = {command: seq for seq, command in sorted(entries, key=lambda entry: entry[0])}
    head = max(last.values(), default=0)
    found = [Finding("its command has no answer", seq) for seq, command in entries if command not in answered]
    before = 0
    for answer in answers:
        if answer.seq > head:
            found.append(Finding("is missing, though its command was answered", answer.seq))
        elif last.get(answer.command, answer.seq) != answer.seq:
            found.append(Finding("its command was answered with another seq", last[answer.command]))
        elif answer.command not in last and answer.seq > before:
            found.append(Finding("a command was answered with it and has no entry", answer.seq))
        before = answer.seq
    return found


def replay_findings(code: str, entries: Iterable[Entry]) -> list[Finding]:
    """What is wrong with the order or the sense of these entries, which begin at 1: a gap, an event that
    the state before it does not admit, an entry of another workshop, a blanked idea with its text still
    there."""
    found: list[Finding] = []
    workshop: Workshop | None = None
    texts: dict[str, list[int]] = {}
    for expected, entry in enumerate(entries, 1):
        if entry.seq != expected:
            return [*found, Finding(f"entry {expected} is missing", entry.seq)]
        event = entry.event
        try:
            workshop = apply(workshop, event)
        except Exception as error:  # whatever a damaged event breaks in `apply` is the finding
            return [*found, Finding(f"does not replay: {type(error).__name__}: {error}", entry.seq)]
        if isinstance(event, IdeaPosted | IdeaReworded) and event.text:
            texts.setdefault(event.idea, []).append(entry.seq)
        if isinstance(event, IdeaBlanked):
            left = texts.pop(event.idea, [])
            found += [Finding(f"the text of {event.idea} is still here though erased", seq) for seq in left]
    if workshop is None:
        return [Finding("holds no entry")]
    if workshop.code != code:
        found.append(Finding(f"belongs to workshop {workshop.code}", 1))
    return found
