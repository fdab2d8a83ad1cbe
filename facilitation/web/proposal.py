"""The form of a new workshop, as it was filled in: text in every field, so that a form that was refused
comes back as it was."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from facilitation.domain.refusals import Refusal
from facilitation.domain.scenario import Parameters
from facilitation.web import body

_BETWEEN = re.compile(r"[\s,;/+]+")
_NUMBER = re.compile(r"[0-9]{1,4}")


class Proposal(NamedTuple):
    """One form. An empty field leaves the matter to the scenario; `minutes` is a list such as "20, 15,
    15"."""

    title: str = ""
    scenario: str = "pzk"
    language: str = ""
    format: str = ""
    tables: str = ""
    rounds: str = ""
    minutes: str = ""

    @classmethod
    def sent(cls, form: Mapping[str, str]) -> "Proposal":
        """The form that a browser sent; what it lacks is empty."""
        return cls(**{name: form.get(name, "").strip() for name in cls._fields})

    def parameters(self) -> Parameters:
        """What the form asks for. Refuses with the field that can't be read."""
        minutes = [_number("minutes", each) for each in _BETWEEN.split(self.minutes) if each]
        wish = {
            "title": self.title,
            "scenario": self.scenario,
            "language": self.language,
            "format": self.format,
            "tables": _number("tables", self.tables),
            "rounds": _number("rounds", self.rounds),
            "minutes": minutes,
        }
        return body.parameters({name: value for name, value in wish.items() if value not in ("", None, [])})


def _number(field: str, text: str) -> int | None:
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise Refusal("invalid_value", field)
    return int(text)
