"""How the server and the themes desk's process talk: the desk's own requests and replies
(facilitation/themes/requests.py), numbered, one JSON object a line."""

from typing import Protocol

import msgspec

from facilitation.themes import requests as r
from facilitation.themes.suggestion import Suggestion


class Suggested(msgspec.Struct, frozen=True, tag_field="is", tag="suggested"):
    """Themes for an area."""

    suggestion: Suggestion


class Broken(msgspec.Struct, frozen=True, tag_field="is", tag="broken"):
    """It could not be done, which is the program's fault; `detail` is for the log."""

    detail: str


DeskReply = r.Done | r.Asks | r.Places | r.Alike | r.Refused | Suggested | Broken


class Numbered(msgspec.Struct, frozen=True):
    """A request on its way."""

    n: int
    ask: r.Request


class Replied(msgspec.Struct, frozen=True):
    """The reply to the request of the same number."""

    n: int
    reply: DeskReply


class Desks(Protocol):
    """Whoever knows the ideas of all open workshops by their vectors."""

    def ready(self) -> int:
        """The number of its present life, begun now if need be; what an earlier one was told is lost. Raises
        JobFailed."""

    def tell(self, request: r.Request) -> None:
        """Tells it, in this order, without waiting."""

    def ask(self, request: r.Request, timeout_seconds: float) -> DeskReply:
        """Blocks the calling (green) thread until there is a reply, neither Broken nor Refused. Raises
        JobFailed."""

    def close(self) -> None:
        """Ends it."""
