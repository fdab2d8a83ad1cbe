"""docs/charter.md says of columns and refusals what the code does."""

import re
from pathlib import Path

from facilitation.charter.ideas_csv import COLUMNS
from facilitation.charter.ideas_reading import REASONS

TEXT = (Path(__file__).parents[2] / "docs" / "charter.md").read_text("utf-8")


def test_every_reason_of_a_refusal_is_in_the_table_and_nothing_else():
    told = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", TEXT.partition("| code |")[2], flags=re.MULTILINE))
    assert told == dict(REASONS)


def test_the_columns_of_ideas_csv_are_told_in_their_order():
    told = TEXT.partition("Written with these columns")[2].partition(". A text")[0]
    assert tuple(re.findall(r"`(\w+)`", told)) == COLUMNS
