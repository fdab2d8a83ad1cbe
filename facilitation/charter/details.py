"""What a workshop's moderators wrote about it (place, day, how the charter changes), made ready for the
documents."""

from datetime import date

from facilitation.domain.text import clean
from facilitation.domain.workshop import Workshop


def day_held(workshop: Workshop, otherwise: date | None) -> date | None:
    """The day that a moderator set, or else this one."""
    return iso_day(workshop.details.held_on) or otherwise


def iso_day(text: str) -> date | None:
    """A day written as 2019-10-28; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def lines(text: str) -> tuple[str, ...]:
    """The lines of a longer text that hold anything, each cleaned."""
    return tuple(filter(None, map(clean, text.split("\n"))))
