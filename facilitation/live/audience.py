"""Who is connected to one workshop, and in which rooms: a room for each channel, so that a screen gets its
channels and nothing else. Says so again whenever places change. What the channels show is the projections'
business, when they are sent the delivery's (facilitation/runtime/delivery.py).
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol

from facilitation.domain.actors import Actor
from facilitation.domain.events import Event, type_of
from facilitation.domain.workshop import Workshop
from facilitation.live.presence import Presence
from facilitation.projections import channels_of, reseated
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.delivery import Delivery
from facilitation.runtime.workshop import LiveWorkshop

# Events about these never change who sits where, and they are nearly all the events there are.
_SEATS_NOBODY = frozenset(
    {"idea", "theme", "themes", "article", "articles", "charter", "agreement", "reservation"}
    | {"declaration", "declarations", "task", "logo", "board", "results", "handover", "request", "proposal"}
    | {"message"}
)
# After so many screens the others have their turn: a round that opens moves a thousand.
_AT_ONCE = 25


class Switchboard(Protocol):
    """What is asked of Socket.IO, by connection (`sid`) and room."""

    def send(self, event: str, frame: dict[str, Any], to: str) -> None:
        """One event to a connection or to everybody in a room."""

    def enter(self, sid: str, room: str) -> None:
        """The connection gets from now on what goes to the room."""

    def leave(self, sid: str, room: str) -> None:
        """The connection gets no more of what goes to the room."""


class Screen:
    """One connection: who is in front of it, in which language, and the channels it has."""

    def __init__(self, sid: str, actor: Actor, language: str, address: str) -> None:
        self.sid = sid
        self.actor = actor
        self.language = language
        self.address = address
        self.channels: tuple[str, ...] = ()


class Audience:
    """The screens of one live workshop. All methods run in green threads that give way nowhere while one
    screen changes its rooms, so it never misses what is sent between its snapshot and its room."""

    def __init__(self, workshop: LiveWorkshop, concurrency: Concurrency, switchboard: Switchboard) -> None:
        self.workshop = workshop
        self._concurrency = concurrency
        self._switchboard = switchboard
        self._screens: dict[str, Screen] = {}
        self._crowd: dict[str, int] = {}
        self._presence = Presence(concurrency, workshop.saving, self._send_to)
        self._delivery = Delivery(workshop, concurrency, self._send, self.listens)
        workshop.subscribe(self)

    def listens(self, channel: str) -> bool:
        """Whether anybody has this channel."""
        return channel in self._crowd

    def enter(self, screen: Screen, since: dict[str, int]) -> None:
        """A screen comes in: into its rooms, with what it misses since it was last here."""
        self._screens[screen.sid] = screen
        self._presence.came(screen.sid, screen.actor)
        self._reseat(screen, self.workshop.state, since)
        for channel in since.keys() - set(screen.channels):
            self._switchboard.send("leave", {"channel": channel}, screen.sid)

    def become(self, screen: Screen, actor: Actor) -> None:
        """The person at the screen has joined: the screen is that participant's from now on."""
        if screen.sid not in self._screens:
            return
        screen.actor = actor
        self._presence.came(screen.sid, actor)
        self._reseat(screen, self.workshop.state, {})

    def go(self, screen: Screen) -> None:
        """A screen is gone."""
        if self._screens.pop(screen.sid, None):
            self._presence.went(screen.sid)
            self._leave(screen, screen.channels)

    def again(self, screen: Screen, channel: str) -> bool:
        """Sends a channel's snapshot to a screen; False where the screen has no such channel."""
        if channel not in screen.channels:
            return False
        self._switchboard.send("snapshot", self._delivery.snapshot(channel), screen.sid)
        return True

    def changed(self, before: Workshop, after: Workshop, events: Sequence[Event], seq: int) -> None:
        """The workshop's listener: whoever was moved gets the new table instead of the old."""
        if all(type_of(event).partition(".")[0] in _SEATS_NOBODY for event in events):
            return
        moved = reseated(before, after)
        meant = [
            s for s in self._screens.values() if s.actor.role != "participant" or s.actor.participant in moved
        ]
        for number, screen in enumerate(meant, 1):
            if screen.sid in self._screens:
                self._reseat(screen, after, {})
            if number % _AT_ONCE == 0:
                self._concurrency.give_way()

    def _reseat(self, screen: Screen, state: Workshop, since: dict[str, int]) -> None:
        channels = channels_of(state, screen.actor)
        if channels == screen.channels:
            return
        left = [channel for channel in screen.channels if channel not in channels]
        entered = [channel for channel in channels if channel not in screen.channels]
        self._leave(screen, left)
        for channel in left:
            self._switchboard.send("leave", {"channel": channel}, screen.sid)
        screen.channels = channels
        for channel in entered:
            self._crowd[channel] = self._crowd.get(channel, 0) + 1
            self._switchboard.enter(screen.sid, self._room(channel))
            self._delivery.greet(channel, since.get(channel), partial(self._send_to, screen.sid))

    def _leave(self, screen: Screen, channels: Sequence[str]) -> None:
        for channel in channels:
            self._switchboard.leave(screen.sid, self._room(channel))
            self._crowd[channel] -= 1
            if not self._crowd[channel]:
                del self._crowd[channel]

    def _send(self, channel: str, event: str, frame: dict[str, Any]) -> None:
        if channel in self._crowd:
            self._switchboard.send(event, frame, self._room(channel))

    def _send_to(self, sid: str, event: str, frame: dict[str, Any]) -> None:
        self._switchboard.send(event, frame, sid)

    def _room(self, channel: str) -> str:
        return f"{self.workshop.code}/{channel}"
