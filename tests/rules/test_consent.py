"""What somebody agrees to on the phone is, word for word, what the printed declaration says: CONSENT_VERSION
names one text."""

from __future__ import annotations

import pytest

from facilitation.charter.catalogue import phrases_in
from tests.rules import sources
from tools.strings import catalogues, read_catalogue

FORM = sources.ROOT / "static" / "src" / "phone" / "late" / "Declaration.jsx"


def test_the_phone_asks_for_the_consent_that_is_printed():
    assert f't("{phrases_in("en").consent_text}")' in FORM.read_text("utf-8")


@pytest.mark.parametrize("language", sorted(catalogues()))
def test_it_does_so_in_every_language(language: str):
    message = read_catalogue(catalogues()[language]).get(phrases_in("en").consent_text)
    assert message is not None
    assert message.string == phrases_in(language).consent_text
