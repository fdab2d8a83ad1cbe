"""The charter laid out: its title page, sentences, references, partners and signatures in order, as a
Document.

The order is the one its readers expect: basis, the areas, partners, how it changes, signatures, annexes
(annexes.py). Marks and spaces are set here (typography.py), except in the annexes, where people are quoted as
they typed.
"""

from facilitation.charter.annexes import annex_blocks, article_anchor, facts_of, idea_anchor
from facilitation.charter.charter import Charter, Section, Sentence
from facilitation.charter.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Note,
    Paragraph,
    Span,
    Table,
)
from facilitation.charter.layout import Layout
from facilitation.charter.typography import NO_BREAK

_EMPTY_SIGNATURES = 3
_DETAILED_SOURCES = 8
"""So many ideas behind a sentence are told with table, round and support; the others by number, with a
link."""


def charter_document(charter: Charter) -> Document:
    """The whole charter as blocks."""
    pages = _Pages(charter)
    return Document(pages.said.locale, charter.title, pages.said.page, tuple(pages.blocks()), cover=True)


class _Pages(Layout):
    """One charter being laid out; its notes are numbered through it."""

    def __init__(self, charter: Charter) -> None:
        super().__init__(charter.language)
        self.charter = charter
        self.notes = 0
        self.disputed = {dispute.number for dispute in charter.disputes}

    def blocks(self) -> list[Block]:
        """All of it in order."""
        found = [*self._cover(), *self._basis()]
        for section in self.charter.sections:
            found += self._section(section)
        number = len(self.charter.sections) + 2
        return [
            *found,
            *self._partners(number),
            *self._changes(number + 1),
            *self._signatures(),
            *annex_blocks(self.charter, self),
        ]

    def _cover(self) -> list[Block]:
        charter, said = self.charter, self.said
        held = ", ".join(filter(None, (self.set(charter.place), self.day(charter.day))))
        lines = [said.agreed_subtitle if charter.put else said.draft_subtitle, held]
        if charter.organiser:
            lines.append(f"{said.organiser}: {charter.organiser}")
        found = self.head(charter.title, charter.logos)
        found += [self.paragraph(line, "subtitle") for line in lines if line]
        return [*found, self.paragraph(charter.funding, "funding")] if charter.funding else found

    def _basis(self) -> list[Block]:
        charter, said = self.charter, self.said
        facts = [
            (said.name, self.set(charter.title)),
            (said.place, self.set(charter.place)),
            (said.date, self.day(charter.day)),
            (said.formal_basis, self.set(charter.basis)),
        ]
        counted = (
            (charter.people, said.took_part),
            (charter.tables, said.sat_at_tables),
            (charter.rounds, said.held_rounds),
            (sum(len(group.ideas) for group in charter.annex), said.written_ideas),
        )
        told = [self.count(number, forms) for number, forms in counted if number]
        return [
            self.heading(2, said.basis, 1, starts_page=True),
            self.facts(facts),
            self.paragraph(" ".join([*told, said.how_to_trace])),
        ]

    def _section(self, section: Section) -> list[Block]:
        found: list[Block] = [self.heading(2, section.title, section.number)]
        leads = {
            "values": self.said.values_lead,
            "rules": self.said.rules_lead,
            "communication": self.said.communication_lead,
        }
        if not section.sentences:
            return [*found, self.paragraph(self.said.no_articles, "note")]
        if section.kind in leads:
            found.append(self.paragraph(leads[section.kind], "intro"))
        for place, sentence in enumerate(section.sentences):
            if section.kind == "aspiration" and place == 1:
                found.append(self.paragraph(self.said.supported_by, "intro"))
            found += self._sentence(sentence, leading=section.kind == "aspiration" and place == 0)
        return found

    def _sentence(self, sentence: Sentence, leading: bool) -> list[Block]:
        note = self._note(sentence)
        mark = note[0].number if note else 0
        anchor = article_anchor(sentence.number)
        if not sentence.name:
            number = Span(sentence.number, strong=True, anchor=anchor)
            text = Span(NO_BREAK + self.set(sentence.text), note=mark)
            return [Paragraph((number, text), "lead" if leading else "article"), *note]
        name = Span(NO_BREAK + self.set(sentence.name), note=0 if sentence.text else mark)
        said: list[Block] = [Heading(3, (Span(sentence.number, anchor=anchor), name))]
        if sentence.text:
            practice = Span(" " + self.set(sentence.text), note=mark)
            said.append(Paragraph((Span(self.said.in_practice, strong=True), practice), "practice"))
        return [*said, *note]

    def _note(self, sentence: Sentence) -> list[Note]:
        """How many people stand behind a sentence, its ideas, and where agreement stands."""
        told: list[Span] = []
        if sentence.sources and sentence.people:
            told.append(Span(self.count(sentence.people, self.said.behind_it) + " "))
        told += self._sources(sentence)
        if sentence.agreement and sentence.agreement.answers:
            told.append(Span(self._agreed(sentence)))
        if sentence.number in self.disputed:
            told.append(Span(self.set(self.said.disputed)))
        if not told:
            return []
        self.notes += 1
        last = told[-1]
        return [Note(self.notes, (*told[:-1], Span(last.text.rstrip(), goes_to=last.goes_to)))]

    def _sources(self, sentence: Sentence) -> list[Span]:
        if not sentence.sources:
            return []
        told = [Span(self.count(len(sentence.sources), self.said.sources) + " ")]
        detailed, bare = sentence.sources[:_DETAILED_SOURCES], sentence.sources[_DETAILED_SOURCES:]
        for place, source in enumerate(detailed, 1):
            label = self.set(self.said.source.format(number=source.number))
            told.append(Span(label, goes_to=idea_anchor(source.number)))
            end = "; " if place < len(detailed) else " " if bare else ". "
            known = ", ".join(facts_of(source, self.said))
            told.append(Span(f" ({known}){end}" if known else end))
        if bare:
            told.append(Span(self.count(len(bare), self.said.more_sources) + NO_BREAK))
        for place, source in enumerate(bare, 1):
            told.append(Span(str(source.number), goes_to=idea_anchor(source.number)))
            told.append(Span(", " if place < len(bare) else ". "))
        return told

    def _agreed(self, sentence: Sentence) -> str:
        agreement = sentence.agreement
        assert agreement is not None
        figures = self.said.agreed.format(
            agree=agreement.agree, live_with=agreement.live_with, reservation=agreement.reservation
        )
        return f"{self.set(figures)} ({self.count(agreement.answers, self.said.answered)}). "

    def _partners(self, number: int) -> list[Block]:
        charter, said = self.charter, self.said
        heading = self.heading(2, said.partners, number)
        others = Bullets(tuple((Span(self.set(name)),) for name in charter.others))
        if not charter.partners:
            if not charter.others:
                return [heading, self.paragraph(said.no_partners)]
            return [heading, self.paragraph(said.partners_lead, "intro"), others]
        rows = [
            tuple(map(self.set, (p.institution, p.representative, p.powers, p.resources, p.possibilities)))
            for p in charter.partners
        ]
        table = self.figures(said.partner_columns, rows, (5, 4, 5, 5, 5), said.partner_caption)
        found: list[Block] = [heading, self.paragraph(said.declared_lead, "intro"), table]
        return [*found, self.paragraph(said.others_lead, "intro"), others] if charter.others else found

    def _changes(self, number: int) -> list[Block]:
        rules: list[Block] = [
            Paragraph((Span(f"{number}.{place}", strong=True), Span(NO_BREAK + self.set(rule))), "article")
            for place, rule in enumerate(self.charter.changes or self.said.change_rules, 1)
        ]
        proposed: list[Block] = (
            [] if self.charter.changes else [self.paragraph(self.said.changes_note, "note")]
        )
        return [self.heading(2, self.said.changes, number), *proposed, *rules]

    def _signatures(self) -> list[Block]:
        said = self.said
        return [
            self.heading(2, said.signatures),
            self.paragraph(said.signing, "intro"),
            signature_table(self.charter, self),
        ]


def signature_table(charter: Charter, layout: Layout) -> Table:
    """Room for everybody's signature: those that declared, those that were there, and three more."""
    said = layout.said
    named = [(layout.set(p.institution), layout.set(p.representative)) for p in charter.partners]
    named += [(layout.set(name), "") for name in charter.others]
    named += [("", "")] * _EMPTY_SIGNATURES
    rows = tuple((str(place), *names, "") for place, names in enumerate(named, 1))
    return Table(said.signature_columns, rows, (1, 6, 5, 5), said.signature_caption, role="signatures")
