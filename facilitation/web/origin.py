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
    claimed = request.headers.get("Origin") or request.headers.get("Referer", "")
    host = urlsplit(claimed).netloc
    if not host or host not in {request.host, urlsplit(public_url).netloc}:
        raise Denied("foreign_form")
