"""The API for programs: create a workshop, read what one may see, send commands. openapi.py describes it.

Only the Authorization header says who is asking: a browser sends cookies by itself, so here they count for
nothing.
"""

import base64
import uuid
from typing import Any

from flask import Blueprint, Response, jsonify, request, url_for
from flask.typing import ResponseReturnValue

from facilitation.domain.actors import GUEST, MODERATOR, Actor, participant, partner
from facilitation.domain.bounds import IDEA_CHARACTERS
from facilitation.domain.commands import JoinParticipant, MakeDeclaration, sent
from facilitation.domain.refusals import Refusal
from facilitation.projections import channels_of, told, view
from facilitation.runtime.codes import canonical
from facilitation.runtime.workshop import LiveWorkshop
from facilitation.web import access, body, errors, openapi
from facilitation.web.access import Visit
from facilitation.web.links import absolute, board_path, declaration_url, join_url, moderator_path
from facilitation.web.listing import newest_first
from facilitation.web.results import need_open
from facilitation.web.site import site

blueprint = Blueprint("api", __name__, url_prefix="/api")


@blueprint.get("/openapi.json")
def description() -> ResponseReturnValue:
    """This API in OpenAPI 3.1."""
    return jsonify(openapi.document())


@blueprint.post("/workshops")
def create() -> ResponseReturnValue:
    """Create a workshop; the moderator key is the bearer."""
    _need_key()
    workshop = site().registry.create(body.parameters(body.read_json()))
    return jsonify(_shown(workshop)), 201, {"Location": url_for("api.workshop", code=workshop.code)}


@blueprint.get("/workshops")
def index() -> ResponseReturnValue:
    """Every workshop of this server, the newest first; the moderator key is the bearer."""
    _need_key()
    return jsonify({"workshops": [_listed(each) for each in newest_first()]})


@blueprint.get("/workshops/<code>")
def workshop(code: str) -> ResponseReturnValue:
    """The views of every channel that the bearer may hear."""
    found, actor = _visit(code)
    state, seq = found.state, found.seq
    return jsonify({"seq": seq, "channels": {name: view(state, name) for name in channels_of(state, actor)}})


@blueprint.post("/workshops/<code>/commands")
def command(code: str) -> ResponseReturnValue:
    """One command, answered as on the socket; or a list, each answered in its turn."""
    request.max_content_length = body.COMMANDS_BYTES
    visit = _visit(code)
    message = body.read_json()
    if not isinstance(message, list):
        return jsonify(_carry_out(visit, message))
    if len(message) > body.COMMANDS:
        raise Refusal("too_many", params={"limit": body.COMMANDS})
    return jsonify([_answered(visit, each) for each in message])


@blueprint.get("/workshops/<code>/question")
def question(code: str) -> ResponseReturnValue:
    """What a participant should be asked next, while the room sorts."""
    found, actor = _visit(code)
    site().limits.question(found.code, actor, access.address())
    return jsonify({"ok": True, "question": site().registry.sorter(found.code).question(actor)})


@blueprint.get("/workshops/<code>/similar")
def similar(code: str) -> ResponseReturnValue:
    """Ideas like one, for a moderator (`idea`), or like what somebody is writing (`text`)."""
    found, actor = _visit(code)
    idea, text = request.args.get("idea", ""), request.args.get("text", "")
    if bool(idea) == bool(text):
        raise Refusal("missing_field", "idea")
    if len(text) > IDEA_CHARACTERS:
        raise Refusal("too_long", "text", {"limit": IDEA_CHARACTERS, "length": len(text)})
    site().limits.question(found.code, actor, access.address())
    return jsonify({"ok": True, "ideas": site().registry.sorter(found.code).similar(actor, idea, text)})


@blueprint.get("/workshops/<code>/agreement")
def agreement(code: str) -> ResponseReturnValue:
    """How far the room is with its answers and, with `article`, which ideas stand behind that."""
    found, actor = _visit(code)
    site().limits.question(found.code, actor, access.address())
    return jsonify({"ok": True, **told(found.state, actor, request.args.get("article", ""))})


@blueprint.get("/workshops/<code>/results")
def results(code: str) -> ResponseReturnValue:
    """The charter and the ideas, for everybody while they are shared."""
    found, actor = _visit(code)
    need_open(found.state, actor)
    return Response(site().results.of(found.state, actor), mimetype="application/json")


@blueprint.post("/workshops/<code>/logos")
def logos(code: str) -> ResponseReturnValue:
    """One more logo: the body is the picture, `?alt=` says what it shows, `?name=` what the file is
    called."""
    request.max_content_length = body.COMMANDS_BYTES
    visit = _visit(code)
    wish = {
        "id": request.args.get("id") or str(uuid.uuid4()),
        "type": "logo.add",
        "data": base64.b64encode(request.get_data(cache=False)).decode(),
        "name": request.args.get("name", ""),
        "alt": request.args.get("alt", ""),
    }
    answer = _carry_out(visit, wish)
    where = url_for("pages.logo", code=visit.workshop.code, logo=answer["result"]["logo"])
    return jsonify(answer), 201, {"Location": where}


def _need_key() -> None:
    token = access.bearer()
    if not token or not access.show_key(token):
        raise Refusal("unauthorized")


def _visit(code: str) -> Visit:
    return access.by_bearer(canonical(code))


def _answered(visit: Visit, message: object) -> dict[str, Any]:
    try:
        return _carry_out(visit, message)
    except Refusal as refusal:
        return errors.ack(errors.trouble_of(refusal))


def _carry_out(visit: Visit, message: object) -> dict[str, Any]:
    outcome = "ok"
    try:
        return _done(visit, message)
    except Refusal as refusal:
        outcome = refusal.code
        raise
    finally:
        if not visit.workshop.state.rehearsal_of:
            site().meters.command(message, outcome)


def _done(visit: Visit, message: object) -> dict[str, Any]:
    found, actor = visit
    identifier, wished = sent(message)
    if not found.knows(identifier):
        site().limits.command(found.code, actor, access.address(), wished)
    ack = found.submit(identifier, wished, actor)
    if ack.refusal is not None:
        raise ack.refusal
    result = dict(ack.result)
    if isinstance(wished, JoinParticipant) and actor == GUEST:
        result["token"] = site().tokens.issue(found.code, participant(result["participant"]))
    if isinstance(wished, MakeDeclaration) and actor.role == "partner":
        result["token"] = site().tokens.issue(found.code, partner(result["declaration"]))
    return {"ok": True, "seq": ack.seq, "result": result}


def _shown(found: LiveWorkshop) -> dict[str, Any]:
    tokens, code = site().tokens, found.code
    return {
        "code": code,
        "moderator_token": tokens.issue(code, MODERATOR),
        "board_token": tokens.issue(code, Actor("board")),
        "links": {
            "phone": join_url(code),
            "board": absolute(board_path(code)),
            "moderator": absolute(moderator_path(code)),
            "declaration": declaration_url(code),
        },
    }


def _listed(found: LiveWorkshop) -> dict[str, Any]:
    state = found.state
    facts = {
        "title": state.title,
        "language": state.language,
        "phase": state.phase,
        "created_at": state.created_at,
    }
    return {**_shown(found), **facts}
