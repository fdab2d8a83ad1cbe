"""What can be downloaded from a workshop: the charter in three formats, the protokół, the data. The table
at the end says who may have which.

The documents are written by facilitation/charter, in a thread of their own, since a Word file takes a
while.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

import msgspec
from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from facilitation import charter
from facilitation.domain.actors import Role
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.runtime.workshop import LiveWorkshop
from facilitation.web import access
from facilitation.web.door import take_key
from facilitation.web.headers import content_security_policy
from facilitation.web.site import site

blueprint = Blueprint("exports", __name__)
blueprint.before_request(take_key)


class Export(NamedTuple):
    """One download: who may have it, what it is, how it is written from the workshop as it stands."""

    roles: tuple[Role, ...]
    mimetype: str
    write: Callable[[LiveWorkshop], bytes]


@blueprint.get("/w/<code>/<name>")
def download(code: str, name: str) -> ResponseReturnValue:
    """One of EXPORTS, as the workshop stands now. All but the page are offered as files, never shown in
    place."""
    export = EXPORTS.get(name)
    if export is None:
        abort(404)
    visit = access.visit(code, export.roles)
    if visit.actor.role == "guest":
        raise Refusal("not_allowed")
    response = Response(export.write(visit.workshop), content_type=export.mimetype)
    if name.endswith(".html"):
        policy = content_security_policy(request.host, charter.style_source())
        response.headers["Content-Security-Policy"] = policy
    else:
        response.headers["Content-Disposition"] = f'attachment; filename="{visit.workshop.code}-{name}"'
    return response


def held_on(workshop: Workshop) -> datetime:
    """When it was held, in this computer's time zone: the opening of its first round, or before that its
    creation."""
    opened = [each.opened_at for each in workshop.rounds.values() if each.opened_at]
    return datetime.fromtimestamp(min(opened, default=workshop.created_at) / 1000).astimezone()


def _aside(write: Callable[[], str | bytes]) -> bytes:
    """What takes the processor or a disk for a while, so that everybody else is served meanwhile."""
    written = site().concurrency.run_blocking(write)
    return written.encode() if isinstance(written, str) else written


def _charter(workshop: LiveWorkshop, to: Callable[[charter.Charter], str | bytes]) -> bytes:
    state = workshop.state
    return _aside(lambda: to(charter.charter_of(state, held_on(state).date())))


def _report(workshop: LiveWorkshop) -> bytes:
    state, held = workshop.state, held_on(workshop.state)
    zone = held.tzinfo or UTC
    return _aside(lambda: charter.to_report_markdown(state, held.date(), zone))


def _ideas(workshop: LiveWorkshop) -> bytes:
    state = workshop.state
    return _aside(lambda: charter.ideas_csv(state))


def _journal(workshop: LiveWorkshop) -> bytes:
    entries = workshop.entries()
    encoder = msgspec.json.Encoder()
    return _aside(lambda: b"".join(encoder.encode(entry) + b"\n" for entry in entries))


_ROOM: tuple[Role, ...] = ("moderator", "board", "participant")
_MODERATOR: tuple[Role, ...] = ("moderator",)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

EXPORTS = {
    "charter.md": Export(_ROOM, "text/markdown; charset=utf-8", partial(_charter, to=charter.to_markdown)),
    "charter.docx": Export(_ROOM, _WORD, partial(_charter, to=charter.to_docx)),
    "charter.html": Export(_ROOM, "text/html; charset=utf-8", partial(_charter, to=charter.to_html)),
    "report.md": Export(_MODERATOR, "text/markdown; charset=utf-8", _report),
    "ideas.csv": Export(_MODERATOR, "text/csv; charset=utf-8", _ideas),
    "journal.jsonl": Export(_MODERATOR, "application/jsonl; charset=utf-8", _journal),
}
"""The charter belongs to everybody who made it, and holds what the board shows anyway. Ideas with their
authors' sectors, and the journal with what was hidden, are the moderator's."""
