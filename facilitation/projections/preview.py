"""The channels `person/~TABLE` and `person/~`: what somebody would see who sits at this table in every
round, or waits for a place. Nobody does: such a person is in no state of the workshop, and in no count."""

from msgspec.structs import replace

from facilitation.domain.workshop import Participant, Workshop
from facilitation.projections import person
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span

MARK = "~"


def channel(table: str) -> str:
    """The name of the channel for this table; for "", that of somebody who waits."""
    return f"person/{MARK}{table}"


def view(workshop: Workshop, table: str) -> View:
    """As a participant's own view, without an id."""
    seats = dict.fromkeys(workshop.rounds, table) if table else {}
    ghost = Participant(MARK, 0, "", workshop.created_at, seats=seats)
    shown = person.view(replace(workshop, participants={MARK: ghost}), MARK)
    del shown["participant"]
    return shown


def patch(span: Span, table: str) -> View:
    """What changed of it."""
    return diff(view(span.before, table), view(span.after, table))
