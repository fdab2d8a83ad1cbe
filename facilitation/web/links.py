"""The addresses of a workshop that are given to people: for phones, the projector, the moderator, and
downloads."""

from urllib.parse import urlencode

from flask import request, url_for

from facilitation.domain.actors import BOARD, MODERATOR, PARTNER, Actor, Role, tablet
from facilitation.web import addresses
from facilitation.web.exports import EXPORTS
from facilitation.web.site import site


def join_url(code: str) -> str:
    """The whole address that phones in the room can reach, as it stands on the board and in the QR code."""
    return _reachable() + url_for("pages.phone", code=code)


def _reachable() -> str:
    lan = addresses.room_address(site().host)
    return addresses.origin(site().public_url, lan, moved=site().reach.moved_at > 0)


def with_key(path: str, code: str, actor: Actor) -> str:
    """A page's path with the key that lets its reader be this actor."""
    return f"{path}?{urlencode({'key': site().tokens.issue(code, actor)})}"


def board_path(code: str) -> str:
    """The projector's page, for a computer that nobody has signed in on."""
    return with_key(url_for("pages.board", code=code), code, BOARD)


def moderator_path(code: str) -> str:
    """The moderator's page, for a computer that nobody has signed in on."""
    return with_key(url_for("pages.moderator", code=code), code, MODERATOR)


def declaration_url(code: str) -> str:
    """The whole address where an institution that was not in the room accedes, as others can reach it."""
    return _reachable() + with_key(url_for("pages.declaration", code=code), code, PARTNER)


def table_url(code: str, table: str) -> str:
    """The whole address of the tablet that stays at a table, as devices in the room can reach it."""
    path = url_for("tablets.page", code=code, table=table)
    return _reachable() + with_key(path, code, tablet(table))


def absolute(path: str) -> str:
    """The path on this server as whoever asks reaches it."""
    return (site().public_url or request.host_url).rstrip("/") + path


def given_out(code: str) -> dict[str, str]:
    """The addresses to give out, by what they are for."""
    return {
        "phone": join_url(code),
        "board": absolute(board_path(code)),
        "moderator": absolute(moderator_path(code)),
        "declaration": declaration_url(code),
    }


def export_paths(code: str, role: Role) -> dict[str, str]:
    """What this role may download, by name as in `charter.md`."""
    return {
        name: url_for("exports.download", code=code, name=name)
        for name, export in EXPORTS.items()
        if role in export.roles
    }
