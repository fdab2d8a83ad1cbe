"""Commands about voting: dots on themes, and what somebody can't accept."""

from facilitation.domain.commands.command import Command


class OpenVoting(Command, frozen=True, tag="voting.open"):
    """Let everybody spend dots on the themes of one area or of all, so many in each area. `named`: an
    objection shows whose it is; `hidden`: the room sees no results until they are shown."""

    dots: int = 3
    area: str | None = None
    named: bool = False
    hidden: bool = True


class CloseVoting(Command, frozen=True, tag="voting.close"):
    """End the vote; what was voted stays."""


class ShowVoting(Command, frozen=True, tag="voting.show"):
    """Show the room the results, or with `on: false` no longer."""

    on: bool = True


class SpendDots(Command, frozen=True, tag="theme.vote"):
    """Have this many of one's dots on a theme; 0 takes them back."""

    theme: str
    dots: int


class ObjectTheme(Command, frozen=True, tag="theme.object"):
    """Say that one can't accept a theme, and why; `on: false` takes it back."""

    theme: str
    reason: str = ""
    on: bool = True
