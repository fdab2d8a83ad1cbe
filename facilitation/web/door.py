"""The door of a workshop's pages: who comes with `?key=` gets a cookie, and goes on at the address without
the key."""

from urllib.parse import urlencode

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from facilitation.domain.actors import MODERATOR
from facilitation.runtime.codes import canonical
from facilitation.web import access, cookies
from facilitation.web.site import site


def take_key() -> Response | None:
    """Before any page or export of a workshop: a code in its own letters, and no key in the address."""
    code = (request.view_args or {}).get("code", "")
    wanted = canonical(code)
    key = request.args.get("key", "")
    plain = wanted == code or not (wanted.isascii() and wanted.isalnum())
    if request.method not in {"GET", "HEAD"} or (plain and not key):
        return None
    rest = urlencode([(name, value) for name, value in request.args.items(multi=True) if name != "key"])
    address = url_for(str(request.endpoint), **{**(request.view_args or {}), "code": wanted})
    response = redirect(f"{address}?{rest}" if rest else address, 303)
    response.headers["Referrer-Policy"] = "no-referrer"
    if key:
        _remember(response, wanted, key)
    return response


def _remember(response: Response, code: str, key: str) -> None:
    actor = access.read(code, key)
    if actor == MODERATOR and site().key.opens(key):
        cookies.keep_key(response, site().key.proof)
    elif actor.role in cookies.TOKEN_COOKIES:
        cookies.keep_token(response, code, actor, key)
