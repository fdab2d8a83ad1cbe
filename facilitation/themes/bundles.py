"""Bundles: ideas that stay in one theme, as rows that are grouped and weighed as one."""

from collections.abc import Iterable

import numpy as np

from facilitation.themes.grams import Floats
from facilitation.themes.grouping import FREE, Labels, Pairs
from facilitation.themes.refusals import ThemesRefused


class Bundles:
    """Starts with each idea on its own. `held` (n,) is a human's theme of each, UNASSIGNED or FREE;
    `against` (n, n) says which contradict each other, `poles` (n, n) which of them belong in two themes."""

    def __init__(self, held: Labels, against: Pairs, poles: Pairs) -> None:
        self._of = np.arange(len(held))
        self._held = held
        self._against = against.copy()
        self._poles = poles
        self._parted = np.zeros((len(held), len(held)), dtype=bool)

    def part(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keeps these pairs apart for good: a human said so."""
        for a, b in pairs:
            self._parted[a, b] = self._parted[b, a] = True

    def join_by_hand(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Bundles what a human put together, whatever the machine thinks. Raises ThemesRefused where a human
        keeps two of them apart; ideas that humans placed in different themes stay where they are."""
        for a, b in pairs:
            first, second = self._bundle(a), self._bundle(b)
            if self._parted[np.ix_(first, second)].any():
                raise ThemesRefused("together_and_apart", first=int(a), second=int(b))
            self._against[np.ix_(first, second)] = False
            self._against[np.ix_(second, first)] = False
            if self._home(a) == self._home(b) or FREE in (self._home(a), self._home(b)):
                self._of[second] = self._of[first[0]]

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Bundles what the machine takes for the same, unless a human or a contradiction says otherwise."""
        for a, b in pairs:
            across = np.ix_(self._bundle(a), self._bundle(b))
            free = self._home(a) == self._home(b)
            if free and not self._parted[across].any() and not self._against[across].any():
                self._of[across[1].ravel()] = self._of[a]

    def _bundle(self, idea: int) -> Labels:
        return np.flatnonzero(self._of == self._of[idea])

    def _home(self, idea: int) -> int:
        homes = self._held[self._bundle(idea)]
        return int(homes[homes != FREE][0]) if (homes != FREE).any() else FREE

    def rows(self) -> "Rows":
        """The bundles as rows 0.., in order of their first idea."""
        first_of = {found: row for row, found in enumerate(dict.fromkeys(self._of.tolist()))}
        return Rows(np.array([first_of[found] for found in self._of.tolist()], dtype=np.int64), self)

    def between(self, row_of: Labels) -> list[Pairs]:
        """[(R, R) parted by hand, (R, R) contradicting, (R, R) poles], of the rows that ideas are in."""
        count = int(row_of.max(initial=-1)) + 1
        found = []
        for pairs in (self._parted, self._against, self._against & self._poles):
            first, second = np.nonzero(pairs)
            rows = np.zeros((count, count), dtype=bool)
            rows[row_of[first], row_of[second]] = True
            np.fill_diagonal(rows, False)
            found.append(rows)
        return found

    def homes(self, row_of: Labels) -> Labels:
        """(R,) the human's theme of each row, UNASSIGNED or FREE."""
        homes = np.full(int(row_of.max(initial=-1)) + 1, FREE, dtype=np.int64)
        held = np.flatnonzero(self._held != FREE)
        homes[row_of[held[::-1]]] = self._held[held[::-1]]
        return homes


class Rows:
    """Ideas as rows: `of` (n,) the row of each idea, `first` (R,) the first idea of each row, `sizes` (R,),
    `fixed` (R,) a human's theme, UNASSIGNED or FREE, `parted`, `against` and `poles` (R, R)."""

    def __init__(self, of: Labels, bundles: Bundles) -> None:
        self.of = of
        _, self.first = np.unique(of, return_index=True)
        self.sizes: Floats = np.bincount(of).astype(np.float32)
        self.sizes_of_ideas: Floats = self.sizes.copy()
        self.parted, self.against, self.poles = bundles.between(of)
        self.fixed = bundles.homes(of)

    def alike(self, alike: Floats) -> Floats:
        """(R, R) the likeness of rows, from that of ideas (n, n): between the middles of the bundles."""
        if len(self.first) == len(self.of):
            return alike
        several = np.flatnonzero(self.sizes_of_ideas > 1).tolist()
        members = {row: np.flatnonzero(self.of == row) for row in several}
        summed = alike[self.first]
        for row in several:
            summed[row] = alike[members[row]].sum(axis=0)
        between = summed[:, self.first]
        for row in several:
            between[:, row] = summed[:, members[row]].sum(axis=1)
        lengths = np.sqrt(np.maximum(np.diagonal(between), 1e-6))
        return np.asarray(between / lengths[:, None] / lengths[None, :], dtype=np.float32)
