"""What a moderator tells the room on its screens: sent, withdrawn."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import required
from facilitation.domain.workshop import Workshop


def send(w: Workshop, command: c.SendMessage, context: Context) -> Decision:
    """One message more, to everybody or to a table."""
    text = required(command.text, bounds.MESSAGE_CHARACTERS, "text")
    table = lookup.table(w, command.table).id if command.table is not None else ""
    if len(w.messages) >= bounds.MESSAGES:
        raise Refusal("too_many", None, {"limit": bounds.MESSAGES})
    identifier = f"N{len(w.messages) + 1}"
    now = w.current_round
    sent = e.MessageSent(identifier, text, context.at, table, command.board, now.number if now else 0)
    return Decision((sent,), {"message": identifier})


def withdraw(w: Workshop, command: c.WithdrawMessage, context: Context) -> Decision:
    """It is on no screen any more; once is enough."""
    message = lookup.message(w, command.message)
    return Decision() if message.withdrawn_at else Decision((e.MessageWithdrawn(message.id, context.at),))
