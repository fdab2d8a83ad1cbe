"""EDITS.json and ANSWERS.json of the public interface as values, and whether edits contradict each other.

Rows are numbered from 0. What is done with them is in table.py.
"""

from collections.abc import Sequence

import msgspec

from facilitation.themes.refusals import ThemesRefused


class Placed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row that a moderator put into a theme of the row's area."""

    idea: int
    theme: str


class Edits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """EDITS.json: a moderator's corrections."""

    placed: tuple[Placed, ...] = ()
    together: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    unassigned: tuple[int, ...] = ()


class RowAnswer(msgspec.Struct, frozen=True):
    """One answer of ANSWERS.json; each candidate is a list of rows."""

    idea: int
    shown: tuple[tuple[int, ...], ...]
    chosen: int | None
    person: str | int | None = None


class RowAnswers(msgspec.Struct, frozen=True):
    """ANSWERS.json: what people in the room answered."""

    answers: tuple[RowAnswer, ...] = ()


def check_edits(edits: Edits, area_of: Sequence[str]) -> None:
    """Raises ThemesRefused for a row that is not there, and for edits that can't all be kept."""
    for field, row in _named(edits):
        if not 0 <= row < len(area_of):
            raise ThemesRefused("row_unknown", file="edits", field=field, row=row)
    one = _Union(len(area_of))
    for number, (a, b) in enumerate(edits.together):
        if area_of[a] != area_of[b]:
            raise ThemesRefused(
                "together_across_areas", file="edits", field=f"together[{number}]", first=a, second=b
            )
        one.join(a, b)
    theme_of: dict[int, str] = {}
    first_in: dict[tuple[str, str], int] = {}
    for number, placed in enumerate(edits.placed):
        if theme_of.setdefault(one.root(placed.idea), placed.theme) != placed.theme:
            raise ThemesRefused("placed_twice", file="edits", field=f"placed[{number}]", row=placed.idea)
    for number, row in enumerate(edits.unassigned):
        if one.root(row) in theme_of:
            raise ThemesRefused("placed_and_unassigned", file="edits", field=f"unassigned[{number}]", row=row)
    for placed in edits.placed:
        one.join(first_in.setdefault((area_of[placed.idea], placed.theme), placed.idea), placed.idea)
    for number, (a, b) in enumerate(edits.apart):
        if one.root(a) == one.root(b):
            raise ThemesRefused(
                "together_and_apart", file="edits", field=f"apart[{number}]", first=a, second=b
            )


def _named(edits: Edits) -> list[tuple[str, int]]:
    """Every row that the edits name, with the field that does."""
    named = [(f"placed[{n}].idea", placed.idea) for n, placed in enumerate(edits.placed)]
    named += [(f"together[{n}]", row) for n, pair in enumerate(edits.together) for row in pair]
    named += [(f"apart[{n}]", row) for n, pair in enumerate(edits.apart) for row in pair]
    return named + [(f"unassigned[{n}]", row) for n, row in enumerate(edits.unassigned)]


class _Union:
    """Which rows are one, by what has been joined."""

    def __init__(self, rows: int) -> None:
        self._parent = list(range(rows))

    def root(self, row: int) -> int:
        while self._parent[row] != row:
            self._parent[row] = self._parent[self._parent[row]]
            row = self._parent[row]
        return row

    def join(self, a: int, b: int) -> None:
        self._parent[self.root(b)] = self.root(a)
