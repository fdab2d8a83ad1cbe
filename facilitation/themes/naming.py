"""Naming: the most central short idea of a theme, cleaned, is its title. Never a string of keywords."""

import re
from collections.abc import Collection, Sequence

import numpy as np

from facilitation.themes.contrast import is_negated
from facilitation.themes.encoders import Vectors

_LONGEST = 48
_ADDRESS = re.compile(
    r"^(?:(?:no|tak|i|a|oraz|też|jeszcze|dokładnie|proponuję|proszę|prosimy|moim zdaniem|myślę,? że|żeby|zeby|aby|by"
    r"|i jeszcze|i zapomnia\w+|zgadzam się i dodaję|yes|and|also|i think|please|we should|maybe)\b[ ,:–-]*)+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*(?:[.;!?…]|,\s|\s[–—-]\s|:\s|\(|\s\+\s)")


def title_of(texts: Sequence[str], vectors: Vectors, taken: Collection[str]) -> str:
    """A title in people's own words for ideas given by cleaned texts and their vectors.

    The short idea, or the first clause of a longer one, nearest to the middle of all; another one if the title is
    `taken` already (compared without case). Only if all are, a number is added.
    """
    middle = vectors.mean(axis=0)
    closeness = vectors @ (middle / max(float(np.linalg.norm(middle)), 1e-6))
    titles = [headline(text) for text in texts]
    rank = sorted(
        range(len(texts)), key=lambda place: (_burden(texts[place], titles[place]) - closeness[place], place)
    )
    used = {title.casefold() for title in taken}
    for place in rank:
        if titles[place] and titles[place].casefold() not in used:
            return titles[place]
    first = titles[rank[0]] or "…"
    return next(
        numbered
        for number in range(2, len(used) + 3)
        if (numbered := f"{first} ({number})").casefold() not in used
    )


def headline(text: str) -> str:
    """The first telling clause of a cleaned text, without address or closing marks, begun with a capital."""
    stripped = _ADDRESS.sub("", text).strip(" ,.;:!?…–—-\"„”'()") or text.strip(" .,;:!?")
    if len(stripped) > _LONGEST:
        clause = _CLAUSE.split(stripped, maxsplit=1)[0].strip()
        stripped = clause if len(clause) >= 4 else stripped
    if len(stripped) > _LONGEST:
        stripped = stripped[: _LONGEST + 1].rsplit(" ", 1)[0][:_LONGEST].rstrip(" ,.;:–—-") + "…"
    return stripped[:1].upper() + stripped[1:]


def _burden(text: str, title: str) -> float:
    """What speaks against a title: length, being cut off, a question, a denial."""
    return (
        0.012 * max(0, len(title) - 24)
        + 0.25 * title.endswith("…")
        + 0.15 * text.rstrip().endswith("?")
        + 0.10 * is_negated(text)
        + 0.10 * (len(text) > len(title) + 12)
    )
