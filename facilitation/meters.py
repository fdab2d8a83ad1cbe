"""What a server counts about itself: how many, how often, how long; never who and never what was written.

Counting is a few additions and always on. `web/metrics.py` shows it to Prometheus where that is wanted;
`server.py` then also measures how late its hub is.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from facilitation.domain.commands import COMMANDS

COMMIT_SECONDS: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0)
LAG_SECONDS: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
OTHER: Final = "other"
"""The type of a command that is none, so that nobody can fill a table with names of their own making."""


class Histogram:
    """How many values lay at or below each bound, their sum and the largest."""

    def __init__(self, bounds: Sequence[float]) -> None:
        self.bounds = tuple(bounds)
        self.total = 0.0
        self.longest = 0.0
        self._counts = [0] * (len(self.bounds) + 1)

    def observe(self, value: float) -> None:
        """One value more."""
        self._counts[bisect_left(self.bounds, value)] += 1
        self.total += value
        self.longest = max(self.longest, value)

    @property
    def count(self) -> int:
        """How many values there were."""
        return sum(self._counts)

    def cumulated(self) -> list[tuple[str, float]]:
        """(bound, how many at or below it), the last bound being `+Inf`: as Prometheus wants it."""
        below, rows = 0, []
        for bound, count in zip((*map(str, self.bounds), "+Inf"), self._counts, strict=True):
            below += count
            rows.append((bound, float(below)))
        return rows


class Gauge(NamedTuple):
    """Something that goes up and down, read when it is asked for."""

    name: str
    sentence: str
    read: Callable[[], float]


class Meters:
    """One server's counters. Whoever has something that goes up and down adds it to `gauges`."""

    def __init__(self) -> None:
        self.commands: Counter[tuple[str, str]] = Counter()
        self.commits = Histogram(COMMIT_SECONDS)
        self.commits_failed = 0
        self.copies_failed = 0
        self.cut_off = 0
        self.lag = Histogram(LAG_SECONDS)
        self.gauges: list[Gauge] = []

    def command(self, message: object, outcome: str) -> None:
        """A command, as it was sent, was answered; `outcome` is `ok` or the refusal's code."""
        kind = message.get("type") if isinstance(message, dict) else None
        self.commands[kind if isinstance(kind, str) and kind in COMMANDS else OTHER, outcome] += 1

    def gauge(self, name: str, sentence: str, read: Callable[[], float]) -> None:
        """Shows `read()` under this name from now on."""
        self.gauges.append(Gauge(name, sentence, read))
