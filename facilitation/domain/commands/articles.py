"""Commands about the charter and its articles."""

from facilitation.domain.commands.command import Command


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
