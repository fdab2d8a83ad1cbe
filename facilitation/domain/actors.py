"""Who speaks: the role a token gives, and which participant it is."""

from typing import Literal

import msgspec

Role = Literal["guest", "participant", "table", "board", "moderator", "system", "partner", "preview"]


class Actor(msgspec.Struct, frozen=True):
    """Somebody at a screen. `participant` is the id of a participant, and empty for every other role; `table`
    is that of the table where a tablet stays, in the role `table`. In the role `preview`, a moderator looks
    at somebody's screen and can do nothing there: `table` is whose, `board`, or empty for who waits."""

    role: Role
    participant: str = ""
    table: str = ""

    @property
    def label(self) -> str:
        """What the journal writes: the participant's or the table's id, or the role."""
        return self.participant or self.table or self.role


GUEST = Actor("guest")
MODERATOR = Actor("moderator")
BOARD = Actor("board")
SYSTEM = Actor("system")
PARTNER = Actor("partner")


def participant(identifier: str) -> Actor:
    """The actor that is the participant with this id."""
    return Actor("participant", identifier)


def tablet(table: str) -> Actor:
    """The actor that is the tablet which stays at the table with this id."""
    return Actor("table", table=table)


def preview(of: str = "") -> Actor:
    """The actor that looks at what somebody at this table sees; at `board`, or (empty) at what those see who
    wait."""
    return Actor("preview", table=of)


def partner(declaration: str) -> Actor:
    """The actor that made this declaration by the partner's link."""
    return Actor("partner", declaration)
