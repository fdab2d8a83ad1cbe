"""What a table hands over to those who come next: its host, its tablet or a moderator writes it."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit_lines, readable
from facilitation.domain.workshop import Table, Workshop


def write(w: Workshop, command: c.WriteHandover, context: Context) -> Decision:
    """The table's words from now on; what stood there in the same round is replaced."""
    table = _meant(w, command, context)
    text = fit_lines(command.text, bounds.HANDOVER_CHARACTERS, "text")
    if text and not readable(text):
        raise Refusal("empty_text", "text")
    now = w.handovers.get(table.id)
    if text == (now.text if now else ""):
        return Decision()
    number = w.last_begun.number
    if context.actor.role == "moderator":
        return Decision((e.HandoverWritten(table.id, text, number, context.at, "moderator"),))
    by_tablet = context.actor.role == "table"
    return Decision(
        (e.HandoverWritten(table.id, text, number, context.at, "table" if by_tablet else "host"),)
    )


def _meant(w: Workshop, command: c.WriteHandover, context: Context) -> Table:
    """The table that is named, or one's own; refuses another than one's own."""
    if context.actor.role == "moderator":
        if command.table is None:
            raise Refusal("missing_field", "table")
        return lookup.table(w, command.table)
    own = context.actor.table or w.hosts.get(context.actor.participant, "")
    if not own:
        raise Refusal("not_host", "table")
    if command.table is not None and lookup.table(w, command.table).id != own:
        raise Refusal("not_your_table", "table")
    return w.tables[own]
