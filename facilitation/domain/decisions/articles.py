"""The charter's articles as people make them: written, reworded, put in order, merged, split, dropped. What
the machine drafts is in drafts.py."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.decisions.drafts import standing
from facilitation.domain.decisions.echoes import says_the_gone, undone
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import required
from facilitation.domain.workshop import Article, Workshop


def reword(w: Workshop, command: c.RewordArticle, context: Context) -> Decision:
    """A sentence that a person wrote, unless somebody else wrote it meanwhile; the ideas behind it stay."""
    article = lookup.article(w, command.article)
    text = required(command.text, bounds.ARTICLE_CHARACTERS, "text")
    if text == article.text:
        return Decision()
    if command.after is not None and command.after != len(article.wordings):
        raise Refusal("reworded_meanwhile", "text")
    return Decision((e.ArticleReworded(article.id, text, context.at),))


def add(w: Workshop, command: c.AddArticle, context: Context) -> Decision:
    """An article of a moderator's own."""
    area = lookup.area(w, command.area)
    text = required(command.text, bounds.ARTICLE_CHARACTERS, "text")
    identifier = _next(w)
    ideas = _visible(w, command.ideas)
    return Decision((e.ArticleAdded(identifier, area.id, text, context.at, ideas),), {"article": identifier})


def move(w: Workshop, command: c.MoveArticle, _context: Context) -> Decision:
    """Another place among the articles of its area."""
    article = _standing(w, command.article, "article")
    there = [a.id for a in standing(w, article.area)]
    order = [a for a in there if a != article.id]
    if command.before is None:
        order.append(article.id)
    elif command.before != article.id:
        if _standing(w, command.before, "before").area != article.area:
            raise Refusal("invalid_value", "before")
        order.insert(order.index(command.before), article.id)
    else:
        return Decision()
    if order == there:
        return Decision()
    return Decision((e.ArticlesOrdered(article.area, tuple(order)),))


def merge(w: Workshop, command: c.MergeArticle, context: Context) -> Decision:
    """Two become one, in the words of both or in new ones."""
    article = _standing(w, command.article, "article")
    into = _standing(w, command.into, "into")
    if article.id == into.id:
        raise Refusal("invalid_value", "into")
    said = f"{into.text} {article.text}" if command.text is None else command.text
    text = required(said, bounds.ARTICLE_CHARACTERS, "text")
    return Decision((e.ArticleMerged(article.id, into.id, text, context.at),))


def split(w: Workshop, command: c.SplitArticle, context: Context) -> Decision:
    """One becomes two."""
    article = _standing(w, command.article, "article")
    text = required(command.text, bounds.ARTICLE_CHARACTERS, "text")
    rest = required(command.rest, bounds.ARTICLE_CHARACTERS, "rest")
    gone = tuple(dict.fromkeys(lookup.idea(w, idea, "ideas").id for idea in command.ideas))
    made = _next(w)
    event = e.ArticleSplit(article.id, text, made, rest, context.at, gone)
    return Decision((event,), {"article": made})


def unmerge(w: Workshop, command: c.UnmergeArticle, context: Context) -> Decision:
    """The article is back; the other one reads as before, unless somebody has reworded it since."""
    article = lookup.article(w, command.article)
    if article.merge is None:
        return Decision()
    untouched = len(w.articles[article.merged_into].wordings) == article.merge.wording + 1
    wording = article.merge.wording if untouched else 0
    event = e.ArticleUnmerged(article.id, context.at, wording)
    return Decision(undone(w, event, article.id, article.merged_into))


def unsplit(w: Workshop, command: c.UnsplitArticle, context: Context) -> Decision:
    """The two are one again, in the words of before; in those of both, where somebody has reworded one
    since, but for one that was left out."""
    made = lookup.article(w, command.article)
    if made.split is None:
        return Decision()
    of = _standing(w, made.split.of, "article")
    if len(of.wordings) == made.split.wording + 1 and (made.dropped or len(made.wordings) == 1):
        return Decision(undone(w, e.ArticleUnsplit(made.id, context.at, made.split.wording), of.id))
    if made.dropped:
        return Decision((e.ArticleUnsplit(made.id, context.at),))
    text = required(f"{of.text} {made.text}", bounds.ARTICLE_CHARACTERS, "text")
    return Decision((e.ArticleUnsplit(made.id, context.at, text=text),))


def link(w: Workshop, command: c.LinkArticle, _context: Context) -> Decision:
    """Ideas behind an article, or not behind it."""
    article = lookup.article(w, command.article)
    if command.on:
        ideas = tuple(i for i in _visible(w, command.ideas) if i not in article.ideas)
        return Decision((e.ArticleLinked(article.id, ideas),)) if ideas else Decision()
    named = dict.fromkeys(lookup.idea(w, idea, "ideas").id for idea in command.ideas)
    ideas = tuple(i for i in named if i not in article.declined)
    return Decision((e.ArticleUnlinked(article.id, ideas),)) if ideas else Decision()


def drop(w: Workshop, command: c.DropArticle, _context: Context) -> Decision:
    """Out of the charter, until it is restored."""
    article = lookup.article(w, command.article)
    return Decision() if article.dropped else Decision((e.ArticleDropped(article.id),))


def restore(w: Workshop, command: c.RestoreArticle, _context: Context) -> Decision:
    """In the charter again, but for a draft that says what was hidden or taken back meanwhile."""
    article = lookup.article(w, command.article)
    if not article.dropped:
        return Decision()
    if says_the_gone(w, article):
        raise Refusal("draft_says_the_gone", "article")
    return Decision((e.ArticleRestored(article.id),))


def _next(w: Workshop) -> str:
    if len(w.articles) >= bounds.ARTICLES:
        raise Refusal("too_many", None, {"limit": bounds.ARTICLES})
    return f"A{w.article_count + 1}"


def _standing(w: Workshop, identifier: str, field: str) -> Article:
    article = lookup.article(w, identifier, field)
    if article.dropped:
        raise Refusal("unknown_article", field)
    return article


def _visible(w: Workshop, ideas: tuple[str, ...]) -> tuple[str, ...]:
    """The named ideas, each once. Refuses those that nobody may see."""
    for identifier in ideas:
        if lookup.idea(w, identifier, "ideas").hidden:
            raise Refusal("idea_hidden", "ideas")
    return tuple(dict.fromkeys(ideas))
