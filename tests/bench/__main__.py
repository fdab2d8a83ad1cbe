"""`make bench`: Obrus beside a bare Flask-SocketIO server, a table in Markdown on stdout."""

import argparse
import os
import socket
import sys

from tests.bench.load import Load, bare, obrus, source, table

MOST_PHONES = 1_200


def main() -> None:
    """Runs both servers in turn, as often as asked, and prints the medians."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=2.0, help="everybody posts once within so many")
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    if chosen.phones > MOST_PHONES:
        parser.error(f"at most {MOST_PHONES} phones: a workshop has 200 tables at most, and six sit at each")
    os.chdir(source())
    ours, theirs = [], []
    for run in range(chosen.runs):
        load = Load(chosen.phones, chosen.seconds, seed=run)
        print(f"run {run + 1} of {chosen.runs}…", file=sys.stderr)
        ours.append(obrus(load, _free_port()))
        theirs.append(bare(load, _free_port()))
    print(f"{chosen.phones} phones post within {chosen.seconds:g} s, median of {chosen.runs} runs\n")
    print(table(ours, theirs))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


main()
