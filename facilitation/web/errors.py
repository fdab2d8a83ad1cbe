"""What people and programs see when something can't be done: a page with a way on, or problem+json under /api.

Refusals bring their own sentence; what goes wrong before one of our handlers (no such page, a body too large) has its sentence
here. Nobody but the log is shown a traceback.
"""

from http import HTTPStatus
from typing import Final, NamedTuple

import structlog
from flask import Flask, Response, current_app, json, make_response, render_template, request
from flask_babel import gettext
from werkzeug.exceptions import HTTPException

from facilitation.domain.refusals import N_, Refusal
from facilitation.web.languages import message

log = structlog.get_logger("obrus.web")

RETRY_AFTER_SECONDS: Final = 60
FAILED: Final = "failed"

HEADINGS: Final[dict[int, str]] = {
    400: N_("That could not be understood"),
    401: N_("This link is not valid"),
    403: N_("This page is not open to you"),
    404: N_("There is nothing here"),
    405: N_("That can't be done here"),
    409: N_("That is not possible now"),
    413: N_("That was too much at once"),
    429: N_("Too many attempts"),
    500: N_("Something went wrong here"),
    503: N_("Not possible at the moment"),
}

SENTENCES: Final[dict[int, tuple[str, str]]] = {
    400: ("malformed", N_("The message could not be read. Reload the page and try again.")),
    403: ("not_allowed", N_("Your link does not allow this. Ask the moderator.")),
    404: ("not_found", N_("The address may have been mistyped. To join a workshop, enter its code.")),
    405: ("method_not_allowed", N_("This address does not take such a request.")),
    413: ("too_large", N_("What was sent is larger than this server takes. Send less at once.")),
    415: ("malformed", N_("The message could not be read. Reload the page and try again.")),
    500: (
        FAILED,
        N_("The fault is the server's, not yours. Try again; if it happens again, tell the moderator."),
    ),
}
"""HTTP status → the code for programs and the sentence for people, where no refusal says more."""


class Trouble(NamedTuple):
    """One error, ready to be shown."""

    status: int
    code: str
    message: str
    field: str | None = None


def install(app: Flask) -> None:
    """Handle refusals, HTTP errors and everything unforeseen."""
    app.register_error_handler(Refusal, lambda refusal: answer(of_refusal(refusal)))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def of_refusal(refusal: Refusal) -> Trouble:
    """A refusal in the language of this answer."""
    return Trouble(refusal.status, refusal.code, message(refusal), refusal.field)


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
    return render_template("error.html", trouble=trouble, heading=heading, code=request.args.get("code", ""))


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return Response(error.get_response())
    code, sentence = SENTENCES.get(status, SENTENCES[400 if status < 500 else 500])
    response = answer(Trouble(status, code, gettext(sentence)))
    if status == 405:
        response.headers["Allow"] = dict(error.get_headers()).get("Allow", "")
    return response


def _unforeseen(error: Exception) -> Response:
    log.error("request_failed", method=request.method, endpoint=request.endpoint, exc_info=error)
    trouble = Trouble(500, FAILED, gettext(SENTENCES[500][1]))
    try:
        return answer(trouble)
    except Exception as second:
        # Without templates or assets there is still a sentence.
        current_app.logger.error("the error page failed: %s", second)
        return Response(trouble.message + "\n", 500, mimetype="text/plain")
