"""Commands about tables and their hosts."""

from facilitation.domain.commands.command import Command


class AddTable(Command, frozen=True, tag="table.add"):
    """Set up one more table."""

    topic: str = ""
    question: str = ""
    area: str = ""


class EditTable(Command, frozen=True, tag="table.edit"):
    """Change a table's topic, question or area; what is absent stays."""

    table: str
    topic: str | None = None
    question: str | None = None
    area: str | None = None


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
