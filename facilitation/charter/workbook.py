"""The workshop as a workbook (XLSX): ideas, themes, sentences of the charter, reservations, partners and
participants by sector, a sheet each.

Every word is written as text, so that no cell is a formula, whatever it begins with. Nobody is named but who
represents an institution that acceded, as in the charter's table of partners; what a person could be known by
is left out as in ideas_csv.py.
"""

import io
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

import xlsxwriter

from facilitation.charter import drafting
from facilitation.charter.charter import Charter, charter_of
from facilitation.charter.layout import Layout
from facilitation.charter.reservations import Outcomes, reservations
from facilitation.domain.text import clean
from facilitation.domain.workshop import Idea, Workshop

_MADE = datetime(2013, 12, 23)
_CELL_CHARACTERS = 32_000
_WIDTHS = (
    (6, 70, 26, 8, 8, 24, 10, 36, 14),
    (26, 46, 10, 10, 10, 10, 12),
    (8, 26, 80, 10, 30, 14, 18, 18),
    (8, 80, 60, 40),
    (40, 26, 30, 24, 50, 50, 50),
    (36, 12),
)

Row = Sequence[str | int]


def workbook(workshop: Workshop, zone: tzinfo = UTC) -> bytes:
    """The file; the same workshop gives the same bytes. `zone` is the time zone its clock times are told
    in."""
    layout = Layout(workshop.language)
    said = layout.said
    charter = charter_of(workshop, None)
    sheets: tuple[tuple[Sequence[str], list[Row]], ...] = (
        (said.idea_cells, _ideas(workshop, charter)),
        (said.theme_cells, _themes(workshop)),
        (said.article_cells, _articles(charter)),
        (said.reservation_cells, _reservations(workshop, charter, Outcomes(workshop, layout, zone))),
        (said.partner_cells, _partners(charter)),
        (said.sector_columns, _people(workshop, layout)),
    )
    out = io.BytesIO()
    # in_memory: a read-only disk or a full one is no reason not to hand out data.
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": charter.title, "created": _MADE})
    head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for name, widths, (header, rows) in zip(said.sheets, _WIDTHS, sheets, strict=True):
        sheet = book.add_worksheet(name)
        for column, (title, width) in enumerate(zip(header, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, head)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(number, column, cell, wrapped)
                elif cell:
                    sheet.write_string(number, column, cell[:_CELL_CHARACTERS], wrapped)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(header) - 1)
    book.close()
    return out.getvalue()


def _ideas(workshop: Workshop, charter: Charter) -> list[Row]:
    sentences = {idea.number: idea.articles for group in charter.annex for idea in group.ideas}
    titles = {theme.id: drafting.title(workshop, theme) for theme in workshop.themes.values()}
    seen = sorted((i for i in workshop.ideas.values() if i.visible), key=lambda idea: idea.number)
    return [_idea(workshop, idea, titles.get(idea.theme, ""), sentences[idea.number]) for idea in seen]


def _idea(workshop: Workshop, idea: Idea, theme: str, sentences: Sequence[str]) -> Row:
    author = workshop.participants.get(idea.author)
    table = workshop.tables.get(idea.table)
    area = workshop.areas.get(idea.area)
    return (
        idea.number,
        clean(idea.text),
        clean(area.title) if area else "",
        table.number if table else "",
        idea.round or "",
        clean(author.sector) if author else "",
        len(idea.supporters),
        theme,
        ", ".join(sentences),
    )


def _themes(workshop: Workshop) -> list[Row]:
    rows: list[Row] = []
    for theme in workshop.themes.values():
        ideas = workshop.ideas_in(theme.id)
        area = workshop.areas.get(theme.area)
        if ideas:
            weight = drafting.standing(ideas)
            known = (clean(area.title) if area else "", drafting.title(workshop, theme))
            rows.append((*known, *weight, drafting.dots(theme), len(theme.objections)))
    return rows


def _articles(charter: Charter) -> list[Row]:
    rows: list[Row] = []
    for section in charter.sections:
        for one in section.sentences:
            ideas = ", ".join(str(source.number) for source in one.sources)
            answers: Row = one.agreement.parts if one.agreement else ("", "", "")
            rows.append((one.number, section.title, one.words, one.people, ideas, *answers))
    return rows


def _reservations(workshop: Workshop, charter: Charter, outcomes: Outcomes) -> list[Row]:
    texts = {one.number: one.words for one in charter.sentences}
    return [
        (held.number or "–", texts.get(held.number, ""), held.words, outcomes.told(held))
        for held in reservations(workshop, charter)
        if held.quotable
    ]


def _partners(charter: Charter) -> list[Row]:
    return [
        (one.institution, one.sector, one.name, one.role, one.powers, one.resources, one.possibilities)
        for one in charter.partners
    ]


def _people(workshop: Workshop, layout: Layout) -> list[Row]:
    sectors = Counter(clean(who.sector) for who in workshop.participants.values())
    return [(sector or layout.said.no_sector, number) for sector, number in sectors.most_common()]
