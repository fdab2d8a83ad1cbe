"""People's words stay, what could harm a screen goes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean, fit, required


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  zaufanie \n i\tszacunek ", "zaufanie i szacunek"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bell\x07 nul\x00", "bell nul"),
        ("\ud800lone", "lone"),
        ("o\u0301", "ó"),
        ("👩‍👧 razem", "👩‍👧 razem"),
        ("Ą" + "\u0300" * 50, "Ą" + "\u0300" * 2),
        ("<b>&amp;</b> # 1. * |", "<b>&amp;</b> # 1. * |"),
    ],
)
def test_cleaning_keeps_words_and_drops_what_is_invisible(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)


@given(st.text(st.characters(max_codepoint=0x2100)))
def test_what_is_written_in_plain_letters_is_cleaned_no_other_than_all_else(typed: str) -> None:
    assert clean(typed) == clean(typed + "\u200b")


@given(st.text())
def test_nothing_that_controls_a_screen_is_left(typed: str) -> None:
    left = {unicodedata.category(character) for character in clean(typed)}
    assert left.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(clean(typed))


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    with pytest.raises(Refusal) as caught:
        fit("x" * 501, 500, "text")
    assert caught.value == Refusal("too_long", "text", {"limit": 500, "length": 501})


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\u202e", "\u0301"])
def test_nothing_readable_is_nothing(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        required(typed, 500, "text")
    assert caught.value == Refusal("empty_text", "text")
