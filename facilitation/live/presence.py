"""Who is there right now: counted by person, told to boards (how many) and moderators (who, and whether what
they do is saved) on a slow clock.

Presence is not part of the workshop: it is in no journal, has no seq, and a new `presence` simply replaces
the last.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from facilitation.domain.actors import Actor
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.saving import Saving

_CLOCK_SECONDS: Final = 0.5
_TOLD: Final = ("board", "moderator")


class Presence:
    """The people in front of one workshop's screens. `send(sid, event, frame)` reaches one screen."""

    def __init__(
        self, concurrency: Concurrency, saving: Saving, send: Callable[[str, str, dict[str, Any]], None]
    ) -> None:
        self._concurrency = concurrency
        self._saving = saving
        self._send = send
        saving.subscribe(self._tell_soon)
        self._at: dict[str, Actor] = {}
        self._due = False

    def came(self, sid: str, actor: Actor) -> None:
        """Somebody is in front of the screen `sid`, or somebody else than before."""
        self._at[sid] = actor
        if actor.role in _TOLD:
            self._send(sid, "presence", self._frame(actor))
        self._tell_soon()

    def went(self, sid: str) -> None:
        """The screen `sid` is gone."""
        self._at.pop(sid, None)
        self._tell_soon()

    def _tell_soon(self) -> None:
        if not self._due:
            self._due = True
            self._concurrency.spawn(self._tell)

    def _tell(self) -> None:
        self._concurrency.sleep(_CLOCK_SECONDS)
        self._due = False
        for sid, actor in list(self._at.items()):
            if actor.role in _TOLD:
                self._send(sid, "presence", self._frame(actor))

    def _frame(self, reader: Actor) -> dict[str, Any]:
        """`connected` counts a participant with two screens once, and leaves boards and moderators out;
        `boards` counts the former."""
        seats = Counter(a.participant for a in self._at.values() if a.role in ("guest", "participant"))
        connected = seats.pop("", 0) + len(seats)
        if reader.role == "board":
            return {"connected": connected}
        boards = sum(actor.role == "board" for actor in self._at.values())
        frame = {"connected": connected, "boards": boards, "participants": dict.fromkeys(seats, True)}
        if not self._saving.trouble:
            return frame
        return {**frame, "trouble": self._saving.trouble, "waiting": self._saving.waiting}
