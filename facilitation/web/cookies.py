"""The cookies: what a link's `?key=` leaves in a browser, so that the address can lose it.

A token's cookie goes to its own workshop's pages only. None is Secure over plain http, which a venue's
network has.
"""

from typing import Final

from flask import request
from werkzeug.wrappers import Response

from facilitation.domain.actors import Actor, Role

TOKEN_COOKIES: Final[dict[Role, str]] = {
    "moderator": "obrus_moderator",
    "board": "obrus_board",
    "participant": "obrus_participant",
    "partner": "obrus_partner",
    "table": "obrus_table",
}
KEY_COOKIE: Final = "obrus_key"
_MONTH_SECONDS: Final = 30 * 24 * 3600


def keep_token(response: Response, code: str, actor: Actor, token: str) -> None:
    """Remember for a month who this browser is in the workshop; for a tablet's token, at its own table only,
    so that one browser may try several."""
    path = f"/w/{code}/table/{actor.table}" if actor.table else f"/w/{code}"
    _set(response, TOKEN_COOKIES[actor.role], token, path=path, max_age=_MONTH_SECONDS)


def keep_key(response: Response, proof: str) -> None:
    """Remember until the browser is closed that it has shown the moderator key."""
    _set(response, KEY_COOKIE, proof, path="/", max_age=None)


def drop_key(response: Response) -> None:
    """Sign out."""
    response.delete_cookie(KEY_COOKIE, path="/", httponly=True, samesite="Lax")


def _set(response: Response, name: str, value: str, *, path: str, max_age: int | None) -> None:
    response.set_cookie(
        name, value, max_age=max_age, path=path, httponly=True, samesite="Lax", secure=request.is_secure
    )
