"""What a command is answered, and the memory of it. The journal keeps for ever what was carried out;
refusals are remembered here only, and not all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from facilitation.domain.actors import GUEST, PARTNER, Actor
from facilitation.domain.refusals import Refusal
from facilitation.journal.entry import Answer

# Answers of the moment: the same command may well be carried out when it comes again.
PASSING: Final = frozenset({"storage_failed", "job_failed", "too_fast", "stopping", "command_id_taken"})
# Far more than the commands that 300 phones have under way; one remembered answer takes about half a
# kilobyte.
REMEMBERED: Final = 4_000


@dataclass(frozen=True, slots=True)
class Ack:
    """The answer to one command. `ok` means that it is on disk, `seq` is then that of its last entry; a
    refusal's is 0."""

    ok: bool
    seq: int
    result: Mapping[str, Any]
    refusal: Refusal | None = None


def refused(refusal: Refusal) -> Ack:
    """The answer that says no."""
    return Ack(False, 0, {}, refusal)


class Answers:
    """Which command was answered what, so that the same id gets the same answer and nothing happens twice."""

    def __init__(self, kept: Iterable[Answer]) -> None:
        """Begins with what the journal has."""
        self._kept = {one.command: (one.actor, Ack(True, one.seq, one.result)) for one in kept}
        self._passing: dict[str, tuple[str, Ack]] = {}

    def __contains__(self, command_id: str) -> bool:
        """Whether this id was given an answer that is remembered."""
        return command_id in self._kept or command_id in self._passing

    def find(self, command_id: str, actor: Actor) -> Ack | None:
        """The answer this id was given; `command_id_taken` if somebody else gave it; None if nobody has."""
        found = self._kept.get(command_id) or self._passing.get(command_id)
        if found is None:
            return None
        whose, ack = found
        return ack if _same(whose, ack, actor) else refused(Refusal("command_id_taken", "id"))

    def keep(self, command_id: str, actor: Actor, ack: Ack) -> None:
        """Remembers for good an answer that is in the journal."""
        self._kept[command_id] = (actor.label, ack)

    def remember(self, command_id: str, actor: Actor, ack: Ack) -> None:
        """Remembers for a while one that is not, unless it is an answer of the moment."""
        if ack.refusal is not None and ack.refusal.code in PASSING:
            return
        self._passing[command_id] = (actor.label, ack)
        if len(self._passing) > REMEMBERED:
            del self._passing[next(iter(self._passing))]


def _same(whose: str, ack: Ack, actor: Actor) -> bool:
    """Whether the one who asks is the one who asked. A guest who has joined may ask again as the
    participant, a partner as who made the declaration."""
    if not actor.participant or whose == actor.label:
        return whose == actor.label
    made = {GUEST.label: "participant", PARTNER.label: "declaration"}.get(whose, "")
    return ack.result.get(made) == actor.participant
