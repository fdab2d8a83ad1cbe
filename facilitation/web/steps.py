"""What moderators did last, for those who run a workshop together (facilitation/runtime/steps.py)."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from facilitation.web import access
from facilitation.web.site import site

blueprint = Blueprint("steps", __name__, url_prefix="/api")


@blueprint.get("/workshops/<code>/steps")
def steps(code: str) -> ResponseReturnValue:
    """The last steps of this workshop's moderators."""
    return jsonify({"steps": site().steps.last(access.moderated(code).workshop)})
