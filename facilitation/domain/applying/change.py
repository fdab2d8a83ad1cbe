"""How one thing in a state is replaced: dicts are copied, never changed in place."""

from typing import TypeVar

from msgspec.structs import replace

from facilitation.domain.workshop import Workshop

K = TypeVar("K")
V = TypeVar("V")


def put(things: dict[K, V], key: K, thing: V) -> dict[K, V]:
    """The dict with this thing at this key."""
    return {**things, key: thing}


def without(things: dict[K, V], key: K) -> dict[K, V]:
    """The dict without this key."""
    return {k: v for k, v in things.items() if k != key}


def change_idea(w: Workshop, idea: str, **changes: object) -> Workshop:
    """The workshop with these fields of one idea changed."""
    return replace(w, ideas=put(w.ideas, idea, replace(w.ideas[idea], **changes)))


def change_participant(w: Workshop, participant: str, **changes: object) -> Workshop:
    """The workshop with these fields of one participant changed."""
    changed = replace(w.participants[participant], **changes)
    return replace(w, participants=put(w.participants, participant, changed))


def change_round(w: Workshop, number: int, **changes: object) -> Workshop:
    """The workshop with these fields of one round changed."""
    return replace(w, rounds=put(w.rounds, number, replace(w.rounds[number], **changes)))


def change_table(w: Workshop, table: str, **changes: object) -> Workshop:
    """The workshop with these fields of one table changed."""
    return replace(w, tables=put(w.tables, table, replace(w.tables[table], **changes)))


def change_article(w: Workshop, article: str, **changes: object) -> Workshop:
    """The workshop with these fields of one article changed."""
    return replace(w, articles=put(w.articles, article, replace(w.articles[article], **changes)))
