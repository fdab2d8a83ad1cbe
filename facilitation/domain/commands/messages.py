"""Commands about what a moderator tells the room on its screens."""

from facilitation.domain.commands.command import Command


class SendMessage(Command, frozen=True, tag="message.send"):
    """Show a short message on every phone and tablet, or on those of one table; with `board` on the wall,
    too. It takes the place of an earlier one there."""

    text: str
    table: str | None = None
    board: bool = False


class WithdrawMessage(Command, frozen=True, tag="message.withdraw"):
    """Take a message off every screen."""

    message: str
