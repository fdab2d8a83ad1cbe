"""Bundles: ideas that must stay in one theme, and the pairs of bundles that must not share one."""

from collections.abc import Iterable, Sequence

import numpy as np

from facilitation.themes.contrast import Pairs
from facilitation.themes.encoders import Vectors
from facilitation.themes.grouping import Floats, Labels
from facilitation.themes.refusals import ThemesRefused


class Bundles:
    """`n` ideas, at first each on its own. `against` (n, n) says which contradict each other."""

    def __init__(self, n: int, against: Pairs) -> None:
        self.of = np.arange(n)
        self._against = against.copy()
        self._parted = np.zeros((n, n), dtype=bool)

    def part(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keeps these pairs apart for good: a human said so."""
        for a, b in pairs:
            self._parted[a, b] = self._parted[b, a] = True

    def join(self, pairs: Iterable[tuple[int, int]], *, even_opposed: bool = False) -> None:
        """Bundles these pairs. A human's pairs (`even_opposed`) also against the machine's sense of contradiction,
        but never against another human's `part`, which is refused; the machine's own pairs give way silently."""
        for a, b in pairs:
            first, second = np.flatnonzero(self.of == self.of[a]), np.flatnonzero(self.of == self.of[b])
            across = np.ix_(first, second)
            if self._parted[across].any():
                if even_opposed:
                    raise ThemesRefused("together_and_apart", first=int(a), second=int(b))
                continue
            if self._against[across].any() and not even_opposed:
                continue
            self._against[across] = False
            self._against[np.ix_(second, first)] = False
            self.of[second] = self.of[first[0]]

    def opposed(self, idea: int, others: Sequence[int] | Labels) -> bool:
        """Whether the bundle of this idea must not share a theme with one of the others."""
        bundle = np.flatnonzero(self.of == self.of[idea])
        across = np.ix_(bundle, others)
        return bool(self._parted[across].any() or self._against[across].any())

    def rows(self, ideas: Labels, vectors: Vectors) -> tuple[Vectors, Floats, Pairs, Labels]:
        """For grouping these ideas: (mean vectors, sizes, pairs apart) of their bundles, and each idea's row."""
        _, member_of = np.unique(self.of[ideas], return_inverse=True)
        count = int(member_of.max()) + 1
        belongs = np.zeros((count, len(ideas)), dtype=np.float32)
        belongs[member_of, np.arange(len(ideas))] = 1.0
        sizes = belongs.sum(axis=1)
        across = np.ix_(ideas, ideas)
        held = (self._parted[across] | self._against[across]).astype(np.float32)
        apart = (belongs @ held @ belongs.T) > 0
        np.fill_diagonal(apart, False)
        return (belongs @ vectors[ideas]) / sizes[:, None], sizes, apart, member_of
