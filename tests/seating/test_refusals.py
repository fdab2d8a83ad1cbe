"""Each refusal says what is wrong and where, in a code with parameters and in English."""

from __future__ import annotations

from typing import Any

import pytest

from facilitation.seating import REASONS, InstanceRefused, read_instance
from tests.seating.instances import plain

CAFE = plain(people=8, tables=2, rounds=2)
STATIONS = {**CAFE, "mode": "carousel"}
TABLES = CAFE["tables"]
PEOPLE = CAFE["participants"]
SPLIT = [["p0", "p1", "p2", "p3"], ["p4", "p5", "p6", "p7"]]
OPEN_TABLES = [{"id": "t0", "cap": 8}, {"id": "t1", "cap": 8}]

CASES: list[tuple[str, dict[str, Any], str, dict[str, str | int]]] = [
    ("bad_form", {**CAFE, "rounds": "two"}, "rounds", {"detail": "Expected `int`, got `str`"}),
    ("bad_form", {**CAFE, "tables": []}, "tables", {"detail": "Expected `array` of length >= 1"}),
    (
        "duplicate_participant", {**CAFE, "participants": [*PEOPLE, {"id": "p3"}]},
        "participants[8]", {"person": "p3"},
    ),
    ("duplicate_table", {**CAFE, "tables": [*TABLES, TABLES[0]]}, "tables[2]", {"table": "t0"}),
    ("unknown_participant", {**CAFE, "hosts": [{"id": "x", "table": 0}]}, "hosts[0]", {"person": "x"}),
    ("unknown_table", {**CAFE, "hosts": [{"id": "p1", "table": 2}]}, "hosts[0]", {"number": 2, "tables": 2}),
    (
        "unknown_round", {**CAFE, "pinned": [{"id": "p1", "table": 1, "round": 2}]},
        "pinned[0]", {"round": 3, "rounds": 2},
    ),
    (
        "presence_reversed", {**CAFE, "participants": [*PEOPLE, {"id": "x", "from": 2, "to": 1}]},
        "participants[8]", {"person": "x", "first": 3, "until": 1},
    ),
    (
        "min_over_cap", {**CAFE, "tables": [*TABLES, {"id": "t2", "cap": 2, "min": 3}]},
        "tables[2]", {"table": "t2", "min": 3, "cap": 2},
    ),
    (
        "too_few_seats", {**CAFE, "participants": [*PEOPLE, {"id": "x", "from": 1}]},
        "tables", {"round": 2, "people": 9, "seats": 8},
    ),
    (
        "too_few_people", {**CAFE, "participants": PEOPLE[:7]},
        "tables", {"round": 1, "people": 7, "min": 8},
    ),
    (
        "two_hosts_at_one_table",
        {**CAFE, "hosts": [{"id": "p0", "table": 1, "to": 1}, {"id": "p5", "table": 1}]},
        "hosts[1]", {"round": 1, "person": "p0", "other": "p5", "table": "t1"},
    ),
    (
        "host_of_two_tables",
        {**CAFE, "hosts": [{"id": "p0", "table": 0, "from": 1}, {"id": "p0", "table": 1}]},
        "hosts[1]", {"round": 2, "person": "p0", "table": "t0", "other": "t1"},
    ),
    (
        "host_absent",
        {**CAFE, "tables": OPEN_TABLES, "participants": [*PEOPLE, {"id": "x", "to": 1}],
         "hosts": [{"id": "x", "table": 0}]},
        "hosts[0]", {"round": 2, "person": "x", "table": "t0"},
    ),
    (
        "host_table_closed",
        {**CAFE, "tables": [OPEN_TABLES[0], {"id": "t1", "cap": 0}], "hosts": [{"id": "p1", "table": 1}]},
        "hosts[0]", {"round": 1, "person": "p1", "table": "t1"},
    ),
    (
        "locked_twice", {**CAFE, "locked": [[SPLIT[0], [*SPLIT[1], "p2"]]]},
        "locked[0][1]", {"round": 1, "person": "p2", "table": "t0", "other": "t1"},
    ),
    (
        "locked_but_absent",
        {**CAFE, "participants": [*PEOPLE, {"id": "x", "from": 1}], "locked": [[[*SPLIT[0], "x"], SPLIT[1]]]},
        "locked[0][0]", {"round": 1, "person": "x", "table": "t0"},
    ),
    ("too_many_locked", {**CAFE, "locked": [SPLIT] * 3}, "locked", {"locked": 3, "rounds": 2}),
    ("locked_too_wide", {**CAFE, "locked": [[*SPLIT, []]]}, "locked[0]", {"found": 3, "tables": 2}),
    (
        "pinned_twice",
        {**CAFE, "pinned": [{"id": "p0", "table": t, "round": 1} for t in (0, 1)]},
        "pinned[1]", {"round": 2, "person": "p0", "table": "t0", "other": "t1"},
    ),
    (
        "pinned_while_absent",
        {**CAFE, "tables": OPEN_TABLES, "participants": [*PEOPLE, {"id": "x", "from": 1}],
         "pinned": [{"id": "x", "table": 0, "round": 0}]},
        "pinned[0]", {"round": 1, "person": "x", "table": "t0"},
    ),
    (
        "too_many_fixed",
        {**CAFE, "pinned": [{"id": f"p{n}", "table": 0, "round": 0} for n in range(5)]},
        "tables[0]", {"round": 1, "people": 5, "table": "t0", "seats": 4},
    ),
    (
        "too_few_to_move",
        {**CAFE, "tables": [{"id": "t0", "cap": 8}, {"id": "t1", "cap": 8, "min": 4}],
         "pinned": [{"id": f"p{n}", "table": 0, "round": 0} for n in range(5)]},
        "tables", {"round": 1, "people": 8, "min": 9},
    ),
    (
        "too_few_stations", {**STATIONS, "rounds": 3},
        "participants[0]", {"person": "p0", "rounds": 3, "stations": 2},
    ),
    (
        "station_too_small", {**STATIONS, "tables": [{"id": "t0", "cap": 3}, {"id": "t1", "cap": 9}]},
        "tables[0]", {"table": "t0", "people": 8, "seats": 6},
    ),
    (
        "station_minimum_too_high",
        {**STATIONS, "tables": [{"id": "t0", "cap": 8, "min": 5}, OPEN_TABLES[1]]},
        "tables[0]", {"table": "t0", "min": 10, "people": 8},
    ),
    (
        "stations_too_small",
        {**STATIONS, "tables": [{"id": "t0", "cap": 8}, {"id": "t1", "cap": 1}, {"id": "t2", "cap": 2}]},
        "tables", {"seats": 14, "people": 16},
    ),
    (
        "pinned_to_a_visited_station",
        {**STATIONS, "locked": [SPLIT], "pinned": [{"id": "p0", "table": 0, "round": 1}]},
        "pinned[0]", {"person": "p0", "table": "t0", "round": 2},
    ),
    ("request_of_one", {**CAFE, "apart": [("p1", "p1")]}, "apart[0]", {"person": "p1"}),
    ("unknown_participant", {**CAFE, "together": [("p1", "x")]}, "together[0]", {"person": "x"}),
    (
        "apart_and_together",
        {**CAFE, "together": [("p1", "p2"), ("p3", "p2")], "apart": [("p0", "p1"), ("p1", "p3")]},
        "apart[1]", {"person": "p1", "other": "p3"},
    ),
    (
        "apart_at_one_table",
        {**CAFE, "hosts": [{"id": "p0", "table": 0}], "pinned": [{"id": "p1", "table": 0, "round": 1}],
         "apart": [("p1", "p0")]},
        "apart[0]", {"round": 2, "person": "p1", "other": "p0", "table": "t0"},
    ),
    (
        "apart_at_one_table",
        {**CAFE, "hosts": [{"id": "p0", "table": 0}], "together": [("p1", "p0"), ("p2", "p0")],
         "pinned": [{"id": "p3", "table": 0, "round": 0}], "apart": [("p3", "p2")]},
        "apart[0]", {"round": 1, "person": "p3", "other": "p2", "table": "t0"},
    ),
    (
        "together_at_two_tables",
        {**CAFE, "hosts": [{"id": "p0", "table": 0}, {"id": "p1", "table": 1}], "together": [("p0", "p1")]},
        "together", {"round": 1, "person": "p0", "table": "t0", "other": "p1", "second": "t1"},
    ),
    (
        "together_too_many", {**CAFE, "together": [(f"p{n}", f"p{n + 1}") for n in range(4)]},
        "together", {"round": 1, "people": "p0, p1, p2, p3, p4", "count": 5, "seats": 4},
    ),
    (
        "too_many_fixed",
        {**CAFE, "together": [("p0", "p1"), ("p2", "p3")],
         "pinned": [{"id": f"p{n}", "table": 1, "round": 1} for n in (0, 2, 4)]},
        "tables[1]", {"round": 2, "people": 5, "table": "t1", "seats": 4},
    ),
    (
        "together_at_a_visited_station",
        {**STATIONS, "tables": OPEN_TABLES, "hosts": [{"id": "p0", "table": 0}], "together": [("p0", "p1")]},
        "together", {"round": 2, "person": "p1", "table": "t0"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "cafe", "where", "params"), CASES, ids=[case[0] for case in CASES])
def test_a_cafe_that_cannot_be_is_refused_with_its_place_and_reason(
    code: str, cafe: dict[str, Any], where: str, params: dict[str, str | int]
) -> None:
    with pytest.raises(InstanceRefused) as refused:
        read_instance(cafe)
    assert (refused.value.code, refused.value.where) == (code, where)
    assert refused.value.params == {"where": where, **params}
    assert str(refused.value) == f"{where}: {REASONS[code] % refused.value.params}"


def test_every_reason_but_giving_up_has_its_case() -> None:
    assert {case[0] for case in CASES} == set(REASONS) - {"no_plan_found", "requests_not_met"}


def test_text_that_is_no_json_is_refused() -> None:
    with pytest.raises(InstanceRefused) as refused:
        read_instance(b'{"rounds": 2,')
    assert (refused.value.code, refused.value.where) == ("bad_form", "instance")


def test_a_null_is_an_absence_and_a_byte_order_mark_is_passed_over():
    bare = '{"rounds": 1, "mode": "free", "tables": [{"id": "T1", "cap": 2}], "participants": [{"id": "a"}]'
    assert read_instance(f'\ufeff{bare}, "locked": null}}'.encode()) == read_instance(bare + "}")
