"""From texts to how alike each two of them are: what helped of all that was tried, in a fixed order.

Encoders are in encoders.py; this file decides what they are given and what is done with what they return.
Everything after it (grouping, placing, weighing, naming) sees only the vectors and the matrix made here.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from facilitation.themes.diacritics import learn_spellings, restore
from facilitation.themes.encoders import Encoder, Vectors
from facilitation.themes.grams import Floats, gram_table, rarity, word_table
from facilitation.themes.text import common_words, content_words, words

_WELL_KNOWN = "en"
"""The language that the encoder knows best."""

_WEIGHTS = (1.0, 1.0, 1.1, 0.0)
_WEIGHTS_WELL_KNOWN = (1.0, 0.5, 0.5, 0.4)
"""Of the whole text, its telling words, their letters, its common words."""

_LONG = 4
_NEIGHBOURS = 8
_ONE_SIDED = 0.25
_STEP = 0.7
_FEWEST_FOR_REGRESSION = 24
_ROWS_AT_ONCE = 256


class Space:
    """Where cleaned texts stand to one another; a text that comes later is put where it belongs among them.

    Marked letters are restored; the whole text, its telling words and the letters of these are taken
    together; in English words and letters weigh less, and the common words count, too, which say what a
    sentence does (why, how long, not). What only shortness or language explains is taken out of each. What is
    learned for that (spellings, rare letters, the regressions) is learned once, from the texts that the space
    is made of.
    """

    def __init__(self, texts: Sequence[str], langs: Sequence[str], encoder: Encoder) -> None:
        """`texts` are what is learned from."""
        self.spellings = learn_spellings(texts)
        self._encoder = encoder
        self._langs = sorted(set(langs))[1:]
        whole, telling = readings(texts, langs, self.spellings)
        tables = _tables(whole, telling, langs)
        self._rarity = [rarity(table) for table in tables]
        self._learned: list[Vectors] = []
        blocks = self._blocks(whole, telling, tables)
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
        return self._joined(self._blocks(whole, telling, _tables(whole, telling, langs)), texts, langs)

    def _blocks(self, whole: list[str], telling: list[str], tables: list[Floats]) -> list[Vectors]:
        both = self._encoder.encode([*whole, *telling])
        seen = [_unit(table * rare) for table, rare in zip(tables, self._rarity, strict=True)]
        return [both[: len(whole)], both[len(whole) :], *seen]

    def _joined(self, blocks: list[Vectors], texts: Sequence[str], langs: Sequence[str]) -> Vectors:
        if self._learned:
            design = _design(texts, langs, self._langs)
            blocks = [_unit(block - design @ said) for block, said in zip(blocks, self._learned, strict=True)]
        known = np.array([lang == _WELL_KNOWN for lang in langs])[:, None]
        weights = np.where(known, _WEIGHTS_WELL_KNOWN, _WEIGHTS).astype(np.float32)
        return _unit(np.hstack([weights[:, [place]] * block for place, block in enumerate(blocks)]))


def readings(
    texts: Sequence[str], langs: Sequence[str], spellings: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """(whole texts, their telling words) as they are encoded."""
    pairs = zip(texts, langs, strict=True)
    whole = [(restore(text, spellings) if lang == "pl" else text).lower() for text, lang in pairs]
    telling = [" ".join(content_words(text, lang)) or text for text, lang in zip(whole, langs, strict=True)]
    return whole, telling


def _tables(whole: Sequence[str], telling: Sequence[str], langs: Sequence[str]) -> list[Floats]:
    """The letters of the telling words; and of the language that is known best, the common words of the whole
    texts."""
    said = [words(text) if lang == _WELL_KNOWN else () for text, lang in zip(whole, langs, strict=True)]
    return [gram_table(telling), word_table(said, sorted(common_words()[_WELL_KNOWN]))]


def alike(vectors: Vectors, others: Vectors) -> Floats:
    """How alike each text is to each other one, (m, n), about -0.3 to 1, from vectors of one space."""
    return np.asarray(vectors @ others.T, dtype=np.float32)


def smoothed(alike: Floats) -> Floats:
    """The likeness after each idea moved a step towards its eight nearest; few ideas have fewer nearest."""
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
    """((n, count) each row's nearest other rows, (n, count) how far it moves to each).

    A neighbour that has nearer ones itself counts a quarter: general ideas are many others' neighbours, and
    would draw them all together.
    """
    n = len(alike)
    nearest = np.empty((n, count), dtype=np.int64)
    near = np.zeros((n, n), dtype=bool)
    for first in range(0, n, _ROWS_AT_ONCE):
        far = -alike[first : first + _ROWS_AT_ONCE]
        rows = np.arange(first, first + len(far))
        far[rows - first, rows] = np.inf
        nearest[rows] = np.argpartition(far, count - 1, axis=1)[:, :count]
        near[rows[:, None], nearest[rows]] = True
    weight = np.maximum(np.take_along_axis(alike, nearest, axis=1), 1e-6)
    weight *= np.where(near[nearest, np.arange(n)[:, None]], 1.0, _ONE_SIDED)
    weight *= _STEP / weight.sum(axis=1, keepdims=True)
    return nearest, np.asarray(weight, dtype=np.float32)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-6), dtype=np.float32)


def _design(texts: Sequence[str], langs: Sequence[str], others: Sequence[str]) -> Floats:
    """What may explain a vector though it says nothing: being one word, being short, and language."""
    lengths = np.array([min(_LONG, len(words(text))) for text in texts], dtype=np.float64)
    columns = [np.ones(len(texts)), np.log1p(lengths), (lengths <= 1).astype(float), np.log1p(lengths) ** 2]
    columns += [np.array([said == lang for said in langs], dtype=float) for lang in others]
    return np.stack(columns, axis=1).astype(np.float32)


def _regression(design: Floats, vectors: Vectors) -> Vectors:
    """The weights of a ridge regression of the vectors on `design`."""
    ridge = np.diag([1e-6] + [1.0] * (design.shape[1] - 1)).astype(np.float32)
    return np.asarray(np.linalg.solve(design.T @ design + ridge, design.T @ vectors), dtype=np.float32)
