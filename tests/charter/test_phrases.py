"""The two languages say the same things, with the same gaps to fill and the right number of forms."""

import re

import msgspec
import pytest

from facilitation.charter.catalogue import phrases_in
from facilitation.charter.english import ENGLISH
from facilitation.charter.phrases import Forms, Phrases
from facilitation.charter.polish import POLISH

FORMS = [field.name for field in msgspec.structs.fields(Phrases) if field.type == Forms]
OTHERS = [field.name for field in msgspec.structs.fields(Phrases) if field.type != Forms]


def texts(phrases: Phrases, name: str) -> list[str]:
    """The phrase, or all of them where there are several."""
    said = getattr(phrases, name)
    if isinstance(said, dict):
        return list(said.values())
    return [said] if isinstance(said, str) else list(said)


@pytest.mark.parametrize("name", OTHERS)
def test_a_phrase_has_the_same_gaps_in_both_languages(name):
    gaps = [[re.findall(r"\{\w*\}", text) for text in texts(each, name)] for each in (POLISH, ENGLISH)]
    assert gaps[0] == gaps[1]


@pytest.mark.parametrize("name", FORMS)
def test_what_is_counted_has_three_forms_in_polish_and_two_in_english(name):
    assert [len(texts(each, name)) for each in (POLISH, ENGLISH)] == [3, 2]


def test_no_phrase_is_empty_or_the_same_in_both_languages_by_oversight():
    alike = {name for name in (*OTHERS, *FORMS) if texts(POLISH, name) == texts(ENGLISH, name)}
    empty = [name for name in (*OTHERS, *FORMS) if not all(texts(POLISH, name) + texts(ENGLISH, name))]
    assert (alike, empty) == ({"minutes"}, [])


def test_polish_is_polish_and_any_other_language_is_english():
    assert [phrases_in(code).locale for code in ("pl", "en", "uk", "")] == [
        "pl-PL",
        "en-GB",
        "en-GB",
        "en-GB",
    ]
