"""What a request's body says, taken out of bytes that nobody has checked yet. Everything here refuses, and
raises nothing else."""

import re
from typing import Any, Final

import msgspec
from flask import request

from facilitation.domain import commands
from facilitation.domain.refusals import Refusal
from facilitation.domain.scenario import Parameters

BODY_BYTES: Final = 64 * 1024
"""The largest body of any request but a list of commands."""
COMMANDS_BYTES: Final = 1024 * 1024
COMMANDS: Final = 1000
"""The longest list of commands in one request: a whole day's paper tablecloths."""

_COMMAND_ID: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")


def read_json() -> object:
    """The body as a plain object. Whatever content type it claims, it has to be JSON."""
    try:
        return msgspec.json.decode(request.get_data(cache=False))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refusal("malformed") from None


def parameters(wish: object) -> Parameters:
    """What a workshop is to be like."""
    if not isinstance(wish, dict):
        raise Refusal("malformed")
    try:
        return msgspec.convert(wish, Parameters)
    except msgspec.ValidationError as error:
        raise commands.refusal_of(error) from None


def wish(message: object) -> tuple[str, commands.Command]:
    """The id and the command in one message, as on the socket."""
    if not isinstance(message, dict):
        raise Refusal("malformed")
    fields: dict[str, Any] = dict(message)
    identifier = fields.pop("id", None)
    if identifier is None:
        raise Refusal("missing_field", "id")
    if not isinstance(identifier, str):
        raise Refusal("wrong_type", "id")
    if not _COMMAND_ID.fullmatch(identifier):
        raise Refusal("invalid_value", "id")
    return identifier, commands.decode(fields)
