"""Voice balance: how many people and sectors were heard, at each table in each round and in each theme.
Nobody is named, and a few people are not told apart by sector."""

from collections.abc import Iterable

from facilitation.domain.workshop import Workshop
from facilitation.projections.merge import View

FEW = 3

Heard = dict[str, None]


def view(workshop: Workshop) -> View:
    """{"tables": {TABLE: {ROUND: voices}}, "themes": {THEME: voices}} with voices {"people"[, "sectors":
    {SECTOR: people}]}: who wrote an idea that is not hidden. One is heard at the table before a moderator
    lets it through to the board."""
    tables: dict[str, dict[str, Heard]] = {}
    themes: dict[str, Heard] = {}
    for idea in workshop.ideas.values():
        if idea.author and idea.on_cloth:
            rounds = tables.setdefault(idea.table, {})
            rounds.setdefault(str(idea.round), {})[idea.author] = None
            if idea.theme:
                themes.setdefault(idea.theme, {})[idea.author] = None
    return {
        "tables": {
            table: {number: _voices(workshop, heard) for number, heard in rounds.items()}
            for table, rounds in tables.items()
        },
        "themes": {theme: _voices(workshop, heard) for theme, heard in themes.items()},
    }


def _voices(workshop: Workshop, people: Iterable[str]) -> View:
    heard = list(people)
    voices: View = {"people": len(heard)}
    if len(heard) >= FEW:
        sectors: dict[str, int] = {}
        for who in heard:
            sector = workshop.participants[who].sector
            if sector:
                sectors[sector] = sectors.get(sector, 0) + 1
        voices["sectors"] = sectors
    return voices
