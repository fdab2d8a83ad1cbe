"""What came of the ideas, as the protokół tells it: themes with their weight, how they came about and by
whom, agreement and what became of reservations, who acceded, next steps. The earlier part of the protokół is
in report.py.
"""

from datetime import tzinfo

from msgspec.structs import replace

from facilitation.charter import drafting
from facilitation.charter.agreement import earlier_agreements
from facilitation.charter.annexes import dispute_blocks, not_answered
from facilitation.charter.charter import Charter, Sentence, charter_of
from facilitation.charter.details import iso_day
from facilitation.charter.document import Block, Bullets, Span, Table
from facilitation.charter.grouping_record import grouping_record
from facilitation.charter.layout import Layout
from facilitation.charter.partners import declared_partners
from facilitation.charter.reservations import Outcomes, reservations
from facilitation.charter.statistics import agreement_chart, as_figure
from facilitation.charter.typography import quoted
from facilitation.domain.text import clean
from facilitation.domain.workshop import Area, Theme, Workshop

_EMPTY_STEPS = 4


def harvest_blocks(workshop: Workshop, layout: Layout, zone: tzinfo) -> list[Block]:
    """The protokół from the themes to the next meeting."""
    harvest = _Harvest(workshop, layout, zone)
    agreed = [*harvest.agreement(), *harvest.accession()]
    return [*harvest.themes(), *harvest.grouping(), *agreed, *harvest.next_steps()]


class _Harvest:
    """One harvest being laid out."""

    def __init__(self, workshop: Workshop, layout: Layout, zone: tzinfo) -> None:
        self.workshop = workshop
        self.layout = layout
        self.zone = zone
        self.said = layout.said
        self.voted = workshop.voting is not None or any(theme.dots for theme in workshop.themes.values())
        self.objected = any(theme.objections for theme in workshop.themes.values())

    def themes(self) -> list[Block]:
        """The themes of each area with their weight; dots and objections where the room gave any."""
        layout, said = self.layout, self.said
        areas = sorted(self.workshop.areas.values(), key=lambda area: area.order)
        found: list[Block] = [layout.heading(2, said.themes)]
        tables = [table for area in areas for table in self._area(area)]
        if not tables:
            return [*found, layout.paragraph(said.no_themes)]
        voting = self.workshop.voting
        lead = said.dots_given.format(dots=voting.dots) if voting else said.themes_lead
        return [*found, layout.paragraph(lead), *tables]

    def _area(self, area: Area) -> list[Block]:
        layout, said = self.layout, self.said
        filled = [
            (theme, ideas)
            for theme in self.workshop.themes.values()
            if theme.area == area.id and (ideas := self.workshop.ideas_in(theme.id))
        ]
        weighed = [(drafting.dots(theme), drafting.standing(ideas), theme) for theme, ideas in filled]
        weighed.sort(key=lambda one: (one[0], one[1], -one[2].number), reverse=True)
        if not weighed:
            return []
        header, widths = [*said.theme_columns], [7, 2, 3, 2]
        for shown, column in ((self.voted, said.dots_column), (self.objected, said.objections_column)):
            header += [column] if shown else []
            widths += [3] if shown else []
        rows = [self._theme(theme, weight, dots) for dots, weight, theme in weighed]
        caption = said.themes_caption.format(area=quoted(clean(area.title), layout.language))
        return [layout.heading(3, clean(area.title)), layout.figures(header, rows, widths, caption)]

    def _theme(self, theme: Theme, weight: drafting.Standing, dots: int) -> list[str | int]:
        row: list[str | int] = [self.layout.set(drafting.title(self.workshop, theme)), *weight]
        row += [dots] if self.voted else []
        return [*row, len(theme.objections)] if self.objected else row

    def grouping(self) -> list[Block]:
        """How the themes came about, and who changed what."""
        if not self.workshop.themes:
            return []
        placed = {idea.placed_by for idea in self.workshop.ideas.values()}
        if self.workshop.answers:
            lead = self.said.grouped_by_room
        else:
            lead = self.said.grouped_by_machine if "machine" in placed else self.said.grouped_by_people
        told = tuple((Span(self.layout.set(line)),) for line in grouping_record(self.workshop, self.said))
        layout = self.layout
        return [layout.heading(2, self.said.grouping), layout.paragraph(lead), Bullets(told)]

    def agreement(self) -> list[Block]:
        """Where agreement stands with the charter, and what people can't accept; nothing while it was not
        asked."""
        layout, said = self.layout, self.said
        charter = charter_of(self.workshop, None)
        record = self._record(charter)
        if not (charter.put or charter.disputes or record):
            return []
        found: list[Block] = [layout.heading(2, said.agreement), layout.paragraph(said.agreement_lead)]
        rows = [(self._worded(sentence), *agreement.parts) for sentence, agreement in charter.answered]
        if rows:
            columns = said.agreement_columns[:-1]
            table = layout.figures(columns, rows, (8, 3, 3, 3), said.agreement_caption)
            found.append(as_figure(agreement_chart(charter, layout), table, layout))
        found += not_answered(charter, layout)
        found += [*record, *self._earlier(charter)]
        # Reservations stand in the record, with those that are settled.
        for dispute in (replace(one, reservations=()) for one in charter.disputes):
            if dispute.objections or dispute.ideas:
                found += dispute_blocks(dispute, layout, linked=False)
        return found

    def _record(self, charter: Charter) -> list[Block]:
        """Every reservation in its own words with what became of it; how many had none, or were hidden."""
        layout, said = self.layout, self.said
        outcomes, held = Outcomes(self.workshop, layout, self.zone), reservations(self.workshop, charter)
        if not held:
            return []
        rows = [
            (one.number or "–", quoted(one.words, layout.language), outcomes.told(one))
            for one in held
            if one.quotable
        ]
        counted = (
            (said.reservations_silent, sum(not one.words for one in held)),
            (said.reservations_hidden, sum(bool(one.words) and one.hidden for one in held)),
        )
        notes = tuple((Span(phrase.format(n=number)),) for phrase, number in counted if number)
        found: list[Block] = [layout.heading(3, said.reservations_record)]
        if rows:
            found.append(layout.figures(said.reservation_columns, rows, (2, 8, 5), said.reservations_record))
        return [*found, Bullets(notes)] if notes else found

    def accession(self) -> list[Block]:
        """The institutions that acceded; nothing while nobody was asked to."""
        layout, said = self.layout, self.said
        if not (self.workshop.declarations or self.workshop.declarations_open):
            return []
        rows = [
            tuple(map(layout.set, (partner.institution, partner.sector, partner.representative)))
            for partner in declared_partners(self.workshop)
        ]
        heading = layout.heading(2, said.accession)
        if not rows:
            return [heading, layout.paragraph(said.none_acceded)]
        table = layout.figures(said.acceded_columns, rows, (6, 4, 5), said.partner_caption)
        return [heading, layout.paragraph(said.declared_lead), table]

    def _worded(self, sentence: Sentence) -> str:
        return f"{sentence.number} {self.layout.set(sentence.words)}"

    def _earlier(self, charter: Charter) -> list[Block]:
        """The answers to wordings that were put before the last one."""
        numbers = charter.numbers
        rows = [
            (numbers[article], self.layout.set(earlier.text), *earlier.figures.parts)
            for article, earlier in earlier_agreements(self.workshop, numbers)
        ]
        if not rows:
            return []
        said, layout = self.said, self.layout
        table = layout.figures(said.earlier_columns, rows, (2, 8, 3, 3, 3), said.earlier_caption)
        return [layout.heading(3, said.earlier_agreement), table]

    def next_steps(self) -> list[Block]:
        """What was agreed to be done, by whom and when, and the next meeting; room for it where nothing is
        known."""
        layout, said = self.layout, self.said
        rows = tuple(
            (layout.set(clean(t.text)), layout.set(clean(t.who)), self._due(t.due))
            for t in self.workshop.tasks.values()
        )
        empty = rows or (("", "", ""),) * _EMPTY_STEPS
        table = Table(
            said.step_columns, empty, (6, 4, 3), said.next_steps if rows else said.steps_caption, "steps"
        )
        meeting = self._due(self.workshop.details.next_meeting)
        return [layout.heading(2, said.next_steps), table, layout.facts([(said.next_meeting, meeting)])]

    def _due(self, text: str) -> str:
        day = iso_day(text.strip())
        return self.layout.day(day) if day else self.layout.set(clean(text))
