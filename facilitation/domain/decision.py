"""What goes into a decision beside the command (Context) and what comes out of it (Decision)."""

import msgspec

from facilitation.domain.actors import Actor
from facilitation.domain.events import Event
from facilitation.domain.workshop import Person


class ProposedTheme(msgspec.Struct, frozen=True):
    """A theme as the machine proposes it; `theme` names an existing one that gets more ideas, or is empty;
    `confidence` in percent goes with `ideas`."""

    title: str
    ideas: tuple[str, ...]
    theme: str = ""
    confidence: tuple[int, ...] = ()


class ArticleDraft(msgspec.Struct, frozen=True):
    """An article as the charter's writer drafts it from a theme."""

    area: str
    theme: str
    text: str
    ideas: tuple[str, ...]


class Context(msgspec.Struct, frozen=True):
    """What the domain can't know: who asks, when (ms since the epoch), and what other rooms have computed
    for this command.

    `plan`: for seats.deal and round.open, round → participant → table. `seats`: for someone who comes late,
    round → table.
    `reseats`: for those whose places a command takes away, participant → round → table.
    `suggestion`: for themes.suggest, area → proposed themes. `drafts`: for charter.draft. Each may be
    absent; then the domain
    seats people one by one at the emptiest table, and refuses the others.
    """

    actor: Actor
    at: int
    plan: dict[int, dict[str, str]] | None = None
    plan_report: dict[str, int] = {}
    seats: dict[int, str] | None = None
    reseats: dict[str, dict[int, str]] = {}
    suggestion: dict[str, tuple[ProposedTheme, ...]] | None = None
    drafts: tuple[ArticleDraft, ...] | None = None


class Decision(msgspec.Struct, frozen=True):
    """What the command comes to: events in order (none when nothing changes), the answer for the one who
    asked, personal data and files that stand apart from the events (None erases), and words that no earlier
    event may quote from now on."""

    events: tuple[Event, ...] = ()
    result: dict[str, str | int] = {}
    people: dict[str, Person | None] = {}
    files: dict[str, bytes | None] = {}
    erased_words: tuple[str, ...] = ()
