"""What the events about themes do to the state: placing, making, naming, merging, suggesting."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import keep_theme, put, without
from facilitation.domain.applying.voting import set_dots, set_objections, without_votes
from facilitation.domain.workshop import GonePlace, GoneTheme, Idea, Theme, Workshop


def _idea_placed(w: Workshop, event: e.IdeaPlaced) -> Workshop:
    idea = placed_by_hand(w.ideas[event.idea], event.theme)
    return keep_theme(replace(w, ideas=put(w.ideas, idea.id, idea)), event.theme)


def _theme_made(w: Workshop, event: e.ThemeMade) -> Workshop:
    number = w.theme_count + 1
    theme = Theme(event.theme, number, event.area, event.title, kept=True, named=True)
    ideas = dict(w.ideas)
    for idea in event.ideas:
        ideas[idea] = placed_by_hand(ideas[idea], theme.id)
    return replace(w, themes=put(w.themes, theme.id, theme), theme_count=number, ideas=ideas)


def _theme_named(w: Workshop, event: e.ThemeNamed) -> Workshop:
    named = replace(w.themes[event.theme], title=event.title, kept=True, named=True)
    return replace(w, themes=put(w.themes, event.theme, named))


def _theme_merged(w: Workshop, event: e.ThemeMerged) -> Workshop:
    gone, into = w.themes[event.theme], w.themes[event.into]
    after = _gone(w, gone, into.id)
    before = {participant: into.dots.get(participant, 0) for participant in gone.dots}
    merged = {
        p: max(had, min(gone.dots[p], had + after.dots_left(p, into.area))) for p, had in before.items()
    }
    record = replace(after.gone_themes[gone.id], before=before, merged=merged)
    after = replace(after, gone_themes=put(after.gone_themes, gone.id, record))
    objections = {**gone.objections, **into.objections}
    after = set_dots(after, into.id, merged)
    theme = replace(after.themes[into.id], objections=objections, kept=True)
    return set_objections(after, theme, {p: objections[p].reason for p in gone.objections})


def _theme_emptied(w: Workshop, event: e.ThemeEmptied) -> Workshop:
    return _gone(w, w.themes[event.theme], "")


def _gone(w: Workshop, theme: Theme, into: str) -> Workshop:
    """Without the theme and its votes, its ideas in the other one or unassigned; what it was is kept."""
    held = {
        i.id: GonePlace(i.placed_by, i.new, i.confidence) for i in w.ideas.values() if i.theme == theme.id
    }
    ideas = dict(w.ideas)
    for idea in held:
        ideas[idea] = placed_by_hand(ideas[idea], into) if into else _loose(ideas[idea])
    after = without_votes(w, theme)
    return replace(
        after,
        themes=without(after.themes, theme.id),
        gone_themes=put(w.gone_themes, theme.id, GoneTheme(theme, held, into)),
        ideas=ideas,
    )


def _theme_restored(w: Workshop, event: e.ThemeRestored) -> Workshop:
    gone = w.gone_themes[event.theme]
    ideas = dict(w.ideas)
    for idea in returning(w, gone):
        place = gone.ideas[idea]
        ideas[idea] = replace(
            ideas[idea],
            theme=event.theme,
            placed_by=place.placed_by,
            new=place.new,
            confidence=place.confidence,
        )
    theme = replace(gone.theme, title=event.title, dots={}, objections={})
    themes, others = put(w.themes, event.theme, theme), without(w.gone_themes, event.theme)
    after = replace(w, ideas=ideas, themes=themes, gone_themes=others)
    return _objections_back(_dots_back(after, gone), gone)


def returning(w: Workshop, gone: GoneTheme) -> list[str]:
    """The ideas of a theme that is gone which are still where that put them."""
    left = (gone.into, "moderator") if gone.into else ("", "")
    found = [w.ideas[idea] for idea in gone.ideas if idea in w.ideas]
    return [idea.id for idea in found if (idea.theme, idea.placed_by) == left]


def _objections_back(w: Workshop, gone: GoneTheme) -> Workshop:
    """With the objections against the theme, which nobody has against the other one then."""
    theme, into = w.themes[gone.theme.id], w.themes.get(gone.into)
    after = w
    if into is not None:
        carried = {p: "" for p, said in into.objections.items() if gone.theme.objections.get(p) == said}
        stay = {p: said for p, said in into.objections.items() if p not in carried}
        after = set_objections(after, replace(into, objections=stay), carried)
    reasons = {participant: objection.reason for participant, objection in gone.theme.objections.items()}
    return set_objections(after, replace(theme, objections=gone.theme.objections), reasons)


def _dots_back(w: Workshop, gone: GoneTheme) -> Workshop:
    """With the dots the theme had, as far as they are still to be had; those that a merge carried along are
    taken from the other theme, unless somebody has voted there anew."""
    into, after = w.themes.get(gone.into), w
    if into is not None:
        carried = {p: gone.before[p] for p, dots in gone.merged.items() if into.dots.get(p, 0) == dots}
        after = set_dots(after, into.id, carried)
    had = {p: min(dots, after.dots_left(p, gone.theme.area)) for p, dots in gone.theme.dots.items()}
    return set_dots(after, gone.theme.id, had)


def _themes_suggested(w: Workshop, event: e.ThemesSuggested) -> Workshop:
    gone = set(event.removed)
    ideas = {i.id: _loose(i) if i.theme in gone else i for i in w.ideas.values()}
    after = w
    for theme in (w.themes[identifier] for identifier in event.removed if identifier in w.themes):
        after = without_votes(after, theme) if theme.dots or theme.objections else after
    themes = {t.id: t for t in after.themes.values() if t.id not in gone}
    count = w.theme_count
    for suggested in event.themes:
        if suggested.theme not in themes:
            count += 1
            themes[suggested.theme] = Theme(suggested.theme, count, event.area, suggested.title, kept=False)
        sure = suggested.confidence or (0,) * len(suggested.ideas)
        for idea, confidence in zip(suggested.ideas, sure, strict=True):
            placed = replace(ideas[idea], theme=suggested.theme, placed_by="machine", new=False)
            ideas[idea] = replace(placed, confidence=confidence)
    until = put(w.sorted_until, event.area, w.idea_count)
    after = replace(after, ideas=ideas, themes=themes, theme_count=count, sorted_until=until)
    return replace(after, fineness=put(w.fineness, event.area, event.fineness))


def placed_by_hand(idea: Idea, theme: str) -> Idea:
    """The idea as a moderator placed it."""
    return replace(idea, theme=theme, placed_by="moderator", new=False, confidence=0)


def _loose(idea: Idea) -> Idea:
    return replace(idea, theme="", placed_by="", new=False, confidence=0)


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.IdeaPlaced: _idea_placed,
    e.ThemeMade: _theme_made,
    e.ThemeNamed: _theme_named,
    e.ThemeMerged: _theme_merged,
    e.ThemeEmptied: _theme_emptied,
    e.ThemeRestored: _theme_restored,
    e.ThemesSuggested: _themes_suggested,
}
