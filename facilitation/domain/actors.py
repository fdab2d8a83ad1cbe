"""Who speaks: the role a token gives, and which participant it is."""

from typing import Literal

import msgspec

Role = Literal["guest", "participant", "board", "moderator", "system", "partner"]


class Actor(msgspec.Struct, frozen=True):
    """Somebody at a screen. `participant` is the id of a participant, and empty for every other role."""

    role: Role
    participant: str = ""

    @property
    def label(self) -> str:
        """What the journal writes: the role, or the participant's id."""
        return self.participant or self.role


GUEST = Actor("guest")
MODERATOR = Actor("moderator")
BOARD = Actor("board")
SYSTEM = Actor("system")


def participant(identifier: str) -> Actor:
    """The actor that is the participant with this id."""
    return Actor("participant", identifier)
