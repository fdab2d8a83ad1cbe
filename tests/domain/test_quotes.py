"""When a sentence still says what an idea said."""

import pytest

from facilitation.domain.quotes import quotes


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Jedno okienko", "jedno okienko!", True),
        ("Łączność z kuratorem", "lacznosc z kuratorem, prosze", True),
        ("Zaufanie: Mówimy sobie prawdę. Telefon.", "mówimy sobie prawdę", True),
        ("Jedno okienko", "Telefon do koordynatora", False),
        ("Praca", "praca u podstaw", False),
        ("tak", "Tak!", True),
        ("", "", False),
    ],
)
def test_a_sentence_quotes_what_it_contains_or_is_a_piece_of(
    sentence: str, words: str, expected: bool
) -> None:
    assert quotes(sentence, words) is expected
