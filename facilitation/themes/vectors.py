"""From texts to the vectors that are grouped: what helped of all that was tried, in a fixed order.

Encoders are in encoders.py; this file decides what they are given and what is done with what they return.
"""

from collections.abc import Sequence

import numpy as np

from facilitation.themes.diacritics import learn_spellings, restore
from facilitation.themes.encoders import Encoder, Vectors
from facilitation.themes.text import content_words, words

_NEIGHBOURS = 8
_FEWEST_FOR_REGRESSION = 24


def idea_vectors(texts: Sequence[str], langs: Sequence[str], encoder: Encoder) -> Vectors:
    """Unit vectors, shape (len(texts), dimensions), of cleaned texts: what each is about.

    Letters are restored; the whole text and its telling words are encoded and added; what only the length
    or the language explains is taken out; each vector moves a step towards its nearest neighbours.
    """
    learned = learn_spellings(texts)
    whole = [
        restore(text, learned) if lang == "pl" else text.lower()
        for text, lang in zip(texts, langs, strict=True)
    ]
    telling = [" ".join(content_words(text, lang)) or text for text, lang in zip(whole, langs, strict=True)]
    both = encoder.encode([*whole, *telling])
    vectors = _unit(both[: len(whole)] + both[len(whole) :])
    if len(whole) >= _FEWEST_FOR_REGRESSION:
        vectors = _unit(vectors - _explained(vectors, whole, langs))
    return _smoothed(vectors)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-6)).astype(np.float32)


def _explained(vectors: Vectors, texts: Sequence[str], langs: Sequence[str]) -> Vectors:
    """What a ridge regression on length, being one word, and language says of each vector."""
    lengths = np.array([len(words(text)) for text in texts], dtype=np.float64)
    columns = [np.ones(len(texts)), np.log1p(lengths), (lengths <= 1).astype(float), np.log1p(lengths) ** 2]
    columns += [np.array([said == lang for said in langs], dtype=float) for lang in sorted(set(langs))[1:]]
    design = np.stack(columns, axis=1)
    ridge = np.diag([0.0] + [1.0] * (design.shape[1] - 1))
    weights = np.linalg.solve(design.T @ design + ridge, design.T @ vectors.astype(np.float64))
    return (design @ weights).astype(np.float32)


def _smoothed(vectors: Vectors) -> Vectors:
    count = min(_NEIGHBOURS, (len(vectors) - 1) // 3)
    if count < 1:
        return vectors
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, -np.inf)
    nearest = np.argpartition(-alike, count - 1, axis=1)[:, :count]
    weight = np.maximum(np.take_along_axis(alike, nearest, axis=1), 0.0)
    pull = np.zeros_like(alike)
    np.put_along_axis(pull, nearest, weight, axis=1)
    total = np.maximum(pull.sum(axis=1, keepdims=True), 1e-6)
    return _unit(vectors + (pull @ vectors) / total)
