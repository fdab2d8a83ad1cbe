"""Near-identical ideas: one idea in two spellings is the same, two ideas in the same letters are not."""

import numpy as np
import pytest

from facilitation.themes.contrast import is_negated, opposed
from facilitation.themes.sameness import same_groups
from facilitation.themes.text import clean


def same(one: str, other: str) -> bool:
    texts = [clean(one), clean(other)]
    return same_groups(texts, np.ones((2, 2), dtype=np.float32), opposed(texts)) == [[0, 1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zaufanie", "Zaufanie!!"),
        ("więcej zieleni", "WIECEJ ZIELENI"),
        ("lawki w parku", "Ławki w parkach"),
        ("plac zabaw", "place zabaw"),
        ("wspólny kalendarz", "wspólny kalendrz"),
        ("Jeden numer telefonu", "i jeden numer telefonu :)"),
        ("nie oceniamy", "Nie oceniamy."),
        ("more benches", "More bench"),
    ],
)
def test_case_marks_inflection_and_a_slip_of_the_thumb_make_no_new_idea(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("szkoła ufa", "sąd ufa"),
        ("szkoła ufa rodzinie", "szkole ufa rodzina"),
        ("sąd ufa szkole", "szkoła ufa sądowi"),
        ("dzieci uczą rodziców", "rodzice uczą dzieci"),
        ("raz na 2 tygodnie", "raz na 3 tygodnie"),
        ("klasa A", "klasa B"),
        ("spotkania przed pracą", "spotkania po pracy"),
        ("mieszkania dla młodych", "mieszkańcy dla młodych"),
        ("więcej kontroli", "mniej kontroli"),
        ("szkoła i sąd", "szkoła i sad"),
        ("moralne zasady", "amoralne zasady"),
        ("jawne narady", "tajne narady"),
        ("oceniamy", "nigdy nie oceniamy"),
        ("zaufanie", "brak zaufania"),
        ("we will vote", "we won't vote"),
        ("trust the school", "trust the court"),
    ],
)
def test_another_subject_number_time_or_a_denial_is_another_idea(one: str, other: str) -> None:
    assert not same(one, other)


def test_what_denies_and_what_denies_a_denial() -> None:
    denying = (
        "nie chcę",
        "nigdy nie kłamiemy",
        "nikt nie jest sam",
        "brak zaufania",
        "we don’t agree",
        "nobody",
    )
    assert [text for text in denying if not is_negated(clean(text))] == []
    assert [text for text in ("chcę", "nie bez powodu", "we agree") if is_negated(text)] == []
