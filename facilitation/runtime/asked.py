"""A command on its way: asked by one (green) thread, answered by the workshop's writer (`workshop.py`)."""

from facilitation.domain.actors import Actor
from facilitation.domain.commands import Command
from facilitation.domain.refusals import Refusal
from facilitation.runtime.ack import Ack, refused
from facilitation.runtime.computing import NOTHING, Computed
from facilitation.runtime.concurrency import Signal


class Asked:
    """A command that waits for its answer. `unsaved` says that the answer holds only once the batch it was
    decided in is on disk: the command, or one before it on which it was decided, has changed something."""

    def __init__(self, command_id: str, command: Command, actor: Actor, answered: Signal) -> None:
        self.command_id = command_id
        self.command = command
        self.actor = actor
        self.computed: Computed = NOTHING
        self.ack = refused(Refusal("storage_failed"))
        self.unsaved = False
        self._answered = answered

    def answer(self) -> None:
        """Lets the one who asked go on, with what stands in `ack`."""
        self._answered.set()

    def wait(self) -> Ack:
        """Blocks until there is an answer."""
        self._answered.wait()
        return self.ack
