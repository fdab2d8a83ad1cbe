"""Commands about the workshop as a whole."""

from facilitation.domain.commands.command import Command


class EditWorkshop(Command, frozen=True, tag="workshop.edit"):
    """Change the workshop's title, or what the documents say about it: where and when (an ISO date) it is
    held, who organises it, on what legal basis, who pays, when people meet next, who moderates, how the
    charter can be changed; what is absent stays."""

    title: str | None = None
    place: str | None = None
    held_on: str | None = None
    organiser: str | None = None
    basis: str | None = None
    funding: str | None = None
    next_meeting: str | None = None
    moderators: str | None = None
    changes: str | None = None


class TranslateText(Command, frozen=True, tag="text.translate"):
    """Say what a text of the workshop's own (title, purpose, areas, tables' topics and questions, rounds'
    questions, sectors) is in the other language, everywhere it stands; an empty translation takes it back."""

    language: str
    text: str
    translation: str


class CloseWorkshop(Command, frozen=True, tag="workshop.close"):
    """End the workshop; everything stays readable."""


class ReopenWorkshop(Command, frozen=True, tag="workshop.reopen"):
    """Go on with a closed workshop."""
