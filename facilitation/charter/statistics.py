"""Figures of a workshop as charts with the same numbers in tables: ideas over time, by round, table and
sector, who was heard, agreement. Part of the protokół and a document of its own.

Nobody is named. A sector of fewer than three people is told together with others, and where fewer than three
people wrote, not even the number of their sectors is told.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import tzinfo

from facilitation.charter.alphabet import alphabetical
from facilitation.charter.chart import MOST_BARS, Bar, Chart
from facilitation.charter.charter import Charter, charter_of
from facilitation.charter.document import Block, Document, Figure, Picture, Table
from facilitation.charter.layout import Layout
from facilitation.charter.typography import clock, moment
from facilitation.domain.text import clean
from facilitation.domain.workshop import Idea, Workshop

FEWEST_PEOPLE = 3
"""A group smaller than this would tell who is meant."""

_STEPS_MINUTES = (5, 10, 15, 30, 60, 120, 240, 720, 1440)
_MOST_STEPS = 24
_MINUTE_MS = 60_000


def statistics_document(workshop: Workshop, zone: tzinfo, logos: tuple[Picture, ...] = ()) -> Document:
    """The figures alone."""
    layout = Layout(workshop.language)
    title = layout.set(f"{layout.said.statistics_title} {layout.title(workshop.title or workshop.code)}")
    blocks = [*layout.head(title, logos), *statistics_blocks(workshop, zone, layout, heading=1)]
    return Document(layout.said.locale, title, layout.said.page, tuple(blocks))


def statistics_blocks(workshop: Workshop, zone: tzinfo, layout: Layout, heading: int) -> list[Block]:
    """The figures as part of a document, below a heading of that level (1: the document's own title)."""
    figures = _Figures(workshop, zone, layout)
    found: list[Block] = [layout.heading(2, layout.said.statistics)] if heading > 1 else []
    found.append(layout.paragraph(layout.said.statistics_lead))
    parts = (
        figures.over_time(),
        figures.by_round(),
        figures.by_table(),
        figures.by_sector(),
        figures.voices(),
        # The protokół has agreement in a section of its own.
        figures.agreement() if heading == 1 else None,
    )
    for title, lead, shown in filter(None, parts):
        found.append(layout.heading(heading + 1, title))
        found += [layout.paragraph(lead)] if lead else []
        found.append(shown)
    return found if any(parts) else []


Part = tuple[str, str, Figure | Table] | None


class _Figures:
    """The figures of one workshop; None where there is nothing to compare."""

    def __init__(self, workshop: Workshop, zone: tzinfo, layout: Layout) -> None:
        self.workshop = workshop
        self.zone = zone
        self.layout = layout
        self.said = layout.said
        self.ideas = [idea for idea in workshop.ideas.values() if idea.visible]

    def _counted(self, title: str, header: Sequence[str], counted: Sequence[tuple[str, int]]) -> Part:
        if len(counted) < 2:
            return None
        bars = tuple(Bar(label, (number,)) for label, number in counted)
        table = self.layout.figures(header, counted, (5, 2), title)
        return title, "", as_figure(Chart(self.layout.set(title), bars), table, self.layout)

    def over_time(self) -> Part:
        """Ideas by the moment they were written, in steps of a round length."""
        times = sorted(idea.at for idea in self.ideas if idea.at)
        if not times:
            return None
        span = times[-1] - times[0]
        fitting = (m * _MINUTE_MS for m in _STEPS_MINUTES if span < m * _MINUTE_MS * (_MOST_STEPS - 1))
        step = next(fitting, span // (_MOST_STEPS - 2) + 1)
        first = times[0] // step
        counted = Counter(at // step - first for at in times)
        many_days = len({moment(at, self.zone).date() for at in (times[0], times[-1])}) > 1
        steps = [(moment((first + n) * step, self.zone), counted[n]) for n in range(max(counted) + 1)]
        rows = [(f"{at:%d.%m} {clock(at)}" if many_days else clock(at), count) for at, count in steps]
        return self._counted(self.said.ideas_over_time, self.said.over_time_columns, rows)

    def by_round(self) -> Part:
        """Ideas of each round that was held, and those outside of rounds."""
        counted = Counter(idea.round for idea in self.ideas)
        held = [number for number, one in self.workshop.rounds.items() if one.opened_at or counted[number]]
        rows = [(self._round(number), counted[number]) for number in held]
        rest = sum(number for held_in, number in counted.items() if held_in not in held)
        rows += [(self.said.no_round, rest)] if rest and rows else []
        return self._counted(self.said.ideas_by_round, self.said.by_round_columns, rows)

    def _round(self, number: int) -> str:
        return self.said.round_heading.format(n=number)

    def by_table(self) -> Part:
        """Ideas of each table, and those of none."""
        counted = Counter(idea.table if idea.table in self.workshop.tables else "" for idea in self.ideas)
        tables = self.workshop.tables.values()
        rows = [(self.said.table_heading.format(n=table.number), counted[table.id]) for table in tables]
        rows += [(self.said.no_table, counted[""])] if counted[""] and rows else []
        return self._counted(
            self.said.ideas_per_table, self.said.per_table_columns, rows if self.ideas else []
        )

    def by_sector(self) -> Part:
        """Ideas of each sector; the small ones together."""
        people = Counter(clean(who.sector) for who in self.workshop.participants.values())
        small = {sector for sector, number in people.items() if number < FEWEST_PEOPLE and sector}
        counted: Counter[str] = Counter()
        for idea in self.ideas:
            author = self.workshop.participants.get(idea.author)
            if author:
                sector = clean(author.sector)
                counted[self.said.small_sectors if sector in small else sector] += 1
        if len([sector for sector in counted if sector]) < 2:
            return None
        order = sorted(
            counted.items(),
            key=lambda one: (one[0] in ("", self.said.small_sectors), -one[1], alphabetical(one[0])),
        )
        rows = [(self.layout.set(sector) or self.said.no_sector, number) for sector, number in order]
        return self._counted(self.said.ideas_by_sector, self.said.by_sector_columns, rows)

    def voices(self) -> Part:
        """How many people and sectors were heard at each table in each round."""
        wrote: dict[tuple[str, int], list[Idea]] = {}
        for idea in self.ideas:
            if idea.author and idea.round and idea.table in self.workshop.tables:
                wrote.setdefault((idea.table, idea.round), []).append(idea)
        if not wrote:
            return None
        sat = Counter(
            (table, n) for who in self.workshop.participants.values() for n, table in who.seats.items()
        )
        places = sorted(wrote, key=lambda place: (self.workshop.tables[place[0]].number, place[1]))
        rows = [self._voices(place, wrote[place], sat[place]) for place in places]
        bars = tuple(
            Bar(self.said.table_and_round.format(table=row[0], round=row[1]), (int(row[3]),)) for row in rows
        )
        said = self.said
        table = self.layout.figures(said.voices_columns, rows, (2, 2, 3, 3, 3), said.voices)
        return (
            said.voices,
            said.voices_lead,
            as_figure(Chart(self.layout.set(said.voices), bars), table, self.layout),
        )

    def _voices(self, place: tuple[str, int], ideas: list[Idea], sat: int) -> tuple[str, ...]:
        people = {idea.author for idea in ideas}
        sectors = {
            clean(self.workshop.participants[one].sector)
            for one in people
            if one in self.workshop.participants
        }
        told = str(len(sectors - {""})) if len(people) >= FEWEST_PEOPLE else "–"
        number = self.workshop.tables[place[0]].number
        return str(number), str(place[1]), str(max(sat, len(people)) if sat else "–"), str(len(people)), told

    def agreement(self) -> Part:
        """The answers to each sentence of the charter that somebody answered."""
        charter = charter_of(self.workshop, None)
        rows = [(s.number, *agreement.parts, agreement.answers) for s, agreement in charter.answered]
        if not rows:
            return None
        said = self.said
        chart = agreement_chart(charter, self.layout)
        table = self.layout.figures(said.agreement_columns, rows, (3, 4, 4, 4, 3), said.agreement_caption)
        return said.agreement_by_article, "", as_figure(chart, table, self.layout)


def agreement_chart(charter: Charter, layout: Layout) -> Chart:
    """What was answered to each sentence that somebody answered, by its number."""
    said = layout.said
    bars = tuple(
        Bar(layout.set(said.sentence_heading.format(number=sentence.number)), agreement.parts)
        for sentence, agreement in charter.answered
    )
    return Chart(said.agreement_by_article, bars, said.agreement_legend)


def as_figure(chart: Chart, table: Table, layout: Layout) -> Figure | Table:
    """The chart with its table, or the table alone where there are too many bars."""
    return Figure(chart, table, layout.said.unfold) if len(chart.bars) <= MOST_BARS else table
