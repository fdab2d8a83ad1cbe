"""The channel `person/ID`: what one participant sees about himself or herself, and nobody else does."""

from facilitation.domain.workshop import Workshop
from facilitation.projections import agreement, ideas
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span


def view(workshop: Workshop, participant: str) -> View:
    """Details, seats by round, the table to be at now, one's own ideas (a hidden one says so), and what one
    supports."""
    who = workshop.participants[participant]
    return {
        **_frame(workshop, participant),
        "ideas": {i: shown for i in who.ideas if (shown := ideas.for_author(workshop, i))},
        "supported": {i: True for i in who.supports if ideas.for_table(workshop, i)},
        "answers": agreement.answers_of(workshop, participant),
        "declarations": agreement.declarations_of(workshop, participant),
    }


def patch(span: Span, participant: str) -> View:
    """What changed of it."""
    if participant not in span.before.participants:
        return view(span.after, participant)
    changed: View = {}
    if span.frame or participant in span.described:
        changed = diff(_frame(span.before, participant), _frame(span.after, participant))

    def own(workshop: Workshop, identifier: str) -> View | None:
        idea = workshop.ideas.get(identifier)
        return ideas.for_author(workshop, identifier) if idea and idea.author == participant else None

    def supported(workshop: Workshop, identifier: str) -> View | None:
        idea = workshop.ideas.get(identifier)
        return {"on": True} if idea and idea.on_cloth and participant in idea.supporters else None

    theirs = span.ideas_of(participant)
    written = span.keyed(theirs, own)
    backed = {i: None if now is None else True for i, now in span.keyed(theirs, supported).items()}
    if written:
        changed["ideas"] = written
    if backed:
        changed["supported"] = backed
    return {**changed, **_charter(span, participant)}


def _charter(span: Span, participant: str) -> View:
    """What changed of one's answers and declarations."""

    def answered(workshop: Workshop, identifier: str) -> View | None:
        return agreement.own_answer(workshop, identifier, participant)

    def declared(workshop: Workshop, identifier: str) -> View | None:
        found = workshop.declarations.get(identifier)
        own = found is not None and found.participant == participant
        return agreement.declaration(workshop, identifier) if own else None

    sections = {
        "answers": span.keyed(span.answers.get(participant, ()), answered),
        "declarations": span.keyed(span.declarations, declared),
    }
    return {name: section for name, section in sections.items() if section}


def details(workshop: Workshop, participant: str) -> View:
    """What somebody has said about himself or herself, the places by round, and the table to be at now."""
    who = workshop.participants[participant]
    person = workshop.person(participant)
    told: View = {
        "number": who.number,
        "name": person.name,
        "institution": person.institution,
        "sector": who.sector,
        "status": "present" if who.present else "expected" if who.expected else "left",
        "seats": {str(number): table for number, table in who.seats.items()},
    }
    now = workshop.seat_of(participant)
    return {**told, "table": now} if now else told


def _frame(workshop: Workshop, participant: str) -> View:
    frame = {"participant": participant, **details(workshop, participant)}
    who = workshop.participants[participant]
    own = {
        "host_of": workshop.hosts.get(participant),
        "answered": who.answered,
        "dots": dict(who.dots),
        "objected": dict(who.objected),
    }
    return {**frame, **{name: value for name, value in own.items() if value}}
