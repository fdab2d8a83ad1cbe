"""People's words, made harmless and otherwise left as they are. Which length goes with which field stands
in bounds.py."""

import re
import unicodedata

from facilitation.domain.refusals import Refusal

# Bidirectional controls can turn a whole line of a projected board round; the zero-width space, the word
# joiner and the byte
# order mark make two equal texts look different. U+200C and U+200D stay: emoji and some scripts are built
# with them.
_INVISIBLE = re.compile(
    "[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_COMBINING_RUN = re.compile(
    r"(?<=[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]{3})[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]+"
)
_DROPPED = frozenset({"Cc", "Cs", "Cn", "Co"})
# Letters, digits and signs of European languages, none of which any step below would change.
_PLAIN = re.compile("[ -~¡-\u00ac\u00ae-\u024f–—‘’‚“”„…]*")


def clean(text: str) -> str:
    """The same words in NFC, on one line, single-spaced, without control, bidirectional and unassigned
    characters.

    Runs of combining marks are cut after three, so that no text climbs over its neighbours. Cleaning twice
    changes nothing. What is written in plain letters, as nearly everything is, takes 2 instead of 35 µs.
    """
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    spaced = "".join(" " if character.isspace() else character for character in text)
    visible = "".join(c for c in spaced if unicodedata.category(c) not in _DROPPED)
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", visible))
    calm = unicodedata.normalize("NFC", _COMBINING_RUN.sub("", unicodedata.normalize("NFD", composed)))
    return " ".join(calm.split())


def fit(text: str, limit: int, field: str) -> str:
    """`clean(text)`, or `too_long` naming the field when it has more than `limit` characters. May be
    empty."""
    cleaned = clean(text)
    if len(cleaned) > limit:
        raise Refusal("too_long", field, {"limit": limit, "length": len(cleaned)})
    return cleaned


def fit_lines(text: str, limit: int, field: str) -> str:
    """As `fit`, but line by line: empty lines at the ends go, and of several in a row one stays."""
    lines = [clean(line) for line in text.splitlines()]
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    cleaned = "\n".join(kept).strip("\n")
    if len(cleaned) > limit:
        raise Refusal("too_long", field, {"limit": limit, "length": len(cleaned)})
    return cleaned


def required(text: str, limit: int, field: str) -> str:
    """`fit(…)`, or `empty_text` when nothing readable is left."""
    fitted = fit(text, limit, field)
    if not readable(fitted):
        raise Refusal("empty_text", field)
    return fitted


def readable(text: str) -> bool:
    """Whether there is anything to read in it: a letter, a digit, a sign or an emoji."""
    return any(unicodedata.category(character)[0] in "LNSP" for character in text)
