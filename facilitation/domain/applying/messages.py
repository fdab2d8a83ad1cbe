"""What the events about messages do to the state."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import put
from facilitation.domain.places import Message
from facilitation.domain.workshop import Workshop


def _message_sent(w: Workshop, event: e.MessageSent) -> Workshop:
    number = len(w.messages) + 1
    sent = Message(event.message, number, event.text, event.at, event.table, event.board, event.round)
    return replace(w, messages=put(w.messages, sent.id, sent))


def _message_withdrawn(w: Workshop, event: e.MessageWithdrawn) -> Workshop:
    withdrawn = replace(w.messages[event.message], withdrawn_at=event.at)
    return replace(w, messages=put(w.messages, withdrawn.id, withdrawn))


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.MessageSent: _message_sent,
    e.MessageWithdrawn: _message_withdrawn,
}
