"""Dots and objections as each kind of screen may see them: counts and reasons, and whose an objection is only
where the moderator opened the vote like that. Nobody but oneself sees where one's dots are."""

from facilitation.domain.workshop import Theme, Workshop
from facilitation.projections.merge import View


def for_public(workshop: Workshop, theme: Theme) -> View:
    """Results that the room may see, without any name; nothing while they are hidden."""
    shown = workshop.voting is not None and not workshop.voting.hidden
    return _results(workshop, theme, named=False) if shown else {}


def for_board(workshop: Workshop, theme: Theme) -> View:
    """The same, with the names of those who object if the vote is named."""
    voting = workshop.voting
    return _results(workshop, theme, voting.named) if voting is not None and not voting.hidden else {}


def for_moderator(workshop: Workshop, theme: Theme) -> View:
    """The results from the first dot on."""
    voting = workshop.voting
    return _results(workshop, theme, voting.named) if voting is not None else {}


def _results(workshop: Workshop, theme: Theme, named: bool) -> View:
    """`dots` in all, and `objections`, the earliest first: {"reason"} each, with `by` if they are named."""
    objections: list[View] = []
    for who, said in sorted(theme.objections.items(), key=lambda pair: (pair[1].at, pair[1].reason)):
        number = workshop.participants[who].number
        by = {"by": workshop.person(who).name or f"#{number}"} if named else {}
        objections.append({"reason": said.reason, **by})
    return {"dots": sum(theme.dots.values()), "objections": objections}
