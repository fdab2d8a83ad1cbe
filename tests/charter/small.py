"""Small workshops for one purpose each, in as few words as it takes."""

from __future__ import annotations

from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.workshop import Workshop

KINDS = {"a": "aspiration", "v": "values", "r": "rules", "c": "communication", "f": "free"}
PEOPLE = 12


def empty(language: str = "pl", areas: str = "avr") -> Workshop:
    """Twelve people at two tables, and the areas whose letters stand in KINDS."""
    planned = tuple(e.PlannedArea(slug, f"Obszar {slug}", "", KINDS[slug]) for slug in areas)
    tables = (e.PlannedTable("T1"), e.PlannedTable("T2"))
    made = e.WorkshopCreated(
        *("SMALL", 0, "Próba", "", language, "stations"), planned, tables, (e.PlannedRound(20),)
    )
    state = apply(None, made)
    for number in range(1, PEOPLE + 1):
        state = apply(state, e.ParticipantJoined(f"P{number}", 0, "szkoła"))
    return state


def told(state: Workshop, *ideas: tuple[str, str, int], theme: str = "", kept: bool = True) -> Workshop:
    """The workshop after these ideas (area, text, support), all of them in a theme if there is a title."""
    posted: list[str] = []
    for area, text, support in ideas:
        number = state.idea_count + 1
        state = apply(state, e.IdeaPosted(f"I{number}", text, "T1", 1, 0, area, "P1"))
        for supporter in range(2, support + 2):
            state = apply(state, e.IdeaSupported(f"I{number}", f"P{supporter}"))
        posted.append(f"I{number}")
    if not theme:
        return state
    identifier = f"M{state.theme_count + 1}"
    if kept:
        return apply(state, e.ThemeMade(identifier, ideas[0][0], theme, tuple(posted)))
    suggested = e.SuggestedTheme(identifier, theme, tuple(posted))
    return apply(state, e.ThemesSuggested(ideas[0][0], (suggested,)))
