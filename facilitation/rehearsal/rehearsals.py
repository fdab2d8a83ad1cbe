"""The rehearsals of one server: each is a workshop of its own that is marked as one, with a company of
simulated people, and is thrown away in the end. The real workshop is only read.

Companies live in memory: after a restart their people stand still until somebody asks them to go on.
"""

from typing import Any, Final

import msgspec

from facilitation.domain.actors import MODERATOR
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.rehearsal.company import SPEEDS, Company, simulated
from facilitation.rehearsal.duplicate import duplicate, furnishing, hosted
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.registry import Registry
from facilitation.runtime.workshop import LiveWorkshop

PEOPLE: Final = 24
MOST_PEOPLE: Final = 120
MOST: Final = 5
"""So many rehearsals a server has at a time."""


class Pace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the simulated people are to go on; what is absent stays."""

    paused: bool | None = None
    speed: int | None = None


class Rehearsals:
    """Its methods may be called from any (green) thread."""

    def __init__(self, registry: Registry, concurrency: Concurrency) -> None:
        self._registry = registry
        self._concurrency = concurrency
        self._companies: dict[str, Company] = {}
        self._earlier: dict[str, list[str]] = {}
        self._leading = concurrency.lock()

    def begin(self, original: LiveWorkshop, people: int, title: str) -> LiveWorkshop:
        """A rehearsal of this workshop, into which people are coming. Refuses `invalid_value` for a number of
        people out of bounds, `too_many` for more rehearsals than a server has, and as `Registry.create`."""
        if not 1 <= people <= MOST_PEOPLE:
            raise Refusal("invalid_value", "people")
        if len(self._companies) >= MOST:
            raise Refusal("too_many", params={"limit": MOST})
        of = original.state
        made = self._registry.begin(lambda code, at: duplicate(of, title, code, at))
        for number, wish in enumerate(furnishing(of)):
            made.submit(f"furnish-{made.code}-{number}", wish, MODERATOR)
        ask = self._registry.sorter(made.code).question
        self._lead(Company(made, ask, self._concurrency, people, hosted=hosted(of)), made.code)
        return made

    def of(self, original: str) -> str:
        """The code of the newest rehearsal of this workshop, or ""."""
        found = [
            state
            for code in self._registry.codes()
            if (state := self._state(code)) and state.rehearsal_of == original
        ]
        return max(found, key=lambda state: state.created_at).code if found else ""

    def told(self, rehearsal: LiveWorkshop) -> dict[str, Any]:
        """How its people are doing: `running` is false where they stand still because the server was started
        anew, or something broke. Refuses `not_a_rehearsal`."""
        _need(rehearsal)
        company = self._running(rehearsal.code)
        if company is None:
            came = len(self._came(rehearsal))
            return {"running": False, "paused": True, "speed": SPEEDS[0], "people": came, "here": came}
        pace = {"paused": company.paused, "speed": company.speed}
        return {"running": True, **pace, "people": company.people, "here": company.here}

    def pace(self, rehearsal: LiveWorkshop, pace: Pace) -> None:
        """Pauses the people or lets them go on, also after a restart, and says how fast. Refuses
        `not_a_rehearsal` and a speed that is none."""
        _need(rehearsal)
        if pace.speed is not None and pace.speed not in SPEEDS:
            raise Refusal("invalid_value", "speed")
        company = self._running(rehearsal.code) or self._again(rehearsal)
        if pace.paused is not None:
            company.paused = pace.paused
        if pace.speed is not None:
            company.speed = pace.speed

    def throw_away(self, rehearsal: LiveWorkshop) -> None:
        """Ends it and deletes its file with everything in it. Refuses `not_a_rehearsal`, `storage_failed`."""
        _need(rehearsal)
        company = self._companies.pop(rehearsal.code, None)
        self._earlier.pop(rehearsal.code, None)
        if company:
            company.end()
        self._registry.remove(rehearsal.code)

    def _again(self, rehearsal: LiveWorkshop) -> Company:
        """A company of those who came in before they stood still: one, however many consoles ask for it at a
        time."""
        came, ask = self._came(rehearsal), self._registry.sorter(rehearsal.code).question
        with self._leading:
            company = self._running(rehearsal.code)
            if company is None:
                company = Company(rehearsal, ask, self._concurrency, back=came)
                self._lead(company, rehearsal.code)
            return company

    def _running(self, code: str) -> Company | None:
        company = self._companies.get(code)
        return company if company and company.running else None

    def _came(self, rehearsal: LiveWorkshop) -> list[str]:
        """Who came in before that: nobody does until there is a company, so the journal is read once,
        however often consoles ask."""
        if rehearsal.code not in self._earlier:
            self._earlier[rehearsal.code] = simulated(rehearsal)
        return self._earlier[rehearsal.code]

    def _lead(self, company: Company, code: str) -> None:
        self._companies[code] = company
        company.start()

    def _state(self, code: str) -> Workshop | None:
        try:
            return self._registry.get(code).state
        except Refusal:  # a damaged one is nobody's rehearsal
            return None


def _need(workshop: LiveWorkshop) -> None:
    if not workshop.state.rehearsal_of:
        raise Refusal("not_a_rehearsal")
