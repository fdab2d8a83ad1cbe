"""The headers that every answer carries, pages, API, exports and static files alike.

`app.py` gives `static_headers` to WhiteNoise, whose answers go round `after_request`. Neighbours:
cookies.py, origin.py.
"""

import re
from collections.abc import MutableMapping

from flask import Flask, Response, request

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: under that browsers send `Origin: null` with a form, and the origin check could not
    # tell ours.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}

_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


def content_security_policy(host: str, style: str = "") -> str:
    """Only what this server itself sends may run, style, load or be asked; no inline script or style, no
    frames.

    `host` is the request's: older Safari does not count a WebSocket to it as 'self'. `style` is the hash of
    the one `<style>` that a document has.
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self'{f' {style}' if style else ''}; "
        "img-src 'self' data:; "
        f"connect-src 'self'{sockets}; font-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def static_headers(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """WhiteNoise's `add_headers_function`: the same headers, and a policy under which a lone asset can do
    nothing."""
    for name, value in ALWAYS.items():  # wsgiref's headers are no whole mapping
        headers[name] = value
    headers["Content-Security-Policy"] = "default-src 'none'; style-src 'self'; frame-ancestors 'none'"


def install(app: Flask) -> None:
    """Put the headers on every answer of the app. A handler that has set one of them has its way."""
    app.after_request(_secure)


def _secure(response: Response) -> Response:
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", content_security_policy(request.host))
    # What is said here is for one person at one moment; pages that may be kept say so themselves.
    response.headers.setdefault("Cache-Control", "no-store")
    return response
