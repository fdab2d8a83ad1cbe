"""What every plan must keep, checked without any of the planner's own code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from facilitation.seating import Instance, Plan


def faults(instance: Instance, plan: Plan) -> list[str]:
    """Every hard rule the plan breaks, as sentences; an empty list for a valid plan."""
    found = []
    if len(plan) != instance.rounds or any(len(groups) != len(instance.tables) for groups in plan):
        return ["the plan has not one group for each table in each round"]
    seen: set[tuple[str, int]] = set()
    again: set[tuple[str, int]] = set()
    for r, groups in enumerate(plan):
        seated = sorted(name for group in groups for name in group)
        hosts = {h.id: h.table for h in instance.hosts if instance.hosting(h, r)}
        for t, group in enumerate(groups):
            visits = {(name, t) for name in group if hosts.get(name) != t}
            again |= visits & seen if r >= len(instance.locked) else set()
            seen |= visits
        if r < len(instance.locked):
            played = [sorted(group) for group in instance.locked[r]]
            played += [[] for _ in range(len(groups) - len(played))]
            if [sorted(group) for group in groups] != played:
                found.append(f"round {r} was played otherwise")
            continue
        if seated != sorted(p.id for p in instance.participants if instance.present(p, r)):
            found.append(f"round {r} does not seat each person present exactly once")
        for table, group in zip(instance.tables, groups, strict=True):
            if not table.min <= len(group) <= table.cap:
                found.append(f"round {r} has {len(group)} people at {table.id}")
        wanted = {p.id: p.table for p in instance.pinned if p.round == r} | hosts
        found += [
            f"round {r}: {name} is not at table {t}" for name, t in wanted.items() if name not in groups[t]
        ]
        for one, other in instance.apart:
            if any(one in group and other in group for group in groups):
                found.append(f"round {r}: {one} and {other} share a table")
        for one, other in instance.together:
            both = [t for t, group in enumerate(groups) for name in (one, other) if name in group]
            if len(both) == 2 and both[0] != both[1]:
                found.append(f"round {r}: {one} and {other} do not share a table")
    if instance.mode == "carousel":
        found += [f"{name} visits table {t} again" for name, t in sorted(again)]
    return found


def repeated_meetings(plan: Plan, together: Iterable[tuple[str, str]] = ()) -> int:
    """Sum over pairs of C(meetings, 2), counted pair by pair, without those ``together`` by request."""
    company: dict[str, set[str]] = {}
    for one, other in together:
        joined = company.get(one, {one}) | company.get(other, {other})
        company |= dict.fromkeys(joined, joined)
    met = Counter(pair for groups in plan for group in groups for pair in combinations(sorted(group), 2))
    return sum(n * (n - 1) // 2 for (a, b), n in met.items() if b not in company.get(a, ()))
