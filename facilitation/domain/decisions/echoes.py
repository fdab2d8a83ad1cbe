"""What an idea leaves behind when the room may not see it any more: drafts and titles made of its words.

A draft that nobody has reworded goes (the next draft makes another); a theme whose title nobody has given is
called by another of its ideas, and a theme without any goes. What a person wrote stays: it is that person's.
Only of an idea that is erased for good the words go from there, too (see erasing.py).
"""

from collections.abc import Sequence

from facilitation.domain import bounds
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.erasing import says_anything
from facilitation.domain.quotes import quotes
from facilitation.domain.workshop import Article, Idea, Theme, Workshop


def silenced(w: Workshop, gone: e.Event, idea: Idea, at: int) -> tuple[e.Event, ...]:
    """The event with which the idea goes, and those that take its words out of drafts and titles."""
    after = apply(w, gone)
    return (gone, *_without_drafts(after, idea, at), *_without_titles(after, idea))


def erased(w: Workshop, gone: e.IdeaBlanked) -> tuple[e.Event, ...]:
    """The event with which the idea is erased, and those for what it leaves without words of its own: drafts,
    articles and titles. `w` is the state before."""
    after = apply(w, gone)
    touched = [after.articles[one] for one in dict.fromkeys(wording.article for wording in gone.wordings)]
    changed = [article for article in touched if article.text != w.articles[article.id].text]
    empty = [a for a in changed if not a.reworded or not says_anything(a.text)]
    titles = [after.themes[one.theme] for one in gone.titles if one.theme in after.themes]
    untitled = [theme for theme in titles if not says_anything(theme.title)]
    renamed = [_renamed(theme, after.ideas_in(theme.id)) for theme in untitled]
    return (gone, *_taken_out(empty, gone.at), *renamed)


def undone(w: Workshop, event: e.ArticleUnmerged | e.ArticleUnsplit, *back: str) -> tuple[e.Event, ...]:
    """The event that takes a merge or a split back, and those with which a draft among the articles that are
    `back` goes, if it says what an idea said that was taken back or hidden meanwhile. `w` is the state
    before."""
    after = apply(w, event)
    stale = [after.articles[one] for one in back if says_the_gone(after, after.articles[one])]
    return (event, *_taken_out(stale, event.at))


def says_the_gone(w: Workshop, article: Article) -> bool:
    """Whether a draft says a hidden idea, or may say one that was taken back, whose words nobody has now."""
    if article.reworded:
        return False
    known = [w.ideas[i] for i in article.ideas if i in w.ideas]
    said = [idea for idea in known if quotes(article.text, idea.text)]
    return not all(idea.visible for idea in said) or (not said and len(known) < len(article.ideas))


def _taken_out(articles: list[Article], at: int) -> tuple[e.Event, ...]:
    """Drafts go; what the room has answered, or a person wrote, stays in the record."""
    unasked = tuple(article.id for article in articles if not article.puts and not article.reworded)
    kept = [article.id for article in articles if article.id not in unasked and not article.dropped]
    drafts = (e.CharterDrafted(at, (), unasked),) if unasked else ()
    return (*drafts, *map(e.ArticleDropped, kept))


def _without_drafts(w: Workshop, idea: Idea, at: int) -> tuple[e.Event, ...]:
    gone = [
        article
        for article in w.articles.values()
        if idea.id in article.ideas and not article.reworded and quotes(article.text, idea.text)
    ]
    return _taken_out(gone, at)


def _without_titles(w: Workshop, idea: Idea) -> tuple[e.Event, ...]:
    events: list[e.Event] = []
    for theme in w.themes.values():
        visible = w.ideas_in(theme.id)
        if theme.named or not quotes(theme.title, idea.text) or _said_by_others(theme, visible):
            continue
        events.append(_renamed(theme, visible))
    return tuple(events)


def _renamed(theme: Theme, visible: list[Idea]) -> e.Event:
    """Called by the shortest of these ideas; without any it goes."""
    if not visible:
        return e.ThemeEmptied(theme.id)
    shortest = min(visible, key=lambda one: (len(one.text), one.number))
    return e.ThemeNamed(theme.id, shortest.text[: bounds.TITLE_CHARACTERS])


def _said_by_others(theme: Theme, visible: list[Idea]) -> bool:
    return any(quotes(theme.title, other.text) for other in visible)


def may_quote_the_gone(w: Workshop, title: str, proposed: Sequence[str], ideas: Sequence[str]) -> bool:
    """Whether a machine's title may be of an idea that was taken back, hidden or erased while the machine
    worked: one of those proposed is gone, and none of the others, `ideas`, says it."""
    gone = [i for i in proposed if i not in w.ideas or not w.ideas[i].visible]
    return bool(gone) and not any(quotes(title, w.ideas[i].text) for i in ideas)
