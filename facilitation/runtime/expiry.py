"""What ends by itself: results that were shared until a day. A workshop is looked at when somebody asks for
it; that the sharing ended is then an event like any other."""

import uuid
from datetime import date

from facilitation.domain.actors import SYSTEM
from facilitation.domain.commands import ShareResults
from facilitation.domain.workshop import Workshop
from facilitation.runtime.workshop import LiveWorkshop


def results_over(state: Workshop, today: date) -> bool:
    """Whether the last day of the results has passed, be they shared still or, since that, no more."""
    return bool(state.results_until) and state.results_until < today.isoformat()


def end_results(workshop: LiveWorkshop, today: date) -> None:
    """Shares the results no longer, if their last day has passed."""
    if workshop.state.results_shared and results_over(workshop.state, today):
        workshop.submit(str(uuid.uuid4()), ShareResults(on=False), SYSTEM)
