"""`make lighthouse`: what Lighthouse says of the phone page in its mobile profile.

Exit status 1 where a score is below what is promised. The program comes from npm, by this folder's own lock,
and nothing but this needs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from tests.browser.cafe import found
from tests.conftest import servers
from tools import chromium
from tools.node import Node, find_node

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
LEAST: Final = {"performance": 98, "accessibility": 100, "best-practices": 100}
"""Category → the least score; performance is worth something on a quiet machine only."""


def main() -> int:
    """Serves a workshop, has its phone page looked at, and prints the scores with what costs any."""
    browser = chromium.find()
    if browser is None:
        print("lighthouse needs a Chromium", file=sys.stderr)
        return 1
    node = find_node()
    install(node)
    with tempfile.TemporaryDirectory() as folder, servers(Path(folder)) as start:
        report = looked_at(found(start()).phone_link, Path(folder) / "report.json", browser, node)
    scores = {name: round(100 * report["categories"][name]["score"]) for name in LEAST}
    for name, score in scores.items():
        print(f"{name}: {score} (at least {LEAST[name]})")
    print("\n".join(f"  {cost}" for name in LEAST for cost in costs(report, name)))
    return int(any(scores[name] < least for name, least in LEAST.items()))


def install(node: Node) -> None:
    """Lighthouse as the lock has it, once."""
    if PROGRAM.exists():
        return
    words = [*node.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(words, cwd=HERE, env=node.environment(), check=True, stdout=subprocess.DEVNULL)


def looked_at(address: str, report: Path, browser: str, node: Node) -> dict[str, Any]:
    """Lighthouse's report on this page: a slow phone on a slow network, simulated."""
    flags = " ".join(("--headless=new", *chromium.FLAGS))
    words = [node.executable, str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={report}"]
    words += [f"--only-categories={','.join(LEAST)}", f"--chrome-flags={flags}"]
    subprocess.run(words, env={**os.environ, "CHROME_PATH": browser}, check=True)
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def costs(report: dict[str, Any], category: str) -> list[str]:
    """What keeps a category from 100, each with Lighthouse's own figure."""
    weighty = [ref["id"] for ref in report["categories"][category]["auditRefs"] if ref["weight"]]
    audits = [report["audits"][name] for name in weighty]
    return [
        f"{audit['id']}: {audit.get('displayValue', '')}" for audit in audits if (audit["score"] or 0) < 1
    ]


if __name__ == "__main__":
    sys.exit(main())
