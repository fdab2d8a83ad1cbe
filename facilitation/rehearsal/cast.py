"""Who comes to a rehearsal and what they write, from pl.toml and en.toml beside this file."""

import tomllib
from itertools import cycle, islice
from pathlib import Path

import msgspec


class Role(msgspec.Struct, frozen=True):
    """One simulated person; empty strings where he or she says nothing."""

    name: str
    institution: str
    sector: str


class Cast(msgspec.Struct, frozen=True):
    """Everybody and everything in one language; `ideas` maps areas to texts."""

    title: str
    people: tuple[tuple[str, str, str], ...]
    ideas: dict[str, tuple[str, ...]]

    def roles(self, people: int) -> list[Role]:
        """So many people. Where there are more than names, the names come again with a number."""
        known = len(self.people)
        return [
            Role(f"{name} {place // known + 1}" if name and place >= known else name, institution, sector)
            for place, (name, institution, sector) in enumerate(islice(cycle(self.people), people))
        ]


def cast(language: str) -> Cast:
    """The cast of one language, pl or en."""
    path = Path(__file__).with_name(f"{language}.toml")
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Cast)
