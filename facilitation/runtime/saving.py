"""Whether what people do gets onto the disk, for those who can do something about it. `workshop.py` says how
its commits went; `live` shows moderators what is wrong and how much waits for it."""

from collections.abc import Callable, Iterable
from typing import Literal

from facilitation.journal.failures import StorageFailed

Trouble = Literal["", "full", "read_only", "failed"]

# Who keeps what was refused, and sends it again by itself.
_KEEPING = frozenset({"guest", "participant", "table"})


class Saving:
    """How one workshop's commits go. `trouble` is empty while all is saved."""

    def __init__(self) -> None:
        self.trouble: Trouble = ""
        self._waiting: set[str] = set()
        self._listeners: tuple[Callable[[], None], ...] = ()

    @property
    def waiting(self) -> int:
        """How many commands wait on phones and tablets until the disk takes them."""
        return len(self._waiting)

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Calls the listener, who must not wait, whenever `trouble` or `waiting` has changed."""
        self._listeners = (*self._listeners, listener)

    def failed(self, failure: BaseException) -> None:
        """The disk did not take something, or can't be trusted to have taken it."""
        self.trouble = failure.why if isinstance(failure, StorageFailed) else "failed"
        self._tell()

    def refused(self, commands: Iterable[tuple[str, str]]) -> None:
        """These commands, each with the role it came from, were not saved."""
        self._waiting |= {command for command, role in commands if role in _KEEPING}
        self._tell()

    def works(self) -> None:
        """The disk takes everything again; whoever kept something sends it in a moment."""
        if self.trouble:
            self.trouble = ""
            self._waiting.clear()
            self._tell()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()
