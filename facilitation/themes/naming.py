"""Naming: the most central short idea of a theme, cleaned, is its title. Never a string of keywords."""

import re
from collections.abc import Collection, Sequence

from facilitation.themes.contrast import is_negated
from facilitation.themes.grams import Floats

_LONGEST = 48
_ADDRESS = re.compile(
    r"^(?:(?:no|tak|i|a|oraz|też|jeszcze|dokładnie|realnie|proponuję|proszę(?: o)?|prosimy(?: o)?|żeby|zeby"
    r"|moim zdaniem|myślę,? że|pragniemy(?=,? (?:aby|by|żeby))|aby|by|zapomnia\w+"
    r"|zgadzam się(?: z \w+)? i dodaję|yes|and|also|i think|i forgot|please|we should|we want to|maybe)"
    r"\b[ ,:?–-]*)+",
    re.IGNORECASE,
)
# Said to somebody in the room, or to nobody: no name for what others say beside it.
_ASIDE = re.compile(
    r"(?:nie )?zgadzam się|popieram|jestem (?:za|przeciw)|przepraszam|dzięk|test$"
    r"|i (?:dis)?agree|agreed|sorry|thanks|thank you",
    re.IGNORECASE,
)
_AGREEING = re.compile(r"\s*\+\s?1$")
_DASHED = re.compile(r"(?<=\w{4})\. (?=[^\W\d_])")
_CLAUSE = re.compile(r"\s*(?:[.;!?…]|,\s|\s[–—-]\s|:\s|\(|\s\+\s)")
_EDGES = " ,.;:!?…–—-\"„”'()"


def title_of(texts: Sequence[str], alike: Floats, taken: Collection[str]) -> str:
    """A title in people's own words for ideas given by cleaned texts and their likeness (n, n).

    The short idea, or the first clause of a longer one, nearest to all others; another one if that title is
    `taken` already (compared without case). Only if all are, a number is added.
    """
    closeness = alike.mean(axis=1)
    titles = [headline(text) for text in texts]
    burdens = [_burden(text, title) for text, title in zip(texts, titles, strict=True)]
    rank = sorted(range(len(texts)), key=lambda n: (round(burdens[n] - float(closeness[n]), 4), n))
    used = {title.casefold() for title in taken}
    for place in rank:
        if titles[place] and titles[place].casefold() not in used:
            return titles[place]
    first = titles[rank[0]] or "…"
    numbered = (f"{first} ({number})" for number in range(2, len(used) + 3))
    return next(title for title in numbered if title.casefold() not in used)


def headline(text: str) -> str:
    """The first telling clause of a cleaned text, without address or closing marks, begun with a capital."""
    stripped = _AGREEING.sub("", _ADDRESS.sub("", text)).strip(_EDGES) or text.strip(" .,;:!?")
    if len(stripped) > _LONGEST:
        clause = _CLAUSE.split(stripped, maxsplit=1)[0].strip()
        stripped = clause if len(clause) >= 4 else stripped
    if len(stripped) > _LONGEST:
        stripped = stripped[: _LONGEST + 1].rsplit(" ", 1)[0][:_LONGEST].rstrip(" ,.;:–—-") + "…"
    opened = stripped.rfind("„")
    if opened > stripped.rfind("”"):  # a quotation that was cut off
        stripped = stripped[:opened].rstrip(_EDGES) or stripped[opened + 1 :]
    stripped = _DASHED.sub(" – ", stripped)
    return stripped[:1].upper() + stripped[1:]


def _burden(text: str, title: str) -> float:
    """What speaks against a title: length, being cut off, a question, a denial, a reply or an excuse."""
    return (
        0.012 * max(0, len(title) - 24)
        + 0.25 * title.endswith("…")
        + 0.15 * text.rstrip().endswith("?")
        + 0.10 * is_negated(text)
        + 0.40 * bool(_ASIDE.match(text))
        + 0.10 * (len(text) > len(title) + 12)
    )
