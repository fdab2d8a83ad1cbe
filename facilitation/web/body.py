"""What a request's body says, taken out of bytes that nobody has checked yet. Everything here refuses, and
raises nothing else."""

from typing import Final, TypeVar

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

Shape = TypeVar("Shape")


def read_json() -> object:
    """The body as a plain object. Whatever content type it claims, it has to be JSON."""
    try:
        return msgspec.json.decode(request.get_data(cache=False))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refusal("malformed") from None


def parameters(wish: object) -> Parameters:
    """What a workshop is to be like."""
    return shaped(wish, Parameters)


def shaped(wish: object, shape: type[Shape]) -> Shape:
    """What was read, as an object of this shape."""
    if not isinstance(wish, dict):
        raise Refusal("malformed")
    try:
        return msgspec.convert(wish, shape)
    except msgspec.ValidationError as error:
        raise commands.refusal_of(error) from None
