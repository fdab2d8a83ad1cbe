"""The plan: who sits where in every round.

The opening comes from ``opening.py`` and is bettered by ``improve.py``; who sits together then gets a table
by ``moving.py``; ``report.py`` tells what was reached.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from facilitation.seating.bound import lower_bound
from facilitation.seating.feasibility import refuse_nonsense
from facilitation.seating.improve import improve
from facilitation.seating.instance import Instance, Plan
from facilitation.seating.moving import moved_on
from facilitation.seating.opening import opening
from facilitation.seating.report import Report, report_on
from facilitation.seating.room import build_room, plan_of


class Planned(msgspec.Struct, frozen=True):
    """A valid plan and what it reached."""

    plan: Plan
    report: Report


def seconds_for(people: int) -> float:
    """How long a plan for so many people may take with loading this room: more rarely betters it."""
    return 0.78 if people <= 66 else 4.2


def plan(instance: Instance, *, seconds: float, seed: int, now: Callable[[], float]) -> Planned:
    """A valid plan, the better the more ``seconds`` it gets; 0 gives the opening at once.

    ``now`` is a clock in seconds and the only one used. The same instance, seed and number of search steps
    give the same plan. Raises InstanceRefused where there is none.
    """
    until = now() + seconds
    refuse_nonsense(instance)
    room = build_room(instance)
    bound = lower_bound(room)
    seats, iterations = improve(room, opening(room), bound, seed, now, until)
    if not room.carousel and (room.previous < 0).all():
        seats = moved_on(room, seats)
    return Planned(plan_of(room, seats), report_on(room, seats, bound, iterations))


def counted(instance: Instance, seated: Plan) -> Report | None:
    """What a plan comes to that somebody has changed by hand: nothing is searched, and what a planner would
    not do is counted as it stands. None where somebody who is there has no seat."""
    room = build_room(instance)
    seats = build_room(msgspec.structs.replace(instance, previous_plan=seated)).previous
    if (room.present & (seats < 0)).any():
        return None
    return report_on(room, seats, lower_bound(room), 0)
