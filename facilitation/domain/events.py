"""What happened: every event a journal may hold, frozen and flat, in the past tense.

Events only grow: a new field has a default, and a journal written by any earlier version reads for ever.
Times are milliseconds since the epoch. Names and institutions are not here; they stand apart (see Person in
workshop.py).
"""

from typing import Literal

import msgspec

Format = Literal["stations", "classic"]
Kind = Literal["aspiration", "values", "rules", "communication", "free"]


class PlannedArea(msgspec.Struct, frozen=True):
    """An area of the charter: its slug, its title, the question that opens it and what kind of articles it
    holds."""

    id: str
    title: str
    question: str = ""
    kind: Kind = "free"


class PlannedTable(msgspec.Struct, frozen=True):
    """A table before the workshop; `area` is the slug of the area whose station it is, or empty."""

    id: str
    topic: str = ""
    question: str = ""
    area: str = ""


class PlannedRound(msgspec.Struct, frozen=True):
    """A round before the workshop; `area` is the slug of the area it is about, or empty."""

    minutes: int
    question: str = ""
    area: str = ""


class WorkshopCreated(msgspec.Struct, frozen=True, tag_field="type", tag="workshop.created"):
    """A workshop came to be, with all that its scenario gave it."""

    code: str
    at: int
    title: str
    scenario: str
    language: str
    format: Format
    areas: tuple[PlannedArea, ...]
    tables: tuple[PlannedTable, ...]
    rounds: tuple[PlannedRound, ...]
    sectors: tuple[str, ...] = ()
    purpose: str = ""


class WorkshopEdited(msgspec.Struct, frozen=True, tag_field="type", tag="workshop.edited"):
    """The workshop's title was changed."""

    title: str


class WorkshopClosed(msgspec.Struct, frozen=True, tag_field="type", tag="workshop.closed"):
    """The workshop ended; nothing but reopening it changes it now."""

    at: int


class WorkshopReopened(msgspec.Struct, frozen=True, tag_field="type", tag="workshop.reopened"):
    """A closed workshop goes on."""


class HarvestOpened(msgspec.Struct, frozen=True, tag_field="type", tag="harvest.opened"):
    """The talking is over, the looking for patterns begins, whatever rounds were still planned."""

    at: int


class ParticipantJoined(msgspec.Struct, frozen=True, tag_field="type", tag="participant.joined"):
    """Somebody came into the room. The name and institution, if given, stand apart from the journal."""

    participant: str
    at: int
    sector: str = ""
    by_moderator: bool = False


class ParticipantUpdated(msgspec.Struct, frozen=True, tag_field="type", tag="participant.updated"):
    """Somebody's details changed; the journal knows the sector only."""

    participant: str
    sector: str


class ParticipantLeft(msgspec.Struct, frozen=True, tag_field="type", tag="participant.left"):
    """Somebody went home; the places of the rounds that have not begun are free again."""

    participant: str


class ParticipantReturned(msgspec.Struct, frozen=True, tag_field="type", tag="participant.returned"):
    """Somebody who had left is back."""

    participant: str


class ParticipantErased(msgspec.Struct, frozen=True, tag_field="type", tag="participant.erased"):
    """Somebody's name and institution were erased on request; this is the record of it."""

    participant: str
    at: int


class ParticipantSeated(msgspec.Struct, frozen=True, tag_field="type", tag="participant.seated"):
    """One person got places, by round number, without anybody else being moved."""

    participant: str
    seats: dict[int, str]


class SeatsDealt(msgspec.Struct, frozen=True, tag_field="type", tag="seats.dealt"):
    """Who sits where: round number → participant → table, for the rounds that had not begun.

    `report` says in figures what the plan reached (repeats, bound and the like)."""

    seats: dict[int, dict[str, str]]
    report: dict[str, int] = {}


class HostAppointed(msgspec.Struct, frozen=True, tag_field="type", tag="host.appointed"):
    """A participant stays at a table as its host from now on."""

    table: str
    participant: str


class HostReleased(msgspec.Struct, frozen=True, tag_field="type", tag="host.released"):
    """A table has no host any more."""

    table: str


class TableAdded(msgspec.Struct, frozen=True, tag_field="type", tag="table.added"):
    """One more table."""

    table: str
    topic: str = ""
    question: str = ""
    area: str = ""


class TableEdited(msgspec.Struct, frozen=True, tag_field="type", tag="table.edited"):
    """A table's topic, question or area is this now."""

    table: str
    topic: str = ""
    question: str = ""
    area: str = ""


class TableDropped(msgspec.Struct, frozen=True, tag_field="type", tag="table.dropped"):
    """A table without ideas was taken away; places at it are free again."""

    table: str


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


class IdeaPosted(msgspec.Struct, frozen=True, tag_field="type", tag="idea.posted"):
    """An idea was written on a tablecloth. `author` is empty for one typed in from paper without a name to
    it;
    `late` says that it arrived after its round had ended."""

    idea: str
    text: str
    table: str
    round: int
    at: int
    area: str = ""
    author: str = ""
    by_moderator: bool = False
    late: bool = False


class IdeaReworded(msgspec.Struct, frozen=True, tag_field="type", tag="idea.reworded"):
    """An idea reads like this now."""

    idea: str
    text: str


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


class IdeaBlanked(msgspec.Struct, frozen=True, tag_field="type", tag="idea.blanked"):
    """An idea's text was erased for good, here and in every earlier entry; this is the record of it."""

    idea: str
    at: int


class IdeaPlaced(msgspec.Struct, frozen=True, tag_field="type", tag="idea.placed"):
    """A moderator put an idea into a theme, or (empty `theme`) among the unassigned, for good."""

    idea: str
    theme: str = ""


class ThemeMade(msgspec.Struct, frozen=True, tag_field="type", tag="theme.made"):
    """A moderator made a theme and put ideas into it."""

    theme: str
    area: str
    title: str
    ideas: tuple[str, ...] = ()


class ThemeNamed(msgspec.Struct, frozen=True, tag_field="type", tag="theme.named"):
    """A moderator gave a theme its title; no suggestion changes it any more."""

    theme: str
    title: str


class ThemeMerged(msgspec.Struct, frozen=True, tag_field="type", tag="theme.merged"):
    """All ideas of `theme` belong to `into` now, and `theme` is gone."""

    theme: str
    into: str


class ThemeEmptied(msgspec.Struct, frozen=True, tag_field="type", tag="theme.emptied"):
    """A theme is gone, its ideas are unassigned."""

    theme: str


class SuggestedTheme(msgspec.Struct, frozen=True):
    """One theme of a suggestion: a new one, or one that is already there and gets more ideas."""

    theme: str
    title: str
    ideas: tuple[str, ...]


class ThemesSuggested(msgspec.Struct, frozen=True, tag_field="type", tag="themes.suggested"):
    """The machine's order for an area: earlier suggested themes that nobody had touched are replaced by
    these."""

    area: str
    themes: tuple[SuggestedTheme, ...]
    removed: tuple[str, ...] = ()


class DraftedArticle(msgspec.Struct, frozen=True):
    """One article as drafted from a theme, with the ideas behind it."""

    article: str
    area: str
    theme: str
    text: str
    ideas: tuple[str, ...]


class CharterDrafted(msgspec.Struct, frozen=True, tag_field="type", tag="charter.drafted"):
    """Articles were drafted, in this order; drafts nobody had reworded and whose theme is gone are
    removed."""

    at: int
    articles: tuple[DraftedArticle, ...]
    removed: tuple[str, ...] = ()


class ArticleReworded(msgspec.Struct, frozen=True, tag_field="type", tag="article.reworded"):
    """A moderator wrote the article's sentence; no draft changes it any more."""

    article: str
    text: str
    at: int


class ArticleDropped(msgspec.Struct, frozen=True, tag_field="type", tag="article.dropped"):
    """An article does not belong in the charter."""

    article: str


class ArticleRestored(msgspec.Struct, frozen=True, tag_field="type", tag="article.restored"):
    """A dropped article is in the charter again."""

    article: str


Event = (
    WorkshopCreated
    | WorkshopEdited
    | WorkshopClosed
    | WorkshopReopened
    | HarvestOpened
    | ParticipantJoined
    | ParticipantUpdated
    | ParticipantLeft
    | ParticipantReturned
    | ParticipantErased
    | ParticipantSeated
    | SeatsDealt
    | HostAppointed
    | HostReleased
    | TableAdded
    | TableEdited
    | TableDropped
    | RoundAdded
    | RoundEdited
    | RoundDropped
    | RoundOpened
    | RoundExtended
    | RoundClosed
    | RoundSkipped
    | IdeaPosted
    | IdeaReworded
    | IdeaWithdrawn
    | IdeaSupported
    | IdeaUnsupported
    | IdeaHidden
    | IdeaRestored
    | IdeaBlanked
    | IdeaPlaced
    | ThemeMade
    | ThemeNamed
    | ThemeMerged
    | ThemeEmptied
    | ThemesSuggested
    | CharterDrafted
    | ArticleReworded
    | ArticleDropped
    | ArticleRestored
)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def encode(event: Event) -> bytes:
    """The event as JSON with its `type`."""
    return _encoder.encode(event)


def decode(data: bytes | str) -> Event:
    """The event that `encode` wrote, by this or any earlier version; raises msgspec.ValidationError or
    DecodeError."""
    return _decoder.decode(data)


def type_of(event: Event) -> str:
    """The event's type, such as `idea.posted`."""
    return str(type(event).__struct_config__.tag)
