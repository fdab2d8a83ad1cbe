"""What the events about the charter and its articles do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_article
from facilitation.domain.workshop import Article, Wording, Workshop


def _charter_drafted(w: Workshop, event: e.CharterDrafted) -> Workshop:
    gone = set(event.removed)
    articles = {a.id: a for a in w.articles.values() if a.id not in gone}
    count = w.article_count
    for order, draft in enumerate(event.articles, 1):
        known = articles.get(draft.article)
        if known is None:
            count += 1
            wording = (Wording(draft.text, event.at, "draft"),)
            articles[draft.article] = Article(
                draft.article, count, draft.area, draft.theme, draft.ideas, wording, order
            )
        else:
            articles[draft.article] = _redrafted(known, draft, event.at, order)
    return replace(w, articles=articles, article_count=count)


def _article_reworded(w: Workshop, event: e.ArticleReworded) -> Workshop:
    wording = Wording(event.text, event.at, "moderator")
    return change_article(w, event.article, wordings=(*w.articles[event.article].wordings, wording))


def _article_dropped(w: Workshop, event: e.ArticleDropped) -> Workshop:
    return change_article(w, event.article, dropped=True)


def _article_restored(w: Workshop, event: e.ArticleRestored) -> Workshop:
    return change_article(w, event.article, dropped=False)


def _redrafted(known: Article, draft: e.DraftedArticle, at: int, order: int) -> Article:
    wordings = known.wordings
    if not known.reworded and known.text != draft.text:
        wordings = (*wordings, Wording(draft.text, at, "draft"))
    return replace(
        known, area=draft.area, theme=draft.theme, ideas=draft.ideas, wordings=wordings, order=order
    )


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.CharterDrafted: _charter_drafted,
    e.ArticleReworded: _article_reworded,
    e.ArticleDropped: _article_dropped,
    e.ArticleRestored: _article_restored,
}
