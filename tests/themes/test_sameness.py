"""How many letters two texts share in their order, by bits and by the table of every textbook."""

import random

from facilitation.themes.sameness import _in_order, _masks


def by_table(one: str, other: str) -> int:
    row = [0] * (len(other) + 1)
    for letter in one:
        before = row
        row = [0]
        for place, met in enumerate(other):
            row.append(before[place] + 1 if letter == met else max(before[place + 1], row[place]))
    return row[-1]


def test_letters_in_order_are_counted_as_the_table_counts_them() -> None:
    chance = random.Random(0)
    pairs = [["".join(chance.choices("abcd ", k=chance.randrange(90))) for _ in "ab"] for _ in range(200)]
    assert [_in_order(len(one), _masks(one), other) for one, other in pairs] == [by_table(*p) for p in pairs]
