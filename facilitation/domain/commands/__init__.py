"""What people may ask for: every command with its fields, by noun, and how a plain object becomes one.

The `id` of a message is not part of its command: `sent` takes it off. Lengths are in bounds.py, who may say
what in decide.py. The nouns are imported whole, so that a new command is written in one place.
"""

import re
from typing import Any

import msgspec

from facilitation.domain.commands.agreement import *
from facilitation.domain.commands.areas import *
from facilitation.domain.commands.articles import *
from facilitation.domain.commands.command import Command as Command
from facilitation.domain.commands.declarations import *
from facilitation.domain.commands.ideas import *
from facilitation.domain.commands.messages import *
from facilitation.domain.commands.papers import *
from facilitation.domain.commands.people import *
from facilitation.domain.commands.rounds import *
from facilitation.domain.commands.seats import *
from facilitation.domain.commands.sorting import *
from facilitation.domain.commands.tables import *
from facilitation.domain.commands.themes import *
from facilitation.domain.commands.voting import *
from facilitation.domain.commands.workshop import *
from facilitation.domain.refusals import Refusal

COMMANDS: dict[str, type[Command]] = {str(c.__struct_config__.tag): c for c in Command.__subclasses__()}

_OPTIONAL = {
    shape: frozenset(field.name for field in msgspec.structs.fields(shape) if not field.required)
    for shape in COMMANDS.values()
}

_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")

_AT = re.compile(r"`\$\.(\w+)")

_FIELD = re.compile(r"field `(\w+)`")


def sent(message: object) -> tuple[str, Command]:
    """The id and the command in one message, `{"id", "type", …}`. An id is 8 to 64 letters, digits, `-` and
    `_`, as in a UUID. Refuses as `decode` does, and with invalid_value for another id."""
    if not isinstance(message, dict):
        raise Refusal("malformed")
    identifier = message.get("id")
    if identifier is None:
        raise Refusal("missing_field", "id")
    if not isinstance(identifier, str):
        raise Refusal("wrong_type", "id")
    if not _ID.fullmatch(identifier):
        raise Refusal("invalid_value", "id")
    return identifier, decode({key: value for key, value in message.items() if key != "id"})


def decode(wish: object) -> Command:
    """The command a plain object stands for; an optional field that is null is as good as absent. Refuses
    with malformed, unknown_command, missing_field or wrong_type, and names the field; never raises anything
    else, whatever it is given."""
    if not isinstance(wish, dict):
        raise Refusal("malformed")
    kind = wish.get("type")
    if kind is None:
        raise Refusal("missing_field", "type")
    if not isinstance(kind, str):
        raise Refusal("wrong_type", "type")
    if kind not in COMMANDS:
        raise Refusal("unknown_command", "type", {"command": kind[:40].encode("ascii", "replace").decode()})
    return _converted(wish, COMMANDS[kind])


def _converted(wish: dict[Any, Any], shape: type[Command]) -> Command:
    optional = _OPTIONAL[shape]
    given = {name: value for name, value in wish.items() if value is not None or name not in optional}
    try:
        return msgspec.convert(given, shape)
    except msgspec.ValidationError as error:
        raise refusal_of(error) from None
    except (RecursionError, TypeError, ValueError):
        raise Refusal("malformed") from None


def refusal_of(error: msgspec.ValidationError) -> Refusal:
    """missing_field, wrong_type or malformed, naming the field that msgspec complains about."""
    complaint = str(error)
    field = _FIELD.search(complaint)
    if "missing required field" in complaint and field:
        return Refusal("missing_field", field.group(1))
    at = _AT.search(complaint)
    named = at.group(1) if at else field.group(1) if field else None
    return Refusal("wrong_type", named) if named else Refusal("malformed")
