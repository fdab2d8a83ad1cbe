"""Files in, files out, no server: ideas grouped into themes, ideas or a recorded workshop drafted into a
charter, a seating problem planned. The thinking is done in themes/, charter/ and seating/; here are the
forms of the public interface.

Everything wrong with a file is raised as FileRefused: one line that names the file and the place in it.
What one kind of file needs is imported when it is asked for: the charter's libraries take longer to load than
most seats take to plan.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, process_time
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from facilitation.undone import Undone

if TYPE_CHECKING:
    from facilitation.charter import IdeaRow, Occasion
    from facilitation.domain.events import PlannedArea
    from facilitation.domain.workshop import Workshop

STDIN = "-"
_SCENARIO = "pzk"


class FileRefused(Undone):
    """A file that can't be used."""


class Manner(NamedTuple):
    """How ideas are grouped: the language of those that say none, or empty; 0 few themes to 1 many; what
    decides where chance is used; the setting of the encoder, as the server has it."""

    language: str = ""
    fineness: float = 0.5
    seed: int = 0
    encoder: str = "use"


def read(name: str) -> bytes:
    """The bytes of a file, or of stdin for `-`."""
    try:
        return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise FileRefused(f"{name}: {error.strerror}") from None


def read_ideas(name: str) -> tuple[IdeaRow, ...]:
    """The rows of IDEAS.csv."""
    from facilitation import charter

    try:
        return charter.read_ideas(read(name), name)
    except charter.IdeasRefused as refused:
        raise FileRefused(str(refused)) from None


def themes(
    rows: Sequence[IdeaRow], manner: Manner, edits: str = "", answers: str = "", questions: int | None = None
) -> dict[str, Any]:
    """OUT.json: each area's themes, and the rows in none; every row stands exactly once, as the edits say.
    With `questions`, the next questions for the room instead. `edits` and `answers` name files, or are
    empty."""
    from facilitation.themes import ThemesRefused, group_table
    from facilitation.themes.encoders import encoder_set_to
    from facilitation.themes.refusals import CODES

    try:
        return group_table(
            rows,
            edits=read(edits) if edits else b"{}",
            answers=read(answers) if answers else b'{"answers": []}',
            questions=questions,
            language=manner.language,
            fineness=manner.fineness,
            seed=manner.seed,
            encoder=encoder_set_to(manner.encoder),
        )
    except ThemesRefused as refused:
        where = dict(refused.params)
        name = {"edits": edits, "answers": answers}.get(str(where.pop("file", "")), "themes")
        detail = where.pop("detail", "")
        told = ", ".join(f"{what} {value}" for what, value in where.items())
        said = f"{detail or CODES[refused.code]}" + (f" ({told})" if told else "")
        raise FileRefused(f"{name}: {said}") from None


def charter_of_ideas(rows: Sequence[IdeaRow], name: str, language: str, encoder: str) -> Workshop:
    """A workshop with these ideas, grouped and drafted; `encoder` is the setting of that name."""
    from facilitation import charter

    known, title = _areas(language)
    bare = charter.workshop_of(
        rows,
        title=title if any(row.area in {a.id for a in known} for row in rows) else Path(name).stem,
        language=language,
        areas=known,
    )
    return charter.with_themes(bare, _groups(bare, encoder))


def charter_of_workshop(folder: Path, code: str, encoder: str) -> Workshop:
    """A recorded workshop; what its moderators have not drafted yet is drafted, and grouped if need be."""
    from facilitation import archive, charter

    state = archive.workshop(folder, code)
    if any(not article.dropped for article in state.articles.values()):
        return state
    return charter.with_themes(state, {} if state.themes else _groups(state, encoder))


def written(state: Workshop, form: str, occasion: Occasion | None = None) -> bytes:
    """The charter as `md`, `docx` or `html`; a day that is not known is left to be filled in."""
    from facilitation import charter

    return charter.PAPERS[f"charter.{form}"].write(state, occasion or charter.Occasion(None))


def seated(name: str, seconds: float | None) -> tuple[bytes, list[str]]:
    """PLAN.json for INSTANCE.json, and what the plan reached, a sentence each. Without a number of `seconds`,
    it searches for as long as pays for so many people."""
    # Tables are small matrices: starting a second thread for them takes longer than it saves.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    started = monotonic() - process_time()
    from facilitation import seating

    try:
        instance = seating.read_instance(read(name))
        given = seconds
        if given is None:
            whole = seating.seconds_for(len(instance.participants))
            given = max(0.25 * whole, whole + started - monotonic())
        planned = seating.plan(instance, seconds=given, seed=0, now=monotonic)
    except seating.InstanceRefused as refused:
        raise FileRefused(f"{name}: {refused}") from None
    plan = msgspec.json.format(msgspec.json.encode(planned.plan), indent=1)
    return plan + b"\n", [sentence.english() for sentence in planned.report.sentences]


def _groups(state: Workshop, encoder: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Suggested themes by area, for the ideas that the room may see."""
    from facilitation.themes import IdeaText, suggest
    from facilitation.themes.encoders import encoder_set_to

    compared = encoder_set_to(encoder)
    groups: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for area in state.areas:
        ideas = [IdeaText(i.id, i.text) for i in state.ideas.values() if i.area == area and i.visible]
        if ideas:
            groups[area] = [(theme.title, theme.ideas) for theme in suggest(ideas, encoder=compared).themes]
    return groups


def _areas(language: str) -> tuple[tuple[PlannedArea, ...], str]:
    """The areas of a PZK charter and its title: what the slugs of a file most likely mean."""
    from facilitation import assets
    from facilitation.domain import scenario

    path = assets.scenarios_dir() / f"{_SCENARIO}.{language}.toml"
    found = scenario.parse(path.read_text("utf-8"))
    return found.areas, found.title
