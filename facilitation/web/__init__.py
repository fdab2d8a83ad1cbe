"""What HTTP shows; see README.md beside this file."""

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from facilitation.web import (
    api,
    body,
    compression,
    errors,
    exports,
    guide,
    headers,
    health,
    home,
    institution,
    languages,
    notices,
    pages,
    paper,
    preview,
    rehearsal,
    roster,
    steps,
    tablets,
)
from facilitation.web.site import Site

__all__ = ["Site", "register"]


def register(app: Flask, site: Site) -> None:
    """Put every page and address of this room on the app, with its headers, errors and limits."""
    app.config.update(
        MAX_CONTENT_LENGTH=body.BODY_BYTES, MAX_FORM_MEMORY_SIZE=body.BODY_BYTES, MAX_FORM_PARTS=50
    )
    # The order of a view is the workshop's, and Polish letters need no escapes.
    json = DefaultJSONProvider(app)
    json.sort_keys, json.ensure_ascii = False, False
    app.json = json
    site.install(app)
    headers.install(app)
    compression.install(app)
    errors.install(app)
    languages.install(app)
    for each in (
        *(home, pages, tablets, roster, paper, exports, api, health, languages),
        *(guide, institution, notices, preview, rehearsal, steps),
    ):
        app.register_blueprint(each.blueprint)
    if site.metrics:
        from facilitation.web import metrics  # an optional extra

        app.register_blueprint(metrics.blueprint)
