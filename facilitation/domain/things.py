"""The dicts of a state: copied before they change, and able to say which keys they do not share.

A dict that came from another by `put` and `without` shares its log with it, in which the keys stand that were
changed since. What differs between two of a line is read there instead of by looking at everything:
with 1,000 participants that takes 2 instead of 97 µs, and a commit asks several times.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Things(dict[K, V]):
    """A dict that is never changed once it is made. `log` are the keys that were changed in its line, the
    first `place` of them on the way to this one."""

    __slots__ = ("log", "place")

    log: list[K]
    place: int


def put(things: Mapping[K, V], key: K, thing: V) -> dict[K, V]:
    """The dict with this thing at this key."""
    made = _next(things, key)
    made[key] = thing
    return made


def without(things: Mapping[K, V], key: K) -> dict[K, V]:
    """The dict without this key."""
    made = _next(things, key)
    made.pop(key, None)
    return made


def changed(before: Mapping[K, Any], after: Mapping[K, Any]) -> frozenset[K]:
    """The keys that came, went, or have another thing than before (another object, be it equal or not)."""
    if before is after:
        return frozenset()
    if isinstance(before, Things) and isinstance(after, Things) and before.log is after.log:
        first, last = sorted((before.place, after.place))
        return frozenset(key for key in before.log[first:last] if before.get(key) is not after.get(key))
    found = {key for key, value in after.items() if before.get(key) is not value}
    return frozenset(found | (before.keys() - after.keys()))


def _next(things: Mapping[K, V], key: K) -> Things[K, V]:
    """A copy that goes on with the line; where another does so already, it begins a line of its own."""
    made: Things[K, V] = Things(things)
    if isinstance(things, Things) and things.place == len(things.log):
        things.log.append(key)
        made.log, made.place = things.log, things.place + 1
    else:
        made.log, made.place = [], 0
    return made
