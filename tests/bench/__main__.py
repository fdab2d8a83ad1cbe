"""`make bench`: Obrus beside bare Socket.IO servers, a table in Markdown on stdout."""

import argparse
import os
import platform
import socket
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from tests.bench.contenders import Bare, Contender, Load, Obrus, install_node_packages
from tests.bench.figures import SLOW, report
from tests.bench.load import Measured, allow_files, measure
from tests.bench.phones import PERIOD_SECONDS

MOST_PHONES = 1_200
# A workshop has room for 20,000.
MOST_IDEAS = 18_000
CONTENDERS: dict[str, Contender] = {
    "obrus": Obrus(),
    "obrus-slow-disk": Obrus(SLOW, ("-m", "tests.soak.faulty", "--append-ms", "10", "--")),
    "node-rooms": Bare("Node", "rooms"),
    "flask-rooms": Bare("Python", "rooms"),
    "node-broadcast": Bare("Node", "broadcast"),
    "flask-broadcast": Bare("Python", "broadcast"),
}
USUAL = ("obrus", "node-rooms", "flask-rooms", "node-broadcast", "flask-broadcast")


def main() -> None:
    """Runs the servers in turn, as often as asked, and prints the medians."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--workshops", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=2.0, help="everybody posts once within so many")
    parser.add_argument("--steady", type=float, default=0.0, help="then one post a phone and 10 s, so long")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=CONTENDERS, default=USUAL, help="these servers")
    chosen = parser.parse_args()
    if chosen.phones > MOST_PHONES * chosen.workshops:
        parser.error(f"at most {MOST_PHONES} phones a workshop: it has 200 tables at most, six at each")
    posts = chosen.phones * (1 + chosen.steady / PERIOD_SECONDS)
    if posts > MOST_IDEAS * chosen.workshops:
        parser.error(f"so many ideas need --workshops {int(posts // MOST_IDEAS) + 1}")
    os.chdir(Path(__file__).resolve().parents[2])
    allow_files(2 * chosen.phones + 1_000)
    if any(name.startswith("node") for name in chosen.only):
        install_node_packages()
    loads: list[str] = []
    columns: list[list[Measured]] = [[] for _ in chosen.only]
    for run in range(chosen.runs):
        loads.append(f"{psutil.getloadavg()[0]:.1f}")
        print(f"round {run + 1} of {chosen.runs}, load {loads[-1]}…", file=sys.stderr)
        load = Load(chosen.phones, chosen.seconds, run, chosen.workshops, chosen.steady)
        _round(chosen.only, load, columns)
    workshops = f" in {chosen.workshops} workshops" if chosen.workshops > 1 else ""
    steady = f", then once in 10 s for {chosen.steady:g} s" if chosen.steady else ""
    print(
        f"{chosen.phones:,} phones{workshops} post within {chosen.seconds:g} s{steady}; {_place()}; ", end=""
    )
    print(
        f"medians of {chosen.runs} rounds, begun at a load of {', '.join(loads)}, the bench's own included.\n"
    )
    print(report(columns))


def _round(names: Sequence[str], load: Load, columns: list[list[Measured]]) -> None:
    for name, column in zip(names, columns, strict=True):
        column.append(measure(CONTENDERS[name], load, _free_port()))


def _place() -> str:
    return f"{date.today():%B %Y}, {psutil.cpu_count()} cores, Python {platform.python_version()}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


main()
