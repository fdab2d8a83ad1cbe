"""What a moderator reads about a plan: figures that a pair-by-pair count confirms, in whole sentences."""

from __future__ import annotations

from typing import Any

from facilitation.seating import SENTENCES, Report, Sentence, plan, read_instance
from tests.seating.instances import plain


def report(cafe: dict[str, Any]) -> Report:
    return plan(read_instance(cafe), seconds=0, seed=0, now=lambda: 0.0).report


def bare(people: int, tables: int, rounds: int) -> dict[str, Any]:
    return {**plain(people, tables, rounds), "participants": [{"id": f"p{n}"} for n in range(people)]}


def test_a_perfect_plan_says_so_and_nothing_of_what_is_not_there() -> None:
    assert report(bare(people=16, tables=4, rounds=4)) == Report(
        repeats=0, pairs_again=0, most_meetings=1, bound=0, sector_off=0, clashes=0, moved=0, requests=0,
        fewest_met=12, most_met=12, pairs_met=96, pairs_possible=120, iterations=0,
        sentences=(Sentence("nobody_twice"),),
    )  # fmt: skip


def test_what_cannot_be_avoided_is_said_to_be() -> None:
    assert [s.english() for s in report(bare(people=6, tables=2, rounds=2)).sentences] == [
        "2 pairs meet twice.",
        "Fewer is impossible.",
    ]


def test_the_bound_is_told_where_the_plan_is_above_it() -> None:
    uneven = [{"id": f"t{cap}", "cap": cap} for cap in (3, 5, 8, 9)]
    found = report({**bare(people=25, tables=4, rounds=4), "tables": uneven})
    assert found.repeats > found.bound > 0
    assert found.sentences[1] == Sentence("fewer_than_impossible", found.bound)


def test_what_was_played_counts_for_the_bound() -> None:
    played = [[["p0", "p1", "p2"], ["p3", "p4", "p5"]]] * 2
    cafe = {**bare(people=6, tables=2, rounds=3), "locked": played}
    assert report(cafe).sentences[0] == Sentence("pairs_again", 6)
    assert report(cafe).repeats == report(cafe).bound == 10


def test_sectors_colleagues_and_moved_seats_are_spoken_of_where_there_are_any() -> None:
    cafe = {**bare(people=4, tables=2, rounds=1), "previous_plan": [[["p0", "p1"], ["p2", "p3"]]]}
    for person in cafe["participants"]:
        person["institution"] = person["sector"] = "school" if person["id"] in {"p0", "p1"} else "health"
    assert [s.english() for s in report(cafe).sentences] == [
        "Nobody meets anyone twice.",
        "4 seats are off an even spread of sectors.",
        "2 times two colleagues share a table.",
        "Everyone keeps the seats they were told.",
    ]


def test_the_figures_are_there_by_name_for_screens_to_put_into_words() -> None:
    person = {"id": "x", "from": 1}
    cafe = bare(people=5, tables=2, rounds=2) | {"together": [("p0", "p1")]}
    cafe["participants"] = [*cafe["participants"], person]
    cafe["tables"] = [{"id": name, "cap": 3} for name in "AB"]
    found = report(cafe)
    assert found.figures() == {
        **{name: getattr(found, name) for name in Report.__struct_fields__ if name != "sentences"},
        "requests": 1, "moved": 0, "sector_off": 0, "clashes": 0, "iterations": 0, "pairs_possible": 15,
    }  # fmt: skip
    assert "The request about sitting together or apart is kept." in [s.english() for s in found.sentences]


def test_every_sentence_has_its_two_forms_and_counts_only_where_it_has_a_number() -> None:
    english = {code: (Sentence(code, 1).english(), Sentence(code, 5).english()) for code in SENTENCES}
    assert all("%" not in one + many for one, many in english.values())
    assert english["moved"] == ("One seat is not as told before.", "5 seats are not as told before.")
