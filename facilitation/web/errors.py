"""What people and programs see when something can't be done: a page with a way on, or problem+json under
/api.

Refusals bring their own sentence; what goes wrong before one of our handlers (no such page, a body too
large) has its sentence here. Nobody but the log is shown a traceback.
"""

from http import HTTPStatus
from typing import Final, NamedTuple

import structlog
from flask import Flask, Response, json, make_response, render_template, request
from flask_babel import gettext
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from facilitation import assets
from facilitation.domain.refusals import N_, Refusal
from facilitation.web.languages import message

log = structlog.get_logger("obrus.web")

RETRY_AFTER_SECONDS: Final = 60

HEADINGS: Final[dict[int, str]] = {
    400: N_("That could not be understood"),
    401: N_("This link is not valid"),
    403: N_("This page is not open to you"),
    404: N_("There is nothing here"),
    405: N_("That can't be done here"),
    409: N_("That is not possible now"),
    410: N_("This is not open any more"),
    413: N_("That was too much at once"),
    429: N_("Too many attempts"),
    500: N_("Something went wrong here"),
    503: N_("Not possible at the moment"),
}

SENTENCES: Final[dict[str, tuple[int, str]]] = {
    "unreadable": (400, N_("The request could not be read. Go back, reload the page and try again.")),
    "foreign_form": (
        403,
        N_("This form was not sent from a page of this server. Open the start page and try again there."),
    ),
    "not_found": (404, N_("The address may have been mistyped. To join a workshop, enter its code.")),
    "method_not_allowed": (405, N_("This address does not take such a request.")),
    "too_large": (413, N_("What was sent is larger than this server takes. Send less at once.")),
    "too_many_attempts": (
        429,
        N_(
            "Too many wrong codes or keys came from this network. Wait a minute, then try again. "
            "Phones that have already joined are not affected."
        ),
    ),
    "failed": (
        500,
        N_("The fault is the server's, not yours. Try again; if it happens again, tell the moderator."),
    ),
}
"""What goes wrong before or beside the domain's refusals: the code for programs, its status, the sentence."""


class Denied(Exception):
    """A request that is not answered, for one of the codes of SENTENCES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Trouble(NamedTuple):
    """One error, ready to be shown."""

    status: int
    code: str
    message: str
    field: str | None = None


def install(app: Flask) -> None:
    """Handle refusals, HTTP errors and everything unforeseen."""
    app.register_error_handler(Refusal, lambda refusal: answer(trouble_of(refusal)))
    app.register_error_handler(Denied, lambda denied: answer(trouble_of(denied)))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def trouble_of(error: Refusal | Denied) -> Trouble:
    """What was refused or denied, in the language of this answer."""
    if isinstance(error, Denied):
        return _of_code(error.code)
    return Trouble(error.status, error.code, message(error), error.field)


def _of_code(code: str) -> Trouble:
    status, sentence = SENTENCES[code]
    return Trouble(status, code, gettext(sentence))


def answer(trouble: Trouble) -> Response:
    """The trouble as problem+json for a program, as a page for a person."""
    response = make_response(problem(trouble) if request.path.startswith("/api/") else _page(trouble))
    response.status_code = trouble.status
    if trouble.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if trouble.status == 429:
        response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def problem(trouble: Trouble) -> Response:
    """RFC 9457, with the members `ok` and `refusal` that an ack on the socket has."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(trouble.status).phrase,
        "status": trouble.status,
        "detail": trouble.message,
        **ack(trouble),
    }
    return Response(json.dumps(body) + "\n", trouble.status, mimetype="application/problem+json")


def ack(trouble: Trouble) -> dict[str, object]:
    """The trouble as the socket would put it: {"ok": false, "refusal": {"code", "message", "field"?}}."""
    refusal = {"code": trouble.code, "message": trouble.message}
    return {"ok": False, "refusal": {**refusal, "field": trouble.field} if trouble.field else refusal}


def _page(trouble: Trouble) -> str:
    heading = gettext(HEADINGS.get(trouble.status, HEADINGS[500]))
    code = (request.view_args or {}).get("code", "")
    return render_template(
        "error.html", assets=assets.entry("home"), trouble=trouble, heading=heading, code=code
    )


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return make_response(error.get_response())
    known = {own: code for code, (own, _) in SENTENCES.items() if code != "foreign_form"}
    response = answer(_of_code(known.get(status, "unreadable" if status < 500 else "failed")))
    if isinstance(error, MethodNotAllowed):
        response.allow.update(error.valid_methods or ())
    return response


def _unforeseen(error: Exception) -> Response:
    log.error("request_failed", method=request.method, endpoint=request.endpoint, exc_info=error)
    trouble = _of_code("failed")
    try:
        return answer(trouble)
    except Exception as second:
        # Without templates or assets there is still a sentence.
        log.error("error_page_failed", exc_info=second)
        return Response(trouble.message + "\n", 500, mimetype="text/plain")
