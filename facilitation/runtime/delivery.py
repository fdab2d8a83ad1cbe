"""What each channel was last told, and what it is told next: frames with patches, at once or on the slower
clock, and what somebody needs who was away. Who hears a channel, and over what wire, is the business of
`live`."""

import logging
from collections.abc import Callable, Sequence
from typing import Any, Final

from facilitation.domain.events import Event
from facilitation.domain.workshop import Workshop
from facilitation.projections import Span, patch, touched, view
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.workshop import LiveWorkshop

# Channels with everything in them, or with everybody on them (each dot of a vote that all may watch changes
# `public`): what changes there in this time travels as one patch.
SLOW: Final = ("board", "moderator", "public")
SLOW_SECONDS: Final = 0.08
# So many commits somebody may have missed and still get patches; after more, a snapshot is the shorter way.
HISTORY: Final = 200
# After so many channels the others have their turn.
AT_ONCE: Final = 25

log = logging.getLogger(__name__)

Frame = dict[str, Any]
Send = Callable[[str, str, Frame], None]
Receive = Callable[[str, Frame], None]


class Delivery:
    """The frames of one live workshop, each channel's in order and without a gap: a patch's `after` is the
    `seq` of the frame before it. A listener of the workshop, from its making on."""

    def __init__(
        self,
        workshop: LiveWorkshop,
        concurrency: Concurrency,
        send: Send,
        audience: Callable[[str], bool] = lambda channel: True,
    ) -> None:
        """`send(channel, event_name, frame)` reaches everybody on a channel. For a channel without an
        `audience` nothing is computed."""
        self._concurrency = concurrency
        self._send = send
        self._audience = audience
        self._lock = concurrency.lock()
        with self._lock:
            workshop.subscribe(self)
            self._seq, self._state = workshop.standing
        self._first_seq = self._seq
        self._slow_states = dict.fromkeys(SLOW, self._state)
        self._flushing = False
        self._flushed_ms = 0
        self._told: dict[str, int] = {}
        # Whoever comes to a table gets the same; a change of round sends six times as many as there are.
        self._views: dict[str, Frame] = {}
        self._past: dict[int, Workshop] = {self._seq: self._state}
        # Channels whose turn has not come, with the state that they were last told of.
        self._waiting: dict[str, Workshop] = {}

    def changed(self, before: Workshop, after: Workshop, events: Sequence[Event], seq: int) -> None:
        """Tells the fast channels now, if they are few; many, as when seats are dealt, one after the other
        while the writer goes on; and the slow ones soon."""
        with self._lock:
            if seq <= self._seq:
                return
            self._seq, self._state = seq, after
            self._past[seq] = after
            if len(self._past) > HISTORY:
                del self._past[next(iter(self._past))]
            self._views.clear()
            span = Span(before, after)
            channels = touched(span)
            if not channels.isdisjoint(SLOW) and not self._flushing:
                self._flushing = True
                self._concurrency.spawn(self._flush_soon)
            fast = [channel for channel in sorted(channels.difference(SLOW)) if channel not in self._waiting]
            for channel in fast[:AT_ONCE]:
                self._tell(channel, span, seq)
            idle = not self._waiting
            self._waiting |= dict.fromkeys(fast[AT_ONCE:], before)
            if idle and self._waiting:
                self._concurrency.spawn(self._tell_waiting)

    def _tell_waiting(self) -> None:
        """A few channels at a time, until none waits; the others have their turn in between."""
        while True:
            with self._lock:
                spans: dict[int, Span] = {}
                for channel in list(self._waiting)[:AT_ONCE]:
                    self._tell_now(channel, spans)
                if not self._waiting:
                    return
            self._concurrency.give_way()

    def _tell_now(self, channel: str, spans: dict[int, Span]) -> None:
        """Tells a channel that waits all that it missed. `spans` go by the identity of where they begin."""
        before = self._waiting.pop(channel)
        self._views.pop(channel, None)
        span = spans.setdefault(id(before), Span(before, self._state))
        self._tell(channel, span, self._seq)

    def greet(self, channel: str, since: int | None, receive: Receive) -> None:
        """Brings one client up to date who has just entered a channel's room and whose view, if it has
        one, is that of `since`: `receive(event_name, frame)` is called with a patch, a snapshot, or not at
        all."""
        with self._lock:
            told = self._told_seq(channel)
            if since == told:
                return
            known = self._past.get(since) if since is not None and since < told else None
            if known is None:
                receive("snapshot", self._snapshot(channel))
            else:
                span = Span(known, self._shown(channel))
                receive("patch", self._patch_frame(channel, since or 0, told, patch(span, channel)))

    def snapshot(self, channel: str) -> Frame:
        """The frame with the whole view, as of the last patch that the channel got."""
        with self._lock:
            return self._snapshot(channel)

    def _flush_soon(self) -> None:
        """One slow channel after the other; the others have their turn in between, as a console's patch takes
        long when a thousand have got their seats. All three are told of the same span."""
        waited_seconds = (self._concurrency.clock_ms() - self._flushed_ms) / 1_000
        self._concurrency.sleep(min(SLOW_SECONDS, max(0.0, SLOW_SECONDS - waited_seconds)))
        with self._lock:
            self._flushed_ms = self._concurrency.clock_ms()
            seq, span = self._seq, Span(self._slow_states[SLOW[0]], self._state)
        for channel in SLOW:
            with self._lock:
                self._slow_states[channel] = span.after
                self._views.pop(channel, None)
                self._tell(channel, span, seq)
            self._concurrency.give_way()
        with self._lock:
            self._flushing = self._seq > seq
        if self._flushing:
            self._concurrency.spawn(self._flush_soon)

    def _tell(self, channel: str, span: Span, seq: int) -> None:
        """What changed over the span, which begins where the channel's last one ended and ends at `seq`. If
        that goes wrong, the gap in the seqs makes every client ask for a snapshot."""
        told = self._told_seq(channel)
        try:
            changes = patch(span, channel) if self._audience(channel) else None
            if changes == {}:
                return
            self._told[channel] = seq
            if changes:
                self._send(channel, "patch", self._patch_frame(channel, told, seq, changes))
        except Exception:
            self._told[channel] = seq
            log.exception("%s could not be told", channel)

    def _told_seq(self, channel: str) -> int:
        return self._told.get(channel, self._first_seq)

    def _shown(self, channel: str) -> Workshop:
        """The state that the channel was last told of: its view and its seq belong together."""
        slow = self._slow_states.get(channel)
        return slow if slow is not None else self._waiting.get(channel, self._state)

    def _snapshot(self, channel: str) -> Frame:
        shown = self._views.get(channel)
        if shown is None:
            shown = self._views[channel] = view(self._shown(channel), channel)
        now = self._concurrency.clock_ms()
        return {"channel": channel, "seq": self._told_seq(channel), "view": shown, "now": now}

    def _patch_frame(self, channel: str, after: int, seq: int, changes: Frame) -> Frame:
        now = self._concurrency.clock_ms()
        return {"channel": channel, "after": after, "seq": seq, "patch": changes, "now": now}
