"""Commands about the areas of the charter."""

from facilitation.domain.commands.command import Command


class DropArea(Command, frozen=True, tag="area.drop"):
    """Take away an area of the charter that no table, round, idea, theme or article belongs to."""

    area: str


class RestoreArea(Command, frozen=True, tag="area.restore"):
    """Bring an area that was taken away back to its place."""

    area: str
