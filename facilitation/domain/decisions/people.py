"""Coming, going, being named and being forgotten. Seats for late arrivals come from seats.py."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.decision import Context, Decision
from facilitation.domain.decisions import declarations, listing, seats
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit
from facilitation.domain.workshop import Participant, Person, Workshop


def join(w: Workshop, command: c.JoinParticipant, context: Context) -> Decision:
    """A new participant, or somebody on the list who has a phone now; seated at once if seats have been
    dealt."""
    person = listing.described(command)
    if context.actor.role == "guest":
        listed = listing.on_the_list(w, person.name, person.institution)
        if listed is not None:
            return listing.connect(w, listed, command, context)
    if w.participant_count >= bounds.PARTICIPANTS:
        raise Refusal("too_many", None, {"limit": bounds.PARTICIPANTS})
    sector = fit(command.sector, bounds.SECTOR_CHARACTERS, "sector")
    identifier = f"P{w.participant_count + 1}"
    joined = e.ParticipantJoined(
        identifier, context.at, sector, by_moderator=context.actor.role == "moderator"
    )
    arrival = seats.seat_arrival(apply(w, joined), identifier, context.seats)
    people: dict[str, Person | None] = {identifier: person} if person != Person() else {}
    return Decision((joined, *arrival), {"participant": identifier}, people)


def update(w: Workshop, command: c.UpdateParticipant, context: Context) -> Decision:
    """New details for oneself, or by a moderator for anybody."""
    who = _meant(w, command.participant, context)
    known = w.person(who.id)
    name = known.name if command.name is None else fit(command.name, bounds.NAME_CHARACTERS, "name")
    institution = (
        known.institution
        if command.institution is None
        else fit(command.institution, bounds.INSTITUTION_CHARACTERS, "institution")
    )
    sector = who.sector if command.sector is None else fit(command.sector, bounds.SECTOR_CHARACTERS, "sector")
    person = Person(name, institution)
    if (person, sector) == (known, who.sector):
        return Decision()
    changes: dict[str, Person | None] = {who.id: person} if person != known else {}
    return Decision((e.ParticipantUpdated(who.id, sector),), {}, changes)


def leave(w: Workshop, command: c.LeaveParticipant, context: Context) -> Decision:
    """Somebody goes; leaving twice is leaving once."""
    who = _meant(w, command.participant, context)
    here = who.present or who.expected
    return Decision((e.ParticipantLeft(who.id),)) if here else Decision()


def come_back(w: Workshop, command: c.ReturnParticipant, context: Context) -> Decision:
    """Somebody who had left is seated for the rounds to come."""
    who = _meant(w, command.participant, context)
    if who.present:
        return Decision()
    returned = e.ParticipantReturned(who.id)
    return Decision((returned, *seats.seat_arrival(apply(w, returned), who.id, context.seats)))


def erase(w: Workshop, command: c.EraseParticipant, context: Context) -> Decision:
    """Name and institution are erased, and whatever this person declared, and that they were is recorded."""
    who = _meant(w, command.participant, context)
    withdrawn = declarations.withdrawn_with(w, who.id, context.at)
    gone: dict[str, Person | None] = dict.fromkeys((who.id, *(event.declaration for event in withdrawn)))
    return Decision((e.ParticipantErased(who.id, context.at), *withdrawn), {}, gone)


def _meant(w: Workshop, named: str, context: Context) -> Participant:
    """Whom a command is about: oneself, or whoever a moderator names."""
    if context.actor.role == "moderator":
        if not named:
            raise Refusal("missing_field", "participant")
        return lookup.participant(w, named)
    if named not in ("", context.actor.participant):
        raise Refusal("not_allowed", "participant")
    return lookup.participant(w, context.actor.participant)
