"""Reading an instance: from JSON text or a decoded object to a checked Instance.

The form is msgspec's, in ``instance.py``; the sense is checked by ``feasibility.py``.
"""

from __future__ import annotations

from typing import Any

import msgspec

from facilitation.seating.feasibility import refuse_nonsense
from facilitation.seating.instance import Instance
from facilitation.seating.refusal import InstanceRefused


def read_instance(source: bytes | str | dict[str, Any]) -> Instance:
    """The instance in JSON text, or in an object decoded from it, checked for form and for sense. A field
    that is null is absent; a byte order mark is passed over.

    Raises InstanceRefused with the place and the reason.
    """
    try:
        told = msgspec.json.decode(_unmarked(source)) if isinstance(source, bytes | str) else source
        if isinstance(told, dict):
            told = {name: value for name, value in told.items() if value is not None}
        instance = msgspec.convert(told, Instance)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:  # ValidationError is a DecodeError
        detail, _, where = str(error).partition(" - at `$")
        place = where.rstrip("`").lstrip(".") or "instance"
        raise InstanceRefused("bad_form", place, detail=detail) from error
    refuse_nonsense(instance)
    return instance


def _unmarked(source: bytes | str) -> bytes | str:
    return (
        source.removeprefix(b"\xef\xbb\xbf") if isinstance(source, bytes) else source.removeprefix("\ufeff")
    )
