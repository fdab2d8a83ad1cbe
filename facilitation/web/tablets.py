"""The page of the tablet that stays at a table, the phone's page for a table instead of a person; and, for
programs, all the addresses of a workshop."""

from flask import Blueprint, Response, jsonify, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from facilitation.domain import lookup
from facilitation.domain.actors import tablet
from facilitation.domain.refusals import Refusal
from facilitation.web import access, qr
from facilitation.web.door import take_key
from facilitation.web.links import given_out, join_url, table_url
from facilitation.web.shell import shell
from facilitation.web.site import site

blueprint = Blueprint("tablets", __name__)


@blueprint.get("/w/<code>/table/<table>")
def page(code: str, table: str) -> ResponseReturnValue:
    """For the tablet of this table, and for a moderator who wants to see it."""
    elsewhere = take_key()
    if elsewhere is not None:
        return elsewhere
    visit = access.visit(code, ("table", "moderator"))
    own = visit.actor == tablet(table)
    if not own and visit.actor.role != "moderator":
        raise Refusal("not_allowed")
    state = visit.workshop.state
    actor = tablet(lookup.table(state, table).id)
    urls = {"home": url_for("home.start"), "join": join_url(code)}
    response = shell("phone", state, "table", site().tokens.issue(code, actor), urls, "table", actor.table)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@blueprint.get("/w/<code>/table/<table>/qr.svg")
def page_qr(code: str, table: str) -> ResponseReturnValue:
    """The tablet's address as a QR code. It is a key to the table, so only moderators get it."""
    visit = access.admitted(code, ("moderator",))
    found = lookup.table(visit.workshop.state, table)
    title = gettext("QR code: the tablet of table %(number)s", number=found.number)
    drawing = qr.svg(table_url(visit.workshop.code, found.id), title)
    return Response(drawing, mimetype="image/svg+xml", headers={"Cache-Control": "private, no-store"})


@blueprint.get("/api/workshops/<code>/links")
def links(code: str) -> ResponseReturnValue:
    """The addresses to give out: for phones, the projector, the moderator, and each table's tablet."""
    found = access.moderated(code).workshop
    tables = {table: table_url(found.code, table) for table in found.state.tables}
    return jsonify({**given_out(found.code), "tables": tables})
