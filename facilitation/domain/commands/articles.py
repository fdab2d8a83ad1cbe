"""Commands about the charter and its articles."""

from facilitation.domain.commands.command import Command


class DraftCharter(Command, frozen=True, tag="charter.draft"):
    """Draft articles from the themes of one area or of all; what a person reworded stays."""

    area: str | None = None


class RewordArticle(Command, frozen=True, tag="article.reword"):
    """Write an article's sentence. `after` is how many wordings the writer had seen: if somebody else wrote
    since, nothing is overwritten."""

    article: str
    text: str
    after: int | None = None


class AddArticle(Command, frozen=True, tag="article.add"):
    """Write an article of one's own, at the end of its area."""

    area: str
    text: str
    ideas: tuple[str, ...] = ()


class MoveArticle(Command, frozen=True, tag="article.move"):
    """Put an article before another of its area; without one, last. A later draft keeps the order."""

    article: str
    before: str | None = None


class MergeArticle(Command, frozen=True, tag="article.merge"):
    """Make one article of two: the ideas of both stand behind `into`, which says `text`, or both
    sentences."""

    article: str
    into: str
    text: str | None = None


class SplitArticle(Command, frozen=True, tag="article.split"):
    """Make two articles of one: it says `text`, a new one after it says `rest`; `ideas` go with the rest
    (without any, all ideas stand behind both)."""

    article: str
    text: str
    rest: str
    ideas: tuple[str, ...] = ()


class UnmergeArticle(Command, frozen=True, tag="article.unmerge"):
    """Undo that this article was merged into another. Words that somebody wrote since stay."""

    article: str


class UnsplitArticle(Command, frozen=True, tag="article.unsplit"):
    """Undo that this article was split from another. If somebody has reworded one of them since, the words of
    both stay."""

    article: str


class LinkArticle(Command, frozen=True, tag="article.link"):
    """Put ideas behind an article, or with `on: false` take them away or decline those that are offered."""

    article: str
    ideas: tuple[str, ...]
    on: bool = True


class DropArticle(Command, frozen=True, tag="article.drop"):
    """Take an article out of the charter."""

    article: str


class RestoreArticle(Command, frozen=True, tag="article.restore"):
    """Put a dropped article back."""

    article: str
