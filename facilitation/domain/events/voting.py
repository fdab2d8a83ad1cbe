"""Events about voting: dots on themes, and what somebody can't accept."""

import msgspec


class VotingOpened(msgspec.Struct, frozen=True, tag_field="type", tag="voting.opened"):
    """Everybody may spend `dots` in each of these areas. `named`: an objection shows whose it is; `hidden`:
    the room sees no results until they are shown."""

    areas: tuple[str, ...]
    at: int
    dots: int = 3
    named: bool = False
    hidden: bool = True


class VotingClosed(msgspec.Struct, frozen=True, tag_field="type", tag="voting.closed"):
    """The vote is over; what was voted stays."""

    at: int


class VotingShown(msgspec.Struct, frozen=True, tag_field="type", tag="voting.shown"):
    """The room sees the results, or (`on: false`) no longer."""

    on: bool = True


class DotsSpent(msgspec.Struct, frozen=True, tag_field="type", tag="theme.voted"):
    """A participant has this many dots on a theme now."""

    theme: str
    participant: str
    dots: int


class ThemeObjected(msgspec.Struct, frozen=True, tag_field="type", tag="theme.objected"):
    """A participant can't accept a theme, for this reason."""

    theme: str
    participant: str
    reason: str
    at: int


class ThemeUnobjected(msgspec.Struct, frozen=True, tag_field="type", tag="theme.unobjected"):
    """A participant took the objection to a theme back."""

    theme: str
    participant: str


VotingEvent = VotingOpened | VotingClosed | VotingShown | DotsSpent | ThemeObjected | ThemeUnobjected
