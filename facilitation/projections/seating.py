"""What the console shows around the seats: the proposal beside what was dealt, requests, hand-overs."""

from facilitation.domain.places import Handover
from facilitation.domain.workshop import Workshop
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span


def view(workshop: Workshop) -> View:
    """`proposal` while there is one, `requests` and `handovers` by id."""
    return {
        **_proposal(workshop),
        "requests": {r: _request(workshop, r) for r in workshop.requests},
        "handovers": {t: handover(one) for t, one in workshop.handovers.items()},
    }


def patch(span: Span) -> View:
    """What changed of it."""
    sections = {
        "requests": span.keyed({**span.before.requests, **span.after.requests}, _request),
        "handovers": span.keyed(span.handovers, _handover),
    }
    changed = {name: section for name, section in sections.items() if section}
    if span.before.proposal is not span.after.proposal or (span.after.proposal and span.moved):
        changed |= diff(_proposal(span.before), _proposal(span.after))
    return changed


def handover(written: Handover) -> View:
    """A hand-over as every screen shows it."""
    return {"text": written.text, "round": written.round, "at": written.at, "by": written.by}


def _handover(workshop: Workshop, table: str) -> View | None:
    written = workshop.handovers.get(table)
    return handover(written) if written else None


def _request(workshop: Workshop, identifier: str) -> View | None:
    made = workshop.requests.get(identifier)
    return {"kind": made.kind, "participants": list(made.participants)} if made else None


def _proposal(workshop: Workshop) -> View:
    proposal = workshop.proposal
    if proposal is None:
        return {}
    seats = {str(number): dict(seated) for number, seated in proposal.seats.items()}
    shown = {
        "number": proposal.number,
        "seats": seats,
        "report": dict(proposal.report),
        "moves": _moves(workshop),
    }
    return {"proposal": shown}


def _moves(workshop: Workshop) -> int:
    """How many seats of people who are here are others than what was dealt."""
    if workshop.proposal is None or not workshop.dealt:
        return 0
    people = workshop.participants
    return sum(
        people[who].present and people[who].seats.get(number) != table
        for number, seated in workshop.proposal.seats.items()
        for who, table in seated.items()
    )
