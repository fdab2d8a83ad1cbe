"""What the institution that runs a server says about itself: who answers for personal data and for
accessibility, and how its building is entered.

One for a server, in one file beside its workshops; kept by moderators through a form. Neighbours:
web/institution.py is the form, web/notices.py shows it to participants.
"""

import os
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

FILE: Final = "institution.json"
LINE: Final = 200
"""The longest line, in characters."""
TEXT: Final = 4_000
"""The longest text of several paragraphs."""
_MAY_BE_EMPTY: Final = ("site", "basis", "reviewed")


class Institution(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Every field is empty until somebody fills it in; dates are ISO days."""

    name: str = ""
    address: str = ""
    site: str = ""
    contact: str = ""
    email: str = ""
    phone: str = ""
    officer: str = ""
    basis: str = ""
    keeping: str = ""
    architecture: str = ""
    communication: str = ""
    published: date | None = None
    updated: date | None = None
    prepared: date | None = None
    reviewed: date | None = None

    @property
    def complete(self) -> bool:
        """Whether nothing is left to fill in on the two pages that participants read."""
        fields = msgspec.structs.asdict(self)
        return all(value for name, value in fields.items() if name not in _MAY_BE_EMPTY)


class Nameplate:
    """The institution as it stands now. A server alone holds its folder, so what is in memory is what is in
    the file."""

    def __init__(self, folder: Path | None = None) -> None:
        """Reads what is kept in the folder; without one nothing is kept. Raises OSError, or ValueError that
        names a file with something else in it."""
        self._path = folder / FILE if folder else None
        self.shown = _read(self._path) if self._path and self._path.exists() else Institution()

    def put(self, institution: Institution) -> None:
        """Shows this from now on; it is on the disk when this returns. Raises OSError, and then what was
        shown before stays. Blocks."""
        if self._path:
            _write(self._path, msgspec.json.format(msgspec.json.encode(institution)))
        self.shown = institution


def _read(path: Path) -> Institution:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Institution)
    except msgspec.DecodeError:
        raise ValueError(
            f"{path}: can't be read; without this file the institution's form is empty again"
        ) from None


def _write(path: Path, content: bytes) -> None:
    """In one step: a power cut leaves the old file or the new one."""
    draft = path.with_suffix(".json.new")
    with draft.open("wb") as file:
        file.write(content + b"\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
