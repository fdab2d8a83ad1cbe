"""Commands about rounds and the harvest after them."""

from facilitation.domain.commands.command import Command


class OpenHarvest(Command, frozen=True, tag="harvest.open"):
    """End the talking and turn to the harvest, even if rounds are left."""


class AddRound(Command, frozen=True, tag="round.add"):
    """Plan one more round at the end."""

    minutes: int = 20
    question: str = ""


class EditRound(Command, frozen=True, tag="round.edit"):
    """Change a round's length (while it is planned) or question; what is absent stays."""

    round: int
    minutes: int | None = None
    question: str | None = None


class DropRound(Command, frozen=True, tag="round.drop"):
    """Take the last planned round away."""

    round: int


class OpenRound(Command, frozen=True, tag="round.open"):
    """Begin a round: the named one, or the next planned. Whoever has no place yet gets one."""

    round: int | None = None


class ExtendRound(Command, frozen=True, tag="round.extend"):
    """Give the open round more minutes, counted from its end, or from now if its time is over."""

    minutes: int


class PauseRound(Command, frozen=True, tag="round.pause"):
    """Stop the open round's clock. Ideas may still be written."""


class ResumeRound(Command, frozen=True, tag="round.resume"):
    """Let the clock go on; the round has as much time left as when it was stopped."""


class CloseRound(Command, frozen=True, tag="round.close"):
    """End the open round."""


class SkipRound(Command, frozen=True, tag="round.skip"):
    """Leave a planned round out: the named one, or the next."""

    round: int | None = None
