"""Which table of phrases goes with which language. A small table of our own and not gettext: this room is
pure, and a document is written in its workshop's language, whoever asks for it."""

from facilitation.charter.english import ENGLISH
from facilitation.charter.phrases import Phrases
from facilitation.charter.polish import POLISH


def phrases_in(language: str) -> Phrases:
    """The phrases of `pl`, or else the English ones."""
    return POLISH if language == "pl" else ENGLISH
