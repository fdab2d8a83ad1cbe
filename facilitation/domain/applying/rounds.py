"""What the events about rounds and the harvest after them do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_proposal, change_round, put, without
from facilitation.domain.workshop import Round, Workshop


def _harvest_opened(w: Workshop, _event: e.HarvestOpened) -> Workshop:
    return replace(w, harvesting=True)


def _round_added(w: Workshop, event: e.RoundAdded) -> Workshop:
    added = Round(event.round, event.minutes, event.question, event.area)
    return replace(w, rounds=put(w.rounds, event.round, added), harvesting=False)


def _round_edited(w: Workshop, event: e.RoundEdited) -> Workshop:
    return change_round(w, event.round, minutes=event.minutes, question=event.question)


def _round_dropped(w: Workshop, event: e.RoundDropped) -> Workshop:
    participants = {
        p.id: replace(p, seats=without(p.seats, event.round), pins=without(p.pins, event.round))
        if event.round in p.seats or event.round in p.pins
        else p
        for p in w.participants.values()
    }
    w = _unproposed(w, event.round)
    return replace(w, rounds=without(w.rounds, event.round), participants=participants)


def _round_opened(w: Workshop, event: e.RoundOpened) -> Workshop:
    opened = change_round(
        _unproposed(w, event.round), event.round, status="open", opened_at=event.at, closes_at=event.closes_at
    )
    return replace(opened, dealt=True, harvesting=False)


def _round_extended(w: Workshop, event: e.RoundExtended) -> Workshop:
    return change_round(w, event.round, closes_at=event.closes_at)


def _round_closed(w: Workshop, event: e.RoundClosed) -> Workshop:
    paused = _paused_ms(w, event.round, event.at)
    return change_round(w, event.round, status="closed", closed_at=event.at, paused_at=0, paused_ms=paused)


def _round_paused(w: Workshop, event: e.RoundPaused) -> Workshop:
    return change_round(w, event.round, paused_at=event.at)


def _round_resumed(w: Workshop, event: e.RoundResumed) -> Workshop:
    paused = _paused_ms(w, event.round, event.at)
    return change_round(w, event.round, paused_at=0, paused_ms=paused, closes_at=event.closes_at)


def _paused_ms(w: Workshop, number: int, until: int) -> int:
    held = w.rounds[number]
    return held.paused_ms + (until - held.paused_at if held.paused_at else 0)


def _round_skipped(w: Workshop, event: e.RoundSkipped) -> Workshop:
    return change_round(_unproposed(w, event.round), event.round, status="skipped")


def _unproposed(w: Workshop, number: int) -> Workshop:
    """The workshop whose proposal has nothing to say of this round."""
    return change_proposal(w, lambda held, _, table: "" if held == number else table)


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.HarvestOpened: _harvest_opened,
    e.RoundAdded: _round_added,
    e.RoundEdited: _round_edited,
    e.RoundDropped: _round_dropped,
    e.RoundOpened: _round_opened,
    e.RoundExtended: _round_extended,
    e.RoundClosed: _round_closed,
    e.RoundPaused: _round_paused,
    e.RoundResumed: _round_resumed,
    e.RoundSkipped: _round_skipped,
}
