"""What the themes desk is told of a workshop, held back for a moment and in a rush for as long as that lasts:
the desk reads thirty ideas at once in a third of the time of one after the other, and not while a whole room
writes. Whoever asks the desk has it told everything first."""

from collections.abc import Sequence
from typing import Final

from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.desk_wire import Desks
from facilitation.runtime.rush import Rush
from facilitation.themes import requests as r

HELD_SECONDS: Final = 0.25


class Holding:
    """Requests for the desk in their order. Safe to call from any (green) thread."""

    def __init__(self, desks: Desks, concurrency: Concurrency, rush: Rush) -> None:
        self._desks = desks
        self._concurrency = concurrency
        self._rush = rush
        self._lock = concurrency.lock()
        self._held: list[r.Request] = []
        self._waiting = False

    def tell(self, requests: Sequence[r.Request]) -> None:
        """The desk is told of them soon."""
        with self._lock:
            self._held += requests
            start, self._waiting = bool(self._held) and not self._waiting, self._waiting or bool(self._held)
        if start:
            self._concurrency.spawn(self._let_go_soon)

    def let_go(self) -> None:
        """The desk is told of all of them now."""
        with self._lock:
            held, self._held = self._held, []
            for request in held:
                self._desks.tell(request)

    def drop(self) -> None:
        """The desk is told of none of them: it is told everything, or nothing any more."""
        with self._lock:
            self._held = []

    def _let_go_soon(self) -> None:
        while True:
            self._concurrency.sleep(HELD_SECONDS)
            if not self._rush.on():
                break
        with self._lock:
            self._waiting = False
        self.let_go()
