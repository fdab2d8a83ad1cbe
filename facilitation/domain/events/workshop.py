"""Events about the workshop as a whole."""

from typing import Literal

import msgspec

Format = Literal["stations", "classic"]
Kind = Literal["aspiration", "values", "rules", "communication", "free"]


class PlannedArea(msgspec.Struct, frozen=True):
    """An area of the charter: its slug, its title, the question that opens it and what kind of articles it
    holds."""

    id: str
    title: str
    question: str = ""
    kind: Kind = "free"


class PlannedTable(msgspec.Struct, frozen=True):
    """A table before the workshop; `area` is the slug of the area whose station it is, or empty."""

    id: str
    topic: str = ""
    question: str = ""
    area: str = ""


class PlannedRound(msgspec.Struct, frozen=True):
    """A round before the workshop; `area` is the slug of the area it is about, or empty."""

    minutes: int
    question: str = ""
    area: str = ""


class WorkshopCreated(msgspec.Struct, frozen=True, tag_field="type", tag="workshop.created"):
    """A workshop came to be, with all that its scenario gave it. `rehearsal_of`: it is a dry run,
    with simulated people, of the workshop with this code, and is thrown away in the end. `translations`: by
    language, what the scenario's texts are in it."""

    code: str
    at: int
    title: str
    scenario: str
    language: str
    format: Format
    areas: tuple[PlannedArea, ...]
    tables: tuple[PlannedTable, ...]
    rounds: tuple[PlannedRound, ...]
    sectors: tuple[str, ...] = ()
    purpose: str = ""
    rehearsal_of: str = ""
    translations: dict[str, dict[str, str]] = {}


class WorkshopEdited(msgspec.Struct, frozen=True, tag_field="type", tag="workshop.edited"):
    """The workshop's title was changed."""

    title: str


class TextTranslated(msgspec.Struct, frozen=True, tag_field="type", tag="text.translated"):
    """Wherever the workshop's own texts say `text`, this is what it is in the language; empty: it has no such
    version."""

    language: str
    text: str
    translation: str = ""


class WorkshopClosed(msgspec.Struct, frozen=True, tag_field="type", tag="workshop.closed"):
    """The workshop ended; nothing but reopening it changes it now."""

    at: int


class WorkshopReopened(msgspec.Struct, frozen=True, tag_field="type", tag="workshop.reopened"):
    """A closed workshop goes on."""


WorkshopEvent = WorkshopCreated | WorkshopEdited | TextTranslated | WorkshopClosed | WorkshopReopened
