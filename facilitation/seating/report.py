"""What a plan reached, as figures and as sentences that a moderator understands.

Sentences are gettext msgids with parameters; the translating is done elsewhere. The figures: ``score.py``.
"""

from __future__ import annotations

from typing import Final

import msgspec
import numpy as np

from facilitation.seating.room import Room, Seating
from facilitation.seating.score import all_meetings, meetings, score

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "nobody_twice": ("Nobody meets anyone twice.", "Nobody meets anyone twice."),
    "pairs_twice": ("One pair meets twice.", "%(num)s pairs meet twice."),
    "pairs_again": ("One pair meets more than twice.", "%(num)s pairs meet twice or more often."),
    "fewer_impossible": ("Fewer is impossible.", "Fewer is impossible."),
    "fewer_than_impossible": ("None at all is impossible.", "Fewer than %(num)s repeats is impossible."),
    "sectors_even": ("Every sector is spread evenly.", "Every sector is spread evenly."),
    "sectors_off": (
        "One seat is off an even spread of sectors.", "%(num)s seats are off an even spread of sectors."
    ),
    "colleagues_apart": ("Colleagues sit apart in every round.", "Colleagues sit apart in every round."),
    "colleagues_together": (
        "One pair of colleagues shares a table.", "%(num)s times two colleagues share a table."
    ),
    "requests_kept": (
        "The request about sitting together or apart is kept.",
        "All %(num)s requests about sitting together or apart are kept.",
    ),
    "nobody_moved": ("Everyone keeps the seats they were told.", "Everyone keeps the seats they were told."),
    "moved": ("One seat is not as told before.", "%(num)s seats are not as told before."),
}  # fmt: skip
"""Code → (singular, plural) English msgids, both the same where there is nothing to count."""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence to translate: a key of SENTENCES and its number (0 where nothing is counted)."""

    code: str
    num: int = 0

    def english(self) -> str:
        """The sentence in English."""
        singular, plural = SENTENCES[self.code]
        return (singular if self.num == 1 else plural) % {"num": self.num}


class Report(msgspec.Struct, frozen=True):
    """The figures of a plan, defined in ``score.py``, with the bound on repeats from ``bound.py``."""

    repeats: int
    pairs_again: int
    """Pairs who meet more than once: as many as ``repeats`` where nobody meets three times."""
    most_meetings: int
    """How often the pair who meet most often meet."""
    bound: int
    sector_off: int
    clashes: int
    moved: int
    """Seats in coming rounds that are not as in the previous plan."""
    requests: int
    """Pairs who asked to sit together or apart. All are kept, or the instance is refused."""
    fewest_met: int
    """How many others the person meets who meets the fewest; 0 without people."""
    most_met: int
    pairs_met: int
    """Pairs of people who meet at least once."""
    pairs_possible: int
    """Pairs of people who are both there in some round."""
    iterations: int
    """Steps of search it took, for comparing runs on machines that are not equally busy."""
    sentences: tuple[Sentence, ...]

    def figures(self) -> dict[str, int]:
        """Every figure by its name: repeats, pairs_again, most_meetings, bound, sector_off, clashes, moved,
        requests, fewest_met, most_met, pairs_met, pairs_possible, iterations."""
        return {name: getattr(self, name) for name in self.__struct_fields__ if name != "sentences"}


def report_on(room: Room, seats: Seating, bound: int, iterations: int) -> Report:
    """The report on a seating; sectors, colleagues and moved seats are spoken of only where there are any."""
    figures, met = score(room, seats), meetings(room, seats)
    pairs_again, most = int((met > 1).sum()) // 2, int(met.max(initial=0))
    said = _on_repeats(figures.repeats, pairs_again, most, bound)
    if room.has_sectors:
        said.append(_counted("sectors_off", "sectors_even", figures.sector_off))
    if (room.institution >= 0).any():
        said.append(_counted("colleagues_together", "colleagues_apart", figures.clashes))
    if room.requests:
        said.append(Sentence("requests_kept", room.requests))
    if (room.previous[room.locked :] >= 0).any():
        said.append(_counted("moved", "nobody_moved", figures.moved))
    at_all = all_meetings(room, seats) > 0
    others = at_all.sum(1)[room.present.any(0)]
    there = room.present.astype(np.int64)
    return Report(
        repeats=figures.repeats,
        pairs_again=pairs_again,
        most_meetings=most,
        bound=bound,
        sector_off=figures.sector_off,
        clashes=figures.clashes,
        moved=figures.moved,
        requests=room.requests,
        fewest_met=int(others.min()) if len(others) else 0,
        most_met=int(others.max(initial=0)),
        pairs_met=int(at_all.sum()) // 2,
        pairs_possible=int(np.triu(there.T @ there > 0, 1).sum()),
        iterations=iterations,
        sentences=tuple(said),
    )


def _on_repeats(repeats: int, pairs_again: int, most: int, bound: int) -> list[Sentence]:
    if not repeats:
        return [Sentence("nobody_twice")]
    said = [Sentence("pairs_twice" if most == 2 else "pairs_again", pairs_again)]
    if repeats <= bound:
        said.append(Sentence("fewer_impossible"))
    elif bound:
        said.append(Sentence("fewer_than_impossible", bound))
    return said


def _counted(some: str, none: str, num: int) -> Sentence:
    return Sentence(some, num) if num else Sentence(none)
