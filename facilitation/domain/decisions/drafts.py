"""Drafting the charter: what the machine may write, and what it leaves as people made it."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.decision import ArticleDraft, Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean
from facilitation.domain.workshop import Article, Workshop


def draft(w: Workshop, command: c.DraftCharter, context: Context) -> Decision:
    """One article a theme, in the given order. A theme that has one keeps it: its words and ideas are
    renewed only if no person has written it. Drafts whose theme is gone go, too, unless the room has been
    asked about them; an order made by hand stays."""
    if command.area is not None:
        lookup.area(w, command.area)
    drafts = [d for d in context.drafts or () if command.area in (None, d.area)]
    if not drafts:
        raise Refusal("nothing_to_draft")
    known = {a.theme: a for a in w.articles.values() if a.theme}
    articles: list[e.DraftedArticle] = []
    count = w.article_count
    for one in drafts:
        article = known.get(one.theme)
        if article is None:
            count += 1
        articles.append(_drafted(one, article, f"A{count}"))
    drafted = {one.theme for one in drafts}
    removed = tuple(
        a.id for a in w.articles.values() if a.theme not in drafted and _is_draft(a, command.area)
    )
    event = e.CharterDrafted(context.at, tuple(articles), removed)
    areas = tuple(dict.fromkeys(one.area for one in drafts))
    return Decision((event, *_ordered(w, apply(w, event), areas)), {"articles": len(articles)})


def _is_draft(article: Article, area: str | None) -> bool:
    """Whether it is nothing but a draft, of the area that is drafted anew, and nobody was asked about it."""
    touched = article.reworded or article.dropped or article.puts
    return not touched and area in (None, article.area)


def _drafted(one: ArticleDraft, known: Article | None, identifier: str) -> e.DraftedArticle:
    text = clean(one.text)[: bounds.ARTICLE_CHARACTERS]
    if known is None:
        return e.DraftedArticle(identifier, one.area, one.theme, text, one.ideas)
    if known.reworded:
        return e.DraftedArticle(known.id, one.area, one.theme, text, known.ideas)
    ideas = [i for i in one.ideas if i not in known.declined]
    return e.DraftedArticle(
        known.id, one.area, one.theme, text, tuple(dict.fromkeys((*ideas, *known.linked)))
    )


def _ordered(before: Workshop, after: Workshop, areas: tuple[str, ...]) -> list[e.Event]:
    """The order of those areas where the draft alone does not give it: one made by hand stays, with what is
    new at its end; elsewhere what no draft stands for comes last."""
    events: list[e.Event] = []
    for area in areas:
        had = [a.id for a in standing(before, area)]
        has = {a.id for a in standing(after, area)}
        drafted = [a.id for a in standing(after, area) if a.theme and after.themes.get(a.theme)]
        first = [a for a in had if a in has] if area in before.ordered else drafted
        order = tuple(dict.fromkeys((*first, *drafted, *(a for a in had if a in has))))
        if order != tuple(a.id for a in standing(after, area)) or len(order) != len(drafted):
            events.append(e.ArticlesOrdered(area, order, by_hand=area in before.ordered))
    return events


def standing(w: Workshop, area: str) -> list[Article]:
    """The articles of an area that are in the charter, in their order."""
    here = [a for a in w.articles.values() if a.area == area and not a.dropped]
    return sorted(here, key=lambda article: (article.order, article.number))
