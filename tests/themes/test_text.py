"""Text as phones send it: cleaned, its letters restored, its language read, its contradictions seen."""

import numpy as np
import pytest

from facilitation.themes.contrast import is_negated, opposed
from facilitation.themes.diacritics import learn_spellings, restore
from facilitation.themes.encoders import NgramEncoder
from facilitation.themes.likeness import Space
from facilitation.themes.naming import headline, title_of
from facilitation.themes.sameness import same_groups
from facilitation.themes.text import clean, content_words, language


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  zaufanie  \n i   rozmowa ", "zaufanie i rozmowa"),
        ("WIĘCEJ ZIELENI!!!", "więcej zieleni!"),
        ("ZUS i MOPS razem", "ZUS i MOPS razem"),
        ("kawa ☕ dla wszystkich :)", "kawa dla wszystkich"),
        ("ta\u200bjne \u202eodwrócone", "tajne odwrócone"),
        ("e\u0301cole", "école"),
        ("", ""),
    ],
)
def test_shouting_emoji_and_hidden_marks_are_cleaned_away(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("zeby byla lacznosc", "żeby była łączność"),
        ("wspolpraca szkol i urzedow", "współpraca szkół i urzędów"),
        ("żeby byla", "żeby byla"),
        ("zieloność i bzz", "zieloność i bzz"),
    ],
)
def test_letters_that_were_not_typed_are_restored_only_where_their_author_types_none(
    typed: str, restored: str
) -> None:
    assert restore(typed, {}) == restored


def test_a_spelling_that_others_used_is_learned_from_them() -> None:
    learned = learn_spellings(["kolęda na rynku", "wspólna kolęda", "koleda"])
    assert restore("koleda dla wszystkich", learned) == "kolęda dla wszystkich"


@pytest.mark.parametrize(
    ("text", "said", "read"),
    [
        ("spotkania w piątek", None, "pl"),
        ("nie ma kto tego robic", None, "pl"),
        ("we should meet in the evening", None, "en"),
        ("зустрічі щомісяця", None, "uk"),
        ("OK", "en", "en"),
        ("OK", "de", "pl"),
        ("", None, "pl"),
    ],
)
def test_the_language_is_what_was_said_or_what_the_words_show(text: str, said: str | None, read: str) -> None:
    assert language(text, said) == read


def test_common_words_tell_nothing_with_or_without_their_letters() -> None:
    assert content_words("zeby kazdy mógł przyjść", "pl") == ["przyjść"]


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ("zgadzam się", "nie zgadzam się", True),
        ("jawność", "tajność", True),
        ("jawne ustalenia", "poufność rozmów", True),
        ("transparency", "confidentiality", True),
        ("spotkania online", "spotkania na żywo", True),
        ("chcę parkingu przy szkole", "nie chcę parkingu przy szkole", True),
        ("jawność i poufność w równowadze", "poufność", False),
        ("zaufanie", "szacunek", False),
        ("nie ma autobusu", "plac zabaw", False),
        ("", "", False),
    ],
)
def test_opposites_and_denials_contradict_and_nothing_else_does(
    one: str, other: str, contradict: bool
) -> None:
    assert opposed([one, other]).tolist() == [[False, contradict], [contradict, False]]


def test_two_denials_affirm() -> None:
    assert [is_negated(text) for text in ("chcę", "nie chcę", "nie bez powodu")] == [False, True, False]


def test_slips_of_the_thumb_are_the_same_idea_and_contradictions_never_are() -> None:
    texts = [
        "wspólny kalendarz",
        "Wspolny kalendarz!",
        "wspólny kalendrz",
        "bez wspólnego kalendarza",
        "kalendarz",
    ]
    vectors = Space(texts, ["pl"] * 5, NgramEncoder()).of(texts, ["pl"] * 5)
    alike = vectors @ vectors.T
    assert same_groups(texts, alike, opposed(texts)) == [[0, 1, 2]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("żeby wszyscy się słuchali!!", "Wszyscy się słuchali"),
        ("„zaufanie”", "Zaufanie"),
        ("krótkie spotkania, bo każdy ma jeszcze dyżur i dzieci do odebrania", "Krótkie spotkania"),
        (
            "stworzenie jednego wspólnego miejsca informacji dla mieszkańców całego powiatu",
            "Stworzenie jednego wspólnego miejsca informacji…",
        ),
        ("prosimy o jasne zasady", "Jasne zasady"),
        ("pragniemy, aby nikt nie został sam", "Nikt nie został sam"),
        ("odp. na maila w dwa dni", "Odp. na maila w dwa dni"),
        ("świetlica po lekcjach +1", "Świetlica po lekcjach"),
        ("granice. pomagam, nie wyręczam", "Granice – pomagam, nie wyręczam"),
        ("żeby nikt nie usłyszał od nas „to nie u nas, tylko gdzie indziej”", "Nikt nie usłyszał od nas"),
        ("?!", ""),
    ],
)
def test_a_headline_is_the_first_telling_clause_in_the_author_s_words(text: str, title: str) -> None:
    assert headline(text) == title


def test_a_reply_or_an_excuse_names_no_theme_while_anything_else_can() -> None:
    texts = ["zgadzam się z Olą", "przepraszam, autobus", "świetlica po lekcjach dla dzieci z osiedla"]
    assert title_of(texts, np.eye(3, dtype=np.float32), []).startswith("Świetlica po lekcjach")


def test_a_title_that_is_taken_is_not_given_twice() -> None:
    texts = ["Zaufanie", "zaufanie"]
    vectors = Space(texts, ["pl", "pl"], NgramEncoder()).of(texts, ["pl", "pl"])
    alike = vectors @ vectors.T
    assert title_of(texts, alike, []) == "Zaufanie"
    assert title_of(texts, alike, ["ZAUFANIE"]) == "Zaufanie (2)"
