"""What takes the processor for long: the jobs that `worker.py` does in a process of its own, and what
comes back. Only plain values travel, as JSON; `arrange.py` makes jobs from a workshop and
sense from their replies."""

from typing import Protocol

import msgspec

from facilitation.seating import Instance, Plan


class DealJob(msgspec.Struct, frozen=True, tag="deal"):
    """Plan the first of these instances that has a plan, searching for that many seconds."""

    attempts: tuple[Instance, ...]
    seconds: float
    seed: int


class ReseatJob(msgspec.Struct, frozen=True, tag="reseat"):
    """Find seats for these people, one after the other, wherever the instance's plan has none for them."""

    instance: Instance
    people: tuple[str, ...]


class Dealt(msgspec.Struct, frozen=True, tag="dealt"):
    """The plan, and in figures what it reached."""

    plan: Plan
    report: dict[str, int]


class Reseated(msgspec.Struct, frozen=True, tag="reseated"):
    """Participant → round of the instance → table."""

    seats: dict[str, dict[int, str]]


class Impossible(msgspec.Struct, frozen=True, tag="impossible"):
    """There is no plan; `reason` is the English sentence that says why, `code` and `params` as in
    `InstanceRefused`."""

    reason: str
    code: str = ""
    params: dict[str, str | int] = {}


class Broken(msgspec.Struct, frozen=True, tag="broken"):
    """The job failed, which is nobody's fault but the program's; `detail` is for the log."""

    detail: str


Job = DealJob | ReseatJob
Reply = Dealt | Reseated | Impossible | Broken


class JobFailed(Exception):
    """A job that came to nothing: it took too long, or the worker died or broke. The text is for the log."""


class Jobs(Protocol):
    """Whoever does jobs."""

    def do(self, job: Job, timeout_seconds: float) -> Reply:
        """Blocks the calling (green) thread until the job is done. Raises JobFailed; never returns Broken."""

    def close(self) -> None:
        """Does no more."""
