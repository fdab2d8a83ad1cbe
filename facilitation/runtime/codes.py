"""The code of a workshop: what people read from a screen in the room and type. Short enough for that, too
many to try them all."""

import re
import secrets
from typing import Final

# No letters that look or sound like another letter or digit, and no vowels, so that no code is a word.
ALPHABET: Final = "23456789BCDFGHJKMNPQRSTVWXZ"
# 27 ** 8 is some 2 ** 38: nine years for all of them at a thousand tries a second, which is twice what one
# server answered when it was measured.
LENGTH: Final = 8

_BETWEEN: Final = re.compile(r"[\s\-–.·]+")


def new_code() -> str:
    """A code nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def canonical(code: str) -> str:
    """A code as workshops have it, however it was typed."""
    return _BETWEEN.sub("", code).upper()
