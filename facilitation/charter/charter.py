"""What stands in a charter: the model that a workshop fills and every format is written from.

Only what the room may see gets in: hidden, withdrawn and blanked ideas are left out here, so no writer can
let one slip. Where the words of an article come from is in drafting.py, how the charter is laid out in
pages.py.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from facilitation.charter import drafting
from facilitation.charter.partners import partners_of
from facilitation.domain.text import clean
from facilitation.domain.workshop import Area, Article, Idea, Workshop

NAME_CHARACTERS = 80
"""What stands before the first colon of a value and is longer than this is a clause, not the value's name."""


class Source(msgspec.Struct, frozen=True):
    """An idea as the charter quotes it. `table` and `round` are numbers, 0 where not known; `articles` are
    the numbers of the sentences it stands behind."""

    number: int
    text: str
    table: int
    round: int
    support: int
    articles: tuple[str, ...] = ()


class Sentence(msgspec.Struct, frozen=True):
    """An article: its number such as "3.2", its words, and the ideas behind it, the best supported first.

    A value has a `name`, and `text` says what it means in practice (empty where nobody said). `people` is how
    many different people wrote or supported these ideas; 0 where that is not known."""

    number: str
    name: str
    text: str
    people: int
    sources: tuple[Source, ...]


class Section(msgspec.Struct, frozen=True):
    """An area with its articles in order."""

    number: int
    title: str
    kind: str
    sentences: tuple[Sentence, ...]


class IdeaGroup(msgspec.Struct, frozen=True):
    """The ideas of one area for the annex, in the order they were written; an empty title for those outside
    all areas."""

    title: str
    ideas: tuple[Source, ...]


class Charter(msgspec.Struct, frozen=True):
    """A charter, ready to be laid out. `people`, `tables` and `rounds` count who and what took part, 0 where
    not known."""

    language: str
    title: str
    place: str
    day: date | None
    people: int
    tables: int
    rounds: int
    sections: tuple[Section, ...]
    partners: tuple[str, ...]
    annex: tuple[IdeaGroup, ...]


def charter_of(workshop: Workshop, day: date | None, place: str = "") -> Charter:
    """The charter as the workshop stands now. `day` is the day it was held on, None if nobody
    knows, `place` where, if anybody
    said."""
    areas = sorted(workshop.areas.values(), key=lambda area: area.order)
    sections = tuple(_section(workshop, area, number) for number, area in enumerate(areas, 2))
    return Charter(
        language=workshop.language,
        title=clean(workshop.title) or workshop.code,
        place=clean(place),
        day=day,
        people=len(workshop.participants),
        tables=len(workshop.tables),
        rounds=sum(held.opened_at > 0 for held in workshop.rounds.values()),
        sections=sections,
        partners=partners_of(workshop),
        annex=_annex(workshop, areas, sections),
    )


def _section(workshop: Workshop, area: Area, number: int) -> Section:
    mine = [a for a in workshop.articles.values() if a.area == area.id and not a.dropped]
    mine.sort(key=lambda article: (article.order, article.number))
    standing = [(article, text) for article in mine if (text := standing_text(workshop, article))]
    sentences = [
        _sentence(workshop, area.kind, article, text, f"{number}.{place}")
        for place, (article, text) in enumerate(standing, 1)
    ]
    return Section(number, clean(area.title), area.kind, tuple(sentences))


def standing_text(workshop: Workshop, article: Article) -> str:
    """What an article says, without the words of an idea that was hidden, erased or withdrawn since it was
    drafted.

    What a person wrote stands. A draft is drafted again from the ideas that are left; empty when none is.
    """
    ideas = _behind(workshop, article)
    if article.reworded or len(ideas) == len(article.ideas):
        return clean(article.text)
    if not ideas:
        return ""
    theme = workshop.themes.get(article.theme)
    spoken = drafting.voice(ideas, workshop.language).text
    name = drafting.title(workshop, theme) if theme else clean(spoken)
    kind = workshop.areas[article.area].kind
    return drafting.article_text(kind, name, ideas, workshop.language)


def _behind(workshop: Workshop, article: Article) -> list[Idea]:
    found = (workshop.ideas.get(idea) for idea in article.ideas)
    return drafting.ranked([idea for idea in found if idea is not None and idea.visible])


def _sentence(workshop: Workshop, kind: str, article: Article, text: str, number: str) -> Sentence:
    ideas = _behind(workshop, article)
    people = drafting.standing(ideas).people if workshop.participants else 0
    name, practice = value(text) if kind == "values" else ("", text)
    return Sentence(number, name, practice, people, tuple(source(workshop, idea) for idea in ideas))


def value(text: str) -> tuple[str, str]:
    """The name of a value and what it means in practice, from "Name: in practice"; a short text alone is a
    name."""
    name, colon, practice = text.partition(": ")
    if len(name) > NAME_CHARACTERS:
        return "", text
    return name.rstrip("." if not colon else ""), practice


def source(workshop: Workshop, idea: Idea, articles: Iterable[str] = ()) -> Source:
    """An idea as the documents quote it."""
    table = workshop.tables.get(idea.table)
    return Source(
        number=idea.number,
        text=clean(idea.text) or "…",
        table=table.number if table else 0,
        round=idea.round,
        support=len(idea.supporters),
        articles=tuple(articles),
    )


def _annex(workshop: Workshop, areas: list[Area], sections: tuple[Section, ...]) -> tuple[IdeaGroup, ...]:
    used: dict[int, list[str]] = {}
    for sentence in (s for section in sections for s in section.sentences):
        for behind in sentence.sources:
            used.setdefault(behind.number, []).append(sentence.number)
    groups: dict[str, list[Source]] = {slug: [] for slug in (*(area.id for area in areas), "")}
    for idea in sorted(workshop.ideas.values(), key=lambda one: one.number):
        if idea.visible:
            group = groups[idea.area if idea.area in groups else ""]
            group.append(source(workshop, idea, used.get(idea.number, ())))
    titles = {area.id: clean(area.title) for area in areas} | {"": ""}
    return tuple(IdeaGroup(titles[area], tuple(ideas)) for area, ideas in groups.items() if ideas)
