"""Events about the room's agreement to the charter: articles put to it, answers, reservations hidden."""

from typing import Literal

import msgspec


class AgreementOpened(msgspec.Struct, frozen=True, tag_field="type", tag="agreement.opened"):
    """These articles were put to the room as they read then; what was answered to an earlier put is kept in
    the record. Articles that were put before and are not named stay open."""

    articles: tuple[str, ...]
    at: int


class AgreementClosed(msgspec.Struct, frozen=True, tag_field="type", tag="agreement.closed"):
    """Nobody answers any more; the answers stay."""

    at: int


class ArticleAnswered(msgspec.Struct, frozen=True, tag_field="type", tag="article.answered"):
    """A participant agrees, can live with it, or has a reservation; `reason` is in the participant's own
    words."""

    article: str
    participant: str
    answer: Literal["agree", "live_with", "reservation"]
    at: int
    reason: str = ""


class ReservationHidden(msgspec.Struct, frozen=True, tag_field="type", tag="reservation.hidden"):
    """A moderator hid the words of the answer with this number; it still counts."""

    article: str
    number: int


class ReservationShown(msgspec.Struct, frozen=True, tag_field="type", tag="reservation.shown"):
    """The words of a hidden answer are readable again."""

    article: str
    number: int


AgreementEvent = AgreementOpened | AgreementClosed | ArticleAnswered | ReservationHidden | ReservationShown
