"""What the events about themes: suggesting, making, naming, merging do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_idea, put, without
from facilitation.domain.workshop import Idea, Theme, Workshop


def _idea_placed(w: Workshop, event: e.IdeaPlaced) -> Workshop:
    return _kept(change_idea(w, event.idea, theme=event.theme, placed_by="moderator"), event.theme)


def _theme_made(w: Workshop, event: e.ThemeMade) -> Workshop:
    number = w.theme_count + 1
    theme = Theme(event.theme, number, event.area, event.title, kept=True, named=True)
    ideas = dict(w.ideas)
    for idea in event.ideas:
        ideas[idea] = replace(ideas[idea], theme=theme.id, placed_by="moderator")
    return replace(w, themes=put(w.themes, theme.id, theme), theme_count=number, ideas=ideas)


def _theme_named(w: Workshop, event: e.ThemeNamed) -> Workshop:
    named = replace(w.themes[event.theme], title=event.title, kept=True, named=True)
    return replace(w, themes=put(w.themes, event.theme, named))


def _theme_merged(w: Workshop, event: e.ThemeMerged) -> Workshop:
    ideas = _moved(w, event.theme, event.into, "moderator")
    return _kept(replace(w, themes=without(w.themes, event.theme), ideas=ideas), event.into)


def _theme_emptied(w: Workshop, event: e.ThemeEmptied) -> Workshop:
    return replace(w, themes=without(w.themes, event.theme), ideas=_moved(w, event.theme, "", ""))


def _themes_suggested(w: Workshop, event: e.ThemesSuggested) -> Workshop:
    gone = set(event.removed)
    ideas = {i.id: replace(i, theme="", placed_by="") if i.theme in gone else i for i in w.ideas.values()}
    themes = {t.id: t for t in w.themes.values() if t.id not in gone}
    count = w.theme_count
    for suggested in event.themes:
        if suggested.theme not in themes:
            count += 1
            themes[suggested.theme] = Theme(suggested.theme, count, event.area, suggested.title, kept=False)
        for idea in suggested.ideas:
            ideas[idea] = replace(ideas[idea], theme=suggested.theme, placed_by="machine")
    return replace(w, ideas=ideas, themes=themes, theme_count=count)


def _kept(w: Workshop, theme: str) -> Workshop:
    if not theme or w.themes[theme].kept:
        return w
    return replace(w, themes=put(w.themes, theme, replace(w.themes[theme], kept=True)))


def _moved(w: Workshop, theme: str, into: str, by: str) -> dict[str, Idea]:
    return {
        i.id: replace(i, theme=into, placed_by=by if into else "") if i.theme == theme else i
        for i in w.ideas.values()
    }


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.IdeaPlaced: _idea_placed,
    e.ThemeMade: _theme_made,
    e.ThemeNamed: _theme_named,
    e.ThemeMerged: _theme_merged,
    e.ThemeEmptied: _theme_emptied,
    e.ThemesSuggested: _themes_suggested,
}
