"""Events about rounds and the harvest after them."""

import msgspec


class HarvestOpened(msgspec.Struct, frozen=True, tag_field="type", tag="harvest.opened"):
    """The talking is over, the looking for patterns begins, whatever rounds were still planned."""

    at: int


class RoundAdded(msgspec.Struct, frozen=True, tag_field="type", tag="round.added"):
    """One more round at the end."""

    round: int
    minutes: int
    question: str = ""
    area: str = ""


class RoundEdited(msgspec.Struct, frozen=True, tag_field="type", tag="round.edited"):
    """A round's length and question are these now."""

    round: int
    minutes: int
    question: str = ""


class RoundDropped(msgspec.Struct, frozen=True, tag_field="type", tag="round.dropped"):
    """The last planned round was taken away."""

    round: int


class RoundOpened(msgspec.Struct, frozen=True, tag_field="type", tag="round.opened"):
    """A round began; `closes_at` is when its time will be over."""

    round: int
    at: int
    closes_at: int


class RoundExtended(msgspec.Struct, frozen=True, tag_field="type", tag="round.extended"):
    """The open round has more time: until `closes_at`."""

    round: int
    closes_at: int


class RoundClosed(msgspec.Struct, frozen=True, tag_field="type", tag="round.closed"):
    """The open round ended."""

    round: int
    at: int


class RoundSkipped(msgspec.Struct, frozen=True, tag_field="type", tag="round.skipped"):
    """A planned round will not be held."""

    round: int


class RoundPaused(msgspec.Struct, frozen=True, tag_field="type", tag="round.paused"):
    """The open round's clock stands still. Ideas may still be written."""

    round: int
    at: int


class RoundResumed(msgspec.Struct, frozen=True, tag_field="type", tag="round.resumed"):
    """The open round's clock goes on; its time will be over at `closes_at`."""

    round: int
    at: int
    closes_at: int


RoundsEvent = (
    HarvestOpened
    | RoundAdded
    | RoundEdited
    | RoundDropped
    | RoundOpened
    | RoundExtended
    | RoundPaused
    | RoundResumed
    | RoundClosed
    | RoundSkipped
)
