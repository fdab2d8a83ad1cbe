"""What is in the tree is finished: work that remains stands in an issue, not in a comment."""

from __future__ import annotations

import re

from tests.rules import sources

KINDS = {".py", ".js", ".jsx", ".mjs", ".css", ".html", ".md", ".toml", ".cfg", ".sh", ".po", ".yml"}
LEFT_OPEN = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b")


def test_no_file_says_that_it_is_unfinished():
    folders = (
        "facilitation",
        "static/src",
        "templates",
        "sessions/scenarios",
        "tests",
        "tools",
        "docs",
        "bench",
    )
    paths = [*sources.files(*folders, kinds=KINDS), *sources.ROOT.glob("*.md"), sources.ROOT / "Makefile"]
    found = [
        f"{sources.name(path)}:{number} {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if LEFT_OPEN.search(line)
    ]
    assert found == []
