"""Events about what goes with the charter: details for the documents, next steps, logos, what the board shows
large, and what goes back to people."""

import msgspec


class WorkshopDetailed(msgspec.Struct, frozen=True, tag_field="type", tag="workshop.detailed"):
    """What the documents say about the workshop is this now, all of it."""

    place: str = ""
    held_on: str = ""
    organiser: str = ""
    basis: str = ""
    funding: str = ""
    next_meeting: str = ""
    moderators: str = ""
    changes: str = ""


class TaskAdded(msgspec.Struct, frozen=True, tag_field="type", tag="task.added"):
    """A next step: what, who (an institution or a role) and by when."""

    task: str
    text: str
    who: str = ""
    due: str = ""


class TaskEdited(msgspec.Struct, frozen=True, tag_field="type", tag="task.edited"):
    """A next step is this now."""

    task: str
    text: str
    who: str = ""
    due: str = ""


class TaskDropped(msgspec.Struct, frozen=True, tag_field="type", tag="task.dropped"):
    """A next step is none any more."""

    task: str


class LogoAdded(msgspec.Struct, frozen=True, tag_field="type", tag="logo.added"):
    """A picture joined the strip of logos; `kind` is `image/png` or `image/jpeg`. Its bytes stand apart,
    `digest` is their SHA-256."""

    logo: str
    name: str
    kind: str
    width: int
    height: int
    digest: str
    alt: str = ""


class LogoEdited(msgspec.Struct, frozen=True, tag_field="type", tag="logo.edited"):
    """A logo is said to show this, and stands at this place of the strip, counted from 1."""

    logo: str
    alt: str
    place: int


class LogoDropped(msgspec.Struct, frozen=True, tag_field="type", tag="logo.dropped"):
    """A picture was taken from the strip of logos; its bytes are gone."""

    logo: str


class BoardShown(msgspec.Struct, frozen=True, tag_field="type", tag="board.shown"):
    """The board shows one article or one theme large, or (both empty) what it always shows."""

    article: str = ""
    theme: str = ""


class ResultsShared(msgspec.Struct, frozen=True, tag_field="type", tag="results.shared"):
    """Everybody with the code may read the charter and the ideas, up to and including the day `until`, or
    without an end."""

    until: str = ""


class ResultsUnshared(msgspec.Struct, frozen=True, tag_field="type", tag="results.unshared"):
    """Nobody reads the results with the code alone any more; `over` says that their last day has passed."""

    over: bool = False


PapersEvent = (
    WorkshopDetailed
    | TaskAdded
    | TaskEdited
    | TaskDropped
    | LogoAdded
    | LogoEdited
    | LogoDropped
    | BoardShown
    | ResultsShared
    | ResultsUnshared
)
