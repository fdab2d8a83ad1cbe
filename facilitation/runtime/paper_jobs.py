"""The papers as jobs: what goes to the process that writes them (`paper_worker.py`) and what comes back. Only
plain values travel, as JSON: of a workshop its whole state, which is told in milliseconds where writing
a paper takes a second."""

from datetime import date
from typing import Protocol

import msgspec

from facilitation.charter import Picture
from facilitation.domain.workshop import Workshop
from facilitation.runtime.jobs import Broken


class PaperJob(msgspec.Struct, frozen=True):
    """Write the paper of this name (one of the charter's PAPERS) from this state. `day` and `logos` as in the
    charter's Occasion; `zone_seconds` is how far its clock is ahead of UTC."""

    name: str
    workshop: Workshop
    day: date | None
    zone_seconds: int
    logos: tuple[Picture, ...] = ()


class Written(msgspec.Struct, frozen=True, tag="written"):
    """The paper's bytes."""

    data: bytes


PaperReply = Written | Broken


class PaperJobs(Protocol):
    """Whoever writes papers."""

    def do(self, job: PaperJob, timeout_seconds: float) -> Written:
        """Blocks the calling (green) thread until the paper is written. Raises JobFailed."""

    def close(self) -> None:
        """Writes no more."""
