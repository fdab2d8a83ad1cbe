"""Files in, files out, no server: ideas grouped into themes, ideas or a recorded workshop drafted into a
charter, a seating problem planned. The thinking is done in themes/, charter/ and seating/; here are the
forms of the public interface.

Everything wrong with a file is raised as FileRefused: one line that names the file and the place in it.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

import msgspec

from facilitation import archive, assets, charter
from facilitation.charter import IdeaRow
from facilitation.domain import scenario
from facilitation.domain.events import PlannedArea
from facilitation.domain.workshop import Workshop
from facilitation.themes import IdeaText, KeptTheme, Suggestion, ThemesRefused, suggest
from facilitation.themes.refusals import CODES
from facilitation.undone import Undone

STDIN = "-"
_SCENARIO = "pzk"


class FileRefused(Undone):
    """A file that can't be used."""


class Placed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row that a moderator put into a theme."""

    idea: int
    theme: str


class Edits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """EDITS.json: a moderator's corrections; ideas are row numbers from 0."""

    placed: tuple[Placed, ...] = ()
    together: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    unassigned: tuple[int, ...] = ()


class Manner(NamedTuple):
    """How ideas are grouped: the language of those that say none, or empty; 0 few themes to 1 many; what
    decides where chance is used."""

    language: str = ""
    fineness: float = 0.5
    seed: int = 0


def read(name: str) -> bytes:
    """The bytes of a file, or of stdin for `-`."""
    try:
        return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise FileRefused(f"{name}: {error.strerror}") from None


def read_ideas(name: str) -> tuple[IdeaRow, ...]:
    """The rows of IDEAS.csv."""
    try:
        return charter.read_ideas(read(name), name)
    except charter.IdeasRefused as refused:
        raise FileRefused(str(refused)) from None


def read_edits(name: str, rows: int) -> Edits:
    """EDITS.json for a file of so many ideas."""
    try:
        edits = msgspec.json.decode(read(name), type=Edits)
    except msgspec.DecodeError as error:
        raise FileRefused(f"{name}: {error}") from None
    named = [p.idea for p in edits.placed] + [i for pair in (*edits.together, *edits.apart) for i in pair]
    for idea in (*named, *edits.unassigned):
        if not 0 <= idea < rows:
            raise FileRefused(f"{name}: there is no idea {idea}; rows are 0 to {rows - 1}")
    return edits


def themes(rows: Sequence[IdeaRow], edits: Edits, manner: Manner) -> dict[str, Any]:
    """OUT.json: each area's themes, and the rows in none; every row stands exactly once, as the edits
    say. Raises FileRefused where they contradict one another."""
    grouped: list[dict[str, Any]] = []
    unassigned = list(edits.unassigned)
    for area in dict.fromkeys(row.area for row in rows):
        numbers = [n for n, row in enumerate(rows) if row.area == area and n not in edits.unassigned]
        try:
            suggestion = _suggested(rows, numbers, edits, manner)
        except ThemesRefused as refused:
            where = ", ".join(f"{name} {value}" for name, value in refused.params.items())
            raise FileRefused(f"edits: {CODES[refused.code]} ({where})") from None
        for theme in suggestion.themes:
            grouped.append({"area": area, "title": theme.title, "ideas": sorted(map(int, theme.ideas))})
        unassigned += map(int, suggestion.unassigned)
    return {"themes": grouped, "unassigned": sorted(set(unassigned))}


def _suggested(rows: Sequence[IdeaRow], numbers: Sequence[int], edits: Edits, manner: Manner) -> Suggestion:
    """The suggestion for these rows, which are of one area."""
    ideas = [IdeaText(str(n), rows[n].text, rows[n].lang or manner.language or None) for n in numbers]
    kept: dict[str, list[str]] = {}
    for placed in edits.placed:
        if placed.idea in numbers:
            kept.setdefault(placed.theme, []).append(str(placed.idea))
    together, apart = (
        [(str(a), str(b)) for a, b in wished if a in numbers and b in numbers]
        for wished in (edits.together, edits.apart)
    )
    return suggest(
        ideas,
        kept=[KeptTheme(title, title, tuple(members)) for title, members in kept.items()],
        together=together,
        apart=apart,
        fineness=manner.fineness,
        seed=manner.seed,
    )


def charter_of_ideas(rows: Sequence[IdeaRow], name: str, language: str) -> Workshop:
    """A workshop with these ideas, grouped and drafted."""
    known, title = _areas(language)
    bare = charter.workshop_of(
        rows,
        title=title if any(row.area in {a.id for a in known} for row in rows) else Path(name).stem,
        language=language,
        areas=known,
    )
    return charter.with_themes(bare, _groups(bare))


def charter_of_workshop(folder: Path, code: str) -> Workshop:
    """A recorded workshop; what its moderators have not drafted yet is drafted, and grouped if need be."""
    state = archive.workshop(folder, code)
    if any(not article.dropped for article in state.articles.values()):
        return state
    return charter.with_themes(state, {} if state.themes else _groups(state))


def written(state: Workshop, form: str, day: date) -> bytes:
    """The charter as `md`, `docx` or `html`."""
    drawn = charter.charter_of(state, day)
    if form == "docx":
        return charter.to_docx(drawn)
    text: Callable[[charter.Charter], str] = charter.to_html if form == "html" else charter.to_markdown
    return text(drawn).encode()


def seated(name: str, seconds: float) -> tuple[bytes, list[str]]:
    """PLAN.json for INSTANCE.json, and what the plan reached, a sentence each."""
    from facilitation import seating

    try:
        instance = seating.read_instance(read(name))
        planned = seating.plan(instance, seconds=seconds, seed=0, now=monotonic)
    except seating.InstanceRefused as refused:
        raise FileRefused(f"{name}: {refused}") from None
    plan = msgspec.json.format(msgspec.json.encode(planned.plan), indent=1)
    return plan + b"\n", [sentence.english() for sentence in planned.report.sentences]


def _groups(state: Workshop) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Suggested themes by area, for the ideas that the room may see."""
    groups: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for area in state.areas:
        ideas = [IdeaText(i.id, i.text) for i in state.ideas.values() if i.area == area and i.visible]
        if ideas:
            groups[area] = [(theme.title, theme.ideas) for theme in suggest(ideas).themes]
    return groups


def _areas(language: str) -> tuple[tuple[PlannedArea, ...], str]:
    """The areas of a PZK charter and its title: what the slugs of a file most likely mean."""
    path = assets.scenarios_dir() / f"{_SCENARIO}.{language}.toml"
    found = scenario.parse(path.read_text("utf-8"))
    return found.areas, found.title
