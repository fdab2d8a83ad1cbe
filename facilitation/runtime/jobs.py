"""What takes the processor for long: the jobs that `worker.py` does in a process of its own, and what
comes back. Only plain values travel, as JSON; `arrange.py` and `suggest.py` make jobs from a workshop and
sense from their replies."""

from typing import Protocol

import msgspec

from facilitation.seating import Instance, Plan
from facilitation.themes import IdeaText, KeptTheme, Suggestion


class DealJob(msgspec.Struct, frozen=True, tag="deal"):
    """Plan the first of these instances that has a plan, searching for that many seconds."""

    attempts: tuple[Instance, ...]
    seconds: float
    seed: int


class GroupArea(msgspec.Struct, frozen=True):
    """The ideas of one area that are to be grouped, and the themes a moderator keeps there."""

    ideas: tuple[IdeaText, ...]
    kept: tuple[KeptTheme, ...]


class GroupJob(msgspec.Struct, frozen=True, tag="group"):
    """Group the ideas of each of these areas."""

    areas: dict[str, GroupArea]
    fineness: float
    seed: int


class Dealt(msgspec.Struct, frozen=True, tag="dealt"):
    """The plan, and in figures what it reached."""

    plan: Plan
    report: dict[str, int]


class Grouped(msgspec.Struct, frozen=True, tag="grouped"):
    """A suggestion for each area."""

    areas: dict[str, Suggestion]


class Impossible(msgspec.Struct, frozen=True, tag="impossible"):
    """There is no plan; `reason` is the English sentence that says why."""

    reason: str


class Broken(msgspec.Struct, frozen=True, tag="broken"):
    """The job failed, which is nobody's fault but the program's; `detail` is for the log."""

    detail: str


Job = DealJob | GroupJob
Reply = Dealt | Grouped | Impossible | Broken


class JobFailed(Exception):
    """A job that came to nothing: it took too long, or the worker died or broke. The text is for the log."""


class Jobs(Protocol):
    """Whoever does jobs."""

    def do(self, job: Job, timeout_seconds: float) -> Reply:
        """Blocks the calling (green) thread until the job is done. Raises JobFailed; never returns Broken."""

    def close(self) -> None:
        """Does no more."""
