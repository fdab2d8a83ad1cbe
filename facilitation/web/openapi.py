"""The API in OpenAPI 3.1. Commands, refusals and parameters come from the domain itself, so they can't say
anything else than the code; paths stand here, and a test compares them with the routes.
"""

from functools import cache
from typing import Any

import msgspec

import facilitation
from facilitation.domain.commands import COMMANDS
from facilitation.domain.refusals import SENTENCES
from facilitation.domain.scenario import Parameters
from facilitation.rehearsal.company import SPEEDS
from facilitation.rehearsal.rehearsals import MOST_PEOPLE, PEOPLE
from facilitation.web import body, errors
from facilitation.web.exports import EXPORTS

_REF = "#/components/schemas/{name}"
_TEXT = {"type": "string"}
_CODE = {
    "name": "code",
    "in": "path",
    "required": True,
    "description": "The workshop's code, as on the board.",
    "schema": _TEXT,
}
_EXPECTED = {
    "name": "expected",
    "in": "query",
    "description": "1: they are invited, and not here yet.",
    "schema": {"enum": ["0", "1"]},
}
_CHANNELS = {
    "type": "object",
    "description": "Each channel's whole view by its name: public, board, moderator, table/ID, person/ID.",
    "additionalProperties": {"type": "object"},
}


@cache
def document() -> dict[str, Any]:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Obrus",
            "version": facilitation.__version__,
            "description": "A World Café: workshops, what one may see of them, and commands. Browsers and "
            "anything that wants to hear what happens use Socket.IO beside it; commands are the same there.",
        },
        "servers": [{"url": "/"}],
        "security": [{"bearer": []}],
        "paths": _paths(),
        "components": {
            "securitySchemes": {
                "bearer": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A workshop's token for a moderator, board or participant, or the "
                    "moderator key, which stands for the moderator of every workshop.",
                }
            },
            "schemas": _schemas(),
            "responses": {
                "Problem": _json("What was refused, and why.", _ref("Problem"), "application/problem+json")
            },
        },
    }


def _paths() -> dict[str, Any]:
    workshop = "/api/workshops/{code}"
    return {
        "/api/openapi.json": {
            "get": _operation("description", "This description.", _ok({"type": "object"}), public=True)
        },
        "/api/workshops": {
            "get": _operation(
                "index", "Every workshop of this server. Needs the moderator key.", _ok(_ref("Workshops"))
            ),
            "post": _operation(
                "create",
                "Create a workshop. Needs the moderator key.",
                {"201": _json("The workshop, its tokens and the links to give out.", _ref("Workshop"))},
                body=_ref("Parameters"),
            ),
        },
        workshop: {
            "parameters": [_CODE],
            "get": _operation(
                "workshop", "What the bearer may see; without one, what a guest may.", _ok(_ref("Views"))
            ),
        },
        f"{workshop}/links": {
            "parameters": [_CODE],
            "get": _operation(
                "links",
                "The addresses to give out, with that of each table's tablet. Needs a moderator's bearer.",
                _ok(_ref("Links")),
            ),
        },
        f"{workshop}/participants.csv": {
            "parameters": [_CODE, _EXPECTED],
            "post": _listing(),
        },
        f"{workshop}/commands": {
            "parameters": [_CODE],
            "post": _operation(
                "command",
                f"Carry out one command, or up to {body.COMMANDS} in their order. A list is answered with "
                "200 and an answer for each; a refused one does not stop those after it. The same id again "
                "gets the same answer.",
                _ok(
                    {
                        "oneOf": [
                            _ref("Done"),
                            {"type": "array", "items": {"anyOf": [_ref("Done"), _ref("Refused")]}},
                        ]
                    }
                ),
                body={
                    "oneOf": [
                        _ref("Command"),
                        {"type": "array", "items": _ref("Command"), "maxItems": body.COMMANDS},
                    ]
                },
            ),
        },
        f"{workshop}/question": {
            "parameters": [_CODE],
            "get": _operation(
                "question",
                "What the bearer, a participant or a table's tablet, should be asked next while the room "
                "sorts; an empty question when there is nothing (more) to ask.",
                _ok({"type": "object"}),
            ),
        },
        f"{workshop}/similar": {
            "parameters": [_CODE, _query("idea", "An idea, for moderators."), _query("text", "Or a text.")],
            "get": _operation(
                "similar",
                "For a moderator, ideas like an idea, elsewhere and placed by no moderator; for a "
                "participant, ideas of the own table like a text.",
                _ok({"type": "object"}),
            ),
        },
        f"{workshop}/agreement": {
            "parameters": [_CODE, _query("article", "An article.")],
            "get": _operation(
                "agreement",
                "How many people in the room have answered what is put to it and, of an article, which ideas "
                "stand behind it. Needs the bearer of a participant, a table, a board or a moderator.",
                _ok({"type": "object"}),
            ),
        },
        f"{workshop}/results": {
            "parameters": [_CODE],
            "get": _operation(
                "results",
                "The charter and the ideas, while the moderator shares them with everybody; with a "
                "participant's token also which ideas are that person's.",
                _ok({"type": "object"}),
            ),
        },
        f"{workshop}/steps": {
            "parameters": [_CODE],
            "get": _operation(
                "steps",
                "What moderators did last, the newest first. Needs a moderator's bearer.",
                _ok({"type": "object"}),
            ),
        },
        f"{workshop}/rehearsal": {"parameters": [_CODE], **_rehearsal()},
        f"{workshop}/logos": {
            "parameters": [
                _CODE,
                _query("alt", "What the picture shows."),
                _query("name", "The file's name."),
            ],
            "post": _logo(),
        },
        "/w/{code}/{name}": {"parameters": [_CODE, _export_name()], "get": _download()},
        "/healthz": {
            "get": _operation(
                "ready",
                "Whether the server can answer and save.",
                {**_ok(_ref("Health")), "503": _json("Nothing can be saved.", _ref("Health"))},
                public=True,
            )
        },
    }


def _operation(
    name: str,
    summary: str,
    responses: dict[str, Any],
    *,
    body: dict[str, Any] | None = None,
    public: bool = False,
) -> dict[str, Any]:
    found: dict[str, Any] = {"operationId": name, "summary": summary, "responses": dict(responses)}
    if body:
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    if public:
        found["security"] = []
    else:
        found["responses"]["default"] = {"$ref": "#/components/responses/Problem"}
    if name in {"workshop", "command", "results"}:
        found["security"] = [{"bearer": []}, {}]
    return found


def _query(name: str, words: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": words, "schema": _TEXT}


def _rehearsal() -> dict[str, Any]:
    begun = {"201": _json("Its code and its moderator's link.", _object({"code": _TEXT, "link": _TEXT}))}
    gone = {"204": {"description": "It is deleted."}}
    told = _ok({"type": "object"})
    people = {"type": "integer", "minimum": 1, "maximum": MOST_PEOPLE, "default": PEOPLE}
    pace: dict[str, Any] = {"paused": {"type": "boolean"}, "speed": {"enum": list(SPEEDS)}}
    return {
        "get": _operation(
            "rehearsal",
            "Of a workshop, its rehearsal; of a rehearsal, how its simulated people are doing. Needs a "
            "moderator's bearer, as do the others.",
            told,
        ),
        "post": _operation(
            "rehearse",
            "Rehearse the workshop as it is prepared now: a copy, with simulated people.",
            begun,
            body=_object({}, people=people),
        ),
        "patch": _operation(
            "pace", "Pause the people of a rehearsal, or let them go on.", told, body=_object({}, **pace)
        ),
        "delete": _operation("throw_away", "End a rehearsal and delete everything of it.", gone),
    }


def _logo() -> dict[str, Any]:
    added = {"201": _json("The logo's id in `result`.", _ref("Done"))}
    found = _operation("logos", "Add a PNG or JPEG picture of at most 1 MB to the strip of logos.", added)
    picture = {"type": "string", "format": "binary"}
    kinds = {kind: {"schema": picture} for kind in ("image/png", "image/jpeg")}
    return {**found, "requestBody": {"required": True, "content": kinds}}


def _listing() -> dict[str, Any]:
    answer = {"ignored_columns": {"type": "array", "items": {"type": "string"}}}
    counts = {name: {"type": "integer", "minimum": 0} for name in ("added", "known")}
    done = _operation(
        "participants",
        "Put people on the list of participants, all or none: columns name, institution, sector (or imię i "
        "nazwisko, instytucja, sektor) in any order. Who is on it already is left out. Needs a moderator's "
        "bearer.",
        _ok(_object({**counts, **answer})),
    )
    text, file = {"type": "string"}, {"type": "object", "properties": {"file": {"type": "string"}}}
    content = {"text/csv": {"schema": text}, "multipart/form-data": {"schema": file}}
    return {**done, "requestBody": {"required": True, "content": content}}


def _export_name() -> dict[str, Any]:
    return {"name": "name", "in": "path", "required": True, "schema": {"enum": list(EXPORTS)}}


def _download() -> dict[str, Any]:
    content: dict[str, Any] = {export.mimetype.partition(";")[0]: {} for export in EXPORTS.values()}
    page = {
        "description": "Not for this bearer, or not there: a page in the reader's language.",
        "content": {"text/html": {}},
    }
    responses = {"200": {"description": "The document or the data.", "content": content}, "default": page}
    return {
        "operationId": "download",
        "summary": "The charter, the protokół, the data.",
        "responses": responses,
    }


def _schemas() -> dict[str, Any]:
    shapes = (*COMMANDS.values(), Parameters)
    _, schemas = msgspec.json.schema_components(shapes, ref_template=_REF)
    names = {kind: shape.__name__ for kind, shape in COMMANDS.items()}
    for kind, name in names.items():
        schemas[name] = _with_id(schemas[name], kind)
    union = {"oneOf": [_ref(name) for name in names.values()]}
    mapping = {kind: _REF.format(name=name) for kind, name in names.items()}
    schemas["Command"] = {**union, "discriminator": {"propertyName": "type", "mapping": mapping}}
    return {**schemas, **_answers()}


def _with_id(schema: dict[str, Any], kind: str) -> dict[str, Any]:
    """A command as it travels: with an id, so that sending it again does nothing twice."""
    identifier = {
        "type": "string",
        "pattern": "^[A-Za-z0-9_-]{8,64}$",
        "description": "Made by the sender, such as a UUID.",
    }
    fields = {"id": identifier, **schema["properties"], "type": {"const": kind}}
    words = " ".join(schema["description"].split())
    return {**schema, "description": words, "properties": fields, "required": ["id", *schema["required"]]}


def _answers() -> dict[str, Any]:
    text, count = {"type": "string"}, {"type": "integer", "minimum": 0}
    problems = sorted({*SENTENCES, *errors.SENTENCES})
    refusal = _object({"code": {"enum": problems}, "message": text}, field=text)
    done = _object({"ok": {"const": True}, "seq": count, "result": {"type": "object"}})
    refused = _object({"ok": {"const": False}, "refusal": _ref("Refusal")})
    problem = _object(
        {
            "type": text,
            "title": text,
            "status": count,
            "detail": text,
            "ok": {"const": False},
            "refusal": _ref("Refusal"),
        }
    )
    links = _object({"phone": text, "board": text, "moderator": text, "declaration": text})
    workshop = {"code": text, "moderator_token": text, "board_token": text, "links": links}
    given = {**links["properties"], "tables": {"type": "object", "additionalProperties": text}}
    phases = {"enum": ["lobby", "move", "round", "harvest", "closed"]}
    listed = _object({**workshop, "title": text, "language": text, "phase": phases, "created_at": count})
    return {
        "Refusal": refusal,
        "Done": done,
        "Refused": refused,
        "Problem": problem,
        "Workshop": _object(workshop),
        "Workshops": _object({"workshops": {"type": "array", "items": listed}}),
        "Links": _object(given),
        "Views": _object({"seq": count, "channels": _CHANNELS}),
        "Health": _object({"status": {"enum": ["ok", "read-only"]}}),
    }


def _object(required: dict[str, Any], **optional: dict[str, Any]) -> dict[str, Any]:
    fields = {**required, **optional}
    return {"type": "object", "properties": fields, "required": list(required), "additionalProperties": False}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": _REF.format(name=name)}


def _json(sentence: str, schema: dict[str, Any], mimetype: str = "application/json") -> dict[str, Any]:
    return {"description": sentence, "content": {mimetype: {"schema": schema}}}


def _ok(schema: dict[str, Any]) -> dict[str, Any]:
    return {"200": _json("Done.", schema)}
