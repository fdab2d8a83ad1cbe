"""Commands about ideas: writing them, standing behind them, moderating them."""

from facilitation.domain.commands.command import Command


class PostIdea(Command, frozen=True, tag="idea.post"):
    """Write an idea on the tablecloth. `round` is the round it was written in, so that one that was waiting
    on a phone still
    counts; a moderator names the table (paper sheets) and may credit a participant. `builds_on` is the
    idea it takes further or, with `objects`, speaks against; `for_table`: a host writes it for the table."""

    text: str
    area: str | None = None
    table: str | None = None
    round: int | None = None
    participant: str | None = None
    builds_on: str | None = None
    objects: bool = False
    for_table: bool = False


class RewordIdea(Command, frozen=True, tag="idea.reword"):
    """Change the words of one's own idea."""

    idea: str
    text: str


class WithdrawIdea(Command, frozen=True, tag="idea.withdraw"):
    """Take one's own idea back."""

    idea: str


class SupportIdea(Command, frozen=True, tag="idea.support"):
    """Stand behind somebody else's idea, or with `on: false` no longer."""

    idea: str
    on: bool = True


class HideIdea(Command, frozen=True, tag="idea.hide"):
    """Take an idea off every screen and export but its author's and the moderators'."""

    idea: str


class RestoreIdea(Command, frozen=True, tag="idea.restore"):
    """Show a hidden idea again; one that waited waits on."""

    idea: str


class SwitchApproval(Command, frozen=True, tag="approval.switch"):
    """Let new ideas wait for a moderator before anybody but their table sees them, or no longer; what waits
    then is let through."""

    on: bool


class ApproveIdeas(Command, frozen=True, tag="ideas.approve"):
    """Let ideas through that wait, as they read at `until` (milliseconds since the epoch): one that was
    written or reworded later goes on waiting, so that nobody lets through what nobody has read."""

    ideas: tuple[str, ...]
    until: int


class WithholdIdeas(Command, frozen=True, tag="ideas.withhold"):
    """Let ideas wait again that were let through, while new ones wait; drafts and titles lose their words as
    with `idea.hide`."""

    ideas: tuple[str, ...]


class BlankIdea(Command, frozen=True, tag="idea.blank"):
    """Erase an idea's text for good, in the journal too."""

    idea: str
