"""What the events about areas do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import put, without
from facilitation.domain.workshop import Workshop


def _area_dropped(w: Workshop, event: e.AreaDropped) -> Workshop:
    """Neither sorted nor voted on any more; its sorting is not taken up again when it comes back."""
    gone = w.areas[event.area]
    voting = w.voting and replace(w.voting, areas=_but(w.voting.areas, gone.id))
    return replace(
        w,
        areas=without(w.areas, gone.id),
        gone_areas=put(w.gone_areas, gone.id, gone),
        sorting=_but(w.sorting, gone.id),
        voting=voting,
    )


def _area_restored(w: Workshop, event: e.AreaRestored) -> Workshop:
    back = w.gone_areas[event.area]
    areas = sorted([*w.areas.values(), back], key=lambda area: area.order)
    return replace(w, areas={area.id: area for area in areas}, gone_areas=without(w.gone_areas, back.id))


def _but(areas: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(area for area in areas if area != gone)


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.AreaDropped: _area_dropped,
    e.AreaRestored: _area_restored,
}
