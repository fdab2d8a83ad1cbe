"""The API of rehearsals: begin one, see and set how its simulated people are doing, throw it away. What a
rehearsal is stands in facilitation/rehearsal."""

from typing import Any

import msgspec
from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext

from facilitation.domain.workshop import Workshop
from facilitation.rehearsal.rehearsals import PEOPLE, Pace
from facilitation.runtime.workshop import LiveWorkshop
from facilitation.web import access, body
from facilitation.web.links import absolute, moderator_path
from facilitation.web.site import site

blueprint = Blueprint("rehearsal", __name__, url_prefix="/api")


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rehearsal is to be like."""

    people: int = PEOPLE


@blueprint.get("/workshops/<code>/rehearsal")
def rehearsal(code: str) -> ResponseReturnValue:
    """Of a workshop, which rehearsal of it there is; of a rehearsal, how its people are doing."""
    return jsonify(_told(access.moderated(code).workshop))


@blueprint.post("/workshops/<code>/rehearsal")
def rehearse(code: str) -> ResponseReturnValue:
    """Rehearse the workshop as it is prepared now."""
    original = access.moderated(code).workshop
    wish = body.shaped(body.read_json(), Wish)
    made = site().rehearsals.begin(original, wish.people, _title(original.state))
    return jsonify(_shown(made.code)), 201


@blueprint.patch("/workshops/<code>/rehearsal")
def pace(code: str) -> ResponseReturnValue:
    """Pause the simulated people, let them go on, faster or slower."""
    found = access.moderated(code).workshop
    site().rehearsals.pace(found, body.shaped(body.read_json(), Pace))
    return jsonify(_told(found))


@blueprint.delete("/workshops/<code>/rehearsal")
def throw_away(code: str) -> ResponseReturnValue:
    """End the rehearsal and delete everything of it."""
    site().rehearsals.throw_away(access.moderated(code).workshop)
    return "", 204


def _title(state: Workshop) -> str:
    """In the workshop's language: it stands on every screen and paper of the rehearsal."""
    if state.rehearsal_of:
        return state.title
    with force_locale(state.language):
        return str(gettext("Rehearsal: %(title)s", title=state.title))


def _told(found: LiveWorkshop) -> dict[str, Any]:
    original = found.state.rehearsal_of
    if original:
        return {"rehearsal_of": original, **site().rehearsals.told(found)}
    code = site().rehearsals.of(found.code)
    return {"rehearsal": _shown(code) if code else None}


def _shown(code: str) -> dict[str, str]:
    return {"code": code, "link": absolute(moderator_path(code))}
