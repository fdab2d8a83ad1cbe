"""Grouping: what a moderator decides stays for good, what the machine suggests fills the rest."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.applying.themes import returning
from facilitation.domain.decision import Context, Decision, ProposedTheme
from facilitation.domain.decisions.echoes import may_quote_the_gone
from facilitation.domain.quotes import quotes
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean, required
from facilitation.domain.workshop import Workshop


def place(w: Workshop, command: c.PlaceIdea, _context: Context) -> Decision:
    """An idea into a theme, or among the unassigned; either way a human has decided."""
    idea = lookup.idea(w, command.idea)
    theme = lookup.theme(w, command.theme).id if command.theme else ""
    if (idea.theme, idea.placed_by) == (theme, "moderator"):
        return Decision()
    return Decision((e.IdeaPlaced(idea.id, theme),))


def place_many(w: Workshop, command: c.PlaceIdeas, _context: Context) -> Decision:
    """The same for several at once."""
    theme = lookup.theme(w, command.theme).id if command.theme else ""
    ideas = [lookup.idea(w, identifier, "ideas") for identifier in dict.fromkeys(command.ideas)]
    moved = [idea.id for idea in ideas if (idea.theme, idea.placed_by) != (theme, "moderator")]
    return Decision(tuple(e.IdeaPlaced(idea, theme) for idea in moved), {"placed": len(moved)})


def make(w: Workshop, command: c.MakeTheme, _context: Context) -> Decision:
    """A new theme, with the ideas that go into it."""
    area = lookup.area(w, command.area)
    title = required(command.title, bounds.TITLE_CHARACTERS, "title")
    if len(w.themes) >= bounds.THEMES:
        raise Refusal("too_many", None, {"limit": bounds.THEMES})
    ideas = tuple(dict.fromkeys(lookup.idea(w, i, "ideas").id for i in command.ideas))
    identifier = f"M{w.theme_count + 1}"
    return Decision((e.ThemeMade(identifier, area.id, title, ideas),), {"theme": identifier})


def name(w: Workshop, command: c.NameTheme, _context: Context) -> Decision:
    """A title that a human gave."""
    theme = lookup.theme(w, command.theme)
    title = required(command.title, bounds.TITLE_CHARACTERS, "title")
    if title == theme.title and theme.kept:
        return Decision()
    return Decision((e.ThemeNamed(theme.id, title),))


def merge(w: Workshop, command: c.MergeTheme, _context: Context) -> Decision:
    """Two themes become one."""
    theme = lookup.theme(w, command.theme)
    into = lookup.theme(w, command.into, "into")
    if theme.id == into.id:
        raise Refusal("invalid_value", "into")
    return Decision((e.ThemeMerged(theme.id, into.id),))


def empty(w: Workshop, command: c.EmptyTheme, _context: Context) -> Decision:
    """A theme dissolves."""
    return Decision((e.ThemeEmptied(lookup.theme(w, command.theme).id),))


def restore(w: Workshop, command: c.RestoreTheme, _context: Context) -> Decision:
    """A theme that was merged or dissolved is back. A title in the words of an idea that the room may not
    see any more is none: then another of its ideas gives the title."""
    if command.theme in w.themes:
        return Decision()
    gone = w.gone_themes.get(command.theme)
    if gone is None:
        raise Refusal("unknown_theme", "theme")
    lookup.area(w, gone.theme.area)
    if len(w.themes) >= bounds.THEMES:
        raise Refusal("too_many", None, {"limit": bounds.THEMES})
    title = gone.theme.title
    visible = [idea for i in returning(w, gone) if (idea := w.ideas[i]).visible]
    if not gone.theme.named and not any(quotes(title, idea.text) for idea in visible):
        if not visible:
            raise Refusal("unknown_theme", "theme")
        shortest = min(visible, key=lambda idea: (len(idea.text), idea.number))
        title = shortest.text[: bounds.TITLE_CHARACTERS]
    return Decision((e.ThemeRestored(gone.theme.id, title),))


def suggest(w: Workshop, command: c.SuggestThemes, context: Context) -> Decision:
    """The machine's proposal for the ideas no human has placed; suggested themes nobody touched are
    replaced."""
    if command.area is not None:
        lookup.area(w, command.area)
    if not 0 <= command.fineness <= 1:
        raise Refusal("invalid_value", "fineness")
    if context.suggestion is None:
        raise Refusal("nothing_to_group")
    events: list[e.Event] = []
    count = w.theme_count
    for area, proposals in context.suggestion.items():
        if area not in w.areas or (command.area is not None and area != command.area):
            continue
        event = _suggested(w, area, proposals, count, command.fineness)
        count += sum(theme.theme not in w.themes for theme in event.themes)
        if event.themes or event.removed:
            events.append(event)
    if not events:
        raise Refusal("nothing_to_group")
    return Decision(tuple(events), {"themes": count - w.theme_count})


def _suggested(
    w: Workshop, area: str, proposals: tuple[ProposedTheme, ...], count: int, fineness: float
) -> e.ThemesSuggested:
    removed = tuple(t.id for t in w.themes.values() if t.area == area and not t.kept)
    themes: list[e.SuggestedTheme] = []
    taken: set[str] = set()
    for proposal in proposals:
        kept = proposal.theme in w.themes and proposal.theme not in removed
        sure = dict(zip(proposal.ideas, proposal.confidence or (0,) * len(proposal.ideas), strict=True))
        ideas = tuple(i for i in sure if i not in taken and _free(w, i, removed))
        taken.update(ideas)
        if not ideas or (not kept and len(w.themes) + len(themes) >= bounds.THEMES):
            continue
        if not kept:
            count += 1
        title = clean(proposal.title)[: bounds.TITLE_CHARACTERS]
        if not title or may_quote_the_gone(w, title, tuple(sure), ideas):
            title = w.ideas[ideas[0]].text[: bounds.TITLE_CHARACTERS]
        confidence = tuple(sure[idea] for idea in ideas)
        themes.append(e.SuggestedTheme(proposal.theme if kept else f"M{count}", title, ideas, confidence))
    return e.ThemesSuggested(area, tuple(themes), removed, fineness)


def _free(w: Workshop, identifier: str, removed: tuple[str, ...]) -> bool:
    """Whether no human has placed the idea and no theme that stays holds it."""
    idea = w.ideas.get(identifier)
    if idea is None or not idea.visible or idea.placed_by == "moderator":
        return False
    return not idea.theme or idea.theme in removed
