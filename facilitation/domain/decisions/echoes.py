"""What an idea leaves behind when the room may not see it any more: drafts and titles made of its words.

A draft that nobody has reworded goes (the next draft makes another); a theme whose title nobody has given is
called by another of its ideas, and a theme without any goes. What a person wrote stays: it is that person's.
"""

from facilitation.domain import bounds
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.quotes import quotes
from facilitation.domain.workshop import Idea, Theme, Workshop


def silenced(w: Workshop, gone: e.Event, idea: Idea, at: int) -> tuple[e.Event, ...]:
    """The event with which the idea goes, and those that take its words out of drafts and titles."""
    after = apply(w, gone)
    return (gone, *_without_drafts(after, idea, at), *_without_titles(after, idea))


def _without_drafts(w: Workshop, idea: Idea, at: int) -> tuple[e.Event, ...]:
    gone = [
        article
        for article in w.articles.values()
        if idea.id in article.ideas and not article.reworded and quotes(article.text, idea.text)
    ]
    unasked = tuple(article.id for article in gone if not article.puts)
    # What the room has answered stays in the record.
    asked = [e.ArticleDropped(article.id) for article in gone if article.puts and not article.dropped]
    return (*((e.CharterDrafted(at, (), unasked),) if unasked else ()), *asked)


def _without_titles(w: Workshop, idea: Idea) -> tuple[e.Event, ...]:
    events: list[e.Event] = []
    for theme in w.themes.values():
        visible = w.ideas_in(theme.id)
        if theme.named or not quotes(theme.title, idea.text) or _said_by_others(theme, visible):
            continue
        if visible:
            shortest = min(visible, key=lambda one: (len(one.text), one.number))
            events.append(e.ThemeNamed(theme.id, shortest.text[: bounds.TITLE_CHARACTERS]))
        else:
            events.append(e.ThemeEmptied(theme.id))
    return tuple(events)


def _said_by_others(theme: Theme, visible: list[Idea]) -> bool:
    return any(quotes(theme.title, other.text) for other in visible)
