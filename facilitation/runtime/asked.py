"""A command on its way: asked by one (green) thread, answered by the workshop's writer (`workshop.py`)."""

from collections.abc import Callable

from facilitation.domain.actors import Actor
from facilitation.domain.commands import Command
from facilitation.domain.refusals import Refusal
from facilitation.runtime.ack import Ack, refused
from facilitation.runtime.computing import NOTHING, Computed
from facilitation.runtime.concurrency import Signal


class Asked:
    """A command that waits for its answer. `unsaved` says that the answer holds only once the batch it was
    decided in is on disk: the command, or one before it on which it was decided, has changed something."""

    def __init__(self, command_id: str, command: Command, actor: Actor, answered: Signal | None) -> None:
        self.command_id = command_id
        self.command = command
        self.actor = actor
        self.computed: Computed = NOTHING
        self.ack = refused(Refusal("storage_failed"))
        self.unsaved = False
        self._answered = answered

    def answer(self) -> None:
        """Lets the one who asked go on, with what stands in `ack`."""
        if self._answered:
            self._answered.set()

    def wait(self) -> Ack:
        """Blocks until there is an answer."""
        if self._answered:
            self._answered.wait()
        return self.ack


class AskedInPassing(Asked):
    """A command whose asker does not wait: `then` is called with the answer. No green thread has to be woken
    for it, which for an idea would cost as much as deciding it."""

    def __init__(self, command_id: str, command: Command, actor: Actor, then: Callable[[Ack], None]) -> None:
        super().__init__(command_id, command, actor, None)
        self._then = then

    def answer(self) -> None:
        """Tells the one who asked what stands in `ack`."""
        self._then(self.ack)
