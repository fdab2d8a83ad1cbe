"""Commands about tables, their hosts and what these hand over."""

from facilitation.domain.commands.command import Command


class AddTable(Command, frozen=True, tag="table.add"):
    """Set up one more table, with so many `chairs` or (0) as many as needed."""

    topic: str = ""
    question: str = ""
    area: str = ""
    chairs: int = 0


class EditTable(Command, frozen=True, tag="table.edit"):
    """Change a table's topic, question, area or chairs; what is absent stays."""

    table: str
    topic: str | None = None
    question: str | None = None
    area: str | None = None
    chairs: int | None = None


class DropTable(Command, frozen=True, tag="table.drop"):
    """Take a table without ideas away."""

    table: str


class AppointHost(Command, frozen=True, tag="host.appoint"):
    """Make a participant the host who stays at a table."""

    table: str
    participant: str


class ReleaseHost(Command, frozen=True, tag="host.release"):
    """Let a table's host move on like everybody."""

    table: str


class CloseTable(Command, frozen=True, tag="table.close"):
    """Seat nobody at a table in the rounds to come; its ideas stay."""

    table: str


class ReopenTable(Command, frozen=True, tag="table.reopen"):
    """Seat people at a closed table again, from the next plan on."""

    table: str


class WriteHandover(Command, frozen=True, tag="handover.write"):
    """Sum up what a table tells those who come next (a host: one's own table); an empty text takes it
    back."""

    text: str
    table: str | None = None
