"""The description is valid OpenAPI, names every route and no other, and says what the server answers."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from facilitation.domain.commands import COMMANDS
from facilitation.domain.refusals import SENTENCES
from facilitation.web import errors
from tests.web.conftest import KEY, Desk, Workshop

DESCRIBED = {"api", "exports", "health", "rehearsal", "roster", "steps"}
ALSO = {"tablets.links"}


@pytest.fixture
def document(desk: Desk) -> dict[str, Any]:
    """The description as it is served."""
    found = desk.program("GET", "/api/openapi.json").get_json()
    assert isinstance(found, dict)
    return found


def fits(document: dict[str, Any], schema: str, value: object) -> list[str]:
    """What is wrong with a value by one of the description's schemas."""
    wanted = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    return [error.message for error in Draft202012Validator(wanted).iter_errors(value)]


def test_the_description_is_valid_openapi(document: dict[str, Any]):
    validate(document)
    assert document["openapi"] == "3.1.0"


def test_the_description_names_every_route_with_its_methods_and_no_other(
    pages: Flask, document: dict[str, Any]
):
    routes = {
        (re.sub(r"<(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in pages.url_map.iter_rules()
        if rule.endpoint.partition(".")[0] in DESCRIBED or rule.endpoint in ALSO
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    described = {
        (path, method)
        for path, item in document["paths"].items()
        for method in item
        if method != "parameters"
    }
    assert described == routes


def test_every_operation_has_the_name_of_the_function_that_answers(pages: Flask, document: dict[str, Any]):
    functions = {
        rule.endpoint.partition(".")[2]
        for rule in pages.url_map.iter_rules()
        if rule.endpoint.partition(".")[0] in DESCRIBED or rule.endpoint in ALSO
    }
    named = {
        operation["operationId"]
        for item in document["paths"].values()
        for method, operation in item.items()
        if method != "parameters"
    }
    assert named == functions


def test_every_command_is_described_as_it_travels(document: dict[str, Any]):
    mapping = document["components"]["schemas"]["Command"]["discriminator"]["mapping"]
    assert set(mapping) == set(COMMANDS)
    assert fits(document, "Command", {"id": str(uuid.uuid4()), "type": "idea.post", "text": "a"}) == []
    assert fits(document, "Command", {"type": "idea.post", "text": "a"}) != []
    assert fits(document, "Command", {"id": str(uuid.uuid4()), "type": "idea.post"}) != []
    assert (
        fits(document, "Command", {"id": str(uuid.uuid4()), "type": "idea.post", "text": "a", "x": 1}) != []
    )


def test_every_refusal_is_described(document: dict[str, Any]):
    codes = document["components"]["schemas"]["Refusal"]["properties"]["code"]["enum"]
    assert set(codes) == {*SENTENCES, *errors.SENTENCES}


def test_what_the_server_answers_is_what_the_description_says(
    desk: Desk, workshop: Workshop, document: dict[str, Any]
):
    path = f"/api/workshops/{workshop.code}"
    posting = {"id": str(uuid.uuid4()), "type": "idea.post", "table": "T1", "text": "a"}
    asked = [
        ("Workshop", desk.program("POST", "/api/workshops", KEY, json={"scenario": "classic"})),
        ("Workshops", desk.program("GET", "/api/workshops", KEY)),
        ("Views", desk.program("GET", path, workshop.moderator)),
        ("Views", desk.program("GET", path, workshop.participant)),
        ("Done", desk.program("POST", f"{path}/commands", workshop.moderator, json=posting)),
        ("Problem", desk.program("POST", f"{path}/commands", workshop.moderator, json={})),
        ("Problem", desk.program("GET", "/api/workshops/NOPE")),
        ("Problem", desk.program("POST", "/api/workshops")),
        ("Problem", desk.program("GET", "/api/nowhere")),
        ("Problem", desk.program("PUT", path)),
        ("Problem", desk.program("POST", "/api/workshops", KEY, data=b"x" * 70_000)),
        ("Health", desk.program("GET", "/healthz")),
    ]
    listed = desk.program("POST", f"{path}/commands", workshop.moderator, json=[posting, 3]).get_json()
    assert [(name, fits(document, name, answer.get_json())) for name, answer in asked] == [
        (name, []) for name, _ in asked
    ]
    assert (fits(document, "Done", listed[0]), fits(document, "Refused", listed[1])) == ([], [])


def test_parameters_are_described_as_they_are_taken(document: dict[str, Any]):
    made = {
        "title": "A",
        "scenario": "pzk",
        "language": "pl",
        "format": "stations",
        "tables": 4,
        "minutes": [20],
    }
    assert fits(document, "Parameters", made) == []
    assert fits(document, "Parameters", {"colour": "red"}) != []
