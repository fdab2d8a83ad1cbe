"""Events about ideas: writing them, standing behind them, moderating them."""

import msgspec


class IdeaPosted(msgspec.Struct, frozen=True, tag_field="type", tag="idea.posted"):
    """An idea was written on a tablecloth. `author` is empty for one typed in from paper without a name to
    it;
    `late` says that it arrived after its round had ended; `builds_on` is the idea it takes further or, with
    `objects`, speaks against; `by_table` says that the table wrote it and no single person;
    `waiting_since` (0: it does not) that only its table sees it until a moderator lets it through."""

    idea: str
    text: str
    table: str
    round: int
    at: int
    area: str = ""
    author: str = ""
    by_moderator: bool = False
    late: bool = False
    builds_on: str = ""
    objects: bool = False
    by_table: bool = False
    waiting_since: int = 0


class IdeaReworded(msgspec.Struct, frozen=True, tag_field="type", tag="idea.reworded"):
    """An idea reads like this now; `waiting_since` as in `idea.posted`."""

    idea: str
    text: str
    waiting_since: int = 0


class IdeaWithdrawn(msgspec.Struct, frozen=True, tag_field="type", tag="idea.withdrawn"):
    """Its author took an idea back; it is nowhere any more."""

    idea: str


class IdeaSupported(msgspec.Struct, frozen=True, tag_field="type", tag="idea.supported"):
    """A participant stands behind an idea, too."""

    idea: str
    participant: str


class IdeaUnsupported(msgspec.Struct, frozen=True, tag_field="type", tag="idea.unsupported"):
    """A participant took the support for an idea back."""

    idea: str
    participant: str


class IdeaHidden(msgspec.Struct, frozen=True, tag_field="type", tag="idea.hidden"):
    """A moderator hid an idea: only its author and the moderators see it, and no export holds it."""

    idea: str


class IdeaRestored(msgspec.Struct, frozen=True, tag_field="type", tag="idea.restored"):
    """A hidden idea is visible again."""

    idea: str


class ApprovalSwitched(msgspec.Struct, frozen=True, tag_field="type", tag="approval.switched"):
    """From now on new ideas wait until a moderator lets them through, or (`on` false) no longer: then those
    that waited are let through."""

    on: bool


class IdeasApproved(msgspec.Struct, frozen=True, tag_field="type", tag="ideas.approved"):
    """A moderator let these ideas through to the board and the whole room."""

    ideas: tuple[str, ...]


class IdeasWithheld(msgspec.Struct, frozen=True, tag_field="type", tag="ideas.withheld"):
    """A moderator lets these ideas wait (again)."""

    ideas: tuple[str, ...]
    at: int


class BlankedTitle(msgspec.Struct, frozen=True):
    """A theme whose title was of the erased words, and what it is called since."""

    theme: str
    title: str


class BlankedWording(msgspec.Struct, frozen=True):
    """The wording of an article, counted from 1, that said the erased words, and what it says since."""

    article: str
    number: int
    text: str


class BlankedHandover(msgspec.Struct, frozen=True):
    """A table's hand-over that said the erased words, and what it says since: the one that stands, or the
    one in this place of the history, counted from 0."""

    table: str
    text: str
    place: int = -1


class IdeaBlanked(msgspec.Struct, frozen=True, tag_field="type", tag="idea.blanked"):
    """An idea's text was erased for good, here and in every earlier entry; this is the record of it. What
    quoted it then reads as it is told here."""

    idea: str
    at: int
    titles: tuple[BlankedTitle, ...] = ()
    wordings: tuple[BlankedWording, ...] = ()
    handovers: tuple[BlankedHandover, ...] = ()


IdeasEvent = (
    IdeaPosted
    | IdeaReworded
    | IdeaWithdrawn
    | IdeaSupported
    | IdeaUnsupported
    | IdeaHidden
    | IdeaRestored
    | IdeaBlanked
    | ApprovalSwitched
    | IdeasApproved
    | IdeasWithheld
)
