"""What a moderator tells the room, as each kind of screen has it: the newest message that is not withdrawn.
One to a single table is for the people who sat there, or were on their way, when it was sent."""

from collections.abc import Callable

from facilitation.domain.places import Message
from facilitation.domain.workshop import Workshop
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span


def everybodys(workshop: Workshop) -> View:
    """`message` for every phone and tablet, where there is one."""
    return _newest(workshop, lambda message: not message.table)


def tables(workshop: Workshop, table: str) -> View:
    """`message` for those at one table, where there is one."""
    return _newest(workshop, lambda message: message.table == table)


def walls(workshop: Workshop) -> View:
    """`message` for the board, where one was meant for it, too; with `table` if it is to one."""
    return _newest(workshop, lambda message: message.board)


def sent(workshop: Workshop, identifier: str) -> View | None:
    """A message as those who send them see it."""
    message = workshop.messages.get(identifier)
    if message is None:
        return None
    marks = {"board": message.board, "withdrawn_at": message.withdrawn_at}
    return {**_shown(message), **{name: value for name, value in marks.items() if value}}


def patch(span: Span, view: Callable[[Workshop], View]) -> View:
    """What changed of one of the views above. A new round ends what was said to single tables."""
    if span.before.messages is span.after.messages and not span.frame:
        return {}
    return diff(view(span.before), view(span.after))


def _newest(workshop: Workshop, meant: Callable[[Message], bool]) -> View:
    now = workshop.current_round
    number = now.number if now else 0
    for message in reversed(workshop.messages.values()):
        past = message.table and message.round != number
        if meant(message) and not message.withdrawn_at and not past:
            return {"message": _shown(message)}
    return {}


def _shown(message: Message) -> View:
    shown: View = {"number": message.number, "text": message.text, "at": message.at}
    return {**shown, "table": message.table} if message.table else shown
