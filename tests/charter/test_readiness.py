"""Which of several texts reads most like a written sentence."""

import pytest

from facilitation.charter.readiness import ALL_MARKS, readiness


@pytest.mark.parametrize(
    "text",
    [
        "Na maila odpowiadamy w ciągu dwóch dni",
        "Spotykamy się w MOPS przy ul. Długiej raz w miesiącu.",
        "Nie oceniamy, słuchamy do końca!",
    ],
)
def test_a_written_sentence_has_all_marks(text):
    assert readiness(text, "pl") == ALL_MARKS


@pytest.mark.parametrize(
    "text",
    [
        "szybka odpowiedź",
        "ODPOWIADAMY NA LISTY SZKÓŁ W DWA DNI",
        "Czy można by odpowiadać w ciągu dwóch dni?",
        "odpowiadamy na wszystkie listy w ciagu dwoch dni",
        "odpowiadać w dwa dni zeby nikt nie czekał",
        "Odpowiadamy w dwa dni. Ja czekałam miesiąc i nic.",
        "Odpowiadamy sobie nawzajem w dwa dni ☎",
        " ".join(["długo"] * 31),
        "Nie zgadzam się z tym, mamy wspierać, a nie kontrolować",
        "Przepraszam za spóźnienie, korek na rondzie",
    ],
)
def test_each_of_these_lacks_one(text):
    assert readiness(text, "pl") == ALL_MARKS - 1


def test_english_needs_no_polish_letters():
    assert readiness("We reply to every letter within two days", "en") == ALL_MARKS


@pytest.mark.parametrize("text", ["I agree, and let us meet every month", "Sorry, my bus was late again"])
def test_a_reply_and_an_excuse_are_said_to_somebody_in_english_too(text):
    assert readiness(text, "en") == ALL_MARKS - 1
