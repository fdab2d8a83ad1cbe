"""What people may ask for: every command with its fields, and how a plain object becomes one.

The `id` of a message is not part of its command: `sent` takes it off. Lengths are in
bounds.py, who may say what in decide.py.
"""

import re
from typing import Any

import msgspec

from facilitation.domain.refusals import Refusal


class Command(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """A wish. Its `type` names the subclass, as in `idea.post`."""


class JoinParticipant(Command, frozen=True, tag="participant.join"):
    """Come into the room; every field is optional. A moderator adds somebody without a phone like this."""

    name: str = ""
    institution: str = ""
    sector: str = ""


class UpdateParticipant(Command, frozen=True, tag="participant.update"):
    """Change one's name, institution or sector (a moderator: anybody's); what is absent stays."""

    participant: str = ""
    name: str | None = None
    institution: str | None = None
    sector: str | None = None


class LeaveParticipant(Command, frozen=True, tag="participant.leave"):
    """Go home; the places in rounds to come are free again."""

    participant: str = ""


class ReturnParticipant(Command, frozen=True, tag="participant.return"):
    """Come back after having left, and get places for the rounds to come."""

    participant: str = ""


class EraseParticipant(Command, frozen=True, tag="participant.erase"):
    """Erase one's name and institution for good. The ideas stay, without a name."""

    participant: str = ""


class PostIdea(Command, frozen=True, tag="idea.post"):
    """Write an idea on the tablecloth. `round` is the round it was written in, so that one that was waiting
    on a phone still
    counts; a moderator names the table (paper sheets) and may credit a participant."""

    text: str
    area: str | None = None
    table: str | None = None
    round: int | None = None
    participant: str | None = None


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
    """Show a hidden idea again."""

    idea: str


class BlankIdea(Command, frozen=True, tag="idea.blank"):
    """Erase an idea's text for good, in the journal too."""

    idea: str


class PlaceIdea(Command, frozen=True, tag="idea.place"):
    """Put an idea into a theme; without a theme, among the unassigned."""

    idea: str
    theme: str | None = None


class MakeTheme(Command, frozen=True, tag="theme.make"):
    """Make a theme in an area and put ideas into it."""

    area: str
    title: str
    ideas: tuple[str, ...] = ()


class NameTheme(Command, frozen=True, tag="theme.name"):
    """Give a theme its title."""

    theme: str
    title: str


class MergeTheme(Command, frozen=True, tag="theme.merge"):
    """Put all ideas of a theme into another; the first is gone."""

    theme: str
    into: str


class EmptyTheme(Command, frozen=True, tag="theme.empty"):
    """Dissolve a theme; its ideas become unassigned."""

    theme: str


class SuggestThemes(Command, frozen=True, tag="themes.suggest"):
    """Let the machine group what nobody has grouped, in one area or in all; `fineness` from 0 (few) to 1
    (many)."""

    area: str | None = None
    fineness: float = 0.5


class DraftCharter(Command, frozen=True, tag="charter.draft"):
    """Draft articles from the themes of one area or of all; what a person reworded stays."""

    area: str | None = None


class RewordArticle(Command, frozen=True, tag="article.reword"):
    """Write an article's sentence."""

    article: str
    text: str


class DropArticle(Command, frozen=True, tag="article.drop"):
    """Take an article out of the charter."""

    article: str


class RestoreArticle(Command, frozen=True, tag="article.restore"):
    """Put a dropped article back."""

    article: str


class EditWorkshop(Command, frozen=True, tag="workshop.edit"):
    """Change the workshop's title."""

    title: str


class CloseWorkshop(Command, frozen=True, tag="workshop.close"):
    """End the workshop; everything stays readable."""


class ReopenWorkshop(Command, frozen=True, tag="workshop.reopen"):
    """Go on with a closed workshop."""


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


class CloseRound(Command, frozen=True, tag="round.close"):
    """End the open round."""


class SkipRound(Command, frozen=True, tag="round.skip"):
    """Leave a planned round out: the named one, or the next."""

    round: int | None = None


class AddTable(Command, frozen=True, tag="table.add"):
    """Set up one more table."""

    topic: str = ""
    question: str = ""
    area: str = ""


class EditTable(Command, frozen=True, tag="table.edit"):
    """Change a table's topic, question or area; what is absent stays."""

    table: str
    topic: str | None = None
    question: str | None = None
    area: str | None = None


class DropTable(Command, frozen=True, tag="table.drop"):
    """Take a table without ideas away."""

    table: str


class AppointHost(Command, frozen=True, tag="host.appoint"):
    """Make a participant the host who stays at a table."""

    table: str
    participant: str


class ReleaseHost(Command, frozen=True, tag="host.release"):
    """Let a table's host move on like everybody."""

    table: str


class DealSeats(Command, frozen=True, tag="seats.deal"):
    """Plan who sits where in every round that has not begun."""


class MoveSeat(Command, frozen=True, tag="seat.move"):
    """Seat one person by hand, in a round (without one: the open or else the next)."""

    participant: str
    table: str
    round: int | None = None


COMMANDS: dict[str, type[Command]] = {str(c.__struct_config__.tag): c for c in Command.__subclasses__()}

_OPTIONAL = {
    shape: frozenset(field.name for field in msgspec.structs.fields(shape) if not field.required)
    for shape in COMMANDS.values()
}

_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_AT = re.compile(r"`\$\.(\w+)")
_FIELD = re.compile(r"field `(\w+)`")


def sent(message: object) -> tuple[str, Command]:
    """The id and the command in one message, `{"id", "type", …}`. An id is 8 to 64 letters, digits, `-` and
    `_`, as in a UUID. Refuses as `decode` does, and with invalid_value for another id."""
    if not isinstance(message, dict):
        raise Refusal("malformed")
    identifier = message.get("id")
    if identifier is None:
        raise Refusal("missing_field", "id")
    if not isinstance(identifier, str):
        raise Refusal("wrong_type", "id")
    if not _ID.fullmatch(identifier):
        raise Refusal("invalid_value", "id")
    return identifier, decode({key: value for key, value in message.items() if key != "id"})


def decode(wish: object) -> Command:
    """The command a plain object stands for; an optional field that is null is as good as absent. Refuses
    with malformed, unknown_command, missing_field or wrong_type, and names the field; never raises anything
    else, whatever it is given."""
    if not isinstance(wish, dict):
        raise Refusal("malformed")
    kind = wish.get("type")
    if kind is None:
        raise Refusal("missing_field", "type")
    if not isinstance(kind, str):
        raise Refusal("wrong_type", "type")
    if kind not in COMMANDS:
        raise Refusal("unknown_command", "type", {"command": kind[:40].encode("ascii", "replace").decode()})
    return _converted(wish, COMMANDS[kind])


def _converted(wish: dict[Any, Any], shape: type[Command]) -> Command:
    optional = _OPTIONAL[shape]
    given = {name: value for name, value in wish.items() if value is not None or name not in optional}
    try:
        return msgspec.convert(given, shape)
    except msgspec.ValidationError as error:
        raise refusal_of(error) from None
    except (RecursionError, TypeError, ValueError):
        raise Refusal("malformed") from None


def refusal_of(error: msgspec.ValidationError) -> Refusal:
    """missing_field, wrong_type or malformed, naming the field that msgspec complains about."""
    complaint = str(error)
    field = _FIELD.search(complaint)
    if "missing required field" in complaint and field:
        return Refusal("missing_field", field.group(1))
    at = _AT.search(complaint)
    named = at.group(1) if at else field.group(1) if field else None
    return Refusal("wrong_type", named) if named else Refusal("malformed")
