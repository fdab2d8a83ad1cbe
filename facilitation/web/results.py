"""What goes back to people after the workshop: the charter and the ideas, behind the same code, until the day
the moderator sets. api.py and pages.py beside it say where."""

from datetime import date
from typing import Any

from facilitation.domain.actors import Actor
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.projections import view
from facilitation.runtime.expiry import results_over


def need_open(state: Workshop, actor: Actor) -> None:
    """Refuses `results_closed` to everybody but moderators where the results are not shared, or not any
    more."""
    if actor.role == "moderator":
        return
    if not state.results_shared or results_over(state, date.today()):
        raise Refusal("results_closed")


def of(state: Workshop, actor: Actor) -> dict[str, Any]:
    """The charter and the ideas as the board shows them, nobody's name in them; for a participant also which
    ideas are `own` and which `supported`."""
    public, board = view(state, "public"), view(state, "board")
    told = {name: public[name] for name in ("code", "title", "purpose", "language", "areas", "tables")}
    told |= {name: public[name] for name in ("details", "results_until") if name in public}
    told |= {name: board[name] for name in ("articles", "themes", "ideas")}
    if actor.role == "participant":
        mine = view(state, f"person/{actor.participant}")
        told |= {"own": list(mine["ideas"]), "supported": list(mine["supported"])}
    return told
