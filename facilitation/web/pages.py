"""The pages of one workshop, and the QR code that leads to it. door.py has been asked before."""

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from facilitation.domain.actors import BOARD, MODERATOR
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.web import access, qr
from facilitation.web.door import take_key
from facilitation.web.links import board_path, declaration_url, export_paths, join_url
from facilitation.web.results import need_open
from facilitation.web.shell import shell
from facilitation.web.site import site

blueprint = Blueprint("pages", __name__)

_KEEP_A_WHILE = "private, no-cache"
"""For phone and board: a browser that restores a tab without a network may still show it."""


blueprint.before_request(take_key)


@blueprint.get("/w/<code>")
def phone(code: str) -> ResponseReturnValue:
    """The participant's phone: whoever knows the code may join."""
    visit = access.visit(code, ("participant",))
    token = "" if visit.actor.role == "guest" else site().tokens.issue(code, visit.actor)
    return _kept(shell("phone", visit.workshop.state, visit.actor.role, token, _phones(code)))


@blueprint.get("/w/<code>/board")
def board(code: str) -> ResponseReturnValue:
    """The projector. A moderator who opens it gets a board and no more: this screen is everybody's."""
    visit = access.admitted(code, ("board", "moderator"))
    urls = {"home": url_for("home.start"), "join": join_url(code), "qr": url_for("pages.qr_svg", code=code)}
    return _kept(shell("board", visit.workshop.state, "board", site().tokens.issue(code, BOARD), urls))


@blueprint.get("/w/<code>/moderator")
def moderator(code: str) -> ResponseReturnValue:
    """The moderator's console."""
    visit = access.admitted(code, ("moderator",))
    urls = {
        "home": url_for("home.start"),
        "join": join_url(code),
        "qr": url_for("pages.qr_svg", code=code),
        "board": board_path(code),
        "declaration": declaration_url(code),
        "declaration_qr": url_for("pages.qr_svg", code=code, to="declaration"),
        "results": url_for("pages.results", code=code),
        "api": url_for("api.workshop", code=code),
        "paper": url_for("paper.choice", code=code),
        "tables": f"{url_for('pages.phone', code=code)}/table",
        "guide": url_for("guide.page"),
        "privacy": url_for("notices.privacy"),
        "accessibility": url_for("notices.accessibility"),
        "institution": url_for("institution.form") if access.holds_key() else "",
        "preview": url_for("preview.preview", code=code),
        "real": _real(visit.workshop.state),
        **export_paths(code, "moderator"),
    }
    return shell("moderator", visit.workshop.state, "moderator", site().tokens.issue(code, MODERATOR), urls)


@blueprint.get("/w/<code>/declaration")
def declaration(code: str) -> ResponseReturnValue:
    """Where an institution accedes: for people who were in the room, and by the partner's link."""
    visit = access.admitted(code, ("participant", "partner"))
    token = site().tokens.issue(code, visit.actor)
    urls = _phones(code)
    return _kept(shell("phone", visit.workshop.state, visit.actor.role, token, urls, "declaration"))


@blueprint.get("/w/<code>/results")
def results(code: str) -> ResponseReturnValue:
    """What goes back to everybody with the code, with one's own ideas marked; moderators may look before."""
    visit = access.visit(code, ("participant", "moderator"))
    need_open(visit.workshop.state, visit.actor)
    token = "" if visit.actor.role == "guest" else site().tokens.issue(code, visit.actor)
    urls = {**_phones(code), "results": url_for("api.results", code=code)}
    return _kept(shell("phone", visit.workshop.state, visit.actor.role, token, urls, "results"))


@blueprint.get("/w/<code>/logos/<logo>")
def logo(code: str, logo: str) -> ResponseReturnValue:
    """A picture of the strip of logos."""
    workshop = access.visit(code, ()).workshop
    found = workshop.state.logos.get(logo)
    data = workshop.file(logo) if found else None
    if found is None or data is None:
        raise Refusal("unknown_logo")
    response = _kept(Response(data, mimetype=found.type))
    response.set_etag(found.digest)
    return response.make_conditional(request)


@blueprint.get("/w/<code>/qr.svg")
def qr_svg(code: str) -> ResponseReturnValue:
    """The join address as a QR code; for moderators, with `?to=declaration`, the partner's link."""
    if request.args.get("to") == "declaration":
        return _partners_qr(code)
    access.visit(code, ())
    drawing = qr.svg(join_url(code), gettext("QR code: join the workshop %(code)s", code=code))
    return _kept(Response(drawing, mimetype="image/svg+xml"))


def _partners_qr(code: str) -> ResponseReturnValue:
    access.admitted(code, ("moderator",))
    drawing = qr.svg(declaration_url(code), gettext("QR code: accede to the partnership"))
    return _kept(Response(drawing, mimetype="image/svg+xml"))


def _real(state: Workshop) -> str:
    """From a rehearsal back to the console of what is rehearsed; "" elsewhere. Without a key: whoever is let
    into a rehearsal is not yet let into the workshop."""
    return url_for("pages.moderator", code=state.rehearsal_of) if state.rehearsal_of else ""


def _phones(code: str) -> dict[str, str]:
    return {"home": url_for("home.start"), "join": join_url(code), **export_paths(code, "participant")}


def _kept(response: Response) -> Response:
    response.headers["Cache-Control"] = _KEEP_A_WHILE
    return response
