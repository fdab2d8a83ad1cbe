"""What the events about details, next steps, logos, the board's large article and the results do to the
state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import put, without
from facilitation.domain.workshop import Details, Logo, Spotlight, Task, Workshop


def _workshop_detailed(w: Workshop, event: e.WorkshopDetailed) -> Workshop:
    details = Details(
        place=event.place,
        held_on=event.held_on,
        organiser=event.organiser,
        basis=event.basis,
        funding=event.funding,
        next_meeting=event.next_meeting,
        moderators=event.moderators,
        changes=event.changes,
    )
    return replace(w, details=details)


def _task_added(w: Workshop, event: e.TaskAdded) -> Workshop:
    task = Task(event.task, event.text, event.who, event.due)
    return replace(w, tasks=put(w.tasks, task.id, task), task_count=w.task_count + 1)


def _task_edited(w: Workshop, event: e.TaskEdited) -> Workshop:
    return replace(w, tasks=put(w.tasks, event.task, Task(event.task, event.text, event.who, event.due)))


def _task_dropped(w: Workshop, event: e.TaskDropped) -> Workshop:
    return replace(w, tasks=without(w.tasks, event.task))


def _logo_added(w: Workshop, event: e.LogoAdded) -> Workshop:
    order = w.logo_count + 1
    logo = Logo(event.logo, event.name, event.kind, event.alt, event.width, event.height, order, event.digest)
    return replace(w, logos=put(w.logos, logo.id, logo), logo_count=order)


def _logo_edited(w: Workshop, event: e.LogoEdited) -> Workshop:
    others = [logo for logo in w.strip if logo.id != event.logo]
    edited = replace(w.logos[event.logo], alt=event.alt)
    strip = [*others[: event.place - 1], edited, *others[event.place - 1 :]]
    return replace(w, logos={logo.id: replace(logo, order=order) for order, logo in enumerate(strip, 1)})


def _logo_dropped(w: Workshop, event: e.LogoDropped) -> Workshop:
    return replace(w, logos=without(w.logos, event.logo))


def _board_shown(w: Workshop, event: e.BoardShown) -> Workshop:
    return replace(w, spotlight=Spotlight(event.article, event.theme))


def _results_shared(w: Workshop, event: e.ResultsShared) -> Workshop:
    return replace(w, results_shared=True, results_until=event.until)


def _results_unshared(w: Workshop, event: e.ResultsUnshared) -> Workshop:
    return replace(w, results_shared=False, results_until=w.results_until if event.over else "")


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.WorkshopDetailed: _workshop_detailed,
    e.TaskAdded: _task_added,
    e.TaskEdited: _task_edited,
    e.TaskDropped: _task_dropped,
    e.LogoAdded: _logo_added,
    e.LogoEdited: _logo_edited,
    e.LogoDropped: _logo_dropped,
    e.BoardShown: _board_shown,
    e.ResultsShared: _results_shared,
    e.ResultsUnshared: _results_unshared,
}
