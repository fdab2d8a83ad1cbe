"""A scenario: the prepared shape of a workshop, and how one becomes a workshop with the numbers a moderator
chose.

The files lie in sessions/scenarios/, one for each language; who reads them from disk is runtime/scenarios.py.
"""

import tomllib
from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec

from facilitation.domain import bounds
from facilitation.domain.events import Format, PlannedArea, PlannedRound, PlannedTable, WorkshopCreated
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit

Language = Literal["pl", "en"]


class Sector(msgspec.Struct, frozen=True):
    """A sector people may say they come from: a slug and what they read."""

    id: str
    label: str


class ScenarioTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A prepared table."""

    topic: str
    question: str = ""
    area: str = ""


class ScenarioRound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A prepared round of a classic café."""

    question: str
    area: str = ""


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One scenario in one language. `minutes` has one length a round."""

    id: str
    language: Language
    title: str
    purpose: str
    format: Format
    minutes: tuple[Annotated[int, msgspec.Meta(ge=1, le=bounds.ROUND_MINUTES)], ...]
    areas: tuple[PlannedArea, ...]
    sectors: tuple[Sector, ...] = ()
    tables: tuple[ScenarioTable, ...] = ()
    rounds: tuple[ScenarioRound, ...] = ()


class Parameters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a moderator chooses when creating a workshop; what is absent comes from the scenario."""

    title: str | None = None
    scenario: str = "pzk"
    language: Language = "pl"
    format: Format | None = None
    tables: int | None = None
    rounds: int | None = None
    minutes: tuple[int, ...] | None = None


class ScenarioInvalid(ValueError):
    """A scenario file that can't be used; the text says which key is at fault."""


def parse(text: str) -> Scenario:
    """The scenario in a TOML file's text. Raises ScenarioInvalid naming what is wrong."""
    try:
        scenario = msgspec.convert(tomllib.loads(text), Scenario)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ScenarioInvalid(str(error)) from None
    areas = {a.id for a in scenario.areas}
    named = [t.area for t in scenario.tables] + [r.area for r in scenario.rounds]
    for area in filter(None, named):
        if area not in areas:
            raise ScenarioInvalid(f"area = {area!r} is not one of the [[areas]]")
    if not areas or not scenario.minutes:
        raise ScenarioInvalid("at least one of [[areas]] and one number in minutes are needed")
    return scenario


def create(
    scenario: Scenario, parameters: Parameters, code: str, at: int, others: Iterable[Scenario] = ()
) -> WorkshopCreated:
    """The first event of a workshop made from the scenario, `others` being the same one in other languages.
    Refuses with the field that is out of bounds."""
    title = fit(parameters.title or "", bounds.TITLE_CHARACTERS, "title") or scenario.title
    format_ = parameters.format or scenario.format
    minutes = _minutes(scenario, parameters)
    tables = parameters.tables if parameters.tables is not None else max(len(scenario.tables), 4)
    _within(tables, bounds.TABLES, "tables")
    return WorkshopCreated(
        code=code,
        at=at,
        title=title,
        scenario=scenario.id,
        language=scenario.language,
        format=format_,
        areas=scenario.areas,
        tables=tuple(_table(scenario, format_, number) for number in range(tables)),
        rounds=tuple(_round(scenario, format_, number, length) for number, length in enumerate(minutes)),
        sectors=tuple(sector.label for sector in scenario.sectors),
        purpose=scenario.purpose,
        translations={other.language: _translated(scenario, other) for other in others},
    )


def _translated(scenario: Scenario, other: Scenario) -> dict[str, str]:
    """What the scenario's texts are in the other one. Areas and sectors go by their ids, tables and rounds by
    their place, as long as both are about the same area; of a text that stands twice the first counts."""
    pairs = [(scenario.title, other.title), (scenario.purpose, other.purpose)]
    areas = {area.id: area for area in other.areas}
    for area in scenario.areas:
        if area.id in areas:
            pairs += [(area.title, areas[area.id].title), (area.question, areas[area.id].question)]
    for table, like in zip(scenario.tables, other.tables, strict=False):
        if table.area == like.area:
            pairs += [(table.topic, like.topic), (table.question, like.question)]
    for held, alike in zip(scenario.rounds, other.rounds, strict=False):
        if held.area == alike.area:
            pairs.append((held.question, alike.question))
    sectors = {sector.id: sector.label for sector in other.sectors}
    pairs += [(sector.label, sectors[sector.id]) for sector in scenario.sectors if sector.id in sectors]
    return {text: translation for text, translation in reversed(pairs) if text and translation}


def _minutes(scenario: Scenario, parameters: Parameters) -> tuple[int, ...]:
    """One length a round; where fewer are given than rounds, the last one goes on."""
    given = parameters.minutes or scenario.minutes
    wanted = parameters.rounds if parameters.rounds is not None else len(given)
    _within(wanted, bounds.ROUNDS, "rounds")
    if parameters.minutes and len(given) > wanted:
        raise Refusal("invalid_value", "minutes")
    if any(not 1 <= length <= bounds.ROUND_MINUTES for length in given):
        raise Refusal("invalid_value", "minutes")
    return tuple(given[min(number, len(given) - 1)] for number in range(wanted))


def _table(scenario: Scenario, format_: Format, number: int) -> PlannedTable:
    """At stations each table keeps a topic, and with more tables than topics the topics come round again."""
    identifier = f"T{number + 1}"
    if format_ == "classic":
        return PlannedTable(identifier)
    if scenario.tables:
        prepared = scenario.tables[number % len(scenario.tables)]
        return PlannedTable(identifier, prepared.topic, prepared.question, prepared.area)
    area = scenario.areas[number % len(scenario.areas)]
    return PlannedTable(identifier, area.title, area.question, area.id)


def _round(scenario: Scenario, format_: Format, number: int, minutes: int) -> PlannedRound:
    """In a classic café each round has a question, and with more rounds than questions the areas' come
    round again."""
    if format_ == "stations":
        return PlannedRound(minutes)
    if number < len(scenario.rounds):
        return PlannedRound(minutes, scenario.rounds[number].question, scenario.rounds[number].area)
    area = scenario.areas[number % len(scenario.areas)]
    return PlannedRound(minutes, area.question, area.id)


def _within(value: int, most: int, field: str) -> None:
    if value < 1:
        raise Refusal("invalid_value", field)
    if value > most:
        raise Refusal("too_many", field, {"limit": most})
