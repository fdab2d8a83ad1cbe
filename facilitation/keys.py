"""The two secrets of a server, kept beside its workshops: what signs the tokens, and what lets moderators in.

Made once, readable by their owner alone, and the same after every restart: links that were handed out keep
working.
"""

import secrets
from collections.abc import Callable
from pathlib import Path

_SECRET_FILE = "secret.key"
_MODERATOR_FILE = "moderator.key"
_SECRET_BYTES = 32
# Read from a screen and typed: no letters that look alike, in groups of four; 31 ** 12 is some 2 ** 59 keys.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
_GROUPS, _GROUP = 3, 4


def signing_secret(folder: Path) -> bytes:
    """What signs the tokens of this folder's workshops. Raises OSError, or ValueError that names a file
    with something else in it."""
    path = folder / _SECRET_FILE
    kept = _kept(path, lambda: secrets.token_hex(_SECRET_BYTES))
    try:
        return bytes.fromhex(kept)
    except ValueError:
        raise ValueError(f"{path}: is not a key; without this file a new one is made") from None


def moderator_key(folder: Path) -> str:
    """The moderator key of this folder, for a server that was given none. Raises OSError."""
    return _kept(folder / _MODERATOR_FILE, _typable)


def _typable() -> str:
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))


def _kept(path: Path, make: Callable[[], str]) -> str:
    """What the file holds; where there is none or an empty one, it is made first."""
    if path.exists() and (kept := path.read_text("ascii").strip()):
        return kept
    made = make()
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(made + "\n", "ascii")
    return made
