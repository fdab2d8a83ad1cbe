"""What the events about institutions that accede do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import put
from facilitation.domain.workshop import Declaration, Workshop


def _declarations_opened(w: Workshop, _event: e.DeclarationsOpened) -> Workshop:
    return replace(w, declarations_open=True)


def _declarations_closed(w: Workshop, _event: e.DeclarationsClosed) -> Workshop:
    return replace(w, declarations_open=False)


def _declaration_made(w: Workshop, event: e.DeclarationMade) -> Workshop:
    made = Declaration(
        id=event.declaration,
        number=len(w.declarations) + 1,
        participant=event.participant,
        sector=event.sector,
        powers=event.powers,
        resources=event.resources,
        possibilities=event.possibilities,
        consent_version=event.consent_version,
        at=event.at,
    )
    return replace(w, declarations=put(w.declarations, made.id, made))


def _declaration_edited(w: Workshop, event: e.DeclarationEdited) -> Workshop:
    return _change(
        w,
        event.declaration,
        sector=event.sector,
        powers=event.powers,
        resources=event.resources,
        possibilities=event.possibilities,
        edited_at=event.at,
    )


def _declaration_withdrawn(w: Workshop, event: e.DeclarationWithdrawn) -> Workshop:
    words = {"powers": "", "resources": "", "possibilities": ""}
    return _change(w, event.declaration, **words, withdrawn_at=event.at)


def _change(w: Workshop, declaration: str, **changes: object) -> Workshop:
    changed = replace(w.declarations[declaration], **changes)
    return replace(w, declarations=put(w.declarations, declaration, changed))


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.DeclarationsOpened: _declarations_opened,
    e.DeclarationsClosed: _declarations_closed,
    e.DeclarationMade: _declaration_made,
    e.DeclarationEdited: _declaration_edited,
    e.DeclarationWithdrawn: _declaration_withdrawn,
}
