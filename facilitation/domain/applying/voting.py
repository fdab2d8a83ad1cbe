"""What the events about voting do to the state. A vote stands with the theme and with whoever cast it."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_participant, put, without
from facilitation.domain.workshop import Objection, Theme, Voting, Workshop


def _voting_opened(w: Workshop, event: e.VotingOpened) -> Workshop:
    voting = Voting(event.areas, event.dots, event.named, event.hidden)
    # What people vote on is taken away by nobody but a moderator.
    themes = {t.id: replace(t, kept=True) if t.area in event.areas else t for t in w.themes.values()}
    return replace(w, voting=voting, themes=themes)


def _voting_closed(w: Workshop, _event: e.VotingClosed) -> Workshop:
    return replace(w, voting=replace(w.voting, open=False)) if w.voting else w


def _voting_shown(w: Workshop, event: e.VotingShown) -> Workshop:
    return replace(w, voting=replace(w.voting, hidden=not event.on)) if w.voting else w


def _dots_spent(w: Workshop, event: e.DotsSpent) -> Workshop:
    return set_dots(w, event.theme, {event.participant: event.dots})


def _theme_objected(w: Workshop, event: e.ThemeObjected) -> Workshop:
    theme = w.themes[event.theme]
    objections = put(theme.objections, event.participant, Objection(event.reason, event.at))
    return set_objections(w, replace(theme, objections=objections), {event.participant: event.reason})


def _theme_unobjected(w: Workshop, event: e.ThemeUnobjected) -> Workshop:
    theme = w.themes[event.theme]
    objections = without(theme.objections, event.participant)
    return set_objections(w, replace(theme, objections=objections), {event.participant: ""})


def set_dots(w: Workshop, theme: str, dots: dict[str, int]) -> Workshop:
    """The workshop in which these participants have so many dots on a theme."""
    voted = w.themes[theme]
    kept = {p: n for p, n in {**voted.dots, **dots}.items() if n}
    after = replace(w, themes=put(w.themes, theme, replace(voted, dots=kept)))
    for participant, count in dots.items():
        own = w.participants[participant].dots
        mine = put(own, theme, count) if count else without(own, theme)
        after = change_participant(after, participant, dots=mine)
    return after


def set_objections(w: Workshop, theme: Theme, reasons: dict[str, str]) -> Workshop:
    """The workshop with this theme, and these participants' reasons against it; an empty one is none."""
    after = replace(w, themes=put(w.themes, theme.id, theme))
    for participant, reason in reasons.items():
        own = w.participants[participant].objected
        mine = put(own, theme.id, reason) if reason else without(own, theme.id)
        after = change_participant(after, participant, objected=mine)
    return after


def without_votes(w: Workshop, theme: Theme) -> Workshop:
    """The workshop in which nobody has said anything about this theme."""
    after = set_dots(w, theme.id, dict.fromkeys(theme.dots, 0))
    emptied = replace(after.themes[theme.id], objections={})
    return set_objections(after, emptied, dict.fromkeys(theme.objections, ""))


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.VotingOpened: _voting_opened,
    e.VotingClosed: _voting_closed,
    e.VotingShown: _voting_shown,
    e.DotsSpent: _dots_spent,
    e.ThemeObjected: _theme_objected,
    e.ThemeUnobjected: _theme_unobjected,
}
