"""What goes into a suggestion of themes and what comes out: plain, frozen values.

The recipe that makes one from the other is in suggest.py; the worker sends these
very structures as JSON (worker.py).
"""

import msgspec


class IdeaText(msgspec.Struct, frozen=True):
    """One idea as its author typed it. `lang` is an ISO 639-1 code, or None when nobody said."""

    id: str
    text: str
    lang: str | None = None


class KeptTheme(msgspec.Struct, frozen=True):
    """A theme that a human made or confirmed: its title and the ideas in it are never touched."""

    id: str
    title: str
    ideas: tuple[str, ...] = ()


class SuggestedTheme(msgspec.Struct, frozen=True):
    """Ideas that the machine would put together, the most typical first.

    `confidence` runs parallel to `ideas`, each 0..1 (1 for an idea that a human placed).
    `kept` is the id of the human's theme that this one extends, and then `title` is that theme's;
    `added` are the ideas that the machine would add to it (all of them when `kept` is None).
    """

    title: str
    ideas: tuple[str, ...]
    confidence: tuple[float, ...]
    added: tuple[str, ...]
    kept: str | None = None


class Suggestion(msgspec.Struct, frozen=True):
    """Every given idea stands exactly once: in one theme or in `unassigned`.

    `same` lists groups of two or more ideas that say the same thing in nearly the same letters;
    a screen may show each group as one idea with a count. It is an offer: they stand apart in `themes`.
    """

    themes: tuple[SuggestedTheme, ...]
    unassigned: tuple[str, ...]
    same: tuple[tuple[str, ...], ...] = ()
