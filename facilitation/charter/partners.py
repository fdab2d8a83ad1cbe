"""Who joins: the institutions that made a declaration, and those whose people were in the room and may sign,
too.

A declaration names a person because that person consented; nobody else is named. A declaration that was
withdrawn is nowhere.
"""

import msgspec

from facilitation.charter.alphabet import alphabetical
from facilitation.domain.text import clean
from facilitation.domain.workshop import Declaration, Person, Workshop


class Partner(msgspec.Struct, frozen=True):
    """An institution that declared its accession, who represents it, and what it brings. Empty where nothing
    was said."""

    institution: str
    sector: str
    name: str
    role: str
    powers: str
    resources: str
    possibilities: str
    contact: str

    @property
    def representative(self) -> str:
        """Name and position."""
        return ", ".join(filter(None, (self.name, self.role)))


def declared_partners(workshop: Workshop) -> tuple[Partner, ...]:
    """Every declaration that stands, by institution in alphabetical order."""
    known = [
        _partner(declaration, workshop.people.get(identifier, Person()))
        for identifier, declaration in workshop.declarations.items()
        if not declaration.withdrawn_at
    ]
    return tuple(sorted((p for p in known if p.institution), key=lambda p: alphabetical(p.institution)))


def _partner(declaration: Declaration, person: Person) -> Partner:
    return Partner(
        institution=_institution(person),
        sector=clean(declaration.sector),
        name=clean(person.name),
        role=clean(person.role),
        powers=clean(declaration.powers),
        resources=clean(declaration.resources),
        possibilities=clean(declaration.possibilities),
        contact=clean(person.contact),
    )


def _institution(person: Person) -> str:
    return clean(person.institution).rstrip(" .,;")


def partners_of(workshop: Workshop) -> tuple[str, ...]:
    """The institutions of people in the room that made no declaration: each once, whatever its case, in
    alphabetical order, as the first who named it wrote it.

    Those who went home early count, too; somebody whose data were erased no longer does. What a person who
    declared called the institution at the door is not another one.
    """
    declared = {partner.institution.casefold() for partner in declared_partners(workshop)}
    declared |= _otherwise_named(workshop)
    named: dict[str, str] = {}
    for identifier, person in workshop.people.items():
        institution = _institution(person)
        if institution and identifier not in workshop.declarations and institution.casefold() not in declared:
            named.setdefault(institution.casefold(), institution)
    return tuple(sorted(named.values(), key=alphabetical))


def _otherwise_named(workshop: Workshop) -> set[str]:
    """What those who declared had called their institution when they joined, in small letters."""
    people = [
        workshop.person(declaration.participant)
        for declaration in workshop.declarations.values()
        if declaration.participant and not declaration.withdrawn_at
    ]
    return {_institution(person).casefold() for person in people} - {""}
