"""The institutions whose people were in the room: who may sign the charter. No person's name is among
them."""

from facilitation.charter.alphabet import alphabetical
from facilitation.domain.text import clean
from facilitation.domain.workshop import Workshop


def partners_of(workshop: Workshop) -> tuple[str, ...]:
    """Each institution once, whatever its case, in alphabetical order, as the first who named it wrote it.

    Those who went home early count, too; somebody whose data were erased no longer does.
    """
    named: dict[str, str] = {}
    for person in workshop.people.values():
        institution = clean(person.institution).rstrip(" .,;")
        if institution:
            named.setdefault(institution.casefold(), institution)
    return tuple(sorted(named.values(), key=alphabetical))
