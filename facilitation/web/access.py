"""Who is asking, and for which workshop. A program sends a bearer token, a person's browser a cookie.

The moderator key stands for the moderator of every workshop. Neighbours: cookies.py keeps tokens,
throttle.py counts the attempts that fail, facilitation/runtime/tokens.py reads them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from flask import g, request

from facilitation.domain.actors import GUEST, MODERATOR, Actor, Role
from facilitation.domain.refusals import Refusal
from facilitation.runtime.codes import canonical
from facilitation.runtime.workshop import LiveWorkshop
from facilitation.web.cookies import KEY_COOKIE, TOKEN_COOKIES
from facilitation.web.errors import Denied
from facilitation.web.site import site


class Visit(NamedTuple):
    """One request for one workshop: the workshop, and as whom."""

    workshop: LiveWorkshop
    actor: Actor


def address() -> str:
    """Where the request comes from."""
    return request.remote_addr or ""


def holds_key() -> bool:
    """Whether this browser has shown the moderator key."""
    return site().key.proven(request.cookies.get(KEY_COOKIE, ""))


def bearer() -> str:
    """The token or key in the Authorization header; "" without one. Refuses another scheme."""
    given = request.headers.get("Authorization", "")
    scheme, _, token = given.partition(" ")
    if given and (scheme.lower() != "bearer" or not token.strip()):
        raise Refusal("unauthorized")
    return token.strip()


def show_key(attempt: str) -> bool:
    """Whether this is the moderator key. A wrong one counts; after too many none is looked at."""
    with _not_too_often():
        site().throttle.check("key", address())
    if site().key.opens(attempt):
        return True
    with _not_too_often():
        site().throttle.failed("key", address())
    return False


def read(code: str, token: str) -> Actor:
    """Who a token or the moderator key is in this workshop. Refuses `unauthorized`; such attempts count.

    A valid token is taken however often others have failed: it can't be guessed, only the key could be.
    """
    try:
        return site().tokens.read(code, token)
    except Refusal:
        if show_key(token):
            return MODERATOR
        raise


def visit(code: str, roles: Sequence[Role]) -> Visit:
    """The workshop as the first of `roles` that the request can prove, by bearer or cookie, and otherwise
    as a guest.

    Refuses `unknown_workshop` (which counts, for guests, and is Denied after too many) and, for a bearer that
    is not valid, `unauthorized`.
    """
    given = bearer()
    visit = _entered(code, read(code, given) if given else _by_cookie(code, roles))
    return visit if visit.actor.role in roles else Visit(visit.workshop, GUEST)


def admitted(code: str, roles: Sequence[Role]) -> Visit:
    """The same, but nobody enters as a guest: refuses `not_allowed`, too."""
    found = visit(code, roles)
    if found.actor.role == "guest":
        raise Refusal("not_allowed")
    return found


def by_bearer(code: str) -> Visit:
    """The same for the API: as whoever the bearer is, without one as a guest; cookies count for nothing."""
    given = bearer()
    return _entered(code, read(code, given) if given else GUEST)


def moderated(code: str) -> Visit:
    """The same, for a moderator's bearer alone, however the code was typed: refuses `not_allowed`, too."""
    found = by_bearer(canonical(code))
    if found.actor.role != "moderator":
        raise Refusal("not_allowed")
    return found


def _entered(code: str, actor: Actor) -> Visit:
    workshop = _found(code, actor)
    g.workshop_language = workshop.state.language
    gone = actor.role == "participant" and actor.participant not in workshop.state.participants
    return Visit(workshop, GUEST if gone else actor)


def _by_cookie(code: str, roles: Sequence[Role]) -> Actor:
    for role in roles:
        if role == "moderator" and holds_key():
            return MODERATOR
        token = request.cookies.get(TOKEN_COOKIES.get(role, ""), "")
        if not token:
            continue
        try:
            actor = site().tokens.read(code, token)
        except Refusal:
            continue
        if actor.role == role:
            return actor
    return GUEST


def _found(code: str, actor: Actor) -> LiveWorkshop:
    if actor != GUEST:
        return site().registry.get(code)
    try:
        return site().registry.get(code)
    except Refusal as refusal:
        if refusal.code == "unknown_workshop":
            with _not_too_often():
                site().throttle.failed("code", address())
        raise


@contextmanager
def _not_too_often() -> Iterator[None]:
    try:
        yield
    except Refusal:
        raise Denied("too_many_attempts") from None
