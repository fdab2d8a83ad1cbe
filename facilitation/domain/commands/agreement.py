"""Commands about the room's agreement to the charter."""

from facilitation.domain.commands.command import Command
from facilitation.domain.papers import Agreement


class OpenAgreement(Command, frozen=True, tag="agreement.open"):
    """Put articles to the room (without a list, all that stand). An article that is open already is put
    again only if it was reworded since; those that are not named stay as they are."""

    articles: tuple[str, ...] | None = None


class CloseAgreement(Command, frozen=True, tag="agreement.close"):
    """Take no more answers."""


class AnswerArticle(Command, frozen=True, tag="article.answer"):
    """Agree, be able to live with it, or have a reservation, and say why; the last answer counts."""

    article: str
    answer: Agreement
    reason: str = ""


class HideReservation(Command, frozen=True, tag="reservation.hide"):
    """Take the words of the answer with this number off every screen and export but the moderators', or with
    `on: false` show them again; it counts either way."""

    article: str
    number: int
    on: bool = True
