"""Whether this server can do its work: answer, and write to the disk that an ack promises."""

import tempfile
from pathlib import Path

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from facilitation.web.site import site

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def ready() -> ResponseReturnValue:
    """200 {"status": "ok"}, or 503 {"status": "read-only"} when nothing can be saved."""
    folder = site().sessions
    if site().concurrency.run_blocking(lambda: can_write(folder)):
        return jsonify({"status": "ok"})
    return jsonify({"status": "read-only"}), 503


def can_write(folder: Path) -> bool:
    """Whether a file can be made and filled there; a full disk or a lost permission shows only in doing
    it."""
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".ready-") as probe:
            probe.write(b"ready")
            probe.flush()
    except OSError:
        return False
    return True
