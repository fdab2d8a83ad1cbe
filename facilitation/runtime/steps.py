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
"""So many of the journal's last entries are looked at: more than a room writes in a round."""

_NAMES: Final = ("table", "round", "idea", "theme", "article", "participant")


def last_steps(workshop: LiveWorkshop) -> list[dict[str, Any]]:
    """The last steps, the newest first: what happened, when, by which command, and to what. Of one command's
    events the first, with how many there were. Raises JournalFailed."""
    found: dict[str, dict[str, Any]] = {}
    for entry in workshop.entries(max(0, workshop.seq - LOOKED_AT)):
        if entry.actor == MODERATOR.label:
            found.setdefault(entry.command, _told(entry))["count"] += 1
    return list(reversed(found.values()))[:KEPT]


def _told(entry: Entry) -> dict[str, Any]:
    """`command` is the id that the console gave it, by which it knows its own steps; `of` says what it was
    about, by id or number: never what somebody wrote."""
    fields = msgspec.structs.asdict(entry.event)
    about = {name: fields[name] for name in _NAMES if fields.get(name)}
    told = {"seq": entry.seq, "at": entry.at, "command": entry.command, "type": type_of(entry.event)}
    return {**told, "of": about, "count": 0}
