"""Events about the charter and its articles."""

import msgspec


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


class ArticleAdded(msgspec.Struct, frozen=True, tag_field="type", tag="article.added"):
    """A moderator wrote an article that no theme stands behind; it comes last in its area."""

    article: str
    area: str
    text: str
    at: int
    ideas: tuple[str, ...] = ()


class ArticlesOrdered(msgspec.Struct, frozen=True, tag_field="type", tag="articles.ordered"):
    """The articles of an area come in this order; an order made `by_hand` stays in later drafts."""

    area: str
    articles: tuple[str, ...]
    by_hand: bool = True


class ArticleMerged(msgspec.Struct, frozen=True, tag_field="type", tag="article.merged"):
    """An article went into another, which says `text` now and has the ideas of both; the first is dropped."""

    article: str
    into: str
    text: str
    at: int


class ArticleSplit(msgspec.Struct, frozen=True, tag_field="type", tag="article.split"):
    """An article says `text` now, and what it said beside that, `rest`, is the new article `made` after it;
    `ideas` went with the rest, or, where that is empty, stand behind both."""

    article: str
    text: str
    made: str
    rest: str
    at: int
    ideas: tuple[str, ...] = ()


class ArticleUnmerged(msgspec.Struct, frozen=True, tag_field="type", tag="article.unmerged"):
    """An article that went into another is in the charter again, with the ideas it brought there; the other
    one reads as its wording of this number does (counted from 1), or (0) goes on reading as it does."""

    article: str
    at: int
    wording: int = 0


class ArticleUnsplit(msgspec.Struct, frozen=True, tag_field="type", tag="article.unsplit"):
    """An article that was split from another went back into it, with its ideas; the other one reads as its
    wording of this number does, or says `text`, or goes on reading as it does."""

    article: str
    at: int
    wording: int = 0
    text: str = ""


class ArticleLinked(msgspec.Struct, frozen=True, tag_field="type", tag="article.linked"):
    """A moderator put ideas behind an article."""

    article: str
    ideas: tuple[str, ...]


class ArticleUnlinked(msgspec.Struct, frozen=True, tag_field="type", tag="article.unlinked"):
    """A moderator took ideas from behind an article, or declined to put them there."""

    article: str
    ideas: tuple[str, ...]


ArticlesEvent = (
    CharterDrafted
    | ArticleReworded
    | ArticleDropped
    | ArticleRestored
    | ArticleAdded
    | ArticlesOrdered
    | ArticleMerged
    | ArticleSplit
    | ArticleUnmerged
    | ArticleUnsplit
    | ArticleLinked
    | ArticleUnlinked
)
