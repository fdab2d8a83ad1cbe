"""What a client may send beside commands, taken out of plain objects that nobody has checked yet: who it is,
and which channel it asks for.

Everything here refuses with a code and the field, and raises nothing else.
"""

from typing import Any, Final

import msgspec

from facilitation.domain.bounds import IDEA_CHARACTERS
from facilitation.domain.refusals import Refusal
from facilitation.runtime.codes import canonical

_CODE_CHARACTERS: Final = 32
_TOKEN_CHARACTERS: Final = 512
_CHANNEL_CHARACTERS: Final = 64
_CHANNELS: Final = 16
_ID_CHARACTERS: Final = 40


class Introduction(msgspec.Struct, frozen=True):
    """How a client introduces itself. `since` maps a channel to the seq its view has; `language` may be
    empty."""

    workshop: str
    token: str
    since: dict[str, int]
    language: str


def introduction(auth: object) -> Introduction:
    """The `auth` of a connection."""
    if not isinstance(auth, dict):
        raise Refusal("missing_field", "workshop")
    workshop = _text(auth, "workshop", _CODE_CHARACTERS)
    if not workshop:
        raise Refusal("missing_field", "workshop")
    return Introduction(
        canonical(workshop),
        _text(auth, "token", _TOKEN_CHARACTERS),
        _since(auth),
        _text(auth, "language", 16),
    )


def channel(message: object) -> str:
    """The channel that the message of a `snapshot` event asks for."""
    if not isinstance(message, dict):
        raise Refusal("malformed")
    named = _text(message, "channel", _CHANNEL_CHARACTERS)
    if not named:
        raise Refusal("missing_field", "channel")
    return named


def likeness(message: object) -> tuple[str, str]:
    """The idea, or the text, that the message of a `similar` event asks about; one of them is empty."""
    if not isinstance(message, dict):
        raise Refusal("malformed")
    idea, text = _text(message, "idea", _ID_CHARACTERS), _text(message, "text", IDEA_CHARACTERS)
    if bool(idea) == bool(text):
        raise Refusal("missing_field", "idea")
    return idea, text


def article(message: object) -> str:
    """The article that the message of an `agreement` event asks about, empty for none."""
    if not isinstance(message, dict):
        raise Refusal("malformed")
    return _text(message, "article", _ID_CHARACTERS)


def _text(fields: dict[Any, Any], name: str, limit: int) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refusal("wrong_type", name)
    if len(value) > limit:
        raise Refusal("too_long", name, {"limit": limit, "length": len(value)})
    return value


def _since(auth: dict[Any, Any]) -> dict[str, int]:
    since = auth.get("since")
    if since is None:
        return {}
    if not isinstance(since, dict) or len(since) > _CHANNELS:
        raise Refusal("wrong_type", "since")
    if not all(isinstance(key, str) and type(seq) is int and seq >= 0 for key, seq in since.items()):
        raise Refusal("wrong_type", "since")
    return since
