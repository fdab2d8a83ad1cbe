"""What a plan reached, as figures and as sentences that a moderator understands.

Sentences are gettext msgids with parameters; the translating is done elsewhere. The figures: ``score.py``.
"""

from __future__ import annotations

from typing import Final

import msgspec

from facilitation.seating.room import Room, Seating
from facilitation.seating.score import meetings, score

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
    iterations: int
    """Steps of search it took, for comparing runs on machines that are not equally busy."""
    sentences: tuple[Sentence, ...]


def report_on(room: Room, seats: Seating, bound: int, iterations: int) -> Report:
    """The report on a seating; sectors, colleagues and moved seats are spoken of only where there are any."""
    figures, met = score(room, seats), meetings(room, seats)
    pairs_again, most = int((met > 1).sum()) // 2, int(met.max(initial=0))
    said = _on_repeats(figures.repeats, pairs_again, most, bound)
    if room.has_sectors:
        said.append(_counted("sectors_off", "sectors_even", figures.sector_off))
    if (room.institution >= 0).any():
        said.append(_counted("colleagues_together", "colleagues_apart", figures.clashes))
    if (room.previous[room.locked :] >= 0).any():
        said.append(_counted("moved", "nobody_moved", figures.moved))
    return Report(
        figures.repeats, pairs_again, most, bound,
        figures.sector_off, figures.clashes, figures.moved, iterations, tuple(said),
    )  # fmt: skip


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
