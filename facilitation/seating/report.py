"""What a plan reached, as figures and as sentences that a moderator understands.

Sentences are gettext msgids with parameters; the translating is done elsewhere. The figures: ``score.py``.
"""

from __future__ import annotations

from typing import Final

import msgspec

from facilitation.seating.score import Score

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "nobody_twice": ("Nobody meets anyone twice.", "Nobody meets anyone twice."),
    "repeats": ("One pair meets again.", "Pairs meet again %(num)s times."),
    "repeats_least": ("Fewer is impossible.", "Fewer is impossible."),
    "repeats_bound": ("None at all may be possible.", "Fewer than %(num)s is impossible."),
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
    """The figures of a plan, defined in ``score.py``, with the bound on repeats."""

    repeats: int
    bound: int
    sector_off: int
    clashes: int
    moved: int
    iterations: int
    """Steps of search it took, for comparing runs on machines that are not equally busy."""
    sentences: tuple[Sentence, ...]


def report_on(
    score: Score, bound: int, iterations: int, *, replanned: bool, sectors: bool, kin: bool
) -> Report:
    """The report; sectors, colleagues and moved seats are spoken of only where there are any."""
    said: list[Sentence] = []
    if not score.repeats:
        said.append(Sentence("nobody_twice"))
    else:
        said.append(Sentence("repeats", score.repeats))
        said.append(Sentence("repeats_least" if score.repeats <= bound else "repeats_bound", bound))
    if sectors:
        even = Sentence("sectors_even")
        said.append(Sentence("sectors_off", score.sector_off) if score.sector_off else even)
    if kin:
        apart = Sentence("colleagues_apart")
        said.append(Sentence("colleagues_together", score.clashes) if score.clashes else apart)
    if replanned:
        said.append(Sentence("moved", score.moved) if score.moved else Sentence("nobody_moved"))
    return Report(
        score.repeats, bound, score.sector_off, score.clashes, score.moved, iterations, tuple(said)
    )  # fmt: skip
