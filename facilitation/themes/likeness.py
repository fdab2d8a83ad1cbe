"""From texts to how alike each two of them are: what helped of all that was tried, in a fixed order.

Encoders are in encoders.py; this file decides what they are given and what is done with what they return.
Everything after it (grouping, placing, weighing, naming) sees only the matrix made here.
"""

from collections.abc import Sequence

import numpy as np

from facilitation.themes.diacritics import learn_spellings, restore
from facilitation.themes.encoders import Encoder, Vectors
from facilitation.themes.grams import Floats, gram_vectors
from facilitation.themes.text import content_words, words

_LETTERS_WEIGHT = 1.1
_NEIGHBOURS = 5
_FEWEST_FOR_REGRESSION = 24


def likeness(texts: Sequence[str], langs: Sequence[str], encoder: Encoder) -> Floats:
    """How alike each two cleaned texts are, shape (n, n), symmetric, 1 on the diagonal, about -0.3 to 1.

    Marked letters are restored; the whole text, its telling words and the letters of these are taken
    together; what only length or language explains is taken out of each.
    """
    blocks = _blocks(texts, langs, encoder)
    if len(texts) >= _FEWEST_FOR_REGRESSION:
        blocks = [_unit(block - _explained(block, texts, langs)) for block in blocks]
    weights = [1.0] * (len(blocks) - 1) + [_LETTERS_WEIGHT]
    joined = _unit(np.hstack([weight * block for weight, block in zip(weights, blocks, strict=True)]))
    return np.asarray(joined @ joined.T, dtype=np.float32)


def encode_ahead(texts: Sequence[str], langs: Sequence[str], encoder: Encoder) -> None:
    """Gives the encoder what likeness() will ask for, so that an encoder that keeps vectors has them
    ready."""
    _blocks(texts, langs, encoder)


def smoothed(alike: Floats) -> Floats:
    """The likeness after each idea moved one step towards its five nearest; few ideas have fewer nearest."""
    count = min(_NEIGHBOURS, (len(alike) - 1) // 3)
    if count < 1:
        return alike
    others = alike.copy()
    np.fill_diagonal(others, -np.inf)
    nearest = np.argpartition(-others, count - 1, axis=1)[:, :count]
    weight = np.maximum(np.take_along_axis(others, nearest, axis=1), 1e-6)
    weight /= weight.sum(axis=1, keepdims=True)
    moved = alike
    for _ in ("one side of each pair", "the other"):
        before = np.ascontiguousarray(moved.T)
        moved = before.copy()
        for k in range(count):
            moved += weight[:, k, None] * before[nearest[:, k]]
    lengths = np.sqrt(np.maximum(np.diagonal(moved), 1e-9))
    return np.asarray(moved / lengths[:, None] / lengths[None, :], dtype=np.float32)


def _blocks(texts: Sequence[str], langs: Sequence[str], encoder: Encoder) -> list[Vectors]:
    learned = learn_spellings(texts)
    pairs = list(zip(texts, langs, strict=True))
    whole = [(restore(text, learned) if lang == "pl" else text).lower() for text, lang in pairs]
    telling = [" ".join(content_words(text, lang)) or text for text, lang in zip(whole, langs, strict=True)]
    both = encoder.encode([*whole, *telling])
    return [both[: len(whole)], both[len(whole) :], gram_vectors(telling, rare_first=True)]


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-6), dtype=np.float32)


def _explained(vectors: Vectors, texts: Sequence[str], langs: Sequence[str]) -> Vectors:
    """What a ridge regression on length, being one word, and language says of each vector."""
    lengths = np.array([len(words(text)) for text in texts], dtype=np.float64)
    columns = [np.ones(len(texts)), np.log1p(lengths), (lengths <= 1).astype(float), np.log1p(lengths) ** 2]
    columns += [np.array([said == lang for said in langs], dtype=float) for lang in sorted(set(langs))[1:]]
    design = np.stack(columns, axis=1).astype(np.float32)
    ridge = np.diag([1e-6] + [1.0] * (design.shape[1] - 1)).astype(np.float32)
    weights = np.linalg.solve(design.T @ design + ridge, design.T @ vectors)
    return np.asarray(design @ weights, dtype=np.float32)
