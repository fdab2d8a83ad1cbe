"""The workshop's own texts in the other language: a small dictionary, from a text to what it is there.

A translation belongs to the words and not to the place: the same words read the same wherever they stand, and
words that are changed have none until somebody writes it, so none is ever stale. What browsers do with it
stands in static/src/shared/translations.js; the charter and the papers stay in the workshop's language.
"""

from collections.abc import Iterator
from itertools import chain

from facilitation.domain import bounds
from facilitation.domain.workshop import Area, Round, Table, Workshop

Translations = dict[str, dict[str, str]]
"""Language → text → what it is in this language."""


def texts(w: Workshop) -> dict[str, int]:
    """Every text of the workshop's own, none twice, with how long a version of it may be."""
    found: dict[str, int] = {}
    for text, most in chain(_titles(w), _questions(w), _sectors(w)):
        if text:
            found[text] = max(most, found.get(text, 0))
    return found


def shown(w: Workshop) -> Translations:
    """The translations of the texts that stand somewhere now; languages without one are left out."""
    if not w.translations:
        return {}
    standing = texts(w)
    used = {
        language: {text: said for text, said in known.items() if text in standing}
        for language, known in w.translations.items()
    }
    return {language: known for language, known in used.items() if known}


def said_in(w: Workshop, language: str, text: str) -> str:
    """A text of the workshop's own as somebody reads it whose language this is."""
    return w.translations.get(language, {}).get(text, text)


def language_of(w: Workshop, language: str, text: str) -> str:
    """The language that such a text is in as somebody reads it whose language is `language`."""
    return language if text in w.translations.get(language, {}) else w.language


def _titles(w: Workshop) -> Iterator[tuple[str, int]]:
    yield w.title, bounds.TITLE_CHARACTERS
    for area in w.areas.values():
        yield area.title, bounds.TITLE_CHARACTERS
    for table in w.tables.values():
        yield table.topic, bounds.TITLE_CHARACTERS


def _questions(w: Workshop) -> Iterator[tuple[str, int]]:
    yield w.purpose, bounds.QUESTION_CHARACTERS
    asked: tuple[Area | Table | Round, ...] = (*w.areas.values(), *w.tables.values(), *w.rounds.values())
    for each in asked:
        yield each.question, bounds.QUESTION_CHARACTERS


def _sectors(w: Workshop) -> Iterator[tuple[str, int]]:
    for sector in w.sectors:
        yield sector, bounds.SECTOR_CHARACTERS
