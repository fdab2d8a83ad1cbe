"""From texts to how alike each two of them are: what helped of all that was tried, in a fixed order.

Encoders are in encoders.py; this file decides what they are given and what is done with what they return.
Everything after it (grouping, placing, weighing, naming) sees only the vectors and the matrix made here.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from facilitation.themes.diacritics import learn_spellings, restore
from facilitation.themes.encoders import Encoder, Vectors
from facilitation.themes.grams import Floats, gram_table, rarity
from facilitation.themes.text import content_words, words

_LETTERS_WEIGHT = 1.1
_NEIGHBOURS = 5
_FEWEST_FOR_REGRESSION = 24
_ROWS_AT_ONCE = 256


class Space:
    """Where cleaned texts stand to one another; a text that comes later is put where it belongs among them.

    Marked letters are restored; the whole text, its telling words and the letters of these are taken
    together; what only length or language explains is taken out of each. What is learned for that (spellings,
    rare letters, the regressions) is learned once, from the texts that the space is made of.
    """

    def __init__(self, texts: Sequence[str], langs: Sequence[str], encoder: Encoder) -> None:
        """`texts` are what is learned from."""
        self.spellings = learn_spellings(texts)
        self._encoder = encoder
        self._langs = sorted(set(langs))[1:]
        whole, telling = readings(texts, langs, self.spellings)
        letters = gram_table(telling)
        self._rarity = rarity(letters)
        self._learned: list[Vectors] = []
        blocks = self._blocks(whole, telling, letters)
        self._same_texts = (list(texts), blocks)
        if len(texts) >= _FEWEST_FOR_REGRESSION:
            design = _design(texts, langs, self._langs)
            self._learned = [_regression(design, block) for block in blocks]

    def of(self, texts: Sequence[str], langs: Sequence[str]) -> Vectors:
        """(m, d) unit vectors of these texts, the learned ones (with their languages) or others."""
        learned_from, blocks = self._same_texts
        self._same_texts = ([], [])
        if texts and learned_from == list(texts):
            return self._joined(blocks, texts, langs)
        whole, telling = readings(texts, langs, self.spellings)
        return self._joined(self._blocks(whole, telling, gram_table(telling)), texts, langs)

    def _blocks(self, whole: list[str], telling: list[str], letters: Floats) -> list[Vectors]:
        both = self._encoder.encode([*whole, *telling])
        return [both[: len(whole)], both[len(whole) :], _unit(letters * self._rarity)]

    def _joined(self, blocks: list[Vectors], texts: Sequence[str], langs: Sequence[str]) -> Vectors:
        if self._learned:
            design = _design(texts, langs, self._langs)
            blocks = [_unit(block - design @ said) for block, said in zip(blocks, self._learned, strict=True)]
        weights = [1.0] * (len(blocks) - 1) + [_LETTERS_WEIGHT]
        return _unit(np.hstack([weight * block for weight, block in zip(weights, blocks, strict=True)]))


def readings(
    texts: Sequence[str], langs: Sequence[str], spellings: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """(whole texts, their telling words) as they are encoded."""
    pairs = zip(texts, langs, strict=True)
    whole = [(restore(text, spellings) if lang == "pl" else text).lower() for text, lang in pairs]
    telling = [" ".join(content_words(text, lang)) or text for text, lang in zip(whole, langs, strict=True)]
    return whole, telling


def alike(vectors: Vectors, others: Vectors) -> Floats:
    """How alike each text is to each other one, (m, n), about -0.3 to 1, from vectors of one space."""
    return np.asarray(vectors @ others.T, dtype=np.float32)


def smoothed(alike: Floats) -> Floats:
    """The likeness after each idea moved one step towards its five nearest; few ideas have fewer nearest."""
    count = min(_NEIGHBOURS, (len(alike) - 1) // 3)
    if count < 1:
        return alike
    nearest, weight = towards(alike, count)
    moved = alike
    for _ in ("one side of each pair", "the other"):
        before = np.ascontiguousarray(moved.T)
        moved = before.copy()
        # Row by row: the rows of one step fit into the processor's cache, whole matrices do not.
        for row in range(len(moved)):
            moved[row] += weight[row] @ before[nearest[row]]
    lengths = np.sqrt(np.maximum(np.diagonal(moved), 1e-9))
    return np.asarray(moved / lengths[:, None] / lengths[None, :], dtype=np.float32)


def towards(alike: Floats, count: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """((n, count) each row's nearest other rows, (n, count) how far it moves to each, in all 1)."""
    nearest = np.empty((len(alike), count), dtype=np.int64)
    for first in range(0, len(alike), _ROWS_AT_ONCE):
        far = -alike[first : first + _ROWS_AT_ONCE]
        far[np.arange(len(far)), np.arange(first, first + len(far))] = np.inf
        nearest[first : first + len(far)] = np.argpartition(far, count - 1, axis=1)[:, :count]
    weight = np.maximum(np.take_along_axis(alike, nearest, axis=1), 1e-6)
    weight /= weight.sum(axis=1, keepdims=True)
    return nearest, np.asarray(weight, dtype=np.float32)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-6), dtype=np.float32)


def _design(texts: Sequence[str], langs: Sequence[str], others: Sequence[str]) -> Floats:
    """What may explain a vector though it says nothing: length, being one word, and language."""
    lengths = np.array([len(words(text)) for text in texts], dtype=np.float64)
    columns = [np.ones(len(texts)), np.log1p(lengths), (lengths <= 1).astype(float), np.log1p(lengths) ** 2]
    columns += [np.array([said == lang for said in langs], dtype=float) for lang in others]
    return np.stack(columns, axis=1).astype(np.float32)


def _regression(design: Floats, vectors: Vectors) -> Vectors:
    """The weights of a ridge regression of the vectors on `design`."""
    ridge = np.diag([1e-6] + [1.0] * (design.shape[1] - 1)).astype(np.float32)
    return np.asarray(np.linalg.solve(design.T @ design + ridge, design.T @ vectors), dtype=np.float32)
