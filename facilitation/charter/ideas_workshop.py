"""A workshop made of ideas from a file, so that a charter for IDEAS.csv goes the same way as one for a
recorded workshop.

Who took part is not in such a file: the workshop has no participants, and its charter counts none.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from facilitation.charter.drafting import capital, compose
from facilitation.charter.ideas_reading import IdeaRow
from facilitation.domain.apply import apply
from facilitation.domain.events import (
    CharterDrafted,
    DraftedArticle,
    PlannedArea,
    SuggestedTheme,
    ThemesSuggested,
    WorkshopCreated,
)
from facilitation.domain.workshop import Idea, Person, Table, Workshop

_ONLY_AREA = "pomysly"
_SEPARATORS = re.compile("[_-]+")


def workshop_of(
    rows: Sequence[IdeaRow], *, title: str, language: str, areas: Sequence[PlannedArea] = ()
) -> Workshop:
    """A workshop that holds exactly these ideas, numbered by their `id` if all of these are different whole
    numbers, else by row.

    `areas` gives titles and kinds to the slugs of the rows; an area that is not among them gets its slug as
    its title. With no area in any row there is one. Ideas carry as many nameless supporters as their
    `support`.
    """
    planned = _areas(rows, areas, language)
    created = WorkshopCreated("CSV", 0, title, "", language, "stations", planned, (), ())
    tables = {
        number: Table(f"T{number}", number, "", "", "")
        for number in sorted({_table(row) for row in rows} - {0})
    }
    found = (_idea(row, n, planned[0].id) for row, n in zip(rows, _numbers(rows), strict=True))
    return replace(
        apply(None, created),
        tables={table.id: table for table in tables.values()},
        ideas={idea.id: idea for idea in found},
        people={
            f"row {n}": Person(institution=row.institution) for n, row in enumerate(rows) if row.institution
        },
        idea_count=len(rows),
    )


def with_themes(workshop: Workshop, groups: Mapping[str, Sequence[tuple[str, Sequence[str]]]]) -> Workshop:
    """The workshop after these themes were suggested (area → title and ideas of each) and articles drafted
    from them."""
    count = workshop.theme_count
    for area, themes in groups.items():
        suggested = []
        for title, ideas in themes:
            count += 1
            suggested.append(SuggestedTheme(f"M{count}", title, tuple(ideas)))
        workshop = apply(workshop, ThemesSuggested(area, tuple(suggested)))
    drafts = enumerate(compose(workshop), 1)
    articles = tuple(DraftedArticle(f"A{n}", one.area, one.theme, one.text, one.ideas) for n, one in drafts)
    return apply(workshop, CharterDrafted(0, articles))


def _areas(rows: Sequence[IdeaRow], known: Sequence[PlannedArea], language: str) -> tuple[PlannedArea, ...]:
    """The areas of the rows: those that are known in their order, then the others as they come."""
    used = list(dict.fromkeys(row.area for row in rows if row.area))
    if not used:
        return (PlannedArea(_ONLY_AREA, "Pomysły" if language == "pl" else "Ideas"),)
    named = [replace(area, id=slug) for area in known for slug in used if _is(slug, area.id)]
    others = [slug for slug in used if slug not in {area.id for area in named}]
    return (*named, *(PlannedArea(slug, capital(_SEPARATORS.sub(" ", slug))) for slug in others))


def _is(slug: str, known: str) -> bool:
    """Whether a row's area is a known one: `zasady_pracy`, or in short `zasady`."""
    return slug == known or slug.startswith((f"{known}_", f"{known}-")) or known.startswith(f"{slug}_")


def _table(row: IdeaRow) -> int:
    """The number of a table called `3` or `T3`; 0 where it has another name, for a number is not to be made
    up."""
    number = row.table.upper().removeprefix("T")
    return int(number) if number.isascii() and number.isdigit() else 0


def _numbers(rows: Sequence[IdeaRow]) -> list[int]:
    """The number of each row's idea: its id (`7` or `I7`) if all of them are different numbers, else its
    place."""
    written = [row.id.upper().removeprefix("I") for row in rows]
    if all(one.isascii() and one.isdigit() for one in written):
        numbers = [int(one) for one in written]
        if len(set(numbers)) == len(numbers):
            return numbers
    return list(range(1, len(rows) + 1))


def _idea(row: IdeaRow, number: int, only_area: str) -> Idea:
    return Idea(
        id=f"I{number}",
        number=number,
        text=row.text,
        author="",
        area=row.area or only_area,
        table=f"T{_table(row)}" if _table(row) else "",
        round=row.round,
        at=0,
        supporters=tuple(f"supporter {n} of I{number}" for n in range(row.support)),
    )
