"""What can be downloaded from a workshop: the charter and what goes with it, the protokół, the data. Who may
have which is said at the end.

The papers are written by facilitation/charter, in a process of their own (facilitation/runtime/papers.py).
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, NamedTuple

import msgspec
from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from facilitation.charter import PAPERS, Occasion, Picture
from facilitation.domain.actors import Role
from facilitation.domain.workshop import Workshop
from facilitation.runtime.workshop import LiveWorkshop
from facilitation.web import access, results
from facilitation.web.door import take_key
from facilitation.web.headers import content_security_policy
from facilitation.web.site import site

ENTRIES_AT_ONCE: Final = 100
"""So many lines of the journal are written before somebody else has a turn: about a millisecond."""

blueprint = Blueprint("exports", __name__)
blueprint.before_request(take_key)


class Export(NamedTuple):
    """One download: who may have it, what it is, how it is written from the workshop as it stands, and (a
    page only) the source of its style."""

    roles: tuple[Role, ...]
    mimetype: str
    write: Callable[[LiveWorkshop], bytes]
    style_source: str = ""


@blueprint.get("/w/<code>/<name>")
def download(code: str, name: str) -> ResponseReturnValue:
    """One of EXPORTS, as the workshop stands now. All but the pages are offered as files, never shown in
    place."""
    export = EXPORTS.get(name)
    if export is None:
        abort(404)
    visit = access.visit(code, export.roles)
    results.need_paper(visit.workshop.state, visit.actor, shared="participant" in export.roles)
    response = Response(export.write(visit.workshop), content_type=export.mimetype)
    if export.style_source:
        policy = content_security_policy(request.host, export.style_source)
        response.headers["Content-Security-Policy"] = policy
    else:
        response.headers["Content-Disposition"] = f'attachment; filename="{visit.workshop.code}-{name}"'
    return response


def held_on(workshop: Workshop) -> datetime:
    """When it was held, in this computer's time zone: the opening of its first round, or before that its
    creation."""
    opened = [each.opened_at for each in workshop.rounds.values() if each.opened_at]
    return datetime.fromtimestamp(min(opened, default=workshop.created_at) / 1000).astimezone()


def _paper(name: str, roles: tuple[Role, ...]) -> Export:
    """A paper of the charter's room as a download."""
    paper = PAPERS[name]

    def write(workshop: LiveWorkshop) -> bytes:
        def occasion(state: Workshop) -> Occasion:
            held = held_on(state)
            return Occasion(held.date(), held.tzinfo or UTC, _logos(state, workshop))

        return site().papers.write(name, workshop, occasion)

    return Export(roles, paper.mimetype, write, paper.style_source)


def _logos(state: Workshop, workshop: LiveWorkshop) -> tuple[Picture, ...]:
    """The pictures of the strip in their order; one whose bytes are gone is left out."""
    found = []
    for logo in state.strip:
        data = workshop.file(logo.id)
        if data:
            found.append(Picture(data, logo.type, logo.alt, logo.width, logo.height))
    return tuple(found)


def _journal(workshop: LiveWorkshop) -> bytes:
    encoder = msgspec.json.Encoder()
    lines: list[bytes] = []
    for entry in workshop.entries():
        lines += [encoder.encode(entry), b"\n"]
        if entry.seq % ENTRIES_AT_ONCE == 0:
            site().concurrency.give_way()
    return b"".join(lines)


_ROOM: tuple[Role, ...] = ("moderator", "board", "participant")
_MODERATOR: tuple[Role, ...] = ("moderator",)
_FOR_THE_ROOM = ("charter.md", "charter.docx", "charter.html", "poster.html")

EXPORTS = {
    **{name: _paper(name, _ROOM if name in _FOR_THE_ROOM else _MODERATOR) for name in PAPERS},
    "journal.jsonl": Export(_MODERATOR, "application/jsonl; charset=utf-8", _journal),
}
"""The charter and its poster belong to everybody who made them, and hold what the board shows anyway;
partners are named there because they consented. Ideas with their authors' sectors, declarations with their
contacts, and the journal with what was hidden, are the moderator's."""
