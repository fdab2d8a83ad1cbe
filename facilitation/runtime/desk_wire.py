"""What travels between the server and the themes desk's process, one JSON object a line: facts about a
workshop's ideas, and requests with their replies. `sorter.py` sends them, `desk_worker.py` answers."""

from typing import Protocol

import msgspec

from facilitation.domain.events import Shown


class IdeaFact(msgspec.Struct, frozen=True):
    """An idea that the room may see. `theme` is where it stands; `by_hand` says that a moderator put it
    there (with no theme: aside)."""

    id: str
    area: str
    text: str
    theme: str = ""
    by_hand: bool = False


class ThemeFact(msgspec.Struct, frozen=True):
    """A theme that is there; `kept` by a moderator."""

    id: str
    area: str
    title: str
    kept: bool = False


class AnswerFact(msgspec.Struct, frozen=True):
    """What somebody answered; skipped questions are none."""

    idea: str
    person: str
    shown: Shown
    chosen: int | None = None


class Facts(msgspec.Struct, frozen=True, tag="facts"):
    """What is known anew of a workshop; with `afresh`, all that is known. `gone` ideas and themes are
    forgotten, vectors too. `fineness` goes by area."""

    code: str
    afresh: bool = False
    ideas: tuple[IdeaFact, ...] = ()
    gone: tuple[str, ...] = ()
    themes: tuple[ThemeFact, ...] = ()
    themes_gone: tuple[str, ...] = ()
    answers: tuple[AnswerFact, ...] = ()
    fineness: dict[str, float] = {}


class Forget(msgspec.Struct, frozen=True, tag="forget"):
    """The workshop is closed here."""

    code: str


class AskQuestion(msgspec.Struct, frozen=True, tag="question"):
    """What should this person be asked next, in these areas? `own` ideas and those `seen` before are not
    asked about; `open` are the ideas that other phones show now."""

    code: str
    areas: tuple[str, ...]
    own: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class Arrange(msgspec.Struct, frozen=True, tag="arrange"):
    """Where do the area's ideas belong? With `arrivals`, only where these do, among the themes that are
    there."""

    code: str
    area: str
    arrivals: tuple[str, ...] | None = None


class FindSame(msgspec.Struct, frozen=True, tag="same"):
    """Which of the area's ideas say the same?"""

    code: str
    area: str


class FindSimilar(msgspec.Struct, frozen=True, tag="similar"):
    """Which of these ideas are nearest to an idea, or to a text?"""

    code: str
    among: tuple[str, ...]
    idea: str = ""
    text: str = ""
    count: int = 5


DeskRequest = Facts | Forget | AskQuestion | Arrange | FindSame | FindSimilar


class Done(msgspec.Struct, frozen=True, tag="done"):
    """It is known now."""


class NextQuestion(msgspec.Struct, frozen=True, tag="next"):
    """The question: an idea and candidates, each the ideas that stand for it and, if it is one that a
    moderator keeps, the theme's id. Without an idea, there is nothing left to ask."""

    idea: str = ""
    candidates: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Group(msgspec.Struct, frozen=True):
    """Ideas that belong together, in `theme` or, if that is empty, in one of the machine's own; `confidence`
    in percent goes with `ideas`."""

    ideas: tuple[str, ...]
    confidence: tuple[int, ...]
    theme: str = ""
    title: str = ""


class Arranged(msgspec.Struct, frozen=True, tag="arranged"):
    """Where ideas belong; those in no group belong nowhere."""

    groups: tuple[Group, ...] = ()
    loose: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True, tag="found"):
    """Groups of the same ideas, or the nearest ones as one group, the nearest first."""

    groups: tuple[tuple[str, ...], ...] = ()


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """It could not be done, which is the program's fault; `detail` is for the log."""

    detail: str


DeskReply = Done | NextQuestion | Arranged | Found | Failed


class Numbered(msgspec.Struct, frozen=True):
    """A request on its way."""

    n: int
    ask: DeskRequest


class Replied(msgspec.Struct, frozen=True):
    """The reply to the request of the same number."""

    n: int
    reply: DeskReply


class Desks(Protocol):
    """Whoever knows the ideas of all open workshops by their vectors."""

    def ready(self) -> int:
        """The number of its present life, begun now if need be; what an earlier one was told is lost. Raises
        JobFailed."""

    def tell(self, facts: Facts | Forget) -> None:
        """Tells it, in this order, without waiting."""

    def ask(self, request: DeskRequest, timeout_seconds: float) -> DeskReply:
        """Blocks the calling (green) thread until there is a reply, never Failed. Raises JobFailed."""

    def close(self) -> None:
        """Ends it."""
