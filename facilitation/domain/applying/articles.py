"""What the events about the charter and its articles do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_article, put
from facilitation.domain.workshop import Article, Merge, Split, Wording, Workshop


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
    return _taken_out(w, event.article)


def _article_restored(w: Workshop, event: e.ArticleRestored) -> Workshop:
    """Back, and its theme is its own again."""
    article = w.articles[event.article]
    into = w.articles.get(article.merged_into)
    back = change_article(w, article.id, dropped=False, merged_into="", merge=None)
    if into is None:
        return back
    themes = tuple(theme for theme in into.themes if theme not in (article.theme, *article.themes))
    return change_article(back, into.id, themes=themes)


def _article_added(w: Workshop, event: e.ArticleAdded) -> Workshop:
    number = w.article_count + 1
    article = Article(
        id=event.article,
        number=number,
        area=event.area,
        theme="",
        ideas=event.ideas,
        wordings=(Wording(event.text, event.at, "moderator"),),
        order=1 + max((a.order for a in w.articles.values() if a.area == event.area), default=0),
        linked=event.ideas,
    )
    return replace(w, articles=put(w.articles, article.id, article), article_count=number)


def _articles_ordered(w: Workshop, event: e.ArticlesOrdered) -> Workshop:
    articles = dict(w.articles)
    for order, identifier in enumerate(event.articles, 1):
        articles[identifier] = replace(articles[identifier], order=order)
    return replace(w, articles=articles, ordered=_by_hand(w, event.area) if event.by_hand else w.ordered)


def _article_merged(w: Workshop, event: e.ArticleMerged) -> Workshop:
    gone, into = w.articles[event.article], w.articles[event.into]
    themes = tuple(filter(None, (gone.theme, *gone.themes)))
    merge = Merge(
        wording=len(into.wordings),
        ideas=_minus(gone.ideas, into.ideas),
        linked=_minus(gone.linked, into.linked),
        themes=_minus(themes, into.themes),
        asked=gone.id in w.agreement_open,
    )
    after = change_article(_taken_out(w, gone.id), gone.id, merged_into=into.id, merge=merge)
    return change_article(
        after,
        into.id,
        ideas=_union(into.ideas, gone.ideas),
        linked=_union(into.linked, gone.linked),
        themes=_union(into.themes, themes),
        wordings=(*into.wordings, Wording(event.text, event.at, "merged")),
    )


def _article_split(w: Workshop, event: e.ArticleSplit) -> Workshop:
    article, number = w.articles[event.article], w.article_count + 1
    gone = set(event.ideas)
    changed = replace(
        article,
        ideas=tuple(i for i in article.ideas if i not in gone),
        linked=tuple(i for i in article.linked if i not in gone),
        wordings=(*article.wordings, Wording(event.text, event.at, "split")),
    )
    taken = event.ideas or article.ideas
    rest = (Wording(event.rest, event.at, "split"),)
    split = Split(article.id, len(article.wordings), article.ideas, article.linked)
    made = Article(
        event.made, number, article.area, "", taken, rest, article.order + 1, linked=taken, split=split
    )
    articles = {
        a.id: replace(a, order=a.order + 1) if a.area == article.area and a.order > article.order else a
        for a in w.articles.values()
    }
    articles |= {changed.id: changed, made.id: made}
    return replace(w, articles=articles, article_count=number, ordered=_by_hand(w, article.area))


def _article_unmerged(w: Workshop, event: e.ArticleUnmerged) -> Workshop:
    article = w.articles[event.article]
    merge = article.merge
    assert merge is not None
    after = change_article(w, article.id, dropped=False, merged_into="", merge=None)
    if merge.asked and w.agreement_open and not article.puts[-1].closed_at:
        after = replace(after, agreement_open=(*w.agreement_open, article.id))
    into = w.articles[article.merged_into]
    after = change_article(after, into.id, wordings=_again(into, event.wording, event.at))
    return _carried_back(after, into.id, merge)


def _carried_back(w: Workshop, identifier: str, merge: Merge) -> Workshop:
    """Without what a merge carried there, unless another article that went there had it, too; and likewise
    wherever that article went itself."""
    into = w.articles[identifier]
    others = [a for a in w.articles.values() if a.merged_into == into.id]
    ideas = _minus(merge.ideas, tuple(i for a in others for i in a.ideas))
    linked = _minus(merge.linked, tuple(i for a in others for i in a.linked))
    themes = _minus(merge.themes, tuple(t for a in others for t in (a.theme, *a.themes)))
    after = change_article(
        w,
        into.id,
        ideas=_minus(into.ideas, ideas),
        linked=_minus(into.linked, linked),
        themes=_minus(into.themes, themes),
    )
    if into.merge is None:
        return after
    further = replace(
        into.merge,
        ideas=_both(ideas, into.merge.ideas),
        linked=_both(linked, into.merge.linked),
        themes=_both(themes, into.merge.themes),
    )
    return _carried_back(after, into.merged_into, further)


def _article_unsplit(w: Workshop, event: e.ArticleUnsplit) -> Workshop:
    made = w.articles[event.article]
    assert made.split is not None
    of, split = w.articles[made.split.of], made.split
    ideas = _union(of.ideas, made.ideas)
    # What had only gone along was linked by nobody.
    linked = _union(_both(split.linked, made.ideas), _minus(made.linked, split.ideas))
    wordings = _again(of, event.wording, event.at)
    after = change_article(_taken_out(w, made.id), made.id, split=None)
    return change_article(
        after,
        of.id,
        ideas=_union(_both(split.ideas, ideas), ideas),
        linked=_union(of.linked, linked),
        declined=_union(of.declined, _minus(made.declined, ideas)),
        wordings=(*wordings, Wording(event.text, event.at, "merged")) if event.text else wordings,
    )


def _again(article: Article, wording: int, at: int) -> tuple[Wording, ...]:
    """Its wordings, that of this number once more at their end; without a number, as they are."""
    if not wording:
        return article.wordings
    return (*article.wordings, replace(article.wordings[wording - 1], at=at))


def _article_linked(w: Workshop, event: e.ArticleLinked) -> Workshop:
    article = w.articles[event.article]
    return change_article(
        w,
        article.id,
        ideas=_union(article.ideas, event.ideas),
        linked=_union(article.linked, event.ideas),
        declined=_minus(article.declined, event.ideas),
    )


def _article_unlinked(w: Workshop, event: e.ArticleUnlinked) -> Workshop:
    article = w.articles[event.article]
    return change_article(
        w,
        article.id,
        ideas=_minus(article.ideas, event.ideas),
        linked=_minus(article.linked, event.ideas),
        declined=_union(article.declined, event.ideas),
    )


def _taken_out(w: Workshop, article: str) -> Workshop:
    """The workshop in which the article is dropped and nobody is asked about it."""
    asked = tuple(a for a in w.agreement_open if a != article)
    return replace(change_article(w, article, dropped=True), agreement_open=asked)


def _by_hand(w: Workshop, area: str) -> tuple[str, ...]:
    return w.ordered if area in w.ordered else (*w.ordered, area)


def _union(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *more)))


def _both(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in some if one in others)


def _minus(some: tuple[str, ...], fewer: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in some if one not in fewer)


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
    e.ArticleAdded: _article_added,
    e.ArticlesOrdered: _articles_ordered,
    e.ArticleMerged: _article_merged,
    e.ArticleSplit: _article_split,
    e.ArticleUnmerged: _article_unmerged,
    e.ArticleUnsplit: _article_unsplit,
    e.ArticleLinked: _article_linked,
    e.ArticleUnlinked: _article_unlinked,
}
