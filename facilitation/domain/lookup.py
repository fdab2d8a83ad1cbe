"""Finding the thing a command names, or refusing with the code that says it is not there."""

from typing import TypeVar

from facilitation.domain import bounds
from facilitation.domain.places import Message, Request
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean
from facilitation.domain.workshop import (
    Area,
    Article,
    Declaration,
    Idea,
    Logo,
    Participant,
    Round,
    Table,
    Task,
    Theme,
    Workshop,
)

Key = TypeVar("Key", int, str)
Thing = TypeVar("Thing")


def _find(things: dict[Key, Thing], key: Key, code: str, field: str) -> Thing:
    found = things.get(key)
    if found is None:
        raise Refusal(code, field, {"value": clean(str(key))[: bounds.REFERENCE_CHARACTERS]})
    return found


def idea(workshop: Workshop, identifier: str, field: str = "idea") -> Idea:
    """The idea, hidden ones included; a blanked one is gone for every purpose."""
    found = _find(workshop.ideas, identifier, "unknown_idea", field)
    if found.blanked:
        raise Refusal("unknown_idea", field)
    return found


def table(workshop: Workshop, identifier: str, field: str = "table") -> Table:
    """The table, or unknown_table."""
    return _find(workshop.tables, identifier, "unknown_table", field)


def round_(workshop: Workshop, number: int, field: str = "round") -> Round:
    """The round, or unknown_round."""
    return _find(workshop.rounds, number, "unknown_round", field)


def area(workshop: Workshop, identifier: str, field: str = "area") -> Area:
    """The area, or unknown_area."""
    return _find(workshop.areas, identifier, "unknown_area", field)


def gone_area(workshop: Workshop, identifier: str) -> Area:
    """The area that was taken away, or unknown_area."""
    return _find(workshop.gone_areas, identifier, "unknown_area", "area")


def theme(workshop: Workshop, identifier: str, field: str = "theme") -> Theme:
    """The theme, or unknown_theme."""
    return _find(workshop.themes, identifier, "unknown_theme", field)


def article(workshop: Workshop, identifier: str, field: str = "article") -> Article:
    """The article, or unknown_article."""
    return _find(workshop.articles, identifier, "unknown_article", field)


def participant(workshop: Workshop, identifier: str, field: str = "participant") -> Participant:
    """The participant, present or not, or unknown_participant."""
    return _find(workshop.participants, identifier, "unknown_participant", field)


def declaration(workshop: Workshop, identifier: str, field: str = "declaration") -> Declaration:
    """The declaration, withdrawn or not, or unknown_declaration."""
    return _find(workshop.declarations, identifier, "unknown_declaration", field)


def task(workshop: Workshop, identifier: str, field: str = "task") -> Task:
    """The next step, or unknown_task."""
    return _find(workshop.tasks, identifier, "unknown_task", field)


def logo(workshop: Workshop, identifier: str, field: str = "logo") -> Logo:
    """The logo, or unknown_logo."""
    return _find(workshop.logos, identifier, "unknown_logo", field)


def message(workshop: Workshop, identifier: str, field: str = "message") -> Message:
    """The message, withdrawn or not, or unknown_message."""
    return _find(workshop.messages, identifier, "unknown_message", field)


def request(workshop: Workshop, identifier: str, field: str = "request") -> Request:
    """The request to sit apart or together, or unknown_request."""
    return _find(workshop.requests, identifier, "unknown_request", field)
