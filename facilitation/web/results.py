"""What goes back to people after the workshop: the charter and the ideas, behind the same code, until the day
the moderator sets. api.py, pages.py and exports.py beside it say where."""

from datetime import date
from typing import Any, Final

import msgspec
from flask_babel import format_date

from facilitation.domain.actors import Actor
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean
from facilitation.domain.workshop import Workshop
from facilitation.projections import view
from facilitation.runtime.expiry import results_over

KEPT: Final = 32


def need_open(state: Workshop, actor: Actor) -> None:
    """Refuses `results_closed` to everybody but moderators where the results are not shared, and
    `results_over` where they are not shared any more."""
    if actor.role != "moderator":
        _need_not_over(state)
        if not state.results_shared:
            raise Refusal("results_closed")


def need_paper(state: Workshop, actor: Actor, *, shared: bool) -> None:
    """The same for a paper: guests read those that are `shared` with the room while the results are, whoever
    was in the room from the beginning, and neither of them when their last day has passed."""
    if shared and actor.role in ("participant", "guest"):
        _need_not_over(state)
    if actor.role == "guest" and not (shared and state.results_shared):
        raise Refusal("not_allowed")


def _need_not_over(state: Workshop) -> None:
    if not results_over(state, date.today()):
        return
    told: dict[str, str | int] = {
        "until": format_date(date.fromisoformat(state.results_until), "long", rebase=False)
    }
    organiser = clean(state.details.organiser)
    if organiser:
        told |= {"organiser": organiser, "reason": "organiser_known"}
    raise Refusal("results_over", None, told)


class SharedResults:
    """The results of each workshop as JSON: what is everybody's is told once for each state, so that a room
    full of phones that ask for it together keeps nobody waiting."""

    def __init__(self) -> None:
        self._rooms: dict[str, tuple[Workshop, dict[str, msgspec.Raw]]] = {}

    def of(self, state: Workshop, actor: Actor) -> bytes:
        """The charter and the ideas as the board shows them, nobody's name in them; for a participant also
        which ideas are `own` and which `supported`."""
        told: dict[str, Any] = dict(self._rooms_part(state))
        if actor.role == "participant":
            mine = view(state, f"person/{actor.participant}")
            told |= {"own": list(mine["ideas"]), "supported": list(mine["supported"])}
        return msgspec.json.encode(told)

    def forget(self, code: str) -> None:
        """This workshop is no more."""
        self._rooms.pop(code, None)

    def _rooms_part(self, state: Workshop) -> dict[str, msgspec.Raw]:
        known = self._rooms.get(state.code)
        if known is None or known[0] is not state:
            self._rooms.pop(state.code, None)
            if len(self._rooms) >= KEPT:
                del self._rooms[next(iter(self._rooms))]
            known = self._rooms[state.code] = (state, _rooms_part(state))
        return known[1]


def _rooms_part(state: Workshop) -> dict[str, msgspec.Raw]:
    public, board = view(state, "public"), view(state, "board")
    told = {name: public[name] for name in ("code", "title", "purpose", "language", "areas", "tables")}
    told |= {name: public[name] for name in ("details", "results_until", "translations") if name in public}
    told |= {name: board[name] for name in ("articles", "themes", "ideas")}
    return {name: msgspec.Raw(msgspec.json.encode(shown)) for name, shown in told.items()}
