"""The charter's articles: drafted from themes, reworded by people, dropped and restored."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import ArticleDraft, Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean, required
from facilitation.domain.workshop import Article, Workshop


def draft(w: Workshop, command: c.DraftCharter, context: Context) -> Decision:
    """One article a theme, in the given order. A theme that has one keeps it: its ideas are renewed, its
    words only if
    no person has written them. Drafts whose theme is gone go, too."""
    if command.area is not None:
        lookup.area(w, command.area)
    drafts = [d for d in context.drafts or () if command.area in (None, d.area)]
    if not drafts:
        raise Refusal("nothing_to_draft")
    known = {a.theme: a.id for a in w.articles.values() if a.theme}
    articles: list[e.DraftedArticle] = []
    count = w.article_count
    for one in drafts:
        identifier = known.get(one.theme)
        if identifier is None:
            count += 1
            identifier = f"A{count}"
        articles.append(_drafted(identifier, one))
    drafted = {one.theme for one in drafts}
    removed = tuple(
        a.id for a in w.articles.values() if a.theme not in drafted and _is_draft(a, command.area)
    )
    return Decision((e.CharterDrafted(context.at, tuple(articles), removed),), {"articles": len(articles)})


def _is_draft(article: Article, area: str | None) -> bool:
    """Whether it is nothing but a draft, of the area that is drafted anew."""
    return not article.reworded and not article.dropped and area in (None, article.area)


def _drafted(identifier: str, one: ArticleDraft) -> e.DraftedArticle:
    text = clean(one.text)[: bounds.ARTICLE_CHARACTERS]
    return e.DraftedArticle(identifier, one.area, one.theme, text, one.ideas)


def reword(w: Workshop, command: c.RewordArticle, context: Context) -> Decision:
    """A sentence that a person wrote; the ideas behind it stay behind it."""
    article = lookup.article(w, command.article)
    text = required(command.text, bounds.ARTICLE_CHARACTERS, "text")
    return (
        Decision() if text == article.text else Decision((e.ArticleReworded(article.id, text, context.at),))
    )


def drop(w: Workshop, command: c.DropArticle, _context: Context) -> Decision:
    """Out of the charter, until it is restored."""
    article = lookup.article(w, command.article)
    return Decision() if article.dropped else Decision((e.ArticleDropped(article.id),))


def restore(w: Workshop, command: c.RestoreArticle, _context: Context) -> Decision:
    """In the charter again."""
    article = lookup.article(w, command.article)
    return Decision((e.ArticleRestored(article.id),)) if article.dropped else Decision()
