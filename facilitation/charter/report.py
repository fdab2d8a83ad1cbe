"""The protokół: how a workshop went, laid out as a Document. People are counted by sector here and never
named.

When and what for, who by numbers, the rounds as they ran, the ideas word for word by table and round, the
themes with their weight and how they came about, and room for what is next. The charter itself is in
charter.py and pages.py.
"""

from collections import Counter
from datetime import date, datetime, tzinfo

from facilitation.charter import drafting
from facilitation.charter.alphabet import alphabetical
from facilitation.charter.catalogue import phrases_in
from facilitation.charter.charter import source
from facilitation.charter.document import Block, Bullets, Document, Heading, Paragraph, Span, Spans, Table
from facilitation.charter.grouping_record import grouping_record
from facilitation.charter.phrases import Phrases
from facilitation.charter.typography import NO_BREAK, long_date, plural, quoted, set_text
from facilitation.domain.text import clean
from facilitation.domain.workshop import Idea, Round, Theme, Workshop

_EMPTY_STEPS = 4


def report_document(workshop: Workshop, day: date, zone: tzinfo, place: str = "") -> Document:
    """The protokół as blocks. `day` is the day the workshop was held on, `zone` the time zone its clock times
    are told in."""
    report = _Report(workshop, day, zone, clean(place))
    return Document(report.said.locale, report.title, report.said.page, tuple(report.blocks()))


class _Report:
    """One protokół being laid out in its workshop's language."""

    def __init__(self, workshop: Workshop, day: date, zone: tzinfo, place: str) -> None:
        self.workshop = workshop
        self.day = day
        self.zone = zone
        self.place = place
        self.language = workshop.language
        self.said: Phrases = phrases_in(workshop.language)
        name = quoted(clean(workshop.title) or workshop.code, self.language)
        self.title = self._set(f"{self.said.report_title} {name}")
        self.areas = sorted(workshop.areas.values(), key=lambda area: area.order)

    def blocks(self) -> list[Block]:
        return [
            *self._facts(),
            *self._purpose(),
            *self._people(),
            *self._timetable(),
            *self._ideas(),
            *self._themes(),
            *self._grouping(),
            *self._next_steps(),
        ]

    def _set(self, text: str) -> str:
        return set_text(text, self.language)

    def _heading(self, level: int, text: str) -> Heading:
        return Heading(level, (Span(self._set(text)),))

    def _paragraph(self, text: str) -> Paragraph:
        return Paragraph((Span(self._set(text)),))

    def _listed(self, *facts: tuple[str, str]) -> Bullets:
        return Bullets(tuple((Span(f"{label}: ", strong=True), Span(text)) for label, text in facts), "facts")

    def _facts(self) -> list[Block]:
        said = self.said
        facts = [(said.date, long_date(self.day, self.language)), (said.place, self.place or said.to_fill_in)]
        begun = [held.opened_at for held in self.workshop.rounds.values() if held.opened_at]
        ended = [held.closed_at for held in self.workshop.rounds.values() if held.closed_at]
        if begun and ended:
            facts.append((said.hours, f"{self._clock(min(begun))}–{self._clock(max(ended))}"))
        facts.append((said.moderated_by, said.to_fill_in))
        return [Heading(1, (Span(self.title),)), self._listed(*facts)]

    def _clock(self, at: int) -> str:
        return datetime.fromtimestamp(at / 1000, self.zone).strftime("%H:%M")

    def _purpose(self) -> list[Block]:
        found: list[Block] = []
        purpose = clean(self.workshop.purpose)
        if purpose:
            found += [self._heading(2, self.said.purpose), self._paragraph(purpose)]
        asked = [self._question(area.title, area.question) for area in self.areas if clean(area.question)]
        known = {clean(area.question) for area in self.areas}
        for held in self.workshop.rounds.values():
            if clean(held.question) and clean(held.question) not in known:
                asked.append(self._question(self.said.round_heading.format(n=held.number), held.question))
        return [*found, self._heading(2, self.said.questions), Bullets(tuple(asked))] if asked else found

    def _question(self, title: str, question: str) -> Spans:
        return (Span(f"{self._set(clean(title))}: "), Span(self._set(clean(question))))

    def _people(self) -> list[Block]:
        people = self.workshop.participants.values()
        counted = ((len(people), self.said.took_part), (len(self.workshop.tables), self.said.sat_at_tables))
        told = " ".join(plural(number, forms, self.language) for number, forms in counted)
        found: list[Block] = [self._heading(2, self.said.people), self._paragraph(told)]
        sectors = Counter(clean(who.sector) for who in people)
        if not any(sectors):
            return found
        order = sorted(sectors.items(), key=lambda pair: (not pair[0], -pair[1], alphabetical(pair[0])))
        rows = tuple((self._set(sector) or self.said.no_sector, str(n)) for sector, n in order)
        return [*found, Table(self.said.sector_columns, rows, (5, 2), self.said.sector_caption)]

    def _timetable(self) -> list[Block]:
        rows = tuple(self._round(held) for held in self.workshop.rounds.values())
        table = Table(self.said.timetable_columns, rows, (2, 3, 3, 3, 3), self.said.timetable_caption)
        return [self._heading(2, self.said.timetable), table] if rows else []

    def _round(self, held: Round) -> tuple[str, ...]:
        said = self.said
        planned = said.minutes.format(n=held.minutes)
        if held.status == "skipped":
            return str(held.number), said.skipped, "", planned, ""
        if not held.opened_at:
            return str(held.number), said.not_held, "", planned, ""
        opened = self._clock(held.opened_at)
        if not held.closed_at:
            return str(held.number), opened, said.still_open, planned, ""
        lasted = said.minutes.format(n=round((held.closed_at - held.opened_at) / 60_000))
        return str(held.number), opened, self._clock(held.closed_at), planned, lasted

    def _ideas(self) -> list[Block]:
        found: list[Block] = [self._heading(2, self.said.ideas_by_table)]
        cloths: dict[str, dict[int, list[Idea]]] = {table: {} for table in (*self.workshop.tables, "")}
        for idea in sorted(self.workshop.ideas.values(), key=lambda one: one.number):
            if idea.visible:
                table = idea.table if idea.table in cloths else ""
                cloths[table].setdefault(idea.round, []).append(idea)
        if not any(cloths.values()):
            return [*found, self._paragraph(self.said.no_ideas)]
        found.append(self._paragraph(self.said.ideas_by_table_lead))
        for table, rounds in cloths.items():
            if rounds:
                found += self._cloth(table, rounds)
        return found

    def _cloth(self, table: str, rounds: dict[int, list[Idea]]) -> list[Block]:
        known = self.workshop.tables.get(table)
        title = self.said.table_heading.format(n=known.number) if known else self.said.no_table
        topic = clean(known.topic) if known else ""
        found: list[Block] = [self._heading(3, f"{title}: {topic}" if topic else title)]
        for number, ideas in sorted(rounds.items()):
            heading = self.said.round_heading.format(n=number) if number else self.said.no_round
            found += [self._heading(4, heading), Bullets(tuple(map(self._quote, ideas)), "ideas")]
        return found

    def _quote(self, idea: Idea) -> Spans:
        quote = source(self.workshop, idea)
        told = [self.said.support.format(n=quote.support).replace(" ", NO_BREAK)]
        told += [self.said.late] if idea.late else []
        told += [self.said.from_paper] if idea.by_moderator else []
        return (Span(str(quote.number), strong=True), Span(f" {quote.text} "), Span(f"({', '.join(told)})"))

    def _themes(self) -> list[Block]:
        found: list[Block] = [self._heading(2, self.said.themes)]
        tables = [(area, rows) for area in self.areas if (rows := self._theme_rows(area.id))]
        if not tables:
            return [*found, self._paragraph(self.said.no_themes)]
        found.append(self._paragraph(self.said.themes_lead))
        for area, rows in tables:
            caption = self.said.themes_caption.format(area=quoted(clean(area.title), self.language))
            table = Table(self.said.theme_columns, rows, (7, 2, 3, 2), self._set(caption))
            found += [self._heading(3, clean(area.title)), table]
        return found

    def _theme_rows(self, area: str) -> tuple[tuple[str, ...], ...]:
        themes = [theme for theme in self.workshop.themes.values() if theme.area == area]
        filled = [(theme, ideas) for theme in themes if (ideas := self.workshop.ideas_in(theme.id))]
        weighed = [(drafting.standing(ideas), theme) for theme, ideas in filled]
        weighed.sort(key=lambda pair: (pair[0], -pair[1].number), reverse=True)
        return tuple(self._theme_row(theme, weight) for weight, theme in weighed)

    def _theme_row(self, theme: Theme, weight: drafting.Standing) -> tuple[str, ...]:
        return self._set(drafting.title(self.workshop, theme)), *map(str, weight)

    def _grouping(self) -> list[Block]:
        if not self.workshop.themes:
            return []
        machine = any(idea.placed_by == "machine" for idea in self.workshop.ideas.values())
        lead = self.said.grouped_by_machine if machine else self.said.grouped_by_people
        told = tuple((Span(self._set(line)),) for line in grouping_record(self.workshop, self.said))
        return [self._heading(2, self.said.grouping), self._paragraph(lead), Bullets(told)]

    def _next_steps(self) -> list[Block]:
        rows = (("", "", ""),) * _EMPTY_STEPS
        table = Table(self.said.step_columns, rows, (6, 4, 3), self.said.steps_caption, role="steps")
        last = self._listed(
            (self.said.next_meeting, self.said.to_fill_in), (self.said.written_by, self.said.to_fill_in)
        )
        return [self._heading(2, self.said.next_steps), table, last]
