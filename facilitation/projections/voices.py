"""Voice balance: how many people and sectors were heard, at each table in each round and in each theme.
Nobody is named, and a few people are not told apart by sector."""

from collections.abc import Collection, Iterable

from facilitation.domain.workshop import Idea, Workshop
from facilitation.projections.merge import View, diff

FEW = 3

Heard = dict[str, None]


def view(workshop: Workshop) -> View:
    """{"tables": {TABLE: {ROUND: voices}}, "themes": {THEME: voices}} with voices {"people"[, "sectors":
    {SECTOR: people}]}: who wrote an idea that is not hidden. One is heard at the table before a moderator
    lets it through to the board, and in a theme after that."""
    return _view(workshop, workshop.ideas.values())


def patch(before: Workshop, after: Workshop, ideas: Collection[str], people: Iterable[str]) -> View:
    """What changed of it when these ideas did and these people: only the tables and themes where they were
    heard are looked at, not a whole workshop's ideas ten times a second."""
    tables, themes = _where(before, after, ideas, people)
    if not tables:
        return {}

    def part(workshop: Workshop) -> View:
        if themes:
            heard = [i for i in workshop.ideas.values() if i.table in tables or i.theme in themes]
        else:
            heard = [workshop.ideas[i] for table in tables for i in workshop.tablecloths.get(table, ())]
        seen = _view(workshop, heard)
        return {
            "tables": {table: voices for table, voices in seen["tables"].items() if table in tables},
            "themes": {theme: voices for theme, voices in seen["themes"].items() if theme in themes},
        }

    return diff(part(before), part(after))


def _where(
    before: Workshop, after: Workshop, ideas: Collection[str], people: Iterable[str]
) -> tuple[set[str], set[str]]:
    """The tables and themes of these ideas, and of those that these people wrote, before and after."""
    found: dict[str, None] = dict.fromkeys(ideas)
    for workshop in (before, after):
        for who in people:
            if who in workshop.participants:
                found |= dict.fromkeys(workshop.participants[who].ideas)
    stood = [w.ideas[i] for w in (before, after) for i in found if i in w.ideas]
    return {idea.table for idea in stood}, {idea.theme for idea in stood if idea.theme}


def _view(workshop: Workshop, ideas: Iterable[Idea]) -> View:
    tables: dict[str, dict[str, Heard]] = {}
    themes: dict[str, Heard] = {}
    for idea in ideas:
        if idea.author and idea.on_cloth:
            rounds = tables.setdefault(idea.table, {})
            rounds.setdefault(str(idea.round), {})[idea.author] = None
            if idea.theme and idea.visible:
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
