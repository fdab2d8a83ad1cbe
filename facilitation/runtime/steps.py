"""What moderators did last, for those who run a workshop together: read off the journal, so that it tells the
same at every console and after a restart. No text and no name is in it."""

from typing import Any, Final

import msgspec

from facilitation.domain.actors import MODERATOR
from facilitation.domain.events import type_of
from facilitation.journal.entry import Entry
from facilitation.runtime.workshop import LiveWorkshop

KEPT: Final = 30
LOOKED_AT: Final = 2_000
"""So many of the journal's last entries are looked at the first time: more than a room writes in a round."""

_ABOUT: Final = ("table", "round", "idea", "theme", "article", "participant", "message", "area")

Step = dict[str, Any]


class Steps:
    """The last steps of every workshop that somebody has asked about. What has been read is not read again,
    so asking often costs little."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[int, tuple[Step, ...]]] = {}

    def last(self, workshop: LiveWorkshop) -> list[Step]:
        """The last steps of this workshop, the newest first: what happened, when, by which command, and to
        what. Of one command's events the first, with how many there were. Raises JournalFailed."""
        seq = workshop.seq
        after, known = self._read.get(workshop.code, (max(0, seq - LOOKED_AT), ()))
        if seq > after:
            found = {step["command"]: step for step in known}
            for entry in workshop.entries(after):
                if entry.seq <= seq and entry.actor == MODERATOR.label:
                    step = found.get(entry.command) or _told(entry)
                    found[entry.command] = {**step, "count": step["count"] + 1}
            known = tuple(found.values())[-KEPT:]
            self._read[workshop.code] = (seq, known)
        return list(reversed(known))

    def forget(self, code: str) -> None:
        """This workshop is no more."""
        self._read.pop(code, None)


def _told(entry: Entry) -> Step:
    """`command` is the id that the console gave it, by which it knows its own steps; `of` says what it was
    about, by id or number: never what somebody wrote."""
    fields = msgspec.structs.asdict(entry.event)
    about = {name: fields[name] for name in _ABOUT if fields.get(name)}
    told = {"seq": entry.seq, "at": entry.at, "command": entry.command, "type": type_of(entry.event)}
    return {**told, "of": about, "count": 0}
