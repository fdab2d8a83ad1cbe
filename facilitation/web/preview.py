"""What others see now, for moderators: the phone of somebody at a table or of somebody who waits, and the
board. Read-only, and in nobody's count: who looks is no participant and no board (the role `preview`)."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from facilitation.domain import actors, lookup
from facilitation.web import access
from facilitation.web.door import take_key
from facilitation.web.links import export_paths, join_url
from facilitation.web.shell import shell
from facilitation.web.site import site

blueprint = Blueprint("preview", __name__)
blueprint.before_request(take_key)

BOARD = "board"


@blueprint.get("/w/<code>/preview")
def preview(code: str) -> ResponseReturnValue:
    """`?of=` names a table or the board; without it, the phone of somebody who waits."""
    visit = access.admitted(code, ("moderator",))
    state, of = visit.workshop.state, request.args.get("of", "")
    if of not in ("", BOARD):
        lookup.table(state, of)
    token = site().tokens.issue(code, actors.preview(of))
    urls = {"home": url_for("home.start"), "join": join_url(code), "qr": url_for("pages.qr_svg", code=code)}
    if of == BOARD:
        return shell("board", state, "preview", token, urls)
    return shell("phone", state, "preview", token, {**urls, **export_paths(code, "participant")})
