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
    """The instance in JSON text, or in an object decoded from it, checked for form and for sense.

    Raises InstanceRefused with the place and the reason.
    """
    try:
        if isinstance(source, dict):
            instance = msgspec.convert(source, Instance)
        else:
            instance = msgspec.json.decode(source, type=Instance)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:  # ValidationError is a DecodeError
        detail, _, where = str(error).partition(" - at `$")
        place = where.rstrip("`").lstrip(".") or "instance"
        raise InstanceRefused("bad_form", place, detail=detail) from error
    refuse_nonsense(instance)
    return instance
