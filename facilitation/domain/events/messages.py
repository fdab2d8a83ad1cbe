"""Events about what a moderator tells the room on its screens."""

import msgspec


class MessageSent(msgspec.Struct, frozen=True, tag_field="type", tag="message.sent"):
    """A moderator told all phones something, or those of one `table`; `board`: the wall shows it, too.
    `round` is the one that was on, or to which people were on their way; 0 when none was."""

    message: str
    text: str
    at: int
    table: str = ""
    board: bool = False
    round: int = 0


class MessageWithdrawn(msgspec.Struct, frozen=True, tag_field="type", tag="message.withdrawn"):
    """A message is on no screen any more."""

    message: str
    at: int


MessagesEvent = MessageSent | MessageWithdrawn
