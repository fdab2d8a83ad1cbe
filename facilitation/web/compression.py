"""Pages and API answers travel as gzip: a page with its words in Polish is a quarter of the size, and a
venue's network is slow.

The pages hold a token; so that their length tells nothing about it, no shell repeats anything of its
address but the code.
"""

import gzip
from typing import Final

from flask import Flask, Response, request

_LEAST_BYTES: Final = 1_000
# Larger ones are downloads on the moderator's own computer, and would hold everybody else up.
_MOST_BYTES: Final = 256 * 1024
_TEXTS: Final = frozenset({"text/html", "application/json", "application/problem+json", "image/svg+xml"})


def install(app: Flask) -> None:
    """Compress what is worth it for whoever takes it."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if response.mimetype not in _TEXTS or response.is_streamed or response.content_encoding:
        return response
    response.vary.add("Accept-Encoding")
    content = response.get_data()
    taken = request.accept_encodings.quality("gzip") > 0
    if taken and _LEAST_BYTES <= len(content) <= _MOST_BYTES:
        response.set_data(gzip.compress(content, compresslevel=6, mtime=0))
        response.content_encoding = "gzip"
    return response
