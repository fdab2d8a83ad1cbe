"""The problem as people write it: INSTANCE.json as frozen structs.

``reading.py`` reads one, ``feasibility.py`` refuses what makes no sense; ``room.py`` is its numpy form.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Plan = list[list[list[str]]]
"""Rounds → tables, in the order of the instance's tables → participant ids."""

Count = Annotated[int, msgspec.Meta(ge=0, le=10_000)]


class Table(msgspec.Struct, frozen=True):
    """A table or station: ``cap`` seats, at least ``min`` people whenever it is used. ``cap`` 0: closed."""

    id: str
    cap: Count
    min: Count = 0


class Participant(msgspec.Struct, frozen=True, rename={"first": "from", "until": "to"}):
    """One person; ``first``: first round present; ``until``: first no longer present (None: never)."""

    id: str
    sector: str | None = None
    institution: str | None = None
    first: Count = 0
    until: Count | None = None


class Host(msgspec.Struct, frozen=True, rename={"first": "from", "until": "to"}):
    """Participant ``id`` stays at table number ``table`` (0-based) in rounds ``first`` ≤ r < ``until``."""

    id: str
    table: Count
    first: Count = 0
    until: Count | None = None


class Pin(msgspec.Struct, frozen=True):
    """Participant ``id`` sits at table number ``table`` in round ``round`` (both 0-based)."""

    id: str
    table: Count
    round: Count


class Instance(msgspec.Struct, frozen=True):
    """A whole seating problem. Fields that it does not know are ignored, so that files may carry notes.

    ``locked`` are the rounds already played, which never change; ``previous_plan`` is what people were
    told before: later rounds leave it only where that helps. Of each pair in ``apart`` the two never share a
    table in a coming round; of each pair in ``together`` they do in every coming round in which both are
    there, and so does whoever is to sit with one of them.
    """

    rounds: Annotated[int, msgspec.Meta(ge=1, le=100)]
    tables: Annotated[list[Table], msgspec.Meta(min_length=1)]
    participants: list[Participant]
    mode: Literal["free", "carousel"] = "free"
    hosts: list[Host] = []
    locked: Plan = []
    previous_plan: Plan | None = None
    pinned: list[Pin] = []
    apart: list[tuple[str, str]] = []
    together: list[tuple[str, str]] = []

    def present(self, person: Participant, number: int) -> bool:
        """Whether ``person`` is there in round ``number`` (0-based)."""
        return person.first <= number and (person.until is None or number < person.until)

    def hosting(self, host: Host, number: int) -> bool:
        """Whether ``host`` is at their table in round ``number`` (0-based)."""
        return host.first <= number and (host.until is None or number < host.until)
