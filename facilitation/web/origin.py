"""Forms are taken from our own pages only; cookies come along by themselves, so a cookie proves nothing
about a form."""

from urllib.parse import urlsplit

from flask import request

from facilitation.web.errors import Denied


def check_origin(public_url: str = "") -> None:
    """Denies with `foreign_form` unless the browser says that the form stood on this server (or, behind a
    proxy, on `public_url`).

    Every browser sends Origin with a POST; where something on the way has taken it out, Referer has to do.
    """
    claimed = _host(request.headers.get("Origin") or request.headers.get("Referer", ""))
    if not claimed or claimed not in {request.host, _host(public_url)}:
        raise Denied("foreign_form")


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
