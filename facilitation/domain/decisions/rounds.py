"""The rhythm: rounds are planned, opened, extended, closed or skipped; then comes the harvest and the end."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.decision import Context, Decision
from facilitation.domain.decisions import seats
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit
from facilitation.domain.workshop import Round, Workshop

MINUTE_MS = 60_000


def open_round(w: Workshop, command: c.OpenRound, context: Context) -> Decision:
    """The round begins now; whoever has no place in it gets one, by the proposal or the computed plan if
    there is one."""
    if w.open_round:
        raise Refusal("round_open")
    meant = _planned(w, command.round)
    first: tuple[e.Event, ...] = ()
    if not w.dealt and w.present:
        proposed = w.proposal.number if w.proposal else None
        first = seats.deal(w, c.DealSeats(proposed), context).events
    opened = e.RoundOpened(meant.number, context.at, context.at + meant.minutes * MINUTE_MS)
    after = w
    for event in (*first, opened):
        after = apply(after, event)
    return Decision((*first, opened, *seats.seat_everybody(after)), {"round": meant.number})


def extend(w: Workshop, command: c.ExtendRound, context: Context) -> Decision:
    """More time: after the present end, or from now on if that has passed."""
    if not w.open_round:
        raise Refusal("round_closed")
    _in_range(command.minutes, 1, bounds.EXTENSION_MINUTES, "minutes")
    now = w.open_round.paused_at or context.at
    end = max(w.open_round.closes_at, now) + command.minutes * MINUTE_MS
    return Decision((e.RoundExtended(w.open_round.number, end),))


def pause(w: Workshop, _command: c.PauseRound, context: Context) -> Decision:
    """The clock stands still until the round is resumed or closed."""
    if not w.open_round:
        raise Refusal("round_closed")
    return (
        Decision() if w.open_round.paused_at else Decision((e.RoundPaused(w.open_round.number, context.at),))
    )


def resume(w: Workshop, _command: c.ResumeRound, context: Context) -> Decision:
    """The clock goes on with as much time left as there was."""
    held = w.open_round
    if not held:
        raise Refusal("round_closed")
    if not held.paused_at:
        return Decision()
    end = held.closes_at + max(0, context.at - held.paused_at)
    return Decision((e.RoundResumed(held.number, context.at, end),))


def close(w: Workshop, _command: c.CloseRound, context: Context) -> Decision:
    """The open round ends; people are told where to go next."""
    if not w.open_round:
        raise Refusal("round_closed")
    return Decision((e.RoundClosed(w.open_round.number, context.at),))


def skip(w: Workshop, command: c.SkipRound, _context: Context) -> Decision:
    """A planned round is left out."""
    return Decision((e.RoundSkipped(_planned(w, command.round).number),))


def add(w: Workshop, command: c.AddRound, _context: Context) -> Decision:
    """One more round at the end; in a dealt workshop everybody gets a place in it at once."""
    if len(w.rounds) >= bounds.ROUNDS:
        raise Refusal("too_many", "round", {"limit": bounds.ROUNDS})
    _in_range(command.minutes, 1, bounds.ROUND_MINUTES, "minutes")
    number = max(w.rounds, default=0) + 1
    added = e.RoundAdded(
        number, command.minutes, fit(command.question, bounds.QUESTION_CHARACTERS, "question")
    )
    return Decision((added, *seats.seat_everybody(apply(w, added))), {"round": number})


def edit(w: Workshop, command: c.EditRound, _context: Context) -> Decision:
    """Another question, or another length while the round is only planned."""
    meant = lookup.round_(w, command.round)
    minutes = meant.minutes if command.minutes is None else command.minutes
    _in_range(minutes, 1, bounds.ROUND_MINUTES, "minutes")
    if minutes != meant.minutes and meant.status != "planned":
        raise Refusal("round_started", "minutes")
    question = meant.question
    if command.question is not None:
        question = fit(command.question, bounds.QUESTION_CHARACTERS, "question")
    if (minutes, question) == (meant.minutes, meant.question):
        return Decision()
    return Decision((e.RoundEdited(meant.number, minutes, question),))


def drop(w: Workshop, command: c.DropRound, _context: Context) -> Decision:
    """The last round, if it has not begun; numbers never have gaps."""
    meant = lookup.round_(w, command.round)
    if meant.status != "planned":
        raise Refusal("round_started", "round")
    if len(w.rounds) == 1:
        raise Refusal("last_one", "round")
    if meant.number != max(w.rounds):
        raise Refusal("invalid_value", "round")
    return Decision((e.RoundDropped(meant.number),))


def open_harvest(w: Workshop, _command: c.OpenHarvest, context: Context) -> Decision:
    """The harvest begins; a round that is planned can still be opened later."""
    if w.open_round:
        raise Refusal("round_open")
    return Decision() if w.harvesting else Decision((e.HarvestOpened(context.at),))


def close_workshop(w: Workshop, _command: c.CloseWorkshop, context: Context) -> Decision:
    """The end, not in the middle of a round."""
    if w.open_round:
        raise Refusal("round_open")
    return Decision() if w.closed_at else Decision((e.WorkshopClosed(context.at),))


def reopen_workshop(w: Workshop, _command: c.ReopenWorkshop, _context: Context) -> Decision:
    """Back to where it stood before the end."""
    return Decision((e.WorkshopReopened(),)) if w.closed_at else Decision()


def _planned(w: Workshop, number: int | None) -> Round:
    meant = w.next_round if number is None else lookup.round_(w, number)
    if meant is None:
        raise Refusal("no_round_left")
    if meant.status != "planned":
        raise Refusal("round_started", "round")
    return meant


def _in_range(value: int, least: int, most: int, field: str) -> None:
    if not least <= value <= most:
        raise Refusal("invalid_value", field)
