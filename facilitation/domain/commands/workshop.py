"""Commands about the workshop as a whole."""

from facilitation.domain.commands.command import Command


class EditWorkshop(Command, frozen=True, tag="workshop.edit"):
    """Change the workshop's title."""

    title: str


class CloseWorkshop(Command, frozen=True, tag="workshop.close"):
    """End the workshop; everything stays readable."""


class ReopenWorkshop(Command, frozen=True, tag="workshop.reopen"):
    """Go on with a closed workshop."""
