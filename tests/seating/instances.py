"""Instances to plan: plain ones by size, and random ones with everything that can happen in a café."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

SECTORS = ["school", "health", "culture", "parish"]


def plain(people: int, tables: int, rounds: int, mode: str = "free", **more: Any) -> dict[str, Any]:
    """People p0 … of four sectors and a third as many institutions, at tables just large enough."""
    size = -(-people // tables)
    return {
        "rounds": rounds,
        "mode": mode,
        "tables": [{"id": f"t{n}", "cap": size, "min": people // tables} for n in range(tables)],
        "participants": [
            {"id": f"p{n}", "sector": SECTORS[n % 4], "institution": f"i{n % max(1, people // 3)}"}
            for n in range(people)
        ],
        **more,
    }


@st.composite
def cafes(draw: st.DrawFn) -> dict[str, Any]:
    """Small cafés, many of them impossible: uneven tables, hosts, comings and goings, pins, played rounds."""
    rounds = draw(st.integers(1, 5))
    tables = [_table(draw, n) for n in range(draw(st.integers(1, 6)))]
    participants = [_person(draw, n, rounds) for n in range(draw(st.integers(0, 20)))]
    ids = [person["id"] for person in participants]
    number = st.integers(0, len(tables) - 1)
    hosts = []
    for name in draw(
        st.lists(st.sampled_from(ids), max_size=3, unique=draw(st.booleans())) if ids else st.just([])
    ):
        first = draw(st.sampled_from([0, 0, 0, 1]))
        hosts.append({"id": name, "table": draw(number), "from": first})
    pinned = []
    for name in draw(st.lists(st.sampled_from(ids), max_size=1)) if ids else []:
        pinned.append({"id": name, "table": draw(number), "round": draw(st.integers(0, rounds - 1))})
    return {
        "rounds": rounds,
        "mode": draw(st.sampled_from(["free", "carousel"])),
        "tables": tables,
        "participants": participants,
        "hosts": hosts,
        "pinned": pinned,
        "locked": _locked(draw, participants, len(tables), rounds),
        "apart": _pairs(draw, ids),
        "together": _pairs(draw, ids),
    }


def _table(draw: st.DrawFn, number: int) -> dict[str, Any]:
    seats = draw(st.sampled_from([0, 2, 4, 5, 5, 6, 6, 7, 8]))
    return {"id": f"t{number}", "cap": seats, "min": draw(st.integers(0, min(2, seats)))}


def _person(draw: st.DrawFn, number: int, rounds: int) -> dict[str, Any]:
    first = draw(st.sampled_from([0, 0, 0, 0, 0, 0, 0, min(1, rounds)]))
    until = draw(st.sampled_from([rounds, rounds, rounds, rounds, rounds, rounds, first]))
    person = {"id": f"p{number}", "from": first, "to": max(first, until)}
    if draw(st.booleans()):
        person["sector"] = draw(st.sampled_from(SECTORS))
        person["institution"] = draw(st.sampled_from("abc"))
    return person


def _locked(draw: st.DrawFn, people: list[dict[str, Any]], tables: int, rounds: int) -> list[list[list[str]]]:
    played = draw(st.sampled_from([0, 0, 0, 1, rounds]))
    locked: list[list[list[str]]] = []
    for r in range(played):
        groups: list[list[str]] = [[] for _ in range(tables)]
        for person in people:
            if person["from"] <= r < person["to"]:
                groups[draw(st.integers(0, tables - 1))].append(person["id"])
        locked.append(groups)
    return locked


def _pairs(draw: st.DrawFn, ids: list[str]) -> list[tuple[str, str]]:
    """Up to three pairs, most often none."""
    if len(ids) < 2 or draw(st.booleans()):
        return []
    pair = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    return [(one, other) for one, other in draw(st.lists(pair, max_size=3))]
