"""Who is there right now: counted by person, told to boards (how many) and moderators (who) on a slow clock.

Presence is not part of the workshop: it is in no journal, has no seq, and a new `presence` simply replaces
the last.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from facilitation.domain.actors import Actor
from facilitation.runtime.concurrency import Concurrency

_CLOCK_SECONDS: Final = 0.5
_AUDIENCES: Final = ("board", "moderator")


class Presence:
    """The people in front of one workshop's screens. `send(channel, event, frame)` reaches everybody who
    has the channel."""

    def __init__(self, concurrency: Concurrency, send: Callable[[str, str, dict[str, Any]], None]) -> None:
        self._concurrency = concurrency
        self._send = send
        self._at: dict[str, Actor] = {}
        self._due = False

    def came(self, sid: str, actor: Actor) -> None:
        """Somebody is in front of the screen `sid`."""
        self._at[sid] = actor
        self._tell_soon()

    def went(self, sid: str) -> None:
        """The screen `sid` is gone."""
        self._at.pop(sid, None)
        self._tell_soon()

    def greet(self, channel: str, receive: Callable[[str, dict[str, Any]], None]) -> None:
        """What a screen that has just got the channel should know at once; nothing for most channels."""
        if channel in _AUDIENCES:
            receive("presence", self._frame(channel))

    def _tell_soon(self) -> None:
        if not self._due:
            self._due = True
            self._concurrency.spawn(self._tell)

    def _tell(self) -> None:
        self._concurrency.sleep(_CLOCK_SECONDS)
        self._due = False
        for channel in _AUDIENCES:
            self._send(channel, "presence", self._frame(channel))

    def _frame(self, channel: str) -> dict[str, Any]:
        """`connected` counts a participant with two screens once, and leaves boards and moderators out."""
        seats = Counter(
            actor.participant for actor in self._at.values() if actor.role in ("guest", "participant")
        )
        guests = seats.pop("", 0)
        connected = {"connected": guests + len(seats)}
        return connected if channel == "board" else {**connected, "participants": dict.fromkeys(seats, True)}
