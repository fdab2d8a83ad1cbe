"""The room votes: dots to spend in each area, and "I can't accept this" with a reason."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import required
from facilitation.domain.workshop import Theme, Voting, Workshop


def open_voting(w: Workshop, command: c.OpenVoting, context: Context) -> Decision:
    """A vote on the themes of one area, or of all that have some; dots spent before stay."""
    if not 1 <= command.dots <= bounds.DOTS:
        raise Refusal("invalid_value", "dots")
    wanted = (lookup.area(w, command.area).id,) if command.area is not None else tuple(w.areas)
    there = {theme.area for theme in w.themes.values()}
    areas = tuple(area for area in wanted if area in there)
    if not areas:
        raise Refusal("nothing_to_vote")
    voting = Voting(areas, command.dots, command.named, command.hidden)
    if w.voting == voting:
        return Decision()
    return Decision(
        (e.VotingOpened(areas, context.at, voting.dots, voting.named, voting.hidden),), {"areas": len(areas)}
    )


def close_voting(w: Workshop, _command: c.CloseVoting, context: Context) -> Decision:
    """The vote is over."""
    return Decision((e.VotingClosed(context.at),)) if w.voting and w.voting.open else Decision()


def show_voting(w: Workshop, command: c.ShowVoting, _context: Context) -> Decision:
    """The room sees the results, or no longer."""
    if w.voting is None:
        raise Refusal("voting_closed")
    return Decision((e.VotingShown(command.on),)) if w.voting.hidden == command.on else Decision()


def spend(w: Workshop, command: c.SpendDots, context: Context) -> Decision:
    """So many dots of one's own on a theme, as far as one has them."""
    theme = _open_theme(w, command.theme)
    who = context.actor.participant
    has = theme.dots.get(who, 0)
    if command.dots < 0:
        raise Refusal("invalid_value", "dots")
    left = w.dots_left(who, theme.area)
    if command.dots - has > left:
        raise Refusal("no_dots_left", "dots", {"left": left})
    return Decision((e.DotsSpent(theme.id, who, command.dots),)) if command.dots != has else Decision()


def object_to(w: Workshop, command: c.ObjectTheme, context: Context) -> Decision:
    """Somebody can't accept a theme, or can again."""
    theme = _open_theme(w, command.theme)
    who = context.actor.participant
    said = theme.objections.get(who)
    if not command.on:
        return Decision((e.ThemeUnobjected(theme.id, who),)) if said else Decision()
    reason = required(command.reason, bounds.REASON_CHARACTERS, "reason")
    if said and said.reason == reason:
        return Decision()
    return Decision((e.ThemeObjected(theme.id, who, reason, context.at),))


def _open_theme(w: Workshop, identifier: str) -> Theme:
    theme = lookup.theme(w, identifier)
    if w.voting is None or not w.voting.open or theme.area not in w.voting.areas:
        raise Refusal("voting_closed")
    return theme
