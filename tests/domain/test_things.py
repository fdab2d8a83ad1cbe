"""Dicts of a state: any two of them say what they do not share, in whichever line or branch they stand."""

import random

from facilitation.domain.things import changed, put, without


def test_any_two_dicts_say_exactly_which_keys_they_do_not_share():
    chance = random.Random(7)
    known: list[dict[str, object]] = [{}, {"a": object(), "b": object()}]
    for _ in range(300):
        # Mostly on from the last one, now and then from an earlier one, as when something is decided in vain.
        things = known[-1] if chance.random() < 0.7 else chance.choice(known)
        key = chance.choice("abcdef")
        known.append(put(things, key, object()) if chance.random() < 0.6 else without(things, key))
    for before in known[::7]:
        for after in known[::5]:
            apart = {k for k in {*before, *after} if before.get(k) is not after.get(k)}
            assert changed(before, after) == apart


def test_what_was_there_before_is_as_it_was():
    first = {"a": 1, "b": 2}
    second = put(first, "c", 3)
    third = without(put(second, "a", 4), "b")
    assert (first, second, third) == ({"a": 1, "b": 2}, {"a": 1, "b": 2, "c": 3}, {"a": 4, "c": 3})
    assert list(put(third, "c", 5).items()) == [("a", 4), ("c", 5)]
