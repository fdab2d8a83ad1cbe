"""What a workshop's state keeps of the charter and of what goes with it: its articles and how the room
answered them, who accedes, next steps, logos, and the details a document needs.

`workshop.py` beside this file holds them; a declaration's names and contact stand apart (Person there).
"""

from typing import Literal

import msgspec

CONSENT_VERSION = "1"
"""Which text of consent a declaration is made under. Whoever changes that text counts this up."""

Agreement = Literal["agree", "live_with", "reservation"]


class Wording(msgspec.Struct, frozen=True):
    """What an article said, from `at` on, and who wrote it: the draft, or a person rewording, merging or
    splitting."""

    text: str
    at: int
    by: Literal["draft", "moderator", "merged", "split"]


class Put(msgspec.Struct, frozen=True):
    """An article was put to the room at `at`; `wording` is the number of the wording, counted from 1;
    `closed_at` 0 while people answer."""

    wording: int
    at: int
    closed_at: int = 0


class Answer(msgspec.Struct, frozen=True):
    """What one participant answered to the put with this number (counted from 1). `number` tells an
    article's answers apart without saying whose they are; the words of a hidden one are in no export."""

    answer: Agreement
    reason: str
    at: int
    put: int
    hidden: bool = False
    number: int = 0


class Merge(msgspec.Struct, frozen=True):
    """How an article went into another, so that it can come back: what the other one had not had before, the
    number of the wording it had, and whether the room was asked about the article."""

    wording: int
    ideas: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    asked: bool = False


class Split(msgspec.Struct, frozen=True):
    """How an article came out of another, `of`: the number of the wording, the ideas and the linked ideas
    that one had."""

    of: str
    wording: int
    ideas: tuple[str, ...]
    linked: tuple[str, ...] = ()


class Article(msgspec.Struct, frozen=True):
    """One sentence (or value) of the charter with the ideas behind it; the last of `wordings` is what it
    says.

    `linked` are ideas that a person put behind it, `declined` ideas that a person does not want there.
    `answers` belong to the last of `puts`, `earlier_answers` to those before; `taken_back` are reservations
    whose owners answered otherwise to the same put later. `themes` are those of articles
    merged into this one, `merged_into` names the article that this one went into (then it is dropped).
    `merge` and `split` say how to undo what was done last of that kind; None once it is undone."""

    id: str
    number: int
    area: str
    theme: str
    ideas: tuple[str, ...]
    wordings: tuple[Wording, ...]
    order: int
    dropped: bool = False
    linked: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    puts: tuple[Put, ...] = ()
    answers: dict[str, Answer] = {}
    earlier_answers: tuple[tuple[str, Answer], ...] = ()
    taken_back: tuple[tuple[str, Answer], ...] = ()
    themes: tuple[str, ...] = ()
    merged_into: str = ""
    merge: Merge | None = None
    split: Split | None = None

    @property
    def text(self) -> str:
        """What it says now."""
        return self.wordings[-1].text

    @property
    def text_put(self) -> str:
        """What it said when it was last put to the room; empty if it never was."""
        return self.wordings[self.puts[-1].wording - 1].text if self.puts else ""

    @property
    def reworded(self) -> bool:
        """Whether a person wrote it, so that no draft may."""
        return self.wordings[-1].by != "draft"


class Declaration(msgspec.Struct, frozen=True):
    """An institution accedes. Its name, who represents it, in what role, and the contact are in
    `workshop.person(id)`. `participant` is empty for a partner who came by the link; `consent_version` says
    under which text; a withdrawn one has no words left."""

    id: str
    number: int
    participant: str
    sector: str
    powers: str
    resources: str
    possibilities: str
    consent_version: str
    at: int
    edited_at: int = 0
    withdrawn_at: int = 0


class Task(msgspec.Struct, frozen=True):
    """A next step: what, who (an institution or a role) and by when (as written, such as `2026-03-31`)."""

    id: str
    text: str
    who: str
    due: str


class Logo(msgspec.Struct, frozen=True):
    """A picture for the strip of logos; its bytes are in the journal's file under `id`. `type` is
    `image/png` or `image/jpeg`, `digest` the SHA-256 of the bytes, width and height are pixels."""

    id: str
    name: str
    type: str
    alt: str
    width: int
    height: int
    order: int
    digest: str = ""


class Details(msgspec.Struct, frozen=True):
    """What the documents say about the workshop itself; empty where nobody has filled it in. `held_on` is an
    ISO date, `changes` says how the charter may be changed."""

    place: str = ""
    held_on: str = ""
    organiser: str = ""
    basis: str = ""
    funding: str = ""
    next_meeting: str = ""
    moderators: str = ""
    changes: str = ""


class Spotlight(msgspec.Struct, frozen=True):
    """What the board shows large: an article or a theme; both empty when it shows what it always shows."""

    article: str = ""
    theme: str = ""
