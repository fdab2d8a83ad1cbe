"""Commands about the room's sorting: opening it, answering, and what the machine makes of the answers."""

from typing import Literal

import msgspec

from facilitation.domain.commands.command import Command


class OpenSorting(Command, frozen=True, tag="sorting.open"):
    """Let the room sort the ideas of one area or of all: every phone is asked questions."""

    area: str | None = None


class CloseSorting(Command, frozen=True, tag="sorting.close"):
    """Let the room sort no more."""


class AnswerQuestion(Command, frozen=True, tag="question.answer"):
    """Say where an idea belongs: `shown` is what the question offered (each a theme's id or a list of
    ideas, at most six), `chosen` the number of one of them, counted from 0, or null for none of them; `skip`
    passes."""

    idea: str
    shown: tuple[str | tuple[str, ...], ...]
    chosen: int | None = None
    skip: bool = False


class Placing(msgspec.Struct, frozen=True):
    """Where an idea should stand: in a theme that is there, or in one of `made` by its mark; in none if
    empty."""

    idea: str
    theme: str = ""
    confidence: int = 0
    by: Literal["machine", "room"] = "machine"


class Making(msgspec.Struct, frozen=True):
    """A theme to be made; `mark` is what placings call it."""

    mark: str
    title: str


class ArrangeIdeas(Command, frozen=True, tag="ideas.arrange"):
    """What likeness and the room's answers come to: places for ideas that no moderator placed. Given by the
    server itself."""

    area: str
    placed: tuple[Placing, ...] = ()
    made: tuple[Making, ...] = ()


class LikenIdeas(Command, frozen=True, tag="ideas.liken"):
    """Which of an area's ideas say the same in nearly the same letters. Given by the server itself."""

    area: str
    groups: tuple[tuple[str, ...], ...] = ()


class AcceptArrivals(Command, frozen=True, tag="arrivals.accept"):
    """Leave the new ideas where the machine put them, in one area or in all, for good."""

    area: str | None = None
