"""What happened: every event a journal may hold, by noun, frozen and flat, in the past tense.

Events only grow: a new field has a default, and a journal written by any earlier version reads for ever.
Times are milliseconds since the epoch. Names and institutions are not here; they stand apart (see Person in
workshop.py). The nouns are imported whole, so that a new event is written in one place: its file,
with the union at its end.
"""

import msgspec

from facilitation.domain.events.agreement import *
from facilitation.domain.events.areas import *
from facilitation.domain.events.articles import *
from facilitation.domain.events.declarations import *
from facilitation.domain.events.ideas import *
from facilitation.domain.events.messages import *
from facilitation.domain.events.papers import *
from facilitation.domain.events.people import *
from facilitation.domain.events.rounds import *
from facilitation.domain.events.seats import *
from facilitation.domain.events.sorting import *
from facilitation.domain.events.tables import *
from facilitation.domain.events.themes import *
from facilitation.domain.events.voting import *
from facilitation.domain.events.workshop import *

Event = (
    WorkshopEvent
    | AreasEvent
    | PeopleEvent
    | SeatsEvent
    | TablesEvent
    | RoundsEvent
    | IdeasEvent
    | ThemesEvent
    | SortingEvent
    | VotingEvent
    | ArticlesEvent
    | AgreementEvent
    | DeclarationsEvent
    | PapersEvent
    | MessagesEvent
)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def encode(event: Event) -> bytes:
    """The event as JSON with its `type`."""
    return _encoder.encode(event)


def decode(data: bytes | str) -> Event:
    """The event that `encode` wrote, by this or any earlier version; raises msgspec.ValidationError or
    DecodeError."""
    return _decoder.decode(data)


def type_of(event: Event) -> str:
    """The event's type, such as `idea.posted`."""
    return str(type(event).__struct_config__.tag)
