"""Who sits where in every round. The rule of this folder is in README.md; the way in is ``planner.plan``."""

from facilitation.seating.instance import Host, Instance, Participant, Pin, Plan, Table
from facilitation.seating.late import LateSeats, seat_late
from facilitation.seating.planner import Planned, counted, plan, seconds_for
from facilitation.seating.reading import read_instance
from facilitation.seating.refusal import REASONS, InstanceRefused
from facilitation.seating.report import SENTENCES, Report, Sentence

__all__ = [
    "REASONS",
    "SENTENCES",
    "Host",
    "Instance",
    "InstanceRefused",
    "LateSeats",
    "Participant",
    "Pin",
    "Plan",
    "Planned",
    "Report",
    "Sentence",
    "Table",
    "counted",
    "plan",
    "read_instance",
    "seat_late",
    "seconds_for",
]
