"""The channels by name: who gets which, what each shows, and which ones a change may touch."""

from facilitation.domain.actors import Actor
from facilitation.domain.workshop import Workshop
from facilitation.projections import agreement, board, moderator, person, preview, public, table
from facilitation.projections.merge import View
from facilitation.projections.span import Span

PUBLIC = "public"
BOARD = "board"
MODERATOR = "moderator"


def channels_of(workshop: Workshop, actor: Actor) -> tuple[str, ...]:
    """The channels this actor may hear now. A participant hears one table: where he or she is, or should
    go."""
    if actor.role == "moderator":
        return (PUBLIC, BOARD, MODERATOR)
    if actor.role == "board":
        return (PUBLIC, BOARD)
    if actor.role == "preview":
        return _previewed(workshop, actor.table)
    if actor.role == "partner" and actor.participant in workshop.declarations:
        return (PUBLIC, f"declaration/{actor.participant}")
    if actor.role == "table" and actor.table in workshop.tables:
        return (PUBLIC, f"table/{actor.table}")
    if actor.role != "participant" or actor.participant not in workshop.participants:
        return (PUBLIC,)
    own = f"person/{actor.participant}"
    seat = workshop.seat_of(actor.participant)
    return (PUBLIC, own, f"table/{seat}") if seat in workshop.tables else (PUBLIC, own)


def _previewed(workshop: Workshop, of: str) -> tuple[str, ...]:
    """What a participant would hear who goes to this table now; for "" one without a place; or the board."""
    if of == BOARD:
        return (PUBLIC, BOARD)
    own = preview.channel(of if of in workshop.tables else "")
    there = of in workshop.tables and workshop.current_round
    return (PUBLIC, own, f"table/{of}") if there else (PUBLIC, own)


def reseated(before: Workshop, after: Workshop) -> frozenset[str]:
    """The participants whose channels may not be the same in both states: cheaper for hundreds than asking
    for everybody's."""
    if before.tables.keys() != after.tables.keys():
        return frozenset(after.participants)
    was, now = _seats(before), _seats(after)
    return frozenset(who for who, seat in now.items() if was.get(who) != seat)


def _seats(workshop: Workshop) -> dict[str, str]:
    """Where everybody is or should go now, as `seat_of` has it."""
    now = workshop.current_round
    number = now.number if now else 0
    return {p.id: p.seats.get(number, "") if p.present else "" for p in workshop.participants.values()}


def view(workshop: Workshop, channel: str) -> View:
    """All that the channel shows. Raises KeyError for a channel there is not."""
    kind, _, identifier = channel.partition("/")
    if kind == "table":
        return table.view(workshop, identifier)
    if kind == "person" and identifier.startswith(preview.MARK):
        return preview.view(workshop, identifier.removeprefix(preview.MARK))
    if kind == "person":
        return person.view(workshop, identifier)
    if kind == "declaration":
        return agreement.partner(workshop, identifier)
    return {PUBLIC: public.view, BOARD: board.view, MODERATOR: moderator.view}[channel](workshop)


def patch(span: Span, channel: str) -> View:
    """The merge patch that leads the channel's view from the span's beginning to its end; empty when
    nothing changed."""
    kind, _, identifier = channel.partition("/")
    if kind == "table":
        return table.patch(span, identifier)
    if kind == "person" and identifier.startswith(preview.MARK):
        return preview.patch(span, identifier.removeprefix(preview.MARK))
    if kind == "person":
        return person.patch(span, identifier)
    if kind == "declaration":
        return agreement.partner_patch(span, identifier)
    return {PUBLIC: public.patch, BOARD: board.patch, MODERATOR: moderator.patch}[channel](span)


def touched(span: Span) -> frozenset[str]:
    """The channels whose view may have changed; every other one's patch is empty."""
    found = {BOARD, MODERATOR}
    if span.frame or span.harvest or span.charter or span.messages:
        found.add(PUBLIC)
    if span.frame:
        found.update(f"person/{p}" for p in span.after.participants)
        found.update(map(preview.channel, ("", *span.before.tables, *span.after.tables)))
    if span.moved:
        found.update(f"table/{t}" for t in {**span.before.tables, **span.after.tables})
    found.update(f"table/{t}" for t in span.handovers)
    if span.messages:
        found.update(f"table/{t}" for t in span.after.tables)
    found.update(f"person/{p}" for p in (*span.participants, *span.answers))
    for declaration in span.declarations:
        found.add(f"declaration/{declaration}")
        found.add(f"person/{span.after.declarations[declaration].participant}")
    for identifier in span.ideas:
        idea = span.after.ideas.get(identifier) or span.before.ideas[identifier]
        found.add(f"table/{idea.table}")
        if idea.author:
            found.add(f"person/{idea.author}")
        was = span.before.ideas.get(identifier)
        found.update(f"person/{p}" for p in {*idea.supporters, *(was.supporters if was else ())})
    return frozenset(found)
