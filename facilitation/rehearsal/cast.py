"""Who comes to a rehearsal and what they say, from pl.toml and en.toml beside this file."""

import tomllib
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Final

import msgspec

from facilitation.domain.workshop import Area

# What is written about an area that is not one of a scenario that comes with Obrus.
_BY_KIND: Final = {
    "aspiration": "aspiracja",
    "values": "wartosci",
    "rules": "zasady_pracy",
    "communication": "komunikacja",
    "free": "zaczynamy",
}


class Role(msgspec.Struct, frozen=True):
    """One simulated person; empty strings where he or she says nothing."""

    name: str
    institution: str
    sector: str


class Cast(msgspec.Struct, frozen=True):
    """Everybody and everything in one language; `ideas` maps areas to texts. In `handovers`, `{ideas}` is
    what the table wrote; `objections` are to themes, `reservations` to articles."""

    title: str
    people: tuple[tuple[str, str, str], ...]
    ideas: dict[str, tuple[str, ...]]
    handovers: tuple[str, ...]
    objections: tuple[str, ...]
    reservations: tuple[str, ...]

    def roles(self, people: int) -> list[Role]:
        """So many people. Where there are more than names, the names come again with a number."""
        known = len(self.people)
        return [
            Role(f"{name} {place // known + 1}" if name and place >= known else name, institution, sector)
            for place, (name, institution, sector) in enumerate(islice(cycle(self.people), people))
        ]

    def about(self, area: Area) -> tuple[str, ...]:
        """What people write about an area: of this name, or of this kind."""
        return self.ideas.get(area.id) or self.ideas[_BY_KIND[area.kind]]


@cache
def cast(language: str) -> Cast:
    """The cast of one language, pl or en."""
    path = Path(__file__).with_name(f"{language}.toml")
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Cast)
