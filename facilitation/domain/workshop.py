"""The state of one workshop: what its journal adds up to. Immutable; `apply.py` makes the next one from an
event.

Dicts in here are never changed in place. Ideas, participants and the rest refer to one another by id.
"""

from collections.abc import Collection
from heapq import nsmallest
from typing import Literal

import msgspec

from facilitation.domain.events import Format, Kind, Shown
from facilitation.domain.papers import Agreement as Agreement
from facilitation.domain.papers import Answer as Answer
from facilitation.domain.papers import Article as Article
from facilitation.domain.papers import Declaration as Declaration
from facilitation.domain.papers import Details as Details
from facilitation.domain.papers import Logo as Logo
from facilitation.domain.papers import Merge as Merge
from facilitation.domain.papers import Put as Put
from facilitation.domain.papers import Split as Split
from facilitation.domain.papers import Spotlight as Spotlight
from facilitation.domain.papers import Task as Task
from facilitation.domain.papers import Wording as Wording
from facilitation.domain.places import Handover as Handover
from facilitation.domain.places import Message as Message
from facilitation.domain.places import Proposal as Proposal
from facilitation.domain.places import Request as Request
from facilitation.domain.things import put, without

Phase = Literal["lobby", "move", "round", "harvest", "closed"]
RoundStatus = Literal["planned", "open", "closed", "skipped"]
Placed = Literal["", "moderator", "machine", "room"]


class Person(msgspec.Struct, frozen=True):
    """The personal data of a participant, or of whoever represents an institution in a declaration: never in
    an event, erased on request. Empty strings where nothing was given."""

    name: str = ""
    institution: str = ""
    role: str = ""
    contact: str = ""


class Area(msgspec.Struct, frozen=True):
    """An area of the charter, in its place (`order` counts from 1)."""

    id: str
    title: str
    question: str
    kind: Kind
    order: int


class Table(msgspec.Struct, frozen=True):
    """A table; `host` is a participant's id or empty, `area` a slug or empty. `chairs` 0: as many as needed.
    Nobody is seated at a `closed` one in rounds to come."""

    id: str
    number: int
    topic: str
    question: str
    area: str
    host: str = ""
    chairs: int = 0
    closed: bool = False


class Round(msgspec.Struct, frozen=True):
    """A round and how it went; times in milliseconds since the epoch, 0 where it has not happened.
    `paused_at`: since then its clock stands still; `paused_ms`: so long did the pauses before take."""

    number: int
    minutes: int
    question: str
    area: str
    status: RoundStatus = "planned"
    opened_at: int = 0
    closes_at: int = 0
    closed_at: int = 0
    paused_at: int = 0
    paused_ms: int = 0


class Participant(msgspec.Struct, frozen=True):
    """Somebody in the room, or (`expected`) on the list and not here yet. `seats` and `pins` map round
    numbers to tables; `ideas` and `supports` are ids of ideas, oldest first; `answered` counts questions,
    `dots` and `objected` (reasons) go by theme. `phone`: added by a moderator and has joined with a phone
    since."""

    id: str
    number: int
    sector: str
    joined_at: int
    present: bool = True
    by_moderator: bool = False
    seats: dict[int, str] = {}
    ideas: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    answered: int = 0
    dots: dict[str, int] = {}
    objected: dict[str, str] = {}
    expected: bool = False
    phone: bool = False
    pins: dict[int, str] = {}


class Idea(msgspec.Struct, frozen=True):
    """An idea on a tablecloth. `author` is empty for one from paper; `placed_by` says who put it into
    `theme` (or, with an empty theme and "moderator", among the unassigned), `confidence` in percent how sure
    that is, if it was no moderator, `new` that it came after the area was sorted and no moderator has
    accepted its place. `same_as` is the idea that says the same, the first of them. `builds_on` is the idea
    it takes further or, if it `objects`, speaks against (it may be gone); `by_table`: the table wrote it;
    `waiting_since`: it waits for a moderator to let it through, 0 if it does not; `let_through`: it waited,
    and reads as it was let through; `earlier_texts`: what it said before it was reworded."""

    id: str
    number: int
    text: str
    author: str
    area: str
    table: str
    round: int
    at: int
    by_moderator: bool = False
    late: bool = False
    supporters: tuple[str, ...] = ()
    hidden: bool = False
    blanked: bool = False
    theme: str = ""
    placed_by: Placed = ""
    new: bool = False
    confidence: int = 0
    same_as: str = ""
    builds_on: str = ""
    objects: bool = False
    by_table: bool = False
    waiting_since: int = 0
    earlier_texts: tuple[str, ...] = ()
    let_through: bool = False

    @property
    def on_cloth(self) -> bool:
        """Whether its own table may see it."""
        return not self.hidden and not self.blanked

    @property
    def visible(self) -> bool:
        """Whether the whole room may see it: its table may, and it does not wait for a moderator."""
        return self.on_cloth and not self.waiting_since


class Objection(msgspec.Struct, frozen=True):
    """Why somebody can't accept a theme, said at `at`."""

    reason: str
    at: int


class Theme(msgspec.Struct, frozen=True):
    """A theme. `kept` says that a moderator made, named or filled it, so that no suggestion takes it away;
    `named` that its title is nobody's idea any more but what a person called it. `dots` and `objections` go
    by participant."""

    id: str
    number: int
    area: str
    title: str
    kept: bool
    named: bool = False
    dots: dict[str, int] = {}
    objections: dict[str, Objection] = {}


class GonePlace(msgspec.Struct, frozen=True):
    """How an idea stood in a theme that is gone; the fields are those of Idea."""

    placed_by: Placed
    new: bool
    confidence: int


class GoneTheme(msgspec.Struct, frozen=True):
    """A theme that was merged into another (`into`) or dissolved, as it was; `ideas` were in it, `before`
    and `merged` are the dots the other one had before and after, for those who had some on this one."""

    theme: Theme
    ideas: dict[str, GonePlace]
    into: str = ""
    before: dict[str, int] = {}
    merged: dict[str, int] = {}


class TapAnswer(msgspec.Struct, frozen=True):
    """What somebody (a participant, or a table's tablet) answered about an idea; see `question.answered`."""

    who: str
    shown: Shown
    chosen: int | None
    skipped: bool


class Voting(msgspec.Struct, frozen=True):
    """The vote, open or over: `dots` for everybody in each area; `named` and `hidden` as in
    `voting.opened`."""

    areas: tuple[str, ...]
    dots: int
    named: bool
    hidden: bool
    open: bool = True


class Workshop(msgspec.Struct, frozen=True):
    """Everything about one workshop. `sorting` names the areas the room sorts now, `sorted_until` how
    many ideas there were when an area was first sorted, `fineness` how finely it was grouped last,
    `answers` goes by idea. `ordered` names the areas whose articles a person put in order;
    `results_until` is an ISO date or empty, and stays when it was that day that ended them; with
    `approve_first` new ideas wait for a moderator. Withdrawn ideas and dropped tables are not in it any
    more; `gone_areas` were taken away and can come back; the `*_count` fields remember how many there ever
    were, so that no id is given twice. `rehearsal_of`: the code of the workshop
    that this one rehearses, or empty. `translations`: by language, what the workshop's own texts are in it,
    those it had once included (`translations.py`)."""

    code: str
    created_at: int
    title: str
    purpose: str
    scenario: str
    language: str
    format: Format
    areas: dict[str, Area]
    sectors: tuple[str, ...]
    tables: dict[str, Table]
    rounds: dict[int, Round]
    participants: dict[str, Participant] = {}
    people: dict[str, Person] = {}
    ideas: dict[str, Idea] = {}
    tablecloths: dict[str, tuple[str, ...]] = {}
    themes: dict[str, Theme] = {}
    gone_themes: dict[str, GoneTheme] = {}
    sorting: tuple[str, ...] = ()
    sorted_until: dict[str, int] = {}
    fineness: dict[str, float] = {}
    answers: dict[str, tuple[TapAnswer, ...]] = {}
    voting: Voting | None = None
    articles: dict[str, Article] = {}
    ordered: tuple[str, ...] = ()
    agreement_open: tuple[str, ...] = ()
    spotlight: Spotlight = Spotlight()
    declarations: dict[str, Declaration] = {}
    declarations_open: bool = False
    tasks: dict[str, Task] = {}
    logos: dict[str, Logo] = {}
    details: Details = Details()
    results_shared: bool = False
    results_until: str = ""
    erased: tuple[tuple[str, int], ...] = ()
    dealt: bool = False
    deal_report: dict[str, int] = {}
    harvesting: bool = False
    closed_at: int = 0
    table_count: int = 0
    participant_count: int = 0
    idea_count: int = 0
    theme_count: int = 0
    proposal: Proposal | None = None
    proposal_count: int = 0
    requests: dict[str, Request] = {}
    request_count: int = 0
    handovers: dict[str, Handover] = {}
    handover_history: tuple[tuple[str, Handover], ...] = ()
    messages: dict[str, Message] = {}
    article_count: int = 0
    task_count: int = 0
    logo_count: int = 0
    rehearsal_of: str = ""
    approve_first: bool = False
    gone_areas: dict[str, Area] = {}
    translations: dict[str, dict[str, str]] = {}

    @property
    def open_round(self) -> Round | None:
        """The round that is going on, if one is."""
        return next((r for r in self.rounds.values() if r.status == "open"), None)

    @property
    def next_round(self) -> Round | None:
        """The first planned round, if one is left."""
        return next((r for r in self.rounds.values() if r.status == "planned"), None)

    @property
    def last_begun(self) -> Round:
        """The open round, or the last that began, or the first."""
        begun = [r for r in self.rounds.values() if r.opened_at]
        return max(begun, key=lambda r: r.opened_at) if begun else next(iter(self.rounds.values()))

    @property
    def phase(self) -> Phase:
        """Where the workshop stands: lobby, move, round, harvest or closed."""
        if self.closed_at:
            return "closed"
        if self.open_round:
            return "round"
        if self.harvesting or not self.next_round:
            return "harvest"
        return "move" if self.dealt else "lobby"

    @property
    def current_round(self) -> Round | None:
        """The round people should be at or go to now: the open one, or, while people move, the next."""
        return self.open_round or (self.next_round if self.phase == "move" else None)

    @property
    def charter_shown(self) -> bool:
        """Whether phones have the charter: while it is answered, institutions accede, or all read results."""
        return bool(self.agreement_open) or self.declarations_open or self.results_shared

    @property
    def strip(self) -> list[Logo]:
        """The logos in their order."""
        return sorted(self.logos.values(), key=lambda logo: logo.order)

    @property
    def present(self) -> list[Participant]:
        """Everybody who is in the room, in the order of joining."""
        return [p for p in self.participants.values() if p.present]

    @property
    def open_tables(self) -> list[Table]:
        """The tables where people may be seated."""
        return [t for t in self.tables.values() if not t.closed]

    @property
    def hosts(self) -> dict[str, str]:
        """Participant → the table he or she hosts."""
        return {t.host: t.id for t in self.tables.values() if t.host}

    def person(self, participant: str) -> Person:
        """The personal data of a participant; empty when erased or never given."""
        return self.people.get(participant, Person())

    def seat_of(self, participant: str) -> str:
        """The table where this person is or should go now, or empty."""
        now = self.current_round
        who = self.participants.get(participant)
        return who.seats.get(now.number, "") if now and who and who.present else ""

    def ideas_in(self, theme: str) -> list[Idea]:
        """The visible ideas of a theme, in the order they were written."""
        return [i for i in self.ideas.values() if i.theme == theme and i.visible]

    def typical(self, themes: Collection[str], count: int) -> dict[str, tuple[Idea, ...]]:
        """For each of these themes the visible ideas that say best what it is about, at most `count`: placed
        by hand or surely, each thing once."""
        held: dict[str, list[Idea]] = {theme: [] for theme in themes}
        for idea in self.ideas.values():
            if idea.theme in held and idea.visible:
                held[idea.theme].append(idea)
        return {theme: tuple(nsmallest(count, ideas, key=_typical_first)) for theme, ideas in held.items()}

    def dots_left(self, participant: str, area: str) -> int:
        """How many dots somebody has not spent in an area of the vote."""
        spent = self.participants[participant].dots.items()
        here = sum(dots for theme, dots in spent if theme in self.themes and self.themes[theme].area == area)
        return max(0, self.voting.dots - here) if self.voting else 0

    def with_people(self, changes: dict[str, Person | None]) -> "Workshop":
        """The same workshop after these personal data came in, or (None) were erased."""
        people = self.people
        for who, person in changes.items():
            people = put(people, who, person) if person is not None else without(people, who)
        return msgspec.structs.replace(self, people=people) if changes else self


def _typical_first(idea: Idea) -> tuple[bool, bool, int, int, int]:
    by_hand = idea.placed_by == "moderator"
    return (bool(idea.same_as), not by_hand, -idea.confidence, -len(idea.supporters), idea.number)
