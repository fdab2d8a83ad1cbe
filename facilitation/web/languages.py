"""Which language a person reads, and the switch between them. The catalogues are in
facilitation/translations."""

import re

from flask import Blueprint, Flask, abort, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import Babel, get_locale, gettext

from facilitation.domain.refusals import Refusal
from facilitation.web.site import site

LANGUAGES = {"pl": "Polski", "en": "English"}
"""Every language of the pages with its own name for itself."""

COOKIE = "obrus_language"
# One slash, then no second one of either kind, which browsers would take for another host.
_LOCAL = re.compile(r"/(?!/)[!-\[\]-~]*")
_YEAR_SECONDS = 365 * 24 * 3600

blueprint = Blueprint("languages", __name__)


def install(app: Flask) -> None:
    """Let Flask-Babel ask `choose`, and templates ask `get_locale`."""
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", "translations")
    Babel(app, locale_selector=choose)
    app.jinja_env.globals.update(get_locale=get_locale, languages=LANGUAGES)


def choose() -> str:
    """The person's own choice (cookie), else the link's (`lang`), the browser's, the workshop's, the
    server's."""
    for wish in (request.cookies.get(COOKIE), request.args.get("lang")):
        if wish in LANGUAGES:
            return wish
    fallback = g.get("workshop_language") or site().language
    return request.accept_languages.best_match(LANGUAGES, default=fallback) or fallback


def current() -> str:
    """The language this answer is written in: a key of LANGUAGES."""
    return str(get_locale().language)


def message(refusal: Refusal) -> str:
    """The refusal's sentence in the language of this answer."""
    return str(gettext(refusal.sentence, **refusal.params))


@blueprint.get("/language/<language>")
def switch(language: str) -> ResponseReturnValue:
    """Remember the choice and go back to `next`, if that is a page of ours."""
    if language not in LANGUAGES:
        abort(404)
    response = redirect(local(request.args.get("next", "/")), 303)
    response.set_cookie(
        COOKIE, language, max_age=_YEAR_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure
    )
    return response


def local(address: str) -> str:
    """The address if it is a path on this server, else "/"."""
    return address if _LOCAL.fullmatch(address) else "/"
