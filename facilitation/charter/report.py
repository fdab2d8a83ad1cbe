"""The protokół: how a workshop went, laid out as a Document. People are counted by sector here; only who
represents an institution that acceded is named, as in the charter.

When and what for, who by numbers, the rounds as they ran, the ideas word for word by table and round; then
what came of them (report_harvest.py) and the figures (statistics.py). The charter itself is in charter.py and
pages.py.
"""

from collections import Counter
from datetime import date, tzinfo

from facilitation.charter.alphabet import alphabetical
from facilitation.charter.charter import source
from facilitation.charter.details import day_held, lines
from facilitation.charter.document import Block, Bullets, Document, Paragraph, Picture, Span, Spans
from facilitation.charter.layout import Layout
from facilitation.charter.report_harvest import harvest_blocks
from facilitation.charter.statistics import statistics_blocks
from facilitation.charter.typography import NO_BREAK, clock, moment
from facilitation.domain.text import clean
from facilitation.domain.workshop import Handover, Idea, Round, Workshop

_MINUTE_MS = 60_000


def report_document(
    workshop: Workshop, day: date | None, zone: tzinfo, place: str = "", logos: tuple[Picture, ...] = ()
) -> Document:
    """The protokół as blocks. `day` is the day the workshop was held on (None if nobody knows) and `place`
    where, unless a moderator wrote that down; `zone` is the time zone its clock times are told in."""
    report = _Report(workshop, zone)
    held = day_held(workshop, day)
    blocks = [
        *report.facts_of(held, clean(workshop.details.place) or clean(place), logos),
        *report.purpose(),
        *report.people(),
        *report.timetable(),
        *report.ideas(),
        *harvest_blocks(workshop, report, zone),
        *statistics_blocks(workshop, zone, report, heading=2),
        *report.written_by(),
    ]
    return Document(report.said.locale, report.name, report.said.page, tuple(blocks))


class _Report(Layout):
    """One protokół being laid out in its workshop's language."""

    def __init__(self, workshop: Workshop, zone: tzinfo) -> None:
        super().__init__(workshop.language)
        self.workshop = workshop
        self.zone = zone
        self.name = self.set(f"{self.said.report_title} {self.title(workshop.title or workshop.code)}")
        self.areas = sorted(workshop.areas.values(), key=lambda area: area.order)
        seen = [idea for idea in workshop.ideas.values() if idea.visible]
        # Said once, and not at each of hundreds of ideas.
        self.all_typed = len(seen) > 1 and all(idea.by_moderator and not idea.by_table for idea in seen)

    def facts_of(self, day: date | None, place: str, logos: tuple[Picture, ...]) -> list[Block]:
        """The title and what is known about the workshop."""
        said, details = self.said, self.workshop.details
        facts = [(said.date, self.day(day)), (said.place, self.set(place))]
        begun = [held.opened_at for held in self.workshop.rounds.values() if held.opened_at]
        ended = [held.closed_at for held in self.workshop.rounds.values() if held.closed_at]
        if begun and ended:
            facts.append((said.hours, f"{self.clock(min(begun))}–{self.clock(max(ended))}"))
        if clean(details.organiser):
            facts.append((said.organiser, self.set(clean(details.organiser))))
        facts.append((said.moderated_by, self.set(clean(details.moderators))))
        funding = clean(details.funding)
        found = [*self.head(self.name, logos), self.facts(facts)]
        return [*found, self.paragraph(funding, "funding")] if funding else found

    def clock(self, at: int) -> str:
        """A moment as hours and minutes."""
        return clock(moment(at, self.zone))

    def purpose(self) -> list[Block]:
        """What it was for, and what was asked."""
        found: list[Block] = []
        purpose = clean(self.workshop.purpose)
        if purpose:
            found += [self.heading(2, self.said.purpose), self.paragraph(purpose)]
        asked = [self._question(area.title, area.question) for area in self.areas if clean(area.question)]
        known = {clean(area.question) for area in self.areas}
        for held in self.workshop.rounds.values():
            if clean(held.question) and clean(held.question) not in known:
                asked.append(self._question(self.said.round_heading.format(n=held.number), held.question))
        return [*found, self.heading(2, self.said.questions), Bullets(tuple(asked))] if asked else found

    def _question(self, title: str, question: str) -> Spans:
        return (Span(f"{self.set(clean(title))}: "), Span(self.set(clean(question))))

    def people(self) -> list[Block]:
        """How many took part, by sector."""
        came = self.workshop.participants.values()
        counted = ((len(came), self.said.took_part), (len(self.workshop.tables), self.said.sat_at_tables))
        told = " ".join(self.count(number, forms) for number, forms in counted)
        found: list[Block] = [self.heading(2, self.said.people), self.paragraph(told)]
        sectors = Counter(clean(who.sector) for who in came)
        if not any(sectors):
            return found
        order = sorted(sectors.items(), key=lambda pair: (not pair[0], -pair[1], alphabetical(pair[0])))
        rows = [(self.set(sector) or self.said.no_sector, n) for sector, n in order]
        return [*found, self.figures(self.said.sector_columns, rows, (5, 2), self.said.sector_caption)]

    def timetable(self) -> list[Block]:
        """The rounds as they really ran."""
        held, said = self.workshop.rounds.values(), self.said
        if not held:
            return []
        header, widths = [*said.timetable_columns], [2, 3, 3, 3, 3]
        rows = [self._round(one) for one in held]
        if any(one.paused_ms for one in held):
            paused = [
                said.minutes.format(n=round(o.paused_ms / _MINUTE_MS)) if o.paused_ms else "–" for o in held
            ]
            rows = [(*row, told) for row, told in zip(rows, paused, strict=True)]
            header, widths = [*header, said.pauses_column], [*widths, 3]
        table = self.figures(header, rows, widths, said.timetable_caption)
        return [self.heading(2, said.timetable), table]

    def _round(self, held: Round) -> tuple[str, ...]:
        said = self.said
        number, planned = str(held.number), said.minutes.format(n=held.minutes)
        if held.status == "skipped":
            return number, said.skipped, "–", planned, "–"
        if not held.opened_at:
            return number, said.not_held, "–", planned, "–"
        opened = self.clock(held.opened_at)
        if not held.closed_at:
            return number, opened, said.still_open, planned, "–"
        lasted = said.minutes.format(n=round((held.closed_at - held.opened_at) / _MINUTE_MS))
        return number, opened, self.clock(held.closed_at), planned, lasted

    def ideas(self) -> list[Block]:
        """What was written, by table and round, and what each table handed over."""
        found: list[Block] = [self.heading(2, self.said.ideas_by_table)]
        cloths: dict[str, dict[int, list[Idea]]] = {table: {} for table in (*self.workshop.tables, "")}
        for idea in sorted(self.workshop.ideas.values(), key=lambda one: one.number):
            if idea.visible:
                table = idea.table if idea.table in cloths else ""
                cloths[table].setdefault(idea.round, []).append(idea)
        handed = {table: self._handed_over(table) for table in cloths}
        if not any(cloths.values()) and not any(handed.values()):
            return [*found, self.paragraph(self.said.no_ideas)]
        typed = f" {self.said.all_from_paper}" if self.all_typed else ""
        found.append(self.paragraph(f"{self.said.ideas_by_table_lead}{typed}"))
        for table, rounds in cloths.items():
            if rounds or handed[table]:
                found += self._cloth(table, rounds, handed[table])
        return found

    def _handed_over(self, table: str) -> list[Handover]:
        earlier = [written for where, written in self.workshop.handover_history if where == table]
        latest = self.workshop.handovers.get(table)
        return [written for written in (*earlier, latest) if written and lines(written.text)]

    def _cloth(self, table: str, rounds: dict[int, list[Idea]], handed: list[Handover]) -> list[Block]:
        known = self.workshop.tables.get(table)
        title = self.said.table_heading.format(n=known.number) if known else self.said.no_table
        topic = clean(known.topic) if known else ""
        found: list[Block] = [self.heading(3, f"{title}: {topic}" if topic else title)]
        for number, ideas in sorted(rounds.items()):
            heading = self.said.round_heading.format(n=number) if number else self.said.no_round
            found += [self.heading(4, heading), Bullets(tuple(map(self._quote_of, ideas)), "ideas")]
        if handed:
            found += [self.heading(4, self.said.handovers), Bullets(tuple(map(self._handover, handed)))]
        return found

    def _handover(self, written: Handover) -> Spans:
        when = self.said.round_heading.format(n=written.round) if written.round else self.said.no_round
        return (Span(f"{self.set(when)}: "), *self.quote(" ".join(lines(written.text))))

    def _quote_of(self, idea: Idea) -> Spans:
        quote, said = source(self.workshop, idea), self.said
        built_on = self.workshop.ideas.get(idea.builds_on)
        told = [said.support.format(n=quote.support).replace(" ", NO_BREAK)] if quote.support else []
        told += [said.objecting] if idea.objects else []
        told += (
            [self.set(said.building_on.format(number=built_on.number))]
            if built_on and built_on.visible
            else []
        )
        told += [said.late] if idea.late else []
        typed = idea.by_moderator and not self.all_typed
        told += [said.from_table] if idea.by_table else [said.from_paper] if typed else []
        known = (Span(f" ({', '.join(told)})"),) if told else ()
        return (Span(str(quote.number), strong=True), Span(f" {quote.text}"), *known)

    def written_by(self) -> list[Block]:
        """Who writes the protokół signs it."""
        fact = Span(f"{self.said.written_by}: ", strong=True)
        return [Paragraph((fact, Span(self.said.to_fill_in)))]
