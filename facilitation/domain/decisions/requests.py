"""Requests: who is to sit apart from whom, or together."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop


def make(w: Workshop, command: c.MakeRequest, _context: Context) -> Decision:
    """It counts from the next plan on; the same one twice is one."""
    people = tuple(dict.fromkeys(command.participants))
    for identifier in people:
        lookup.participant(w, identifier, "participants")
    if not 2 <= len(people) <= bounds.REQUESTED:
        raise Refusal("invalid_value", "participants")
    for known in w.requests.values():
        if known.kind == command.kind and set(known.participants) == set(people):
            return Decision((), {"request": known.id})
    if len(w.requests) >= bounds.REQUESTS:
        raise Refusal("too_many", None, {"limit": bounds.REQUESTS})
    identifier = f"R{w.request_count + 1}"
    return Decision((e.RequestMade(identifier, command.kind, people),), {"request": identifier})


def drop(w: Workshop, command: c.DropRequest, _context: Context) -> Decision:
    """It counts no more, from the next plan on."""
    return Decision((e.RequestDropped(lookup.request(w, command.request).id),))
