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


ArticlesEvent = CharterDrafted | ArticleReworded | ArticleDropped | ArticleRestored
