"""The charter laid out: its headings, sentences, references, tables and annexes in order, as a Document.

The order is the one its readers expect: basis, the areas, partners, how it changes, signatures, annexes.
Marks and spaces are set here (typography.py), except in the annex, where ideas are quoted as typed.
"""

from collections.abc import Sequence

from facilitation.charter.catalogue import phrases_in
from facilitation.charter.charter import Charter, IdeaGroup, Section, Sentence, Source
from facilitation.charter.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Register,
    RegisterRow,
    Role,
    Span,
    Spans,
    Table,
)
from facilitation.charter.phrases import Forms, Phrases
from facilitation.charter.typography import NO_BREAK, long_date, plural, set_text

_EMPTY_SIGNATURES = 3
_IDEA_WIDTHS = (5, 29, 7, 7, 9, 9)


def idea_anchor(number: int) -> str:
    """The name of the place in the annex where an idea stands."""
    return f"idea-{number}"


def article_anchor(number: str) -> str:
    """The name of the place where an article stands."""
    return f"article-{number.replace('.', '-')}"


def charter_document(charter: Charter) -> Document:
    """The whole charter as blocks."""
    pages = _Pages(charter)
    return Document(pages.said.locale, charter.title, pages.said.page, tuple(pages.blocks()))


class _Pages:
    """One charter being laid out in its language."""

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.said: Phrases = phrases_in(charter.language)

    def blocks(self) -> list[Block]:
        found = [*self._title(), *self._basis()]
        for section in self.charter.sections:
            found += self._section(section)
        number = len(self.charter.sections) + 2
        return [
            *found,
            *self._partners(number),
            *self._changes(number + 1),
            *self._signatures(),
            *self._annexes(),
        ]

    def _set(self, text: str) -> str:
        return set_text(text, self.charter.language)

    def _count(self, number: int, forms: Forms) -> str:
        return self._set(plural(number, forms, self.charter.language))

    def _heading(self, level: int, text: str, number: int = 0) -> Heading:
        return Heading(level, (Span(f"{number}. {self._set(text)}" if number else self._set(text)),))

    def _paragraph(self, text: str, role: Role = "") -> Paragraph:
        return Paragraph((Span(self._set(text)),), role)

    def _title(self) -> list[Block]:
        held = ", ".join(filter(None, (self.charter.place, self._day())))
        found: list[Block] = [
            self._heading(1, self.charter.title),
            self._paragraph(self.said.draft_subtitle, "subtitle"),
        ]
        return [*found, Paragraph((Span(held),), "subtitle")] if held else found

    def _day(self) -> str:
        return long_date(self.charter.day, self.charter.language) if self.charter.day else ""

    def _basis(self) -> list[Block]:
        said = self.said
        facts = (
            (said.name, self._set(self.charter.title)),
            (said.place, self.charter.place or said.to_fill_in),
            (said.date, self._day() or said.to_fill_in),
            (said.formal_basis, said.to_fill_in),
        )
        ideas = sum(len(group.ideas) for group in self.charter.annex)
        counted = (
            (self.charter.people, said.took_part),
            (self.charter.tables, said.sat_at_tables),
            (self.charter.rounds, said.held_rounds),
            (ideas, said.written_ideas),
        )
        told = [self._count(number, forms) for number, forms in counted if number]
        return [
            self._heading(2, said.basis, 1),
            Bullets(tuple((Span(f"{label}: ", strong=True), Span(text)) for label, text in facts), "facts"),
            Paragraph((Span(" ".join([*told, self._set(said.how_to_trace)])),)),
        ]

    def _section(self, section: Section) -> list[Block]:
        found: list[Block] = [self._heading(2, section.title, section.number)]
        leads = {
            "values": self.said.values_lead,
            "rules": self.said.rules_lead,
            "communication": self.said.communication_lead,
        }
        if not section.sentences:
            return [*found, self._paragraph(self.said.no_articles, "note")]
        if section.kind in leads:
            found.append(self._paragraph(leads[section.kind], "intro"))
        for place, sentence in enumerate(section.sentences):
            if section.kind == "aspiration" and place == 1:
                found.append(self._paragraph(self.said.supported_by, "intro"))
            found += self._sentence(sentence, leading=section.kind == "aspiration" and place == 0)
        return found

    def _sentence(self, sentence: Sentence, leading: bool) -> list[Block]:
        number = Span(sentence.number, strong=True, anchor=article_anchor(sentence.number))
        text = Span(NO_BREAK + self._set(sentence.text))
        if not sentence.name:
            said: list[Block] = [Paragraph((number, text), "lead" if leading else "article")]
        else:
            name = Span(sentence.number, anchor=article_anchor(sentence.number))
            said = [Heading(3, (name, Span(NO_BREAK + self._set(sentence.name))))]
            if sentence.text:
                practice = (Span(self.said.in_practice, strong=True), Span(" " + self._set(sentence.text)))
                said.append(Paragraph(practice, "practice"))
        return [*said, *self._references(sentence)]

    def _references(self, sentence: Sentence) -> list[Block]:
        if not sentence.sources:
            return []
        spans: list[Span] = []
        if sentence.people:
            spans.append(Span(self._count(sentence.people, self.said.behind_it) + " "))
        spans.append(Span(self._count(len(sentence.sources), self.said.sources) + " "))
        for place, source in enumerate(sentence.sources):
            label = self._set(self.said.source.format(number=source.number))
            spans.append(Span(label, goes_to=idea_anchor(source.number)))
            spans.append(
                Span(f" ({self._facts(source)})" + ("." if place == len(sentence.sources) - 1 else "; "))
            )
        return [Paragraph(tuple(spans), "references")]

    def _facts(self, source: Source) -> str:
        return ", ".join(facts_of(source, self.said))

    def _partners(self, number: int) -> list[Block]:
        heading = self._heading(2, self.said.partners, number)
        if not self.charter.partners:
            return [heading, self._paragraph(self.said.no_partners)]
        named = tuple((Span(self._set(name)),) for name in self.charter.partners)
        return [heading, self._paragraph(self.said.partners_lead, "intro"), Bullets(named)]

    def _changes(self, number: int) -> list[Block]:
        rules = [
            Paragraph((Span(f"{number}.{place}", strong=True), Span(NO_BREAK + self._set(rule))), "article")
            for place, rule in enumerate(self.said.change_rules, 1)
        ]
        note = self._paragraph(self.said.changes_note, "note")
        return [self._heading(2, self.said.changes, number), note, *rules]

    def _signatures(self) -> list[Block]:
        names = [*map(self._set, self.charter.partners), *[""] * _EMPTY_SIGNATURES]
        rows = tuple((str(place), name, "", "") for place, name in enumerate(names, 1))
        table = Table(
            self.said.signature_columns, rows, (1, 6, 5, 5), self.said.signature_caption, role="signatures"
        )
        return [self._heading(2, self.said.signatures), self._paragraph(self.said.signing, "intro"), table]

    def _annexes(self) -> list[Block]:
        listed = [(Span(self._set(text)),) for text in (self.said.report_annex, self.said.ideas_annex_listed)]
        found: list[Block] = [
            Heading(2, (Span(self._set(self.said.annexes)),), starts_page=True),
            Bullets(tuple(listed)),
            self._heading(2, self.said.ideas_annex),
            self._paragraph(self.said.ideas_annex_lead),
        ]
        for group in self.charter.annex:
            found += self._idea_group(group)
        return found

    def _idea_group(self, group: IdeaGroup) -> list[Block]:
        only = len(self.charter.annex) == 1 and not group.title
        title = group.title or (self.said.area_of_ideas if only else self.said.no_area)
        counted = f"{self._set(title)} ({self._count(len(group.ideas), self.said.ideas_count)})"
        rows = tuple(self._row(source) for source in group.ideas)
        return [Heading(3, (Span(counted),)), Register(self.said.idea_columns, rows, _IDEA_WIDTHS, counted)]

    def _row(self, source: Source) -> RegisterRow:
        links = _joined([Span(number, goes_to=article_anchor(number)) for number in source.articles])
        told: list[Span] = [Span(self._facts(source))]
        for number in source.articles:
            label = self._set(self.said.article.format(number=number))
            told += [Span(", "), Span(label, goes_to=article_anchor(number))]
        numbers = (str(source.table or ""), str(source.round or ""), str(source.support))
        facts = (*((Span(n),) if n else () for n in numbers), links)
        return RegisterRow(str(source.number), idea_anchor(source.number), source.text, facts, tuple(told))


def facts_of(source: Source, said: Phrases) -> list[str]:
    """Table, round and support in words, as far as they are known."""
    known = ((source.table, said.table), (source.round, said.round))
    told = [phrase.format(n=n).replace(" ", NO_BREAK) for n, phrase in known if n]
    return [*told, said.support.format(n=source.support).replace(" ", NO_BREAK)]


def _joined(spans: Sequence[Span]) -> Spans:
    commas = [Span(", ")] * len(spans)
    return tuple(span for pair in zip(commas, spans, strict=True) for span in pair)[1:]
