"""What the desk (desk.py) is asked and what it says: plain, frozen values, ready to travel as JSON.

Every request may be sent again and does nothing twice. An area is any name of the caller's, such as
"CODE/wartosci"; ids are the caller's too.
"""

from typing import Any

import msgspec

from facilitation.themes.answers import Answer
from facilitation.themes.suggestion import IdeaText, KeptTheme

Pair = tuple[str, str]


class Decisions(msgspec.Struct, frozen=True):
    """What humans decided about an area, and what stands on its wall.

    `kept` are themes a human made, named or confirmed, with the ideas in them; `wall` are themes that were
    suggested and that nobody touched: a suggestion may change them, a new idea may be placed in them, and
    people are shown their names.
    """

    kept: tuple[KeptTheme, ...] = ()
    unassigned: tuple[str, ...] = ()
    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    wall: tuple[KeptTheme, ...] = ()


class Know(msgspec.Struct, frozen=True, tag_field="op", tag="know"):
    """These ideas are in the area, with these texts: new ones, or known ones reworded. → Done"""

    area: str
    ideas: tuple[IdeaText, ...]


class Forget(msgspec.Struct, frozen=True, tag_field="op", tag="forget"):
    """These ideas are gone: withdrawn, hidden, blanked. `ideas` None: the whole area. → Done"""

    area: str
    ideas: tuple[str, ...] | None = None


class Decide(msgspec.Struct, frozen=True, tag_field="op", tag="decide"):
    """This, and nothing else, is what humans decided about the area. → Done"""

    area: str
    decisions: Decisions


class Told(msgspec.Struct, frozen=True, tag_field="op", tag="told"):
    """Answers of people, by any id of the caller's; an id that is known already changes nothing. → Done"""

    area: str
    answers: dict[str, Answer]


class Group(msgspec.Struct, frozen=True, tag_field="op", tag="group"):
    """Suggest themes for the area. → Suggestion"""

    area: str
    fineness: float = 0.5
    seed: int = 0


class Next(msgspec.Struct, frozen=True, tag_field="op", tag="next"):
    """A person's next question, from whichever of the areas it teaches most in. → Asks

    `own` are the person's ideas, `seen` those they answered or skipped (answers told with this `person` are
    known anyway). Until that changes, the same question comes again.
    """

    areas: tuple[str, ...]
    person: str
    own: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, tag_field="op", tag="place"):
    """Where do these ideas belong among the area's themes, kept or on the wall? → Places"""

    area: str
    ideas: tuple[str, ...]


class Similar(msgspec.Struct, frozen=True, tag_field="op", tag="similar"):
    """What is most like these ideas, or like a text that is no idea yet? → Alike

    `among` None: all others of the area. Nothing that contradicts one of them.
    """

    area: str
    ideas: tuple[str, ...] = ()
    text: str = ""
    among: tuple[str, ...] | None = None
    count: int = 5
    least: float = 0.3


class Same(msgspec.Struct, frozen=True, tag_field="op", tag="same"):
    """Which ideas say the same in nearly the same letters? → Alike, as groups"""

    area: str


class Near(msgspec.Struct, frozen=True):
    """An idea and how alike it is, about 0..1."""

    idea: str
    likeness: float


class Placed(msgspec.Struct, frozen=True):
    """Where an idea belongs: a theme's id, or None for nowhere; and how sure that is, 0..1."""

    idea: str
    theme: str | None
    confidence: float


class Choice(msgspec.Struct, frozen=True):
    """A candidate on a phone: a theme's name and examples. `theme` None: no theme on the wall yet."""

    theme: str | None
    title: str
    ideas: tuple[str, ...]


class Asks(msgspec.Struct, frozen=True, tag_field="is", tag="asks"):
    """Where does this idea belong? `idea` None: there is nothing left to ask this person.

    The answer goes back as Answer(idea, [choice.ideas for each choice], the choice's index or None, person).
    `left` is how many ideas the person could still be asked about, this one included.
    """

    area: str = ""
    idea: str | None = None
    choices: tuple[Choice, ...] = ()
    worth: float = 0.0
    left: int = 0


class Places(msgspec.Struct, frozen=True, tag_field="is", tag="places"):
    """One for each idea asked about."""

    places: tuple[Placed, ...]


class Alike(msgspec.Struct, frozen=True, tag_field="is", tag="alike"):
    """The nearest first; or groups of the same."""

    near: tuple[Near, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()


class Done(msgspec.Struct, frozen=True, tag_field="is", tag="done"):
    """It is known now."""


class Refused(msgspec.Struct, frozen=True, tag_field="is", tag="refused"):
    """A code of refusals.py. `area_unknown` also after a restart: tell the area again, then ask again."""

    code: str
    params: dict[str, Any] = {}


Request = Know | Forget | Decide | Told | Group | Next | Place | Similar | Same
