"""What stands in a charter: the model that a workshop fills and every format is written from.

Only what the room may see gets in: ideas that are hidden, withdrawn, blanked or not let through are left out
here, so no writer can let one slip. Where the words of an article come from is in drafting.py, how the
charter is laid out in pages.py.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from facilitation.charter import drafting
from facilitation.charter.agreement import Agreement, agreement_of, objections_to, reservations_of
from facilitation.charter.details import day_held, lines
from facilitation.charter.document import Picture
from facilitation.charter.partners import Partner, declared_partners, partners_of
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
    many different people wrote or supported these ideas; 0 where that is not known. `agreement` is None while
    it was not put to the room."""

    number: str
    name: str
    text: str
    people: int
    sources: tuple[Source, ...]
    agreement: Agreement | None = None

    @property
    def words(self) -> str:
        """All it says; a value's name goes first."""
        return ": ".join(filter(None, (self.name, self.text)))


class Dispute(msgspec.Struct, frozen=True):
    """A point in dispute: the sentence with that number and those words, or (without a number) ideas that
    object and stand behind no sentence. Words are quoted as they were typed."""

    number: str
    text: str
    reservations: tuple[str, ...]
    objections: tuple[str, ...]
    ideas: tuple[Source, ...]


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
    not known. `partners` declared their accession, people of the `others` were in the room. `changes` are a
    sentence each, empty where the room said nothing about them."""

    language: str
    title: str
    place: str
    day: date | None
    people: int
    tables: int
    rounds: int
    sections: tuple[Section, ...]
    partners: tuple[Partner, ...]
    others: tuple[str, ...]
    annex: tuple[IdeaGroup, ...]
    disputes: tuple[Dispute, ...]
    organiser: str = ""
    basis: str = ""
    funding: str = ""
    changes: tuple[str, ...] = ()
    logos: tuple[Picture, ...] = ()
    articles: tuple[str, ...] = ()
    """The ids of the articles that the sentences are, in their order."""

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences in order."""
        return [sentence for section in self.sections for sentence in section.sentences]

    @property
    def put(self) -> bool:
        """Whether any sentence was put to the room."""
        return any(sentence.agreement for sentence in self.sentences)

    @property
    def answered(self) -> list[tuple[Sentence, Agreement]]:
        """The sentences that were put to the room and answered by somebody, with the answers."""
        return [(s, s.agreement) for s in self.sentences if s.agreement and s.agreement.answers]

    @property
    def unanswered(self) -> list[str]:
        """The numbers of those that were put to the room and answered by nobody."""
        return [s.number for s in self.sentences if s.agreement and not s.agreement.answers]

    @property
    def numbers(self) -> dict[str, str]:
        """Article → the number of the sentence that it is, in their order."""
        return dict(zip(self.articles, (s.number for s in self.sentences), strict=True))


def charter_of(
    workshop: Workshop, day: date | None, place: str = "", logos: tuple[Picture, ...] = ()
) -> Charter:
    """The charter as the workshop stands now. `day` is the day it was held on, None if nobody
    knows, `place` where; what a moderator wrote about these goes before."""
    areas = sorted(workshop.areas.values(), key=lambda area: area.order)
    standing = {area.id: _standing(workshop, area) for area in areas}
    sections = tuple(
        _section(workshop, area, number, standing[area.id]) for number, area in enumerate(areas, 2)
    )
    articles = [pair for area in areas for pair in standing[area.id]]
    said = workshop.details
    return Charter(
        language=workshop.language,
        title=clean(workshop.title) or workshop.code,
        place=clean(said.place) or clean(place),
        day=day_held(workshop, day),
        people=len(workshop.participants),
        tables=len(workshop.tables),
        rounds=sum(held.opened_at > 0 for held in workshop.rounds.values()),
        sections=sections,
        partners=declared_partners(workshop),
        others=partners_of(workshop),
        annex=_annex(workshop, areas, sections),
        disputes=_disputes(workshop, sections, articles),
        organiser=clean(said.organiser),
        basis=clean(said.basis),
        funding=clean(said.funding),
        changes=lines(said.changes),
        logos=logos,
        articles=tuple(article.id for article, _ in articles),
    )


def _standing(workshop: Workshop, area: Area) -> list[tuple[Article, str]]:
    """The articles of an area that say anything, in order, with what they say."""
    mine = [a for a in workshop.articles.values() if a.area == area.id and not a.dropped]
    mine.sort(key=lambda article: (article.order, article.number))
    return [(article, text) for article in mine if (text := standing_text(workshop, article))]


def _section(workshop: Workshop, area: Area, number: int, standing: list[tuple[Article, str]]) -> Section:
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
    sources = tuple(source(workshop, idea) for idea in drafting.in_favour(ideas))
    return Sentence(number, name, practice, people, sources, agreement_of(article))


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


def _disputes(
    workshop: Workshop, sections: Iterable[Section], articles: list[tuple[Article, str]]
) -> tuple[Dispute, ...]:
    """The sentences that somebody can't accept, in order, then the ideas that object to something else."""
    found: list[Dispute] = []
    quoted: set[str] = set()
    numbers = [sentence.number for section in sections for sentence in section.sentences]
    for number, (article, text) in zip(numbers, articles, strict=True):
        behind = _behind(workshop, article)
        favoured = {idea.id for idea in drafting.in_favour(behind)}
        against = [idea for idea in behind if idea.id not in favoured]
        quoted |= {idea.id for idea in against}
        told = (reservations_of(article), objections_to(workshop, (article.theme, *article.themes)))
        if any(told) or against:
            found.append(Dispute(number, text, *told, tuple(source(workshop, idea) for idea in against)))
    others = [i for i in workshop.ideas.values() if i.visible and i.objects and i.id not in quoted]
    if others:
        others.sort(key=lambda idea: idea.number)
        found.append(Dispute("", "", (), (), tuple(source(workshop, idea) for idea in others)))
    return tuple(found)
