"""Polish and English marks, spaces, dates and plurals; words are never touched."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.charter.alphabet import alphabetical
from facilitation.charter.typography import long_date, plural, quoted, set_text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Spotkanie w szkole i w domu, a z nim my", "Spotkanie w~szkole i~w~domu, a~z~nim my"),
        ("O tym mówimy, I tak dalej", "O~tym mówimy, I~tak dalej"),
        ('pytamy "jak", a nie "czy"', "pytamy „jak”, a~nie „czy”"),
        ("pytamy “jak”", "pytamy „jak”"),
        ('ekran 40" i', 'ekran 40" i'),
        ("tak - zawsze", "tak – zawsze"),
        ("biało-czerwony, 5-10", "biało-czerwony, 5-10"),
        ("no...", "no…"),
        ("Szkoła nr 3, ul. Długa", "Szkoła nr~3, ul.~Długa"),
        ("dnia 28 października 2019 r.", "dnia 28~października 2019~r."),
        ("Nie o to chodzi", "Nie o~to chodzi"),
        ("(w parku)", "(w~parku)"),
        ("iw nowa owi", "iw nowa owi"),
    ],
)
def test_polish_is_set_as_polish_print_is(typed, printed):
    assert set_text(typed, "pl") == printed.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('we ask "how", don\'t we', "we ask “how”, don’t we"),
        ("yes - always...", "yes – always…"),
        ("School No. 3 on 28 October 2019", "School No.~3 on 28~October 2019"),
        ("I say a word", "I say a word"),
    ],
)
def test_english_is_set_as_english_print_is(typed, printed):
    assert set_text(typed, "en") == printed.replace("~", "\u00a0")


@given(st.text(), st.sampled_from(["pl", "en"]))
def test_setting_a_text_twice_is_setting_it_once(text, language):
    once = set_text(text, language)
    assert set_text(once, language) == once


@given(st.text(), st.sampled_from(["pl", "en"]))
def test_setting_a_text_changes_no_letter_and_no_digit(text, language):
    letters = [character for character in text if character.isalnum()]
    assert [character for character in set_text(text, language) if character.isalnum()] == letters


@pytest.mark.parametrize(
    ("number", "said"),
    [
        *((n, "pomysłów") for n in (0, 5, 11, 12, 14, 21, 112)),
        *((n, "pomysły") for n in (2, 4, 22, 102)),
        (1, "pomysł"),
    ],
)
def test_polish_counts_in_three_forms(number, said):
    assert plural(number, ("{n} pomysł", "{n} pomysły", "{n} pomysłów"), "pl") == f"{number} {said}"


@pytest.mark.parametrize(("number", "said"), [(0, "ideas"), (1, "idea"), (2, "ideas"), (21, "ideas")])
def test_english_counts_in_two_forms(number, said):
    assert plural(number, ("{n} idea", "{n} ideas"), "en") == f"{number} {said}"


def test_dates_are_written_out():
    day = date(2019, 10, 28)
    assert long_date(day, "pl") == "28\u00a0października\u00a02019\u00a0r."
    assert long_date(day, "en") == "28\u00a0October\u00a02019"


def test_each_language_has_its_quotation_marks():
    assert (quoted("Obrus", "pl"), quoted("Obrus", "en")) == ("„Obrus”", "“Obrus”")


def test_names_sort_by_the_polish_alphabet():
    names = ["Łódź", "Żory", "Lublin", "żabno", "Zabrze", "Śrem", "1 LO", "Ćmielów", "Czersk", "Mława"]
    assert sorted(names, key=alphabetical) == [
        *("1 LO", "Czersk", "Ćmielów", "Lublin", "Łódź"),
        *("Mława", "Śrem", "Zabrze", "żabno", "Żory"),
    ]
