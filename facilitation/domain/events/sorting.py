"""Events about the room's sorting: questions answered, what the answers and the vectors came to."""

from typing import Literal

import msgspec

Shown = tuple[str | tuple[str, ...], ...]
"""What a phone offered: each candidate a theme's id, or ideas that stand for it."""


class SortingOpened(msgspec.Struct, frozen=True, tag_field="type", tag="sorting.opened"):
    """The room sorts the ideas of these areas from now on, by answering questions."""

    areas: tuple[str, ...]
    at: int


class SortingClosed(msgspec.Struct, frozen=True, tag_field="type", tag="sorting.closed"):
    """The room sorts no more."""

    at: int


class QuestionAnswered(msgspec.Struct, frozen=True, tag_field="type", tag="question.answered"):
    """Somebody was shown an idea and candidates, and tapped one (`chosen`, an index), none of them (null),
    or passed (`skipped`). `participant` is a participant's id, or the id of a table for its tablet."""

    idea: str
    participant: str
    shown: Shown
    at: int
    chosen: int | None = None
    skipped: bool = False


class ArrangedIdea(msgspec.Struct, frozen=True):
    """Where one idea stands now (no theme: among the unassigned), how sure that is in percent, and who says
    so: `machine` (likeness) or `room` (answers)."""

    idea: str
    theme: str = ""
    confidence: int = 0
    by: Literal["machine", "room"] = "machine"


class MadeTheme(msgspec.Struct, frozen=True):
    """A theme that came out of the room's answers, or for ideas that arrived."""

    theme: str
    title: str


class IdeasArranged(msgspec.Struct, frozen=True, tag_field="type", tag="ideas.arranged"):
    """Ideas of an area that no moderator placed stand elsewhere: arrivals found a theme, or the room sorted.
    `removed` are themes nobody had touched that nothing is left in."""

    area: str
    placed: tuple[ArrangedIdea, ...] = ()
    made: tuple[MadeTheme, ...] = ()
    removed: tuple[str, ...] = ()


class IdeasLikened(msgspec.Struct, frozen=True, tag_field="type", tag="ideas.likened"):
    """These groups of an area's ideas say the same in nearly the same letters; groups of before are no
    more."""

    area: str
    groups: tuple[tuple[str, ...], ...] = ()


class ArrivalsAccepted(msgspec.Struct, frozen=True, tag_field="type", tag="arrivals.accepted"):
    """A moderator has seen where these new ideas were placed, and leaves them there for good."""

    ideas: tuple[str, ...]


SortingEvent = (
    SortingOpened | SortingClosed | QuestionAnswered | IdeasArranged | IdeasLikened | ArrivalsAccepted
)
