"""Grouping: likeness to groups, by Ward's method with pairs that must not share a group.

Knows nothing of texts. Ward's method by nearest-neighbour chains: Murtagh and Contreras, "Algorithms for
hierarchical clustering: an overview", 2012.
"""

from collections.abc import Sequence
from statistics import median

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]
Pairs = npt.NDArray[np.bool_]
Merge = tuple[float, int, int]

FREE = -1
"""The label of what stands in no theme."""

UNASSIGNED = -2
"""The label of what a human put aside as belonging to no theme."""

_HEIGHT = 2.5
_HEIGHT_LESS_FOR_LOOSE = 0.8
_HEIGHT_FOR_ROWS = 70
_HEIGHT_GROWS = 0.1
_FEWEST, _MOST = 0.9, 2.6


def ward_merges(alike: Floats, sizes: Floats, apart: Pairs) -> list[Merge]:
    """Every merge of Ward's method as (height, a, b), lowest first; a and b are members of the two groups.

    `alike` (n, n) inner products; `sizes` (n,) how many ideas each row stands for; `apart` (n, n) pairs
    that must never share a group: groups that hold such a pair never merge.
    """
    squares = np.diagonal(alike)
    cost = np.maximum(squares[:, None] + squares[None, :] - 2.0 * alike, 0.0).astype(np.float32)
    cost *= 2.0 * sizes[:, None] * sizes[None, :] / (sizes[:, None] + sizes[None, :])
    np.fill_diagonal(cost, np.inf)
    cost[apart] = np.inf
    weight = sizes.astype(np.float32)
    gone = np.zeros(len(sizes), dtype=np.float32)
    merges: list[Merge] = []
    chain: list[int] = []
    while True:
        if not chain:
            left = np.flatnonzero(gone == 0.0)
            if len(left) < 2:
                return sorted(merges)
            chain.append(int(left[0]))
        row = cost[chain[-1]] + gone
        nearest = int(np.argmin(row))
        if np.isinf(row[nearest]):
            gone[chain.pop()] = np.inf
        elif len(chain) > 1 and row[chain[-2]] <= row[nearest]:
            b, a = chain.pop(), chain.pop()
            merges.append((float(row[a]) ** 0.5, a, b))
            _merge_rows(cost, weight, a, b)
            gone[b] = np.inf
        else:
            chain.append(nearest)


def _merge_rows(cost: Floats, weight: Floats, a: int, b: int) -> None:
    """Lance and Williams' update for Ward's cost. Row b leaves, so what stands there counts no more: to write
    a column takes as long as all the rest."""
    total = weight[a] + weight[b] + weight
    merged = ((weight[a] + weight) * cost[a] + (weight[b] + weight) * cost[b] - weight * cost[a, b]) / total
    merged[[a, b]] = np.inf
    cost[a, :] = merged
    cost[:, a] = merged
    weight[a] += weight[b]


def groups_wanted(merges: Sequence[Merge], n: int, fineness: float) -> int:
    """How many groups to make of n rows: few where they are much alike, many where they are not.

    In the middle of the slider what Ward's heights say, but from 0.9·√n to 2.6·√n; a third of that at 0, half
    as many again at 1. The merges are cut at a lower height where half of them are high already: among ideas
    that are hardly alike only small groups can be trusted. With still more groups most hold a single idea,
    which is no theme, so that the slider would give fewer themes again (seen on 280 ideas of our own).
    """
    height = _HEIGHT - _HEIGHT_LESS_FOR_LOOSE * median(merge[0] for merge in merges) if merges else 0.0
    height *= (n / _HEIGHT_FOR_ROWS) ** _HEIGHT_GROWS
    natural = n - sum(merge[0] < height for merge in merges)
    middle = min(max(natural, _FEWEST * n**0.5), _MOST * n**0.5)
    reach = 1.0 if fineness < 0.5 else 0.4
    spread: float = 9.0 ** ((fineness - 0.5) * reach)
    return max(1, min(n, round(float(middle) * spread)))


def cut(merges: Sequence[Merge], n: int, groups: int) -> Labels:
    """Labels 0.. in order of first member, after merging from the bottom until `groups` are left.

    More groups are left only where pairs that stay apart forbid it.
    """
    parent = list(range(n))

    def root(member: int) -> int:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for _, a, b in merges[: max(0, n - max(1, groups))]:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    roots = [root(member) for member in range(n)]
    order = {found: label for label, found in enumerate(dict.fromkeys(roots))}
    return np.array([order[found] for found in roots], dtype=np.int64)
