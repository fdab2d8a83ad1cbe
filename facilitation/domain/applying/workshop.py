"""What the events about the workshop as a whole do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.workshop import Workshop


def _workshop_edited(w: Workshop, event: e.WorkshopEdited) -> Workshop:
    return replace(w, title=event.title)


def _text_translated(w: Workshop, event: e.TextTranslated) -> Workshop:
    known = w.translations.get(event.language, {})
    if event.translation:
        known = {**known, event.text: event.translation}
    else:
        known = {text: said for text, said in known.items() if text != event.text}
    return replace(w, translations={**w.translations, event.language: known})


def _workshop_closed(w: Workshop, event: e.WorkshopClosed) -> Workshop:
    return replace(w, closed_at=event.at)


def _workshop_reopened(w: Workshop, _event: e.WorkshopReopened) -> Workshop:
    return replace(w, closed_at=0)


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.WorkshopEdited: _workshop_edited,
    e.TextTranslated: _text_translated,
    e.WorkshopClosed: _workshop_closed,
    e.WorkshopReopened: _workshop_reopened,
}
