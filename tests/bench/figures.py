"""What the bench reports of its measurements, in Markdown: a table of all servers, and how they compare."""

from collections.abc import Sequence
from typing import Final

from tests.bench.load import Measured
from tests.bench.phones import MARK, percentile

ACK: Final = "ack p99, ms"
BOARD: Final = "post to board p99, ms"
CPU: Final = "server CPU per post, ms"
OWN: Final = "the same without its other processes, ms"
STEADY: Final = "stalls over 50 ms after that, one post a phone and 10 s"

SLOW: Final = "Obrus, commits 10 ms slower"

Figures = dict[str, float]

# A figure, whose share of whose, and what issue 6 wants of it.
_COMPARED: Final = (
    (ACK, "Obrus", "Node Socket.IO, rooms", "at most 1.5"),
    (ACK, "Obrus", "Flask-SocketIO, broadcast", "at most 0.0033"),
    (ACK, SLOW, "Node Socket.IO, rooms", ""),
    (CPU, "Obrus", "Node Socket.IO, rooms", "at most 1.5"),
    (OWN, "Obrus", "Node Socket.IO, rooms", ""),
)


def figures(measured: Sequence[Measured]) -> Figures:
    """What is compared, of one server over several rounds: the median of each figure; but of what was lost,
    doubled or not acknowledged the sum, and of stalls the worst."""
    rows = [_row(one) for one in measured]
    middle = {name: percentile([row[name] for row in rows], 0.5) for name in rows[0]}
    worst = {name: max(row[name] for row in rows) for name in rows[0] if "stall" in name}
    summed = {name: sum(row[name] for row in rows) for name in ("lost", "doubled", "not acknowledged")}
    return {**middle, **worst, **summed}


def report(columns: Sequence[Sequence[Measured]]) -> str:
    """All servers beside each other, then the ratios that can be told."""
    found = {column[0].name: figures(column) for column in columns}
    lines = ["| | " + " | ".join(found) + " |", "| --- |" + " --- |" * len(found)]
    for name in next(iter(found.values())):
        cells = (_shown(each[name]) for each in found.values())
        lines.append(f"| {name} | {' | '.join(cells)} |")
    ratios = [
        f"| {name}: {whose} ÷ {of} | {found[whose][name] / found[of][name]:.4g} | {wanted} |"
        for name, whose, of, wanted in _COMPARED
        if whose in found and of in found
    ]
    if ratios:
        lines += ["", "| ratio | measured | wanted |", "| --- | --- | --- |", *ratios]
    return "\n".join(lines)


def _row(one: Measured) -> Figures:
    outcome, stalls = one.outcome, one.stalls
    posts = len(outcome.received_bytes)
    kept = [mark for text in one.texts for mark in MARK.findall(text)]
    told = outcome.acknowledged | one.steady_ms.keys()
    row = {
        "all phones connected, s": one.connect_seconds,
        "ack p50, ms": percentile(outcome.acks_ms, 0.5),
        ACK: percentile(outcome.acks_ms, 0.99),
        "post to board p50, ms": percentile(outcome.boards_ms, 0.5),
        BOARD: percentile(outcome.boards_ms, 0.99),
        "kB received by a phone": sum(outcome.received_bytes) / posts / 1000,
        CPU: one.cpu_seconds / posts * 1000,
        OWN: one.own_cpu_seconds / posts * 1000,
        "peak memory, MB": one.peak_mb,
        "longest stall of the hub, ms": stalls.ended.longest_ms,
        "stalls over 50 ms until all sit": float(stalls.joined.over),
        "stalls over 50 ms while all post": float(stalls.posted.over - stalls.joined.over),
    }
    if one.steady_ms:
        row[STEADY] = float(stalls.ended.over - stalls.posted.over)
        row["ack p99 then, ms"] = percentile(list(one.steady_ms.values()), 0.99)
    return {
        **row,
        "lost": float(len(told - set(kept))),
        "doubled": float(len(kept) - len(set(kept))),
        "not acknowledged": float(posts - len(outcome.acknowledged)),
    }


def _shown(figure: float) -> str:
    return f"{figure:.0f}" if figure >= 100 or figure == int(figure) else f"{figure:.2f}"
