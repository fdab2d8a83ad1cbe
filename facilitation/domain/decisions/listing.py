"""The list of participants: people whom a moderator adds in one go, and which of them a phone belongs to."""

from msgspec.structs import replace

from facilitation.domain import bounds
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.decision import Context, Decision
from facilitation.domain.decisions import seats
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit
from facilitation.domain.workshop import Participant, Person, Workshop


def add(w: Workshop, command: c.AddParticipants, context: Context) -> Decision:
    """Everybody on the list who is not there yet; all or, where one can't be read, none."""
    if len(command.people) > bounds.LISTED:
        raise Refusal("too_many", "people", {"limit": bounds.LISTED})
    known = {_key(person) for person in w.people.values()}
    events: list[e.Event] = []
    people: dict[str, Person | None] = {}
    after, left_out = w, 0
    for listed in command.people:
        person = described(listed)
        if person.name and _key(person) in known:
            left_out += 1
            continue
        known.add(_key(person))
        joined = e.ParticipantJoined(
            f"P{after.participant_count + 1}",
            context.at,
            fit(listed.sector, bounds.SECTOR_CHARACTERS, "sector"),
            by_moderator=True,
            expected=command.expected,
        )
        after = apply(after, joined)
        events.append(joined)
        if person != Person():
            people[joined.participant] = person
    if after.participant_count > bounds.PARTICIPANTS:
        raise Refusal("too_many", None, {"limit": bounds.PARTICIPANTS})
    events += seats.seat_everybody(after) if events else ()
    return Decision(
        tuple(events), {"added": after.participant_count - w.participant_count, "known": left_out}, people
    )


def connect(w: Workshop, who: Participant, command: c.JoinParticipant, context: Context) -> Decision:
    """Somebody on the list has a phone now, and is here. What the list does not say, the phone may."""
    listed, said = w.person(who.id), described(command)
    person = replace(listed, institution=listed.institution or said.institution)
    sector = who.sector or fit(command.sector, bounds.SECTOR_CHARACTERS, "sector")
    events: list[e.Event] = [e.ParticipantConnected(who.id)]
    if (person, sector) != (listed, who.sector):
        events.append(e.ParticipantUpdated(who.id, sector))
    after = w
    if not who.present:
        events.append(e.ParticipantReturned(who.id))
    for event in events:
        after = apply(after, event)
    events += seats.seat_arrival(after, who.id, context.seats)
    people: dict[str, Person | None] = {who.id: person} if person != listed else {}
    return Decision(tuple(events), {"participant": who.id}, people)


def on_the_list(w: Workshop, name: str, institution: str) -> Participant | None:
    """Whom a phone that gives this name belongs to: somebody whom a moderator added, who has no phone yet, of
    the same institution if both have one. None where that is nobody or could be several."""
    wanted = _key(Person(name, institution))
    if not wanted[0]:
        return None
    found = [
        (key == wanted, who)
        for who in w.participants.values()
        if who.by_moderator and not who.phone
        if (key := _key(w.person(who.id)))[0] == wanted[0] and ("" in (key[1], wanted[1]) or key == wanted)
    ]
    exact = [who for same, who in found if same] or [who for _, who in found]
    return exact[0] if len(exact) == 1 else None


def described(said: c.JoinParticipant | c.Listed) -> Person:
    """The personal data in what was said, or too_long."""
    return Person(
        fit(said.name, bounds.NAME_CHARACTERS, "name"),
        fit(said.institution, bounds.INSTITUTION_CHARACTERS, "institution"),
    )


def _key(person: Person) -> tuple[str, str]:
    """What makes two entries one person: name and institution, whatever case and spaces."""
    return " ".join(person.name.casefold().split()), " ".join(person.institution.casefold().split())
